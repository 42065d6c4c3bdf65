"""Saving never loses a good file: not when the disk refuses, not when the program is killed in the middle."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.file import disk
from core.comparison.file.backups import Backups
from core.comparison.file.format import dumps, loads
from core.comparison.file.limits import MOST_BYTES
from core.comparison.file.storage import load, open_file, save
from core.errors import EvenkeelError

ROOT = Path(__file__).resolve().parents[4]


def priced(comparison: Comparison, price: float) -> Comparison:
    return edits.set_value(comparison, "shop", "price", price)


def test_what_is_saved_is_there_and_nothing_else(pair: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "我的对比.evenkeel"
    assert save(pair, path) == ()
    assert load(path) == pair
    save(priced(pair, 30), path)
    assert load(path).values_of("shop")["price"] == 30
    assert list(tmp_path.iterdir()) == [path]


def test_the_longest_file_name_can_be_saved(pair: Comparison, tmp_path: Path) -> None:
    path = tmp_path / ("x" * 200 + ".evenkeel")
    save(pair, path)
    assert load(path) == pair


@pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")
def test_permissions_and_links_stay_as_they_were(pair: Comparison, tmp_path: Path) -> None:
    path, link = tmp_path / "real.evenkeel", tmp_path / "link.evenkeel"
    save(pair, path)
    path.chmod(0o640)
    link.symlink_to(path)
    save(priced(pair, 30), link)
    assert link.is_symlink()
    assert load(path).values_of("shop")["price"] == 30
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def failing(code: int) -> Callable[..., Any]:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code))

    return refuse


@pytest.mark.parametrize(
    ("where", "code", "sentence"),
    [
        ((os, "fsync"), errno.ENOSPC, "The disk is full"),
        ((os, "fsync"), errno.EIO, "The system says"),
        ((Path, "open"), errno.EROFS, "read-only"),
        ((Path, "open"), errno.EACCES, "read-only"),
        ((Path, "replace"), errno.EPERM, "read-only"),
        ((Path, "replace"), errno.ENOENT, "is not there"),
        ((Path, "read_bytes"), errno.EIO, "The system says"),
    ],
)
def test_when_the_disk_refuses_the_old_file_stays(
    pair: Comparison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: tuple[Any, str],
    code: int,
    sentence: str,
) -> None:
    path = tmp_path / "a.evenkeel"
    save(pair, path)
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(*where, failing(code))
        with pytest.raises(EvenkeelError, match=sentence) as caught:
            save(priced(pair, 30), path)
    assert caught.value.text().zh
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_gives_back_something_else_is_noticed(
    pair: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.evenkeel"
    save(pair, path)
    read = Path.read_bytes
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda self: read(self)[:-5])
        with pytest.raises(EvenkeelError, match="gave back something else"):
            save(priced(pair, 30), path)
    assert load(path) == pair


def test_a_comparison_that_would_not_read_back_is_not_saved(pair: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "a.evenkeel"
    save(pair, path)
    with pytest.raises(EvenkeelError):
        save(pair.but(shared={}), path)
    with pytest.raises(EvenkeelError, match="half a character"):
        save(edits.set_title(pair, "\ud800"), path)
    with pytest.raises(EvenkeelError, match="too large"):
        save(edits.set_story(pair, "x" * MOST_BYTES), path)
    assert load(path) == pair


def test_folders_that_are_gone_or_no_folders(pair: Comparison, tmp_path: Path) -> None:
    with pytest.raises(EvenkeelError, match="is not there"):
        save(pair, tmp_path / "gone" / "a.evenkeel")
    (tmp_path / "file").write_text("x")
    with pytest.raises(EvenkeelError, match="is not there"):
        save(pair, tmp_path / "file" / "a.evenkeel")
    with pytest.raises(EvenkeelError, match="a folder of this name"):
        save(pair, tmp_path)
    with pytest.raises(EvenkeelError):
        save(pair, tmp_path / "a\0b")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to(pair: Comparison, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(EvenkeelError, match="read-only"):
        save(pair, tmp_path / "a.evenkeel")


def test_what_a_killed_save_left_behind_is_swept_away_later(pair: Comparison, tmp_path: Path) -> None:
    old, fresh = tmp_path / f"{disk.UNFINISHED_PREFIX}1", tmp_path / f"{disk.UNFINISHED_PREFIX}2"
    for left in (old, fresh):
        left.write_text("{")
    os.utime(old, (0, 0))
    save(pair, tmp_path / "a.evenkeel")
    assert not old.exists()
    assert fresh.exists(), "another program may just be writing it"


def test_the_last_ten_good_copies_are_kept(pair: Comparison, tmp_path: Path) -> None:
    backups, path = Backups(tmp_path / "data" / "copies"), tmp_path / "a.evenkeel"
    for price in range(1, 16):
        save(priced(pair, price), path, backups)
    prices = [loads(copy.read_bytes()).comparison.values_of("shop")["price"] for copy in backups.copies(path)]
    assert prices == [15, 14, 13, 12, 11, 10, 9, 8, 7, 6]
    assert backups.copies(tmp_path / "b.evenkeel") == []


def test_opening_keeps_a_copy_once(pair: Comparison, tmp_path: Path) -> None:
    backups, path = Backups(tmp_path / "copies"), tmp_path / "a.evenkeel"
    save(pair, path)
    for _ in range(3):
        open_file(path, backups)
    assert [copy.read_bytes() for copy in backups.copies(path)] == [dumps(pair)]


def test_a_file_saved_over_is_kept_first_if_it_was_good(pair: Comparison, tmp_path: Path) -> None:
    backups, path = Backups(tmp_path / "copies"), tmp_path / "a.evenkeel"
    save(pair, path)
    save(priced(pair, 30), path, backups)
    assert [loads(copy.read_bytes()).comparison.values_of("shop")["price"] for copy in backups.copies(path)] == [30, 20]
    path.write_bytes(b"\0" * 100)
    save(priced(pair, 40), path, backups)
    assert len(backups.copies(path)) == 3


def test_files_of_one_name_in_two_folders_keep_their_own_copies(pair: Comparison, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "copies")
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        save(edits.set_title(pair, folder), tmp_path / folder / "a.evenkeel", backups)
    assert loads(backups.copies(tmp_path / "x" / "a.evenkeel")[0].read_bytes()).comparison.title == "x"


def test_a_copy_that_cannot_be_kept_is_no_failed_save(pair: Comparison, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("a file where the folder should be")
    path = tmp_path / "a.evenkeel"
    notes = save(pair, path, Backups(tmp_path / "copies"))
    assert load(path) == pair
    assert [note.en.startswith("No older version could be kept.") for note in notes] == [True]


KILLED_WHILE_SAVING = """
import os, signal, sys, time
from pathlib import Path
from core.comparison import edits
from core.comparison.file.storage import load, save

path, rounds = Path(sys.argv[1]), int(sys.argv[2])
first = load(path)
started = time.perf_counter()
save(first, path)
lasts = time.perf_counter() - started

seen = []
for number in range(rounds):
    price = 1000 + number
    child = os.fork()
    if child == 0:
        # An alarm nobody handles ends the process there and then, as kill -9 does.
        late = number >= rounds - 20
        if not late:
            signal.setitimer(signal.ITIMER_REAL, 1e-6 + 1.5 * lasts * number / rounds)
        save(edits.set_value(first, "shop", "price", price), path)
        if late:
            signal.setitimer(signal.ITIMER_REAL, 1e-6)
        signal.pause()
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGALRM, status
    seen.append(load(path).values_of("shop")["price"] == price)
print(seen.count(False), seen.count(True))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="cannot be killed that precisely on this system")
def test_killed_at_any_moment_of_saving_the_file_opens(pair: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "a.evenkeel"
    save(pair, path)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", KILLED_WHILE_SAVING, str(path), "200"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    before, after = map(int, done.stdout.split())
    assert before > 10, "killed before the new file was in place"
    assert after >= 20, "killed after it was"
    assert load(path).title == pair.title
