"""Where an answer cannot be written, that is said; and a file's texts never steer the terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import main
from core.cli.harmless import escaped_json, harmless
from core.comparison.examples import load_example
from core.comparison.file.storage import save

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = [sys.executable, "-c", "import sys; from core.cli import main; sys.exit(main(sys.argv[1:]))"]
FULL = Path("/dev/full")
THREE = ["results", "--example", "three-ways"]


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("call", [THREE, [*THREE, "--format", "json"], ["--help"]])
def test_a_full_disk(call: list[str]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run([*PROGRAM, *call], stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode == 3
    said = "The answer could not be written: the disk is full. Make room, or send it to another disk."
    assert done.stderr.decode().splitlines() == [said]


@pytest.mark.skipif(sys.platform == "win32", reason="its shell cannot close standard output")
def test_a_closed_standard_output() -> None:
    call = ["sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, *THREE]
    done = subprocess.run(call, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("The answer could not be written: standard output is closed.")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_reader_that_has_seen_enough(form: str) -> None:
    call = [*PROGRAM, *THREE, "--format", form]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


def test_titles_and_names_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    evil = "a\x1b[2Jb\nc\x9bd\u202ee"
    example = load_example("three-ways")
    path = tmp_path / "evil.evenkeel"
    named = tuple(a.but(name=evil) for a in example.alternatives)
    save(example.but(title=evil, alternatives=named), path)
    for call in (["results"], ["check"], ["sensitivity"], ["path"], ["needed", "--alternative", "maas"]):
        for form in ("table", "csv", "json"):
            assert main([call[0], str(path), *call[1:], "--format", form]) == 0
            out = capsys.readouterr().out
            assert not {"\x1b", "\x9b", "\u202e"} & set(out)
            assert "Jb\n" not in out
            if form == "json":
                assert json.loads(out).get("title", evil) == evil
    assert main(["results", str(path), "--scenario", evil]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_harmless_texts() -> None:
    assert harmless("盈亏 – 100 %") == "盈亏 – 100 %"
    assert harmless("one\r\ntwo\tthree") == "one two three"
    assert harmless("\ud800\x07") == "\ufffd"
    assert json.loads(escaped_json(json.dumps(["\x9b\u2028é"], ensure_ascii=False))) == ["\x9b\u2028é"]
