"""Undo, the columns and what is said about it, through the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.wording.text import words
from desktop.theme import GRID
from desktop.window.menus import Entry
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs


def names(window: Window) -> list[str]:
    return [words(a.name, "en") for a in window.session.comparison.alternatives]


def choose(entries: list[Entry], name: str) -> None:
    next(e for e in entries if words(e.label, "en") == name).chosen()


def cell(window: Window, row: str, column: int) -> str:
    from desktop.results.rows import ROWS

    place = [r.id for r in ROWS].index(row)
    return str(window.workspace.results.figures.index(place, column).data())


def test_undo_and_redo_bring_values_and_figures_back(window: Window, qtbot: QtBot) -> None:
    figures = window.workspace.results.figures
    before = figures.text()
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.set_driver("maas", "utilisation", 0.5)
    after = figures.text()
    assert after != before
    assert "20% → 50%" in window.menus.actions["undo"].text()
    with qtbot.waitSignal(window.session.answers_changed):
        window.menus.actions["undo"].trigger()
    assert figures.text() == before
    with qtbot.waitSignal(window.session.answers_changed):
        window.menus.actions["redo"].trigger()
    assert figures.text() == after
    assert not window.menus.actions["redo"].isEnabled()


def test_a_drag_is_one_step_and_is_reported(window: Window) -> None:
    session = window.session
    session.begin_drag()
    for users in range(5_000_000, 8_000_000, 250_000):
        session.set_driver("shared", "users", users, gesture="users")
    session.end_drag()
    assert "6M → 7.75M" in window.status.message.text()
    assert "The winner changed" in window.status.message.text() or session.answers.verdict.winner == "api"
    window.status.undo.click()
    assert session.comparison.shared["users"].value == 6_000_000
    assert not session.can_undo
    assert window.status.message.text() == "Undone: Active users: 6M → 7.75M."


def test_a_value_without_sense_is_refused_in_a_sentence(window: Window) -> None:
    before = window.session.comparison
    assert not window.session.set_driver("maas", "utilisation", 1.4)
    assert "cannot be 140%" in window.status.message.text()
    assert window.session.comparison is before


def test_columns_are_added_duplicated_moved_and_removed(window: Window, qtbot: QtBot) -> None:
    start = names(window)
    alternatives = window.alternatives
    choose(alternatives.choices("duplicate"), start[0])
    assert names(window) == [start[0], f"{start[0]} (copy)", *start[1:]]
    choose(alternatives.choices("move_right"), start[0])
    assert names(window)[:2] == [f"{start[0]} (copy)", start[0]]
    choose(alternatives.choices("remove"), f"{start[0]} (copy)")
    assert names(window) == start
    assert window.status.undo.isVisible()
    with qtbot.waitSignal(window.session.answers_changed):
        alternatives.to_add()[-1].chosen()
    assert len(names(window)) == 4
    assert window.workspace.results.figures.columnCount() == 5
    for _ in range(4):
        window.session.undo()
    assert names(window) == start
    assert not window.session.can_undo


def test_the_last_column_stays(window: Window) -> None:
    for id in ("api", "subscription"):
        window.alternatives.remove(id)
    assert not window.menus.actions["remove"].isEnabled()
    window.alternatives.remove("maas")
    assert len(names(window)) == 1
    assert window.status.message.property("tone") == "bad"


def test_a_column_is_renamed(window: Window, qtbot: QtBot) -> None:
    window.alternatives.rename("maas")
    (dialog,) = open_dialogs()
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("  转售 2027 ")
    with qtbot.waitSignal(window.session.answers_changed):
        dialog.accept()
    assert names(window)[2] == "转售 2027"
    assert window.workspace.results.figures.headerData(3, Qt.Orientation.Horizontal) == "转售 2027"
    window.alternatives.rename_to("maas", "   ")
    assert names(window)[2] == "转售 2027"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_the_name_over_a_column_of_assumptions_offers_what_can_be_done_with_it(
    window: Window, button: Qt.MouseButton
) -> None:
    before, heads = names(window), window.workspace.inputs.heads
    QTest.mouseClick(heads, button, pos=QPoint(heads.width() - 3 * GRID, heads.height() // 2))
    (menu,) = [child for child in window.findChildren(QMenu) if child.isVisible()]
    next(action for action in menu.actions() if action.text() == "Remove").trigger()
    menu.close()
    assert names(window) == before[:2]


def test_an_unchanged_duplicate_is_answered_at_once(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.answers_changed, timeout=2000):
        window.alternatives.duplicate("api")
    assert cell(window, "safe_from", 1) == cell(window, "safe_from", 2)


def test_the_table_speaks_of_losses_that_never_end(window: Window) -> None:
    assert cell(window, "breaks_even_at", 3) == "never"
    assert cell(window, "operating_profit", 3).startswith("−$")


def test_all_zero_users_is_shown_as_not_defined(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.set_driver("shared", "users", 0)
    assert cell(window, "cost_per_user", 1) == "–"


@pytest.mark.parametrize("action", ["copy_verdict", "copy_table"])
def test_verdict_and_table_can_be_copied(window: Window, action: str) -> None:
    window.menus.actions[action].trigger()
    text = QApplication.clipboard().text()
    assert "6M users" in text
    if action == "copy_table":
        assert len({line.count("\t") for line in text.splitlines()}) == 1


def test_ctrl_c_copies_what_is_selected(window: Window, qtbot: QtBot) -> None:
    table = window.workspace.results
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"Operating profit a month\t{cell(window, 'operating_profit', 1)}"


def test_one_change_answers_only_what_it_touches(window: Window, qtbot: QtBot) -> None:
    before = window.session.answers
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.set_driver("maas", "utilisation", 0.3)
    after = window.session.answers
    assert after.results["api"].lines is before.results["api"].lines
    assert after.results["maas"].lines is not before.results["maas"].lines


def test_a_burst_of_edits_is_answered_once(window: Window, qtbot: QtBot) -> None:
    answered: list[object] = []
    window.session.answers_changed.connect(answered.append)
    with qtbot.waitSignal(window.session.answers_changed):
        for value in (0.3, 0.4, 0.5):
            window.session.edit(lambda c, v=value: edits.set_value(c, "maas", "utilisation", v))
    QApplication.processEvents()
    assert len(answered) == 1
