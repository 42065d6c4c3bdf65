"""The last good copies of every file, kept in a folder of the program's own, because a sync program or a failing disk
can damage a file long after it was saved well."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from core.comparison.file.disk import unwritable, write_atomically

KEPT = 10
EXTENSION = ".evenkeel"


class Backups:
    """The copies kept in `folder`, which is made when first needed. The copies of one file lie in a folder of their
    own, named after it and its place."""

    def __init__(self, folder: Path, keep: int = KEPT) -> None:
        self._folder = folder
        self._keep = keep

    def keep(self, path: Path, data: bytes) -> None:
        """Keeps the good content of a file unless it is the newest copy already, and drops copies beyond the limit.

        Raises `EvenkeelError` when the folder does not take it.
        """
        folder = self._folder_of(path)
        try:
            copies = self.copies(path)
            if copies and copies[0].read_bytes() == data:
                return
            folder.mkdir(parents=True, exist_ok=True)
            number = int(copies[0].stem) + 1 if copies else 1
            write_atomically(folder / f"{number:06d}{EXTENSION}", data)
            for old in copies[self._keep - 1 :]:
                old.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(folder, error) from error

    def copies(self, path: Path) -> list[Path]:
        """The copies kept of a file, newest first; when each was made is its modification time."""
        found = [copy for copy in self._folder_of(path).glob(f"*{EXTENSION}") if copy.stem.isdigit()]
        return sorted(found, key=lambda copy: int(copy.stem), reverse=True)

    def _folder_of(self, path: Path) -> Path:
        place = os.path.normcase(os.path.realpath(path))
        mark = hashlib.sha256(os.fsencode(place)).hexdigest()[:16]
        stem = re.sub(r"[^\w-]+", "-", path.stem)[:40]
        return self._folder / f"{stem}-{mark}"
