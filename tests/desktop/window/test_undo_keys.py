"""Ctrl+Z and Ctrl+Y wherever the cursor is: first what was typed there, then the comparison, never nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.window.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


def undo(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)


def redo(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)


def users(window: Window) -> float:
    return window.session.comparison.shared["users"].value


def entry(window: Window) -> QWidget:
    window.activateWindow()
    window.workspace.inputs.show_driver("users", "api")
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    controls.focus()
    QApplication.processEvents()
    return controls.entry.field


def test_an_entered_number_is_undone_from_its_entry(window: Window) -> None:
    field = entry(window)
    QTest.keyClicks(field, "7m")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert users(window) == 7_000_000
    assert field.hasFocus()
    undo(field)
    assert users(window) == 6_000_000
    assert field.text() == "6,000,000"
    redo(field)
    assert users(window) == 7_000_000
    assert field.text() == "7,000,000"


@pytest.mark.parametrize("enter", [False, True])
def test_what_is_not_taken_yet_is_taken_back_first(window: Window, enter: bool) -> None:
    window.session.set_driver("shared", "users", 7_000_000)
    field = entry(window)
    QTest.keyClicks(field, "-5" if enter else "12m")
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)  # refused, and kept
        assert field.text() == "-5"
    undo(field)
    assert field.text() == "7,000,000"
    assert users(window) == 7_000_000
    undo(field)
    assert users(window) == 6_000_000


def test_the_search_box_undoes_its_words_and_then_the_comparison(window: Window) -> None:
    window.session.set_driver("shared", "users", 7_000_000)
    window.activateWindow()
    search = window.workspace.inputs.bar.search
    search.setFocus()
    QApplication.processEvents()
    QTest.keyClicks(search, "rent")
    undo(search)
    assert search.text() == ""
    assert users(window) == 7_000_000
    undo(search)
    assert users(window) == 6_000_000
    redo(search)
    assert search.text() == "rent"


def test_the_note_leaves_undo_to_the_window_once_it_is_kept(window: Window) -> None:
    entry(window)
    editor = window.workspace.inputs.editor
    editor.dot.click()
    note = editor.details.note
    note.setFocus()
    QTest.keyClicks(note, "from the books")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert window.session.can_undo
    undo(note)
    assert not window.session.can_undo
    assert note.text() == ""


def test_what_was_undone_and_redone_is_said(window: Window) -> None:
    window.session.set_driver("shared", "users", 7_000_000)
    window.menus.actions["undo"].trigger()
    assert window.status.message.text() == "Undone: Active users: 6M → 7M."
    window.menus.actions["redo"].trigger()
    assert window.status.message.text() == "Redone: Active users: 6M → 7M."
    window.session.set_language("zh")
    assert window.status.message.text().startswith("已重做：活跃用户数：600万 → 700万")
    assert not window.status.undo.isVisible()
