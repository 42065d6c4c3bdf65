"""A loss stays red while it is selected."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from desktop.widgets.own_ink import OwnInk

RED = QColor(200, 0, 0)


def reddest(image: QImage) -> int:
    """By how much any pixel is redder than it is green."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(colour.red() - colour.green() for colour in colours)


def test_the_colour_of_a_cell_survives_being_selected(qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    item = QTableWidgetItem("−$71k ████")
    item.setForeground(RED)
    table.setItem(0, 0, item)
    table.setItemDelegate(OwnInk(table))
    table.resize(200, 80)
    table.show()
    item.setSelected(True)
    QApplication.processEvents()
    cell = table.visualItemRect(item)
    assert reddest(table.viewport().grab(cell).toImage()) > 150
    item.setForeground(QColor(0, 0, 0))
    QApplication.processEvents()
    assert reddest(table.viewport().grab(cell).toImage()) < 100
