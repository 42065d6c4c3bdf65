"""How a long answer says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

Progress = Callable[[float], None]  # is told the share done, 0 to 1, from any thread
Cancel = Callable[[], bool]  # says whether the answer is no longer wanted, to any thread


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """The answer is no longer wanted."""


class Steps:
    """Counts the steps of one answer, whichever thread takes them."""

    def __init__(self, total: int, progress: Progress | None, cancel: Cancel | None) -> None:
        self._total, self._progress, self._cancel = total, progress, cancel
        self._done = 0
        self._lock = Lock()

    def begin(self) -> None:
        """Before a step. Raises `Cancelled` when the answer is no longer wanted."""
        if self._cancel is not None and self._cancel():
            raise Cancelled

    def end(self) -> None:
        """After a step."""
        with self._lock:
            self._done += 1
            if self._progress is not None:
                self._progress(self._done / self._total)
