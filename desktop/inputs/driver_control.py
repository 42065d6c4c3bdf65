"""One assumption to be set beside the chart it matters for: its name, slider and entry, as in the grid."""

from __future__ import annotations

from itertools import count

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.spread import between
from core.comparison.values import checked_value
from core.errors import EvenkeelError
from core.model.definition import Driver
from core.wording.text import Language
from desktop.inputs.value_controls import controls_for
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.wrapped_label import WrappedLabel

_GESTURES = count(1)


class DriverControl(QWidget):
    """A drag is one step of undo; what makes no sense is refused where it was typed."""

    def __init__(
        self, session: Session, theme: Theme, driver: Driver, where: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._driver, self._where = session, driver, where
        self._gesture: str | None = None
        self._label = WrappedLabel()
        self.controls = controls_for(driver.unit, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self.controls)
        self.controls.drag_started.connect(self._begin)
        self.controls.dragged.connect(self._set)
        self.controls.drag_finished.connect(self._finish)
        self.controls.entered.connect(self._take)
        self.controls.range_entered.connect(self._take_range)

    @property
    def place(self) -> tuple[str, str]:
        """The alternative and the assumption."""
        return self._where, self._driver.id

    def refresh(self, language: Language) -> None:
        """Show what the comparison holds now."""
        setting = self._session.comparison.setting_of(self._where, self._driver.id)
        self._label.say(self._driver.label(language))
        self._label.setToolTip(self._driver.help(language))
        self.controls.fill(setting.value, setting.range or self._driver.range)
        self.controls.say(self._driver.label, language)

    def _begin(self) -> None:
        self._gesture = f"control {next(_GESTURES)}"
        self._session.begin_drag()

    def _set(self, value: float) -> None:
        self._session.set_driver(self._where, self._driver.id, value, self._gesture)

    def _finish(self, value: float) -> None:
        self._set(value)
        self._gesture = None
        self._session.end_drag()

    def _take(self, value: float) -> None:
        try:
            checked_value(self._driver, value)
        except EvenkeelError as problem:
            self.controls.refuse(problem.text())
            return
        self._session.begin_drag()  # told as a drag is when it is done
        self._set(value)
        self._session.end_drag()

    def _take_range(self, low: float, high: float, value: float | None) -> None:
        try:
            between(self._driver, low, high, low)
        except EvenkeelError as problem:
            self.controls.refuse(problem.text())
            return
        self._session.edit(lambda c: edits.set_spread(c, self._where, self._driver.id, low, high, value))
