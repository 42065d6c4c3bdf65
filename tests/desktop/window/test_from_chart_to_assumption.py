"""From a bar of "What matters most" to its assumption: the grid unfolds, the cell is open and has the focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.panels.sensitivity.panel import SensitivityPanel
from desktop.window.window import Window


def test_a_click_on_a_bar_opens_its_assumption(qtbot: QtBot, window: Window) -> None:
    workspace = window.workspace
    workspace.tabs.show_question("sensitivity")
    panel = workspace.tabs.panels["sensitivity"]
    assert isinstance(panel, SensitivityPanel)
    qtbot.waitUntil(lambda: bool(panel.chart.data.blocks), timeout=20_000)
    workspace.inputs.set_folded(True)
    place = next(p for p in panel.chart.blocks.layout_now.places if p.bar.key == "utilisation")
    where = QPoint(300, int(place.row.center().y()))
    QTest.mouseClick(panel.chart.blocks, Qt.MouseButton.LeftButton, pos=where)
    cell = workspace.inputs.sheet.cell_for("utilisation", place.block.key)
    assert cell is not None
    assert cell.isVisible()
    assert workspace.inputs.editor.place is cell.place
    assert QApplication.focusWidget() is cell
