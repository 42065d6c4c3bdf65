"""Work that is in no file yet is written to a folder of the program's own, so that neither a crash nor a hasty close
loses it. What is recovered is always untitled: it can never be saved over another file by mistake."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from core.comparison.document import Comparison
from core.comparison.file.decoding import decoded
from core.comparison.file.disk import write_atomically
from core.comparison.file.format import dumps
from core.errors import EvenkeelError
from core.record import record
from core.wording.text import Text, Words, words
from desktop import clock
from desktop.last_looked_at import looked_at
from desktop.session import Session

WRITE_AFTER = 1000  # ms after the first change that is in no file
KEPT = 20
EXTENSION = ".evenkeel"
_BEFORE_NAME = "~"  # in the name of a copy: what follows is the name of the file it is unsaved work of
_LONGEST_NAME = 150  # bytes: file systems take 255 in all
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@record
class Recovered:
    """One copy of unsaved work."""

    path: Path
    moment: datetime

    @property
    def file(self) -> str:
        """The name of the file it is unsaved work of; empty for work that never was in one."""
        return self.path.stem.partition(_BEFORE_NAME)[2]

    @property
    def name(self) -> Words:
        """What a person knows the comparison in it by; empty where that cannot be read."""
        if self.file:
            return self.file
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
        self._left: Path | None = None  # the copy `keep` left of what is still open
        self._kept: Comparison | None = None  # what is in it
        self._lock: QLockFile | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(WRITE_AFTER)
        self._writing.timeout.connect(self._write)
        session.opened.connect(self._forget)
        session.comparison_changed.connect(self._plan)
        session.path_changed.connect(self._plan)
        session.dragging_changed.connect(self._plan)

    def keep(self) -> None:
        """Write what is unsaved now and leave that copy to be found, for good once another comparison is opened; until
        then later work on this one goes into the same copy."""
        self._writing.stop()
        document = self._session.document
        if self._session.modified and document is not self._kept and self._write_now():
            self._left, self._kept, self._path = self._path, document, None
            self._unlock()

    def take_over(self, copy: Recovered) -> None:
        """The work of this copy is what is open now: go on with it."""
        self._drop()
        if not self._take(copy.path):
            self._plan()

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
        if not self._session.dragging:  # else `dragging_changed` comes back here
            self._write_now()

    def _write_now(self) -> bool:
        """False, and said why, when it cannot be written."""
        self._kept = None
        try:
            if self._path is None and not (self._left and self._take(self._left)):
                self._take(self._new_path())
            document = looked_at(self._session.document, self._session.scenario)
            if self._path is not None:
                write_atomically(self._path, dumps(document))
        except (EvenkeelError, OSError) as error:
            self._session.failed.emit(error if isinstance(error, EvenkeelError) else EvenkeelError(str(error)))
            return False
        return True

    def _forget(self) -> None:
        """The copy that was left is of another comparison than what is open now."""
        self._left = self._kept = None

    def _drop(self) -> None:
        self._writing.stop()
        for path in filter(None, (self._path, self._left)):
            path.unlink(missing_ok=True)
        self._path = None
        self._forget()
        self._unlock()

    def _new_path(self) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        now, name = clock.now(), self._session.name
        known = "" if name == self._session.document.title else _BEFORE_NAME + _fit_for_files(words(name, "en"))
        return self.folder / f"{now:%Y%m%d-%H%M%S-%f}-{os.getpid()}{known}{EXTENSION}"

    def _take(self, path: Path) -> bool:
        """From now on this is the copy; False where another window is at one that is there already."""
        lock = QLockFile(str(path) + ".lock")
        if not lock.tryLock(0) and path.exists():
            return False
        self._path, self._lock = path, lock
        return True

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _fit_for_files(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", name).encode()[:_LONGEST_NAME].decode(errors="ignore").strip()
