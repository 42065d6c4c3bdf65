"""What matters most follows the values, and no row moves under somebody's hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.questions.decisive import decisive
from desktop.inputs.grid import InputsGrid
from desktop.inputs.rows import DECISIVE
from desktop.inputs.value_controls import NumberControls
from desktop.session import Session
from tests.desktop.inputs.hands import opened


def first_rows(grid: InputsGrid) -> list[str]:
    return [row.row.driver.id for row in grid.sheet.rows if row.row.group == DECISIVE]


def test_what_matters_most_follows_the_values_but_not_under_a_hand(grid: InputsGrid, session: Session) -> None:
    before = first_rows(grid)
    controls = opened(grid, "users", "api")
    controls.focus()
    grid.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    session.set_driver("shared", "users", 12_000)
    assert first_rows(grid) == before  # somebody types in the editor
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Escape)
    assert first_rows(grid) == before  # the pointer rests on it
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    now = decisive(session.comparison)
    assert set(now) != set(before[1:])
    assert set(first_rows(grid)) == {"users", *now}
    assert grid.place_in_focus() is not None
    session.undo()
    assert set(first_rows(grid)) == set(before)


def enter_users(grid: InputsGrid, session: Session) -> NumberControls:
    """As somebody whose pointer rests beside the entry."""
    controls = opened(grid, "users", "api")
    grid.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    controls.focus("12k")
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    assert session.comparison.shared["users"].value == 12_000
    return controls


def test_what_matters_most_follows_once_the_pointer_has_gone_although_the_entry_has_the_focus(
    grid: InputsGrid, session: Session
) -> None:
    before = first_rows(grid)
    controls = enter_users(grid, session)
    assert first_rows(grid) == before
    QTest.keyClicks(controls.entry.field, "13")
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert first_rows(grid) == before  # somebody types
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert set(first_rows(grid)) == {"users", *decisive(session.comparison)} != set(before)
    assert grid.editor.place is not None
    assert grid.editor.place.driver.id == "users"
    assert grid.editor.controls.entry.field.hasFocus()


def test_no_row_moves_while_something_is_dragged(grid: InputsGrid, session: Session) -> None:
    before = first_rows(grid)
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    session.begin_drag()
    session.set_driver("shared", "users", 12_000)
    assert first_rows(grid) == before
    session.end_drag()
    assert set(first_rows(grid)) == {"users", *decisive(session.comparison)}
