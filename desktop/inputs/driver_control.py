"""One assumption to be set beside the chart it matters for: its name, slider and entry, as in the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.model.definition import Driver
from core.wording.text import Language
from desktop.inputs.value_controls import controls_for
from desktop.inputs.value_edits import ValueEdits
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.wrapped_label import WrappedLabel


class DriverControl(QWidget):
    """A drag is one step of undo; what makes no sense is refused where it was typed."""

    def __init__(
        self, session: Session, theme: Theme, driver: Driver, where: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._driver, self._where = session, driver, where
        self._label = WrappedLabel()
        self.controls = controls_for(driver.unit, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self.controls)
        ValueEdits(session, self.controls, where, driver)

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
