"""Painting again and again, and an error while painting, leave the window standing."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.profit.chart import ProfitChart
from desktop.charts.profit.data import ProfitData
from desktop.charts.profit.marks import Marks
from desktop.theme import Theme


def test_five_hundred_updates_are_painted(qtbot: QtBot, theme: Theme, data: ProfitData) -> None:
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    with qtbot.waitExposed(chart):
        chart.show()
    for turn in range(500):
        chart.set_data(replace(data, users=float(turn)))
        chart.viewport().repaint()
    assert chart.summary().startswith("At 499 users")


def test_an_error_while_painting_is_reported_and_the_rest_is_painted(
    qtbot: QtBot, theme: Theme, data: ProfitData, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    chart.set_data(data)
    with qtbot.waitExposed(chart):
        chart.show()
    QApplication.processEvents()
    monkeypatch.setattr(Marks, "placed", lambda *_: 1 / 0)
    with qtbot.captureExceptions() as problems:
        chart.viewport().repaint()
    monkeypatch.undo()
    assert [kind for kind, _, _ in problems] == [ZeroDivisionError]
