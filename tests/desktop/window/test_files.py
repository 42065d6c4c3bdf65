"""Opening, saving and dropping files, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.comparison.examples import example_ids, example_line, load_example
from core.comparison.file.storage import load
from core.wording.text import Language, words
from desktop.dialogs.new_comparison import NewComparison
from desktop.settings import Settings
from desktop.window.window import Window
from tests.desktop.window.pressing import close_dialogs, drop, only_box, open_dialogs, press, users

Choose = Callable[[Path | None], None]


def test_what_is_saved_is_what_is_opened_again(window: Window, chosen: Choose, tmp_path: Path) -> None:
    path = tmp_path / "mine.evenkeel"
    chosen(path)
    window.session.set_driver("shared", "users", 12_345)
    window.menus.actions["save"].trigger()
    assert load(path) == window.session.comparison
    assert not window.session.modified
    assert window.windowTitle() == "mine – Evenkeel"
    assert window.status.message.text().startswith("Saved as mine.evenkeel. Up to ")
    assert window.status.state.text() == "All changes saved"
    window.session.set_driver("shared", "users", 1)
    assert window.windowTitle() == "mine – changes not saved – Evenkeel"
    window.menus.actions["save"].trigger()
    assert load(path).shared["users"].value == 1


def test_opening_a_file_shows_it_and_forgets_the_steps_before(window: Window, chosen: Choose, file: Path) -> None:
    window.session.set_driver("shared", "users", 5)
    window.session.undo()
    assert window.session.can_redo
    chosen(file)
    window.menus.actions["open"].trigger()
    assert window.session.comparison == load_example("deepseek-day")
    assert not window.session.can_undo
    assert not window.session.can_redo
    assert window.windowTitle() == "plan – Evenkeel"
    assert window.workspace.results.figures.columnCount() == 1 + len(load_example("deepseek-day").alternatives)


def test_the_results_of_another_comparison_begin_at_the_top(window: Window, file: Path) -> None:
    table = window.workspace.results
    table.setFixedHeight(130)
    QApplication.processEvents()
    table.setCurrentIndex(table.figures.index(table.figures.rowCount() - 1, 1))
    assert table.verticalScrollBar().value() > 0
    window.files.open_path(file)
    QApplication.processEvents()
    assert table.verticalScrollBar().value() == 0
    assert not table.currentIndex().isValid()


def test_a_dropped_file_opens(window: Window, file: Path) -> None:
    drop(window, file)
    assert window.session.path == file


def test_cancelling_a_file_dialog_changes_nothing(window: Window, chosen: Choose) -> None:
    before = window.session.comparison
    chosen(None)
    for action in ("open", "save", "save_as"):
        window.menus.actions[action].trigger()
    assert window.session.comparison is before
    assert window.session.path is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\x00\x01\x02" * 99, b'{"format": "something else"}', b"PK\x03\x04rest", b'{"format": "evenkeel"}'],
    ids=["empty", "cut off", "binary", "foreign", "workbook", "no version"],
)
def test_a_bad_file_gets_a_sentence_and_changes_nothing(window: Window, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.evenkeel"
    path.write_bytes(content)
    window.session.set_driver("shared", "users", 777)
    before = window.session.comparison
    drop(window, path)
    assert only_box().text() == '"bad.evenkeel" cannot be opened.'
    assert only_box().informativeText()
    assert "Traceback" not in only_box().informativeText()
    assert "name ends" not in only_box().informativeText()
    assert window.session.comparison is before
    assert window.session.can_undo
    assert path not in Settings().recent


def test_a_damaged_file_offers_its_last_good_copy(window: Window, file: Path) -> None:
    window.files.open_path(file)
    good = window.session.comparison
    file.write_bytes(file.read_bytes()[:1000])
    window.files.open_example("three-ways")
    drop(window, file)
    press(only_box(), "Open the last good copy")
    assert window.session.comparison == good
    assert window.session.path is None
    assert not open_dialogs()


def test_earlier_versions_open_untitled(window: Window, file: Path) -> None:
    window.files.open_path(file)
    window.session.set_driver("shared", "users", 777)
    window.files.save()
    _, before = window.files.versions()
    before.chosen()
    assert window.session.comparison == load_example("deepseek-day")
    assert window.session.path is None
    assert load(file).shared["users"].value == 777


def test_saving_where_nothing_can_be_written_loses_nothing(window: Window, chosen: Choose, tmp_path: Path) -> None:
    chosen(tmp_path / "no such folder" / "x.evenkeel")
    window.session.set_driver("shared", "users", 777)
    window.menus.actions["save"].trigger()
    assert only_box().text()
    assert window.session.modified
    assert users(window) == 777


def test_recent_files_are_offered_and_missing_ones_taken_off(window: Window, file: Path) -> None:
    window.files.open_path(file)
    (entry,) = window.files.recent()
    assert entry.label == "plan"
    entry.chosen()
    assert window.session.path == file
    file.unlink()
    window.files.recent()[0].chosen()
    assert "not there any more" in only_box().text()
    assert [e.enabled for e in window.files.recent()] == [False]
    assert window.session.path == file


def test_an_example_opens_as_an_unsaved_copy(window: Window) -> None:
    window.files.examples()[1].chosen()
    assert window.session.comparison == load_example("deepseek-day")
    assert "Example (copy) – not saved" in window.windowTitle()
    told = "Example: DeepSeek's published day. 545% on cost, and what is left of it haircut by haircut."
    assert window.status.message.text() == told
    window.session.set_language("zh")
    assert window.status.message.text().startswith("示例：DeepSeek 公布的一天。545%")


@pytest.mark.parametrize(
    ("example", "language", "menu", "status"),
    [
        ("heavy-users", "zh", "谁在为重度用户买单？200 美元套餐", "示例：谁在为重度用户买单？200 美元套餐"),
        ("heavy-users", "en", "Who pays for the heavy users? – A $200", "Example: Who pays for the heavy users? A"),
        ("siliconflow", "zh", "硅基流动的账目：以转售商", "示例：硅基流动的账目。以转售商"),
    ],
)
def test_no_stop_follows_a_question_mark(
    window: Window, example: str, language: Language, menu: str, status: str
) -> None:
    window.session.set_language(language)
    entry = window.files.examples()[example_ids().index(example)]
    assert words(entry.label, language).startswith(menu)
    entry.chosen()
    assert window.status.message.text().startswith(status)


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        ("Mine: this / that?", "Mine this that.evenkeel"),
        ("New comparison", "Comparison of business models "),
        ("x" * 300, "x" * 80 + ".evenkeel"),
        ("???", "New comparison.evenkeel"),
    ],
)
def test_the_title_is_proposed_for_the_name_of_the_file(
    window: Window, monkeypatch: pytest.MonkeyPatch, title: str, proposed: str
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("desktop.commands.files.ask_file_to_save", lambda _window, path, _language: asked.append(path))
    if title == "New comparison":
        window.files.start(["closed-api", "subscription"])
    else:
        window.session.edit(lambda comparison: edits.set_title(comparison, title))
    window.menus.actions["save"].trigger()
    assert asked[0].name.startswith(proposed)


def test_all_examples_are_offered_with_a_line_each(window: Window) -> None:
    offered = [words(entry.label, "en") for entry in window.files.examples()]
    assert len(offered) == len(example_ids())
    assert offered[1] == "DeepSeek's published day – 545% on cost, and what is left of it haircut by haircut"
    window.session.set_language("zh")
    window.show_start_page()
    assert window.start_page is not None
    shown = {label.text() for label in window.start_page.findChildren(QLabel)}
    links = {button.text() for button in window.start_page.findChildren(QPushButton)}
    for id in example_ids():
        assert example_line(id).zh in shown
        assert words(load_example(id).title, "zh") in links


def test_a_new_comparison_takes_two_to_four_business_models(window: Window, qtbot: QtBot) -> None:
    window.menus.actions["new"].trigger()
    (dialog,) = open_dialogs()
    assert isinstance(dialog, NewComparison)
    boxes = list(dialog.boxes.values())
    assert not dialog.start.isEnabled()
    assert dialog.wanting.text() == "Nothing is picked yet: pick at least two."
    boxes[0].click()
    assert dialog.wanting.text() == "Pick at least one more."
    boxes[1].click()
    assert dialog.start.isEnabled()
    assert dialog.wanting.text() == ""
    for box in boxes[2:4]:
        box.click()
    assert dialog.start.isEnabled()
    assert dialog.wanting.text() == "Four is the most."
    assert not boxes[4].isEnabled()
    boxes[0].click()
    chosen = dialog.chosen
    dialog.start.click()
    assert [a.model for a in window.session.comparison.alternatives] == chosen
    assert "not saved" in window.windowTitle()


def test_the_start_page_shows_when_the_comparison_is_closed(window: Window) -> None:
    window.menus.actions["close"].trigger()
    assert window.pages.currentWidget() is window.start_page
    assert not window.menus.actions["save"].isEnabled()
    assert window.start_page is not None
    labels = [b.text() for b in window.start_page.findChildren(QPushButton)]
    assert {"See an example", "Start a comparison", "Open a file"} <= set(labels)
    (see,) = [b for b in window.start_page.findChildren(QPushButton) if b.text() == "See an example"]
    see.click()
    assert window.pages.currentWidget() is window.workspace
    assert window.menus.actions["save"].isEnabled()
    close_dialogs()
