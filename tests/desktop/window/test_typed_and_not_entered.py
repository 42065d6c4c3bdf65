"""What is typed and not entered yet is taken before anything reads the comparison, or said not to be taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.comparison.examples import load_example
from core.comparison.file.storage import load, save
from core.questions.decisive import decisive
from desktop.inputs.entry import NumberEntry
from desktop.inputs.rows import DECISIVE
from desktop.window.window import Window
from tests.desktop.window.pressing import only_box, open_dialogs, press

LEFT = Qt.MouseButton.LeftButton
Choose = Callable[[Path | None], None]


@pytest.fixture
def file(window: Window, tmp_path: Path) -> Path:
    """The file that is open."""
    path = tmp_path / "plan.evenkeel"
    save(load_example("three-ways"), path)
    window.activateWindow()
    window.files.open_path(path)
    return path


def type_users(window: Window, typed: str) -> NumberEntry:
    return type_value(window, "users", "api", typed)


def type_value(window: Window, driver: str, alternative: str, typed: str) -> NumberEntry:
    window.workspace.inputs.show_driver(driver, alternative)
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    controls.entry.field.setFocus()
    QTest.keyClicks(controls.entry.field, typed)
    return controls.entry


def users(path: Path) -> float:
    return load(path).shared["users"].value


def test_saving_takes_what_is_typed(window: Window, file: Path) -> None:
    entry = type_users(window, "7,500,000")
    window.menus.actions["save"].trigger()
    assert users(file) == 7_500_000
    assert entry.field.text() == "7,500,000"
    assert window.status.state.text() == "All changes saved"
    assert entry.field.hasFocus()


def test_saving_under_another_name_takes_it(window: Window, file: Path, chosen: Choose, tmp_path: Path) -> None:
    chosen(tmp_path / "other.evenkeel")
    type_users(window, "7.5m")
    window.menus.actions["save_as"].trigger()
    assert users(tmp_path / "other.evenkeel") == 7_500_000


def test_copying_the_verdict_takes_it(window: Window, file: Path) -> None:
    type_users(window, "7,500,000")
    window.menus.actions["copy_verdict"].trigger()
    assert "At 7.5M users" in QApplication.clipboard().text()


def test_another_question_takes_it(window: Window, file: Path) -> None:
    entry = type_users(window, "7,500,000")
    window.workspace.tabs.setCurrentIndex(window.workspace.tabs.number_of("margin"))
    assert window.session.comparison.shared["users"].value == 7_500_000
    assert not entry.field.isModified()


@pytest.mark.parametrize("action", ["quit", "close"])
def test_leaving_takes_it_and_asks(window: Window, file: Path, action: str) -> None:
    type_users(window, "7,500,000")
    window.menus.actions[action].trigger()
    assert window.isVisible()
    press(only_box(), "Save")
    assert users(file) == 7_500_000


def test_closing_the_window_and_opening_another_file_take_it(window: Window, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.evenkeel"
    save(load_example("deepseek-day"), other)
    type_users(window, "7,500,000")
    window.files.open_path(other)
    press(only_box(), "Cancel")
    assert window.session.comparison.shared["users"].value == 7_500_000
    type_users(window, "7,600,000")
    window.close()
    assert window.isVisible()
    assert window.session.comparison.shared["users"].value == 7_600_000


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # what menus ask for
def test_every_menu_but_the_own_one_takes_it(window: Window, file: Path) -> None:
    entry = type_users(window, "7,500,000")
    field, inside = entry.field, QPoint(5, 5)
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, inside, inside))
    (own,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    assert field.isModified()
    own.close()
    menu = window.menus.menus["edit"]
    menu.popup(window.mapToGlobal(inside))
    assert window.session.comparison.shared["users"].value == 7_500_000
    assert "6M → 7.5M" in window.menus.actions["undo"].text()
    menu.close()


def test_a_press_on_what_takes_no_focus_takes_it(window: Window, file: Path) -> None:
    entry = type_users(window, "7,500,000")
    fold = window.workspace.inputs.bar.fold
    QTest.mousePress(window.windowHandle(), LEFT, pos=entry.field.mapTo(window, entry.field.rect().center()))
    QTest.mouseRelease(window.windowHandle(), LEFT, pos=entry.field.mapTo(window, entry.field.rect().center()))
    assert entry.field.isModified()  # the cursor was moved
    QTest.mousePress(window.windowHandle(), LEFT, pos=fold.mapTo(window, fold.rect().center()))
    assert entry.field.hasFocus()
    assert window.session.comparison.shared["users"].value == 7_500_000
    QTest.mouseRelease(window.windowHandle(), LEFT, pos=fold.mapTo(window, fold.rect().center()))
    assert window.workspace.inputs.folded


@pytest.mark.parametrize("action", ["save", "save_as", "close", "quit"])
def test_what_is_refused_stops_saving_and_leaving(window: Window, file: Path, action: str) -> None:
    entry = type_users(window, "lots")
    window.menus.actions[action].trigger()
    assert window.isVisible()
    assert window.pages.currentWidget() is window.workspace
    assert not open_dialogs()
    assert '"lots" is not a number.' in window.status.message.text()
    assert window.status.message.text().startswith("Not done yet")
    assert (entry.field.text(), entry.field.hasFocus()) == ("lots", True)
    QTest.keyClick(entry.field, Qt.Key.Key_Escape)
    window.menus.actions["save"].trigger()
    assert window.status.message.text().startswith("Saved as plan.evenkeel")


def test_what_waits_elsewhere_is_shown_before_leaving(window: Window, file: Path) -> None:
    type_value(window, "utilisation", "maas", "150%")
    type_users(window, "7,500,000")
    window.close()
    assert window.isVisible()
    editor = window.workspace.inputs.editor
    assert editor.place is not None
    assert editor.place.driver.id == "utilisation"
    assert editor.controls.entry.field.text() == "150%"
    assert editor.controls.entry.field.hasFocus()
    assert window.session.comparison.shared["users"].value == 7_500_000


def test_settings_of_the_months_to_come_are_taken_or_brought_to_the_front(window: Window, file: Path) -> None:
    window.workspace.tabs.show_question("path")
    months = window.workspace.tabs.panels["path"].settings.months.entry
    months.field.setFocus()
    QTest.keyClicks(months.field, "24")
    window.menus.actions["save"].trigger()
    assert load(file).outlook.months == 24
    QTest.keyClicks(months.field, "-3")
    window.workspace.tabs.show_question("margin")
    window.menus.actions["save"].trigger()
    assert window.workspace.tabs.question == "path"
    assert months.field.hasFocus()
    assert window.status.message.text().startswith("Not done yet")


def test_a_refused_amount_of_a_question_is_in_no_file_and_stops_nothing(window: Window, file: Path) -> None:
    window.workspace.tabs.show_question("needed")
    wishes = window.workspace.tabs.panels["needed"].wishes
    wishes.entries["earn"].enter("lots")
    assert wishes.entries["earn"].refused
    window.menus.actions["save"].trigger()
    assert window.status.message.text().startswith("Saved as")


def test_note_source_and_range_are_kept(window: Window, file: Path) -> None:
    window.workspace.inputs.show_driver("users", "api")
    editor = window.workspace.inputs.editor
    editor.dot.click()
    editor.details.edit_source.click()
    form = editor.details.source_form
    form.where.setFocus()
    form.where.selectAll()
    QTest.keyClicks(form.where, "Our own books")
    window.menus.actions["save"].trigger()
    assert load(file).shared["users"].source.text("en") == "Our own books"
    editor.details.note.setFocus()
    QTest.keyClicks(editor.details.note, "by the board")
    window.menus.actions["save"].trigger()
    assert "by the board" in str(load(file).shared["users"].note)
    editor.details.edit_range.click()
    low = editor.details.range_form.low
    low.field.setFocus()
    QTest.keyClicks(low.field, "lots")
    window.menus.actions["save"].trigger()
    assert '"lots" is not a number.' in window.status.message.text()
    assert not editor.details.range_form.isHidden()


@pytest.mark.parametrize("how", ["another question", "the focus elsewhere"])
def test_what_matters_most_agrees_after_a_value_was_entered(window: Window, file: Path, how: str) -> None:
    inputs, tabs = window.workspace.inputs, window.workspace.tabs
    entry = type_users(window, "12k")
    inputs.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    found = {"users", *decisive(window.session.comparison)}
    assert first_rows(window) != found  # the person may go on in the entry
    if how == "another question":
        tabs.setCurrentIndex(tabs.number_of("sensitivity"))
        assert window.workspace.inputs.editor.controls.entry.field.hasFocus()
    else:
        window.workspace.results.setFocus(Qt.FocusReason.TabFocusReason)
    assert first_rows(window) == found


def first_rows(window: Window) -> set[str]:
    return {row.row.driver.id for row in window.workspace.inputs.sheet.rows if row.row.group == DECISIVE}
