"""A drop-down list of assumptions under the headings of their groups."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.model.definition import GROUPS, Driver
from core.wording.text import Language
from desktop.theme import font
from desktop.widgets.choice_list import ChoiceList

_ID = Qt.ItemDataRole.UserRole


class DriverList(ChoiceList):
    """Emits a driver only when a person chose it; being filled emits nothing."""

    driver_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, ...], Language] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._choose)

    @property
    def driver(self) -> str:
        """The id of what is chosen; empty while the list is."""
        return str(self.currentData(_ID) or "")

    def show_drivers(self, drivers: Mapping[str, Driver], language: Language) -> None:
        """Offer these; what is chosen stays chosen where it is still there."""
        if self._shown == (tuple(drivers), language):
            return
        self._shown = (tuple(drivers), language)
        chosen = self.driver
        model = QStandardItemModel(self)
        for group, label in GROUPS.items():
            members = [driver for driver in drivers.values() if driver.group == group]
            if members:
                model.appendRow(_heading(label(language)))
            for driver in members:
                model.appendRow(_item(driver, language))
        self.setModel(model)
        self.set_driver(chosen)

    def set_driver(self, driver: str) -> None:
        """Show this one as chosen."""
        self.setCurrentIndex(self.findData(driver, _ID))

    def _choose(self, place: int) -> None:
        driver = self.itemData(place, _ID)
        if driver:
            self.driver_chosen.emit(driver)


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFont(font("caption", bold=True))
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _item(driver: Driver, language: Language) -> QStandardItem:
    item = QStandardItem(driver.label(language))
    item.setData(driver.id, _ID)
    item.setToolTip(driver.help(language))
    return item
