"""Published figures beside our own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from core.comparison.new import new_comparison
from desktop.panels.checks import ChecksPanel
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ChecksPanel:
    made = ChecksPanel(Session(load_example("deepseek-day")), theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    QApplication.processEvents()
    return made


def test_published_and_computed_stand_side_by_side(panel: ChecksPanel) -> None:
    rows = {row[0]: row for row in panel.table.words()}
    _, published, ours, difference, source = rows["GPU rent a day"]
    assert (published, ours) == ("$87,072 a day", "$87,116 a day")
    assert rows["Nodes in use, on average"][1:3] == ["226.75 nodes", "226.86 nodes"]
    assert rows["Markup on cost"][1:3] == ["545%", "545.2%"]  # alike would not be: they differ
    assert difference == "+$43.61\n+0.05%"
    assert "DeepSeek" in source
    assert rows["Gross margin"][1] == "84.5%"
    assert rows["Gross margin"][3].endswith(("pts", "pt"))


def test_in_chinese(panel: ChecksPanel) -> None:
    panel.session.set_language("zh")
    rows = {row[0]: row for row in panel.table.words()}
    assert rows["毛利率"][3].endswith("个百分点")
    assert rows["每日 GPU 租金（人民币）"][1] == "630,000 元/天"


def test_it_is_wanted_only_where_something_was_published() -> None:
    assert ChecksPanel.is_wanted(load_example("deepseek-day"))
    assert not ChecksPanel.is_wanted(new_comparison("x", ["closed-api"]))


def test_cells_can_be_copied(panel: ChecksPanel) -> None:
    panel.table.selectAll()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "GPU rent a day\t$87,072 a day" in QGuiApplication.clipboard().text()
