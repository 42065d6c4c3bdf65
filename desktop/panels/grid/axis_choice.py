"""One axis of the map: which driver, from where to where."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.comparison.values import checked_value
from core.errors import EvenkeelError
from core.model.definition import Driver
from core.questions.grid import Axis
from core.wording.text import Language, Text
from core.wording.unit_words import unit_label, unit_words
from desktop.inputs.driver_list import DriverList
from desktop.inputs.entry import NumberEntry
from desktop.theme import HALF, Theme

LOWEST, HIGHEST = Text("{label}, lowest", "{label}下限"), Text("{label}, highest", "{label}上限")
BACKWARDS = Text("The range must start below its end.", "范围的起点必须小于终点。")


class AxisChoice(QWidget):
    """Label, list of drivers, the two ends of the range."""

    driver_chosen = Signal(str)
    range_entered = Signal(float, float)

    def __init__(self, theme: Theme, title: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self._driver: Driver | None = None
        self._language: Language = "en"
        self.drivers = DriverList()
        self.low: NumberEntry | None = None
        self.high: NumberEntry | None = None
        self._name, self._to, self._unit = QLabel(), QLabel("–"), QLabel()
        for label in (self._name, self._to, self._unit):
            label.setProperty("tone", "caption")
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, HALF)
        self._layout.setSpacing(HALF)
        self._layout.addWidget(self._name, 0, 0, 1, 3)
        self._layout.addWidget(self.drivers, 1, 0, 1, 3)
        self._layout.addWidget(self._to, 2, 1)
        self._layout.addWidget(self._unit, 3, 0, 1, 3)
        for column in (0, 2):
            self._layout.setColumnStretch(column, 1)
        self.drivers.driver_chosen.connect(self.driver_chosen)

    def show_axis(self, drivers: Mapping[str, Driver], axis: Axis, language: Language) -> None:
        """Offer these drivers; show which is chosen and its range."""
        self.drivers.show_drivers(drivers, language)
        self.drivers.set_driver(axis.driver)
        driver = drivers[axis.driver]
        self._language = language
        if self._driver is None or (driver.id, driver.unit) != (self._driver.id, self._driver.unit):
            self._make_entries(driver.unit)
        self._driver = driver
        for entry, value, words in ((self.low, axis.low, LOWEST), (self.high, axis.high, HIGHEST)):
            if entry is not None:
                entry.set_value(value)
                entry.set_words(words.filled(label=driver.label), language)
                if not entry.field.hasFocus():
                    entry.field.setCursorPosition(0)
        self._say(driver, language)

    def _say(self, driver: Driver, language: Language) -> None:
        self._name.setText(self._title(language))
        self.drivers.setAccessibleName(self._title(language))
        self.drivers.setToolTip(driver.label(language))
        rate = bool(unit_words(driver.unit).denominators)
        self._unit.setText(unit_label(driver.unit)(language))
        self._unit.setVisible(rate)

    def _make_entries(self, unit: str) -> None:
        for before in (self.low, self.high):
            if before is not None:
                self._layout.removeWidget(before)
                before.hide()
                before.deleteLater()
        self.low, self.high = (NumberEntry(self._theme, unit, kept=False) for _ in range(2))
        for column, entry in ((0, self.low), (2, self.high)):
            entry.field.setMinimumWidth(0)
            self._layout.addWidget(entry, 2, column)
            entry.value_committed.connect(lambda value, entry=entry: self._take(entry, value))
        QWidget.setTabOrder(self.drivers, self.low)
        QWidget.setTabOrder(self.low, self.high)

    def _take(self, entry: NumberEntry, value: float) -> None:
        """A typed end; one that makes no sense is refused where it was typed."""
        if self._driver is None or self.low is None or self.high is None:
            return
        try:
            checked_value(self._driver, value)
        except EvenkeelError as problem:
            entry.refuse(problem.text())
            return
        low, high = (value if entry is one else one.value for one in (self.low, self.high))
        if low >= high:
            entry.refuse(BACKWARDS)
            return
        self.range_entered.emit(low, high)
