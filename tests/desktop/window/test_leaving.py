"""Leaving a comparison loses nothing, and what was left without saving is found again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.comparison.file.storage import load
from desktop.window.window import Window
from tests.desktop.window.conftest import MakeWindow
from tests.desktop.window.pressing import close_dialogs, drop, only_box, open_dialogs, press

Choose = Callable[[Path | None], None]


def recovered_links(window: Window) -> list[QPushButton]:
    assert window.start_page is not None
    links = window.start_page.widget().findChildren(QPushButton)
    return [link for link in links if link.accessibleDescription().startswith("Unsaved work of")]


def test_leaving_with_changes_asks_and_keeps_them_aside(window: Window, file: Path) -> None:
    window.session.set_driver("shared", "users", 777)
    before = window.session.comparison
    drop(window, file)
    press(only_box(), "Cancel")
    assert window.session.comparison is before
    drop(window, file)
    press(only_box(), "Do not save")
    assert window.session.path == file
    (copy,) = window.recovery.found()
    assert load(copy.path) == before


def test_do_not_save_is_asked_once_and_keeps_one_copy(window: Window, file: Path) -> None:
    window.files.open_path(file)
    window.session.set_driver("shared", "users", 777)
    window.menus.actions["close"].trigger()
    assert '"plan"' in only_box().text()
    press(only_box(), "Do not save")
    (copy,) = window.recovery.found()
    assert copy.name == "plan"
    window.files.open_recent(file)
    assert not open_dialogs()
    assert window.session.path == file
    assert window.status.message.text() == ""
    assert window.recovery.found() == [copy]
    window.menus.actions["close"].trigger()
    assert window.start_page is not None
    (link,) = recovered_links(window)
    assert link.text() == "plan"
    link.click()
    assert not open_dialogs()
    assert window.windowTitle() == "plan – Recovered – not saved – Evenkeel"
    window.session.set_driver("shared", "users", 778)
    window.close()
    press(only_box(), "Do not save")
    assert [each.path for each in window.recovery.found()] == [copy.path]
    assert load(copy.path).shared["users"].value == 778


def test_work_after_a_copy_was_left_goes_into_the_same_copy(window: Window) -> None:
    window.session.set_driver("shared", "users", 777)
    window.menus.actions["new"].trigger()
    press(only_box(), "Do not save")
    close_dialogs()  # changed their mind: the comparison is still open
    window.session.set_driver("shared", "users", 778)
    window.menus.actions["close"].trigger()
    press(only_box(), "Do not save")
    (copy,) = window.recovery.found()
    assert load(copy.path).shared["users"].value == 778


def test_two_copies_of_the_same_minute_are_told_apart(window: Window, file: Path) -> None:
    for users, moment in ((777, 1_790_000_041), (778, 1_790_000_042)):
        window.files.open_path(file)
        window.session.set_driver("shared", "users", users)
        window.menus.actions["close"].trigger()
        press(only_box(), "Do not save")
        os.utime(window.recovery.found()[0].path, (moment, moment))
    window.show_start_page()
    assert window.start_page is not None
    links = recovered_links(window)
    assert [link.text() for link in links] == ["plan", "plan"]
    assert len({link.accessibleDescription() for link in links}) == 2
    shown = {label.text() for label in window.start_page.findChildren(QLabel)}
    assert {link.accessibleDescription() for link in links} <= shown


def test_closing_with_changes_saves_when_asked_to(window: Window, chosen: Choose, tmp_path: Path) -> None:
    path = tmp_path / "mine.evenkeel"
    chosen(path)
    window.session.set_driver("shared", "users", 777)
    window.close()
    assert window.isVisible()
    press(only_box(), "Save")
    assert not window.isVisible()
    assert load(path).shared["users"].value == 777


def test_a_window_without_changes_closes_at_once(window: Window) -> None:
    window.close()
    assert not window.isVisible()
    assert not open_dialogs()


def test_unsaved_work_is_found_again_untitled(make_window: MakeWindow, qtbot: QtBot) -> None:
    first = make_window()
    first.session.set_driver("shared", "users", 777)
    qtbot.waitUntil(lambda: bool(list(first.recovery.folder.glob("*.evenkeel"))))
    assert first.recovery.found() == []  # the window lives, its work is not lost
    unsaved = first.session.comparison
    first.recovery.keep()  # as at its end
    second = make_window()
    second.say_what_was_recovered()
    assert second.status.message.text()
    second.menus.actions["close"].trigger()
    assert second.start_page is not None
    (link,) = recovered_links(second)
    link.click()
    assert second.session.comparison == unsaved
    assert second.session.path is None
    assert second.session.modified
    assert "Recovered – not saved" in second.windowTitle()


def test_saving_recovered_work_drops_the_copy(make_window: MakeWindow, chosen: Choose, tmp_path: Path) -> None:
    first = make_window()
    first.session.set_driver("shared", "users", 777)
    first.recovery.keep()
    window = make_window()
    window.files.open_recovered(window.recovery.found()[0])
    chosen(tmp_path / "mine.evenkeel")
    window.menus.actions["save"].trigger()
    assert not list(window.recovery.folder.glob("*.evenkeel"))
