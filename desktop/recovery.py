"""Work that is in no file yet is written to a folder of the program's own, so that neither a crash nor a hasty close
loses it. What is recovered is always untitled: it can never be saved over another file by mistake."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from core.comparison.file.decoding import decoded
from core.comparison.file.disk import write_atomically
from core.comparison.file.format import dumps
from core.errors import EvenkeelError
from core.wording.text import Text, Words
from desktop import clock
from desktop.session import Session

WRITE_AFTER = 1000  # ms after the first change that is in no file
KEPT = 20
EXTENSION = ".evenkeel"


@dataclass(frozen=True, slots=True)
class Recovered:
    """One copy of unsaved work."""

    path: Path
    moment: datetime

    @property
    def title(self) -> Words:
        """What the comparison in it is called; empty where that cannot be read."""
        try:
            title = decoded(self.path.read_bytes()).get("title", "")
            return Text(**title) if isinstance(title, dict) else str(title)
        except (EvenkeelError, OSError, TypeError):
            return ""


class Recovery(QObject):
    """Keeps the copy of one window's unsaved work. The lock tells copies of living windows from those of dead ones."""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.folder = session, folder
        self._path: Path | None = None
        self._lock: QLockFile | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(WRITE_AFTER)
        self._writing.timeout.connect(self._write)
        session.comparison_changed.connect(self._plan)
        session.path_changed.connect(self._plan)
        session.dragging_changed.connect(self._plan)

    def keep(self) -> None:
        """Write what is unsaved now and leave that copy for good; later work gets another."""
        self._writing.stop()
        if self._session.modified:
            self._write()
        self._path = None
        self._unlock()

    def take_over(self, copy: Recovered) -> None:
        """The work of this copy is what is open now: go on with it."""
        self._drop()
        self._path, self._lock = copy.path, QLockFile(str(copy.path) + ".lock")
        self._lock.tryLock(0)

    def found(self) -> list[Recovered]:
        """The copies no living window is working on, newest first. Beyond the limit the oldest go."""
        listed = []
        for path in self.folder.glob(f"*{EXTENSION}"):
            lock = QLockFile(str(path) + ".lock")
            if path != self._path and lock.tryLock(0):
                lock.unlock()
                listed.append(Recovered(path, clock.moment_of(path.stat().st_mtime)))
        listed.sort(key=lambda copy: copy.moment, reverse=True)
        for old in listed[KEPT:]:
            old.path.unlink(missing_ok=True)
        return listed[:KEPT]

    def _plan(self) -> None:
        if not self._session.modified:
            self._drop()
        elif not self._writing.isActive():
            self._writing.start()

    def _write(self) -> None:
        if self._session.dragging:  # `dragging_changed` comes back here
            return
        try:
            if self._path is None:
                self._path = self._new_path()
            write_atomically(self._path, dumps(self._session.document))
        except (EvenkeelError, OSError) as error:
            self._session.failed.emit(error if isinstance(error, EvenkeelError) else EvenkeelError(str(error)))

    def _drop(self) -> None:
        self._writing.stop()
        if self._path is not None:
            self._path.unlink(missing_ok=True)
            self._path = None
            self._unlock()

    def _new_path(self) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{clock.now():%Y%m%d-%H%M%S-%f}-{os.getpid()}{EXTENSION}"
        self._lock = QLockFile(str(path) + ".lock")
        self._lock.tryLock(0)
        return path

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
