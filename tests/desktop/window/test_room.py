"""Who gets the room there is: words are never cut, and the chart keeps enough to be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from desktop.window.window import Window
from desktop.window.workspace import INPUTS_WIDTH
from tests.desktop.window.conftest import MakeWindow

LEAST_CHART = 130


def settle() -> None:
    for _ in range(5):  # a height that follows from a width takes more than one round
        QApplication.processEvents()


def assert_readable(window: Window) -> None:
    verdict = window.workspace.verdict
    for label in (verdict.headline, verdict.sentences, verdict.condition, verdict.remarks):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert verdict.rect().contains(label.geometry())
    assert window.workspace.tabs.panels["break_even"].chart.height() >= LEAST_CHART


@pytest.mark.parametrize("size", [(1024, 640), (1024, 700), (1280, 740), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_workings_leave_room_for_verdict_and_chart(window: Window, language: str, size: tuple[int, int]) -> None:
    window.session.set_language(language)
    window.resize(*size)
    settle()
    assert_readable(window)
    window.workspace.verdict.why_button.click()
    settle()
    assert_readable(window)
    window.workspace.workings.close()
    settle()
    assert_readable(window)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_dividers_cannot_squeeze_verdict_or_chart(window: Window, qtbot: QtBot, language: str) -> None:
    window.session.set_language(language)
    qtbot.waitUntil(lambda: window.workspace.verdict.findings is not None, timeout=20_000)
    for divider in window.workspace.findChildren(QSplitter):
        handle = divider.handle(1)
        for far in (QPoint(-2000, -2000), QPoint(2000, 2000)):
            QTest.mousePress(handle, Qt.MouseButton.LeftButton)
            QTest.mouseMove(handle, far)
            QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=far)
            settle()
            assert_readable(window)


@pytest.mark.parametrize("height", [700, 709, 718, 800])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_row_of_the_results_is_cut(window: Window, language: str, height: int) -> None:
    window.session.set_language(language)
    window.resize(1024, height)
    settle()
    results = window.workspace.results
    rows = results.rowAt(results.viewport().height() - 1) + 1
    assert 3 <= rows < results.model().rowCount()
    assert sum(results.rowHeight(row) for row in range(rows)) == results.viewport().height()
    results.verticalScrollBar().setValue(results.verticalScrollBar().maximum())
    assert results.rowViewportPosition(results.rowAt(0)) == 0


def test_assumptions_are_as_wide_as_before_when_more_columns_and_the_workings_are_gone(window: Window) -> None:
    inputs, workings = window.workspace.inputs, window.workspace.workings
    settle()
    window.session.open_comparison(load_example("deepseek-day"), origin="example")
    settle()
    assert inputs.width() > INPUTS_WIDTH
    workings.show_verdict()
    window.session.open_comparison(load_example("three-ways"), origin="example")
    workings.close()
    settle()
    assert inputs.width() == INPUTS_WIDTH


def test_unfolded_assumptions_are_as_wide_as_they_were_dragged(window: Window, make_window: MakeWindow) -> None:
    inputs, handle = window.workspace.inputs, window.workspace._columns.handle(1)
    settle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, QPoint(24, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(24, 0))
    settle()
    wanted = inputs.width()
    assert wanted > INPUTS_WIDTH
    window.workspace.remember()
    for shown in (window, make_window()):
        inputs = shown.workspace.inputs
        for folded in (True, False):
            inputs.set_folded(folded)
            settle()
        assert inputs.width() == wanted
