"""What is dragged or typed in the controls of one assumption goes into the comparison: a drag as one step of undo, and
what makes no sense is refused where it was typed."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QObject

from core.comparison import edits
from core.comparison.spread import between
from core.comparison.values import checked_value
from core.errors import EvenkeelError
from core.model.definition import Driver
from desktop.inputs.value_controls import Controls
from desktop.session import Session

_GESTURES = count(1)


class ValueEdits(QObject):
    """Belongs to the controls and goes with them. `where`: an alternative, or "shared"."""

    def __init__(self, session: Session, controls: Controls, where: str, driver: Driver) -> None:
        super().__init__(controls)
        self._session, self._controls, self._where, self._driver = session, controls, where, driver
        self._gesture: str | None = None
        controls.drag_started.connect(self._begin)
        controls.dragged.connect(self._set)
        controls.drag_finished.connect(self._finish)
        controls.entered.connect(self._take)
        controls.range_entered.connect(self._take_range)

    def _begin(self) -> None:
        self._gesture = f"drag {next(_GESTURES)}"
        self._session.begin_drag()

    def _set(self, value: float) -> None:
        self._session.set_driver(self._where, self._driver.id, value, self._gesture)

    def _finish(self, value: float) -> None:
        self._set(value)
        self._gesture = None
        self._session.end_drag()

    def _take(self, value: float) -> None:
        """A typed value, told as a drag is when it is done."""
        try:
            checked_value(self._driver, value)
        except EvenkeelError as problem:
            self._controls.refuse(problem.text())
            return
        self._session.begin_drag()
        self._set(value)
        self._session.end_drag()

    def _take_range(self, low: float, high: float, value: float | None) -> None:
        """A typed range makes the value uncertain, and is told likewise."""
        try:
            between(self._driver, low, high, low)
        except EvenkeelError as problem:
            self._controls.refuse(problem.text())
            return
        self._session.begin_drag()
        self._session.edit(lambda now: edits.set_spread(now, self._where, self._driver.id, low, high, value))
        self._session.end_drag()
