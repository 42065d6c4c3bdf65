"""Chip, source dot and wheel guard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QScrollBar, QSlider, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.wording.text import Text
from desktop.inputs import Age, Chip, SourceDot, WheelGuard, age_of
from desktop.theme import Theme

TODAY = date(2026, 11, 23)
PRICE = Text("Price", "价格")


@pytest.mark.parametrize(
    ("days", "age"),
    [(-3, Age.FRESH), (0, Age.FRESH), (90, Age.FRESH), (91, Age.AGEING), (180, Age.AGEING), (181, Age.OLD)],
)
def test_sources_age(days: int, age: Age) -> None:
    assert age_of(TODAY - timedelta(days=days), TODAY) is age


def test_no_source_is_said(qtbot: QtBot, theme: Theme) -> None:
    dot = SourceDot(theme)
    qtbot.addWidget(dot)
    dot.set_words(PRICE, "en")
    dot.set_source(None, TODAY)
    assert dot.age is Age.NONE
    assert dot.accessibleName() == "Price: No source yet"


def test_a_guess_does_not_look_like_a_checked_source(qtbot: QtBot, theme: Theme) -> None:
    dot = SourceDot(theme)
    qtbot.addWidget(dot)
    dot.set_words(PRICE, "en")
    dot.set_source(TODAY, TODAY)
    sourced = dot.grab().toImage()
    dot.set_source(TODAY, TODAY, assumed=True)
    assert dot.grab().toImage() != sourced
    assert dot.accessibleName() == "Price: Assumption: nobody publishes it, checked 0 days ago"
    dot.set_source(TODAY - timedelta(days=300), TODAY, assumed=True)
    assert dot.age is Age.OLD


def test_the_dot_speaks_both_languages_and_shows_shapes(qtbot: QtBot, theme: Theme) -> None:
    dot = SourceDot(theme)
    qtbot.addWidget(dot)
    dot.resize(24, 24)
    dot.set_words(PRICE, "en")
    images = []
    for passed in (65, 100, 300):
        dot.set_source(TODAY - timedelta(days=passed), TODAY)
        images.append(dot.grab().toImage())
    assert images[0] != images[1] != images[2]
    assert dot.accessibleName() == "Price: Source checked 300 days ago: out of date"
    dot.set_words(PRICE, "zh")
    assert dot.toolTip() == "来源于 300 天前核对，已过时"


def test_pressing_the_dot_asks_for_the_source(qtbot: QtBot, theme: Theme) -> None:
    dot = SourceDot(theme)
    qtbot.addWidget(dot)
    with qtbot.waitSignal(dot.clicked):
        qtbot.mouseClick(dot, Qt.MouseButton.LeftButton)


def test_the_chip_asks_for_the_other_state_and_keeps_its_own(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme)
    qtbot.addWidget(chip)
    chip.set_words(PRICE, "en")
    for shared in (True, False):
        chip.set_shared(shared)
        with qtbot.waitSignal(chip.change_requested) as asked:
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert asked.args == [not shared]
        assert chip.shared is shared


def test_the_chip_says_its_state_in_both_languages(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme)
    qtbot.addWidget(chip)
    chip.set_words(PRICE, "en")
    assert (chip.text(), chip.accessibleName()) == ("shared", "Price: shared")
    chip.set_words(PRICE, "zh")
    chip.set_shared(False)
    assert (chip.text(), chip.accessibleName()) == ("仅此处", "价格：仅此处")


def scroll(widget: QWidget) -> None:
    place, down = QPointF(widget.rect().center()), QPoint(0, -120)
    event = QWheelEvent(
        place, place, down, down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_scrolling_passes_over_what_it_would_change(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, slider, choice, bar = QSpinBox(), QSlider(Qt.Orientation.Horizontal), QComboBox(), QScrollBar()
    layout = QVBoxLayout(window)
    for widget in (box, slider, choice, bar):
        layout.addWidget(widget)
    choice.addItems(["a", "b", "c"])
    window.show()
    guard = WheelGuard(qapp)
    try:
        for widget in (box, slider, choice, bar):
            scroll(widget)
    finally:
        qapp.removeEventFilter(guard)
        guard.deleteLater()
    assert (box.value(), slider.value(), choice.currentIndex()) == (0, 0, 0)
    assert bar.value() > 0
