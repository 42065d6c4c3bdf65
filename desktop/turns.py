"""What is read rather than watched takes turns during a drag: nobody reads a sentence or a table that changes more
often than ten times a second, and the lines of a chart shall not wait for words."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

EVERY = 0.1  # seconds between two writings of the same part
_BETWEEN = 34  # ms between two parts: about two pictures, so that no two are written for the same one


class Turns(QObject):
    """The parts that wait, and when each was written last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dragging = False
        self._waiting: dict[QObject, Callable[[], None]] = {}  # in the order in which they came
        self._written: dict[QObject, float] = {}
        self._next = QTimer(self)
        self._next.setInterval(_BETWEEN)
        self._next.timeout.connect(self._give_one)

    def ask(self, part: QObject, write: Callable[[], None]) -> None:
        """Have a part written: at once, or during a drag when its turn comes; once, however often it was asked for."""
        if not self._dragging:
            write()
            return
        self._waiting[part] = write
        if not self._next.isActive():
            self._next.start()

    def drag(self, dragging: bool) -> None:
        """A drag begins, or is over: then everything is written that still waits."""
        self._dragging = dragging
        self._written.clear()
        self._next.stop()
        while self._waiting:
            self._give(next(iter(self._waiting)))

    def _give_one(self) -> None:
        now = monotonic()
        due = next((part for part in self._waiting if now - self._written.get(part, 0.0) >= EVERY), None)
        if due is not None:
            self._give(due)
            self._written[due] = monotonic()
        if not self._waiting:
            self._next.stop()

    def _give(self, part: QObject) -> None:
        self._waiting.pop(part)()
