"""Typing values in the window: what is not taken is kept and never in the way, what is taken is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.inputs.cell import Cell
from desktop.inputs.entry import NumberEntry
from desktop.window.window import Window

LEFT = Qt.MouseButton.LeftButton


def cell(window: Window, driver: str, alternative: str) -> Cell:
    found = window.workspace.inputs.sheet.cell_for(driver, alternative)
    assert found is not None
    return found


def press(window: Window, driver: str, alternative: str) -> NumberEntry:
    window.activateWindow()
    QTest.mouseClick(cell(window, driver, alternative), LEFT)
    QApplication.processEvents()
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    return controls.entry


def utilisation(window: Window) -> float:
    return window.session.comparison.alternative("maas").own["utilisation"].value


def test_a_refused_value_waits_where_it_was_typed(window: Window) -> None:
    window.workspace.inputs.show_driver("utilisation", "maas")
    entry = press(window, "utilisation", "maas")
    entry.field.setFocus()
    QTest.keyClicks(entry.field, "150%")
    other = press(window, "users", "api")  # not even entered: leaving it enters it
    assert window.workspace.inputs.editor.place is not None
    assert window.workspace.inputs.editor.place.driver.id == "users"
    assert cell(window, "users", "api").hasFocus()
    assert not other.refused
    assert utilisation(window) == 0.2
    assert cell(window, "utilisation", "maas").refused == "Not taken: 150%"
    assert "150%" in cell(window, "utilisation", "maas").toolTip()
    window.session.set_language("zh")
    assert cell(window, "utilisation", "maas").refused == "未采用：150%"
    entry = press(window, "utilisation", "maas")
    assert entry.field.text() == "150%"
    assert entry.refused
    assert entry.message
    entry.field.setFocus()
    QTest.keyClick(entry.field, Qt.Key.Key_Escape)
    assert entry.field.text() == "20%"
    press(window, "users", "api")
    assert cell(window, "utilisation", "maas").refused == ""


def test_a_value_mended_later_is_taken(window: Window) -> None:
    window.workspace.inputs.show_driver("utilisation", "maas")
    entry = press(window, "utilisation", "maas")
    entry.field.setFocus()
    QTest.keyClicks(entry.field, "150%")
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    press(window, "users", "api")
    entry = press(window, "utilisation", "maas")
    entry.field.setFocus()
    entry.field.selectAll()
    QTest.keyClicks(entry.field, "50%")
    press(window, "users", "api")
    assert utilisation(window) == 0.5
    assert cell(window, "utilisation", "maas").refused == ""


def test_a_click_reaches_its_number_although_a_message_appears(window: Window) -> None:
    """The words of the refusal come between the press and the release, and move what is below."""
    window.workspace.inputs.show_driver("users", "api")
    entry = press(window, "users", "api")
    entry.field.setFocus()
    QTest.keyClicks(entry.field, "-5")
    below = window.workspace.inputs.sheet.rows[2].cells[0]
    middle = below.mapTo(window, below.rect().center())
    QTest.mousePress(below, LEFT)
    QApplication.processEvents()
    under = window.childAt(middle)
    QTest.mouseRelease(under if isinstance(under, Cell) else window, LEFT)
    assert window.workspace.inputs.editor.place is below.place
    assert below.hasFocus()


def test_a_typed_value_that_changes_the_winner_is_told_as_a_drag_is(window: Window) -> None:
    window.workspace.inputs.show_driver("users", "api")
    entry = press(window, "users", "api")
    entry.field.setFocus()
    QTest.keyClicks(entry.field, "40m")
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    assert "6M → 40M" in window.status.message.text()
    assert "The winner changed: DeepSeek-style API → ChatGPT-style plan" in window.status.message.text()
    assert window.status.undo.isVisible()
    window.status.undo.click()
    assert window.session.comparison.shared["users"].value == 6_000_000
    assert not window.session.can_undo
