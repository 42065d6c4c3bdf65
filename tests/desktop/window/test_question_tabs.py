"""The strip of questions: whole tabs only, all of them in the list; and what stands where a panel cannot be built."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.mishap import Mishaps
from desktop.panels.fault import PanelFault
from desktop.window import question_tabs
from desktop.window.question_tabs import QUESTIONS, QuestionTabs
from desktop.window.window import Window
from tests.desktop.window.pressing import only_box


def in_strip(tabs: QuestionTabs) -> list[int]:
    return [place for place in range(tabs.count()) if tabs.isTabVisible(place)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1024, 1280, 1700])
def test_only_whole_tabs_are_shown_and_nothing_scrolls(window: Window, width: int, language: str) -> None:
    window.session.set_language(language)
    window.resize(width, 700)
    tabs, strip = window.workspace.tabs, window.workspace.tabs.tabBar()
    for question in [QUESTIONS[place].id for place in tabs.offered]:
        tabs.show_question(question)
        QApplication.processEvents()
        assert tabs.question == question
        for place in in_strip(tabs):
            assert strip.rect().contains(strip.tabRect(place))
        assert not any(button.isVisible() for button in strip.findChildren(QToolButton))
    assert len(in_strip(tabs)) >= 4
    if width == 1700:
        assert in_strip(tabs) == tabs.offered


def test_turning_to_another_question_puts_the_focus_into_no_entry(window: Window) -> None:
    window.activateWindow()
    tabs, strip = window.workspace.tabs, window.workspace.tabs.tabBar()
    for question in ("path", "needed", "path"):
        place = tabs.number_of(question)
        tabs.setTabVisible(place, True)
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.tabRect(place).center())
        QApplication.processEvents()
        assert tabs.question == question
        assert QApplication.focusWidget() in (window.workspace, strip)
        entry = next(each for each in tabs.panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        entry.setFocus()


def test_a_value_that_was_tried_leaves_the_focus_beside_its_button(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    tabs = window.workspace.tabs
    tabs.show_question("needed")
    panel = tabs.panel
    qtbot.waitUntil(lambda: panel.table.rowCount() > 2, timeout=30_000)
    button = panel.table.button(2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    qtbot.waitUntil(lambda: not panel.table.isVisible(), timeout=30_000)  # the goal is reached
    assert panel.report.undo.hasFocus()


def test_the_list_holds_every_question(window: Window) -> None:
    window.resize(1024, 700)
    tabs = window.workspace.tabs
    menu = tabs._all.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [QUESTIONS[place].title("en") for place in tabs.offered]
    menu.actions()[-1].trigger()
    assert tabs.currentIndex() == tabs.offered[-1]
    assert tabs.isTabVisible(tabs.currentIndex())


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the panel of margins can be built just now."""
    whole = question_tabs._margin
    is_broken = [True]

    def build(*arguments: object) -> object:
        if is_broken[0]:
            raise ZeroDivisionError("inside")
        return whole(*arguments)

    changed = [
        question_tabs.Question(q.id, q.title, build if q.id == "margin" else q.make, q.wanted) for q in QUESTIONS
    ]
    monkeypatch.setattr(question_tabs, "QUESTIONS", tuple(changed))
    return is_broken


def test_a_panel_that_cannot_be_built_says_so_and_can_be_tried_again(
    window: Window, broken: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", Mishaps(window).tell)
    tabs = window.workspace.tabs
    tabs.show_question("margin")
    QApplication.processEvents()
    box = only_box()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    (fault,) = tabs.findChildren(PanelFault)
    assert fault.isVisible()
    assert "margin" not in tabs.panels
    window.session.set_language("zh")
    assert fault.again.text() == "重试"
    broken[0] = False
    fault.again.click()
    QApplication.processEvents()
    assert not fault.isVisible()
    assert tabs.panels["margin"].isVisible()


def test_a_panel_that_cannot_show_its_answers_says_so(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *fault: told.append(fault))
    tabs = window.workspace.tabs
    panel = tabs.panels["break_even"]

    def fail(*_: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(type(panel), "show_answers", fail)
    window.session.set_language("zh")
    assert len(told) == 1
    assert not panel.isVisible()
    (fault,) = tabs.findChildren(PanelFault)
    monkeypatch.undo()
    fault.again.click()
    QApplication.processEvents()
    assert tabs.panels["break_even"].isVisible()
    assert tabs.panels["break_even"].chart.summary()
