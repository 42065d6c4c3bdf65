"""The menu of a cell: what can be asked about its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from core.wording.text import Text
from desktop.inputs.rows import Place
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.inputs.grid import InputsGrid

PRICES = Text("Published prices…", "公布的价格…")
WORKINGS = Text("Where does this number come from?", "这个数字从何而来？")


def open_menu(place: Place, session: Session, grid: InputsGrid, at: QPoint) -> None:
    """Open it there; the grid passes on what is chosen."""
    from core.prices.using import place_of_driver  # imported here: the first look at the window does without

    menu = QMenu(grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    language, alternative = session.language, place.alternatives[0]
    menu.addAction(WORKINGS(language), lambda: grid.figure_wanted.emit(place.where, place.driver.id))
    if place_of_driver(session.comparison, alternative, place.driver.id) is not None:
        menu.addAction(PRICES(language), lambda: grid.prices_wanted.emit(alternative, place.driver.id))
    menu.popup(at)
