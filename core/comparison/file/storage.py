"""Opening and saving comparison files."""

from __future__ import annotations

from pathlib import Path

from core.comparison.document import Comparison
from core.comparison.file.backups import Backups
from core.comparison.file.disk import DiskError, read_bytes, write_atomically
from core.comparison.file.format import Opened, dumps, loads
from core.errors import EvenkeelError
from core.wording.text import Text


def open_file(path: Path, backups: Backups | None = None) -> Opened:
    """The comparison in a file, with notes on what was added to it, and whether it is open for reading only.

    With `backups` a copy of the good file is kept. Raises `EvenkeelError` when there is none or it is not sound.
    """
    data = read_bytes(path)
    opened = loads(data)
    notes = _kept(path, data, backups)
    return Opened(opened.comparison, (*opened.notes, *notes), opened.read_only)


def load(path: Path) -> Comparison:
    """The comparison in a file. Raises `EvenkeelError` when there is no such file or it is not sound."""
    return open_file(path).comparison


def save(comparison: Comparison, path: Path, backups: Backups | None = None) -> tuple[Text, ...]:
    """Writes the file as a whole or, on any error, not at all; gives notes on what went less well than it should.

    With `backups` the good content the file had before and its new one are among the copies kept. Raises
    `EvenkeelError` when the disk refuses or what was written does not read back as the same comparison.
    """
    data = dumps(comparison)

    def verify(again: bytes) -> None:
        if loads(again).comparison != comparison:
            raise DiskError(
                Text(
                    f'"{path.name}" could not be saved: it does not read back the same.',
                    f"无法保存“{path.name}”：读回的内容不一致。",
                )
            )

    notes = _kept(path, _good_content(path), backups) if backups else ()
    write_atomically(path, data, verify)
    return notes or _kept(path, data, backups)


def _good_content(path: Path) -> bytes | None:
    try:
        data = read_bytes(path)
        loads(data)
    except EvenkeelError:
        return None
    return data


def _kept(path: Path, data: bytes | None, backups: Backups | None) -> tuple[Text, ...]:
    if backups is None or data is None:
        return ()
    try:
        backups.keep(path, data)
    except EvenkeelError as error:
        note = Text("No older version could be kept. {reason}", "无法保留旧版本。{reason}")
        return (note.filled(reason=error.text()),)
    return ()
