"""Three hints at most: each points at something, blocks nothing, and never comes again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.nudges.bubble import Bubble
from desktop.nudges.nudges import NUDGES_IN_ORDER, Nudges
from desktop.settings import NUDGES, Settings
from desktop.window.window import Window

Begin = Callable[[], Nudges]


@pytest.fixture
def begin(window: Window) -> Begin:
    def begin_nudging() -> Nudges:
        made = Nudges(window.session, window.theme, Settings(), window.workspace)
        made._calm.setInterval(1)
        made._calm.start()
        return made

    return begin_nudging


def seen(qtbot: QtBot, nudges: Nudges, id: str) -> None:
    qtbot.waitUntil(lambda: nudges.nudge is not None and nudges.nudge.id == id and nudges.bubble.isVisible())


def test_none_comes_unasked_for_in_a_test(window: Window) -> None:
    assert not window.findChildren(Bubble)


def test_they_come_one_after_the_other_as_things_are_done(qtbot: QtBot, window: Window, begin: Begin) -> None:
    nudges = begin()
    seen(qtbot, nudges, "users")
    assert nudges.bubble.text() == "Drag me."
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.set_driver("shared", "users", 45_000)
    seen(qtbot, nudges, "sensitivity")
    window.workspace.tabs.show_question("sensitivity")
    qtbot.waitUntil(lambda: nudges.nudge is not None and nudges.nudge.id == "needed")
    assert not nudges.bubble.isVisible()  # what is looked at is not covered
    window.workspace.tabs.show_question("break_even")
    seen(qtbot, nudges, "needed")
    window.session.set_language("zh")
    assert nudges.bubble.text() == "要满足什么条件？"
    window.workspace.tabs.show_question("needed")
    assert nudges.nudge is None
    assert not nudges.bubble.isVisible()
    assert Settings().get(NUDGES) == ["needed", "sensitivity", "users"]


def test_put_away_for_good_by_a_click_or_a_key(qtbot: QtBot, window: Window, begin: Begin) -> None:
    nudges = begin()
    seen(qtbot, nudges, "users")
    QTest.mouseClick(nudges.bubble, Qt.MouseButton.LeftButton)
    assert not nudges.bubble.isVisible()
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.set_driver("shared", "users", 45_000)
    seen(qtbot, nudges, "sensitivity")
    QTest.keyClick(nudges.bubble, Qt.Key.Key_Escape)
    assert nudges.nudge is None
    nudges.bubble.deleteLater()
    nudges.deleteLater()
    again = begin()
    seen(qtbot, again, "needed")  # the other two are never seen again
    assert Settings().get(NUDGES) == ["sensitivity", "users"]


def test_what_was_done_before_needs_no_hint(qtbot: QtBot, window: Window, begin: Begin) -> None:
    nudges = begin()
    seen(qtbot, nudges, "users")
    window.workspace.tabs.show_question("sensitivity")
    window.workspace.tabs.show_question("needed")
    assert nudges.nudge is not None
    assert nudges.nudge.id == "users"
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.set_driver("shared", "users", 45_000)
    assert nudges.nudge is None
    assert len(Settings().get(NUDGES)) == len(NUDGES_IN_ORDER) == 3


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_they_stay_inside_the_window_beside_their_target(
    qtbot: QtBot, window: Window, begin: Begin, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    nudges = begin()
    seen(qtbot, nudges, "users")
    assert window.workspace.rect().contains(nudges.bubble.geometry())
    assert nudges.nudge is not None
    place = nudges.nudge.place(window.workspace)
    assert place is not None
    slider = place[0]
    bottom = slider.mapTo(window.workspace, slider.rect().bottomLeft()).y()
    assert abs(nudges.bubble.y() - bottom) <= 2
    assert not nudges.bubble.geometry().contains(slider.mapTo(window.workspace, slider.rect().center()))
    window.fold_inputs()
    qtbot.waitUntil(lambda: not nudges.bubble.isVisible())
    window.fold_inputs()
    qtbot.waitUntil(nudges.bubble.isVisible)


def test_the_number_below_the_slider_can_be_read(qtbot: QtBot, window: Window, begin: Begin) -> None:
    nudges = begin()
    seen(qtbot, nudges, "users")
    entry = window.workspace.inputs.editor.controls.entry.field
    begins = entry.mapTo(window.workspace, entry.rect().topLeft()).x()
    assert nudges.bubble.x() > begins + entry.fontMetrics().horizontalAdvance("50,000,000") + 12


def test_a_tab_that_moves_takes_its_hint_along(qtbot: QtBot, window: Window, begin: Begin) -> None:
    Settings().set(NUDGES, ["users"])
    nudges = begin()
    seen(qtbot, nudges, "sensitivity")
    before, height = nudges.bubble.y(), window.workspace.verdict.height()
    window.workspace.verdict.remarks.say("One more line.")
    qtbot.waitUntil(lambda: window.workspace.verdict.height() > height)
    qtbot.waitUntil(lambda: nudges.bubble.y() - before == window.workspace.verdict.height() - height)


def test_the_focus_stays_where_it_was(qtbot: QtBot, window: Window, begin: Begin) -> None:
    window.workspace.results.setFocus()
    nudges = begin()
    seen(qtbot, nudges, "users")
    assert window.workspace.results.hasFocus()
    assert nudges.bubble.accessibleName() == "Hint: Drag me. Press to put it away."
