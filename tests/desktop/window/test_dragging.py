"""A drag in the whole window: nothing jumps under the hand, nothing is painted that did not change, and when the hand
lets go everything is said and moves freely again."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.inputs.grid import InputsGrid
from desktop.inputs.heading import Heading
from desktop.inputs.sheet import Sheet
from desktop.inputs.slider import DriverSlider
from desktop.window.window import Window

RENT = "gpu_hour_price"


class Paints(QObject):
    """How often each kind of widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.number: Counter[type] = Counter()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.number[type(watched)] += 1
        return False


@pytest.fixture
def slider(qtbot: QtBot, window: Window) -> DriverSlider:
    window.resize(1280, 1000)  # so high that profit zones are told
    window.workspace.inputs.show_driver(RENT, "api")
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    qtbot.waitUntil(lambda: window.workspace.verdict.findings is not None, timeout=20_000)
    return controls.slider


def press(slider: DriverSlider) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=slider._handle().center())


def move_to(slider: DriverSlider, share: float) -> None:
    place = slider._handle().center()
    place.setX(round(slider.width() * share))
    QTest.mouseMove(slider, place)
    for _ in range(3):
        QApplication.processEvents()


def release(slider: DriverSlider) -> None:
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=slider._handle().center())
    QApplication.processEvents()


def test_nothing_jumps_under_the_hand(qtbot: QtBot, window: Window, slider: DriverSlider) -> None:
    parts, panel = window.workspace, window.workspace.tabs.panels["break_even"]
    rows = [row.geometry() for row in parts.inputs.sheet.rows]
    heights = []
    press(slider)
    for share in (0.3, 0.15, 0.5, 0.7, 0.1, 0.25, 0.95):
        said = parts.verdict.headline.text()
        move_to(slider, share)
        qtbot.waitUntil(lambda before=said: parts.verdict.headline.text() != before)
        qtbot.waitUntil(lambda: not window.session.turns._waiting)
        QApplication.processEvents()
        assert [row.geometry() for row in parts.inputs.sheet.rows] == rows
        heights.append((parts.verdict.height(), panel.headlines.height()))
    for before, after in pairwise(heights):
        assert all(later >= earlier for earlier, later in zip(before, after, strict=True))
    release(slider)
    assert panel.headlines.height() < heights[-1][1]  # who never makes money has no profit zones to tell
    assert parts.verdict.height() <= heights[-1][0]


def test_only_what_changed_is_painted(qtbot: QtBot, window: Window, slider: DriverSlider) -> None:
    press(slider)
    move_to(slider, 0.3)
    qtbot.waitUntil(lambda: not window.session.turns._waiting)
    paints = Paints()
    for share in (0.32, 0.34, 0.36):
        move_to(slider, share)
        qtbot.waitUntil(lambda: not window.session.turns._waiting)
    QApplication.instance().removeEventFilter(paints)
    assert paints.number[DriverSlider] >= 3
    assert not {Heading, Sheet, InputsGrid} & set(paints.number)
    release(slider)


def test_when_the_hand_lets_go_everything_is_said(window: Window, slider: DriverSlider) -> None:
    parts, uncertainty = window.workspace, window.workspace.inputs.editor.uncertainty
    press(slider)
    move_to(slider, 0.9)
    assert "lies outside" not in uncertainty.told.text()
    release(slider)
    assert "lies outside" in uncertainty.told.text()
    assert uncertainty.reach.isVisible()
    results = [parts.results.figures.data(parts.results.figures.index(0, column)) for column in (1, 2, 3)]
    fresh = [row[1:] for row in (line.split("\t") for line in parts.results.figures.text().splitlines())][1]
    assert results == fresh
    assert parts.verdict.headline.text() == window.session.answers.verdict.headline("en")


def test_after_a_drag_the_words_take_the_width_of_the_window_again(window: Window, slider: DriverSlider) -> None:
    headline = window.workspace.verdict.headline
    press(slider)
    move_to(slider, 0.3)
    release(slider)
    before = headline.width()
    window.resize(window.width() + 200, window.height())
    QApplication.processEvents()
    assert headline.width() >= before + 150
    window.resize(window.width() - 200, window.height())
    QApplication.processEvents()
    assert headline.width() == before
