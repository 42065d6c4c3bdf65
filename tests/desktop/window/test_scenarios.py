"""Scenarios and checkpoints through the real window: menus, the button below, dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.wording.rows import format_row
from core.wording.text import words
from desktop.answers import answers_for
from desktop.dialogs.scenario_table import ScenarioTable
from desktop.dialogs.tagged_cells import TAG
from desktop.window.menus import Entry
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def answer(name: str) -> None:
    """Type a name into the open dialog and accept it."""
    (dialog,) = open_dialogs()
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()
    QApplication.processEvents()


def choose(entries: list[Entry], name: str) -> None:
    next(e for e in entries if words(e.label, "en") == name).chosen()


def test_a_scenario_from_its_name_to_its_end(window: Window, qtbot: QtBot) -> None:
    session = window.session
    assert window.scenario.text() == "Scenario: Base"
    window.menus.actions["new_scenario"].trigger()
    answer("Busy year")
    assert window.scenario.text() == "Scenario: Busy year"
    assert "belong to it alone" in window.status.message.text()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("api", "users", 9_000_000)
    cell = window.workspace.inputs.sheet.cell_for("users", "api")
    assert cell is not None
    assert cell.face.changed
    assert "base 6,000,000 users; now 9,000,000 users" in cell.toolTip()
    window.menus.actions["rename_scenario"].trigger()
    answer("Record year")
    assert window.scenario.text() == "Scenario: Record year"
    with qtbot.waitSignal(session.answers_changed):
        choose(window.scenarios.choices(), "Base")
    assert not cell.face.changed
    choose(window.scenarios.choices(), "Record year")
    window.menus.actions["remove_scenario"].trigger()
    assert window.scenario.text() == "Scenario: Base"
    assert not window.menus.actions["remove_scenario"].isEnabled()
    window.status.undo.click()
    assert "Record year" in [words(e.label, "en") for e in window.scenarios.choices()]


def test_the_button_below_offers_everything_in_both_languages(window: Window) -> None:
    window.scenarios.start("Busy & dear")
    window.session.set_language("zh")
    assert window.scenario.text() == "情景：Busy && dear"
    window.scenario.click()
    menu = next(menu for menu in window.scenario.findChildren(QMenu) if menu.isVisible())
    shown = [action.text() for action in menu.actions()]
    menu.close()
    assert shown[0] == "基准"
    assert "新建情景…" in shown
    assert "删除“Busy && dear”" in shown
    QApplication.processEvents()


def test_a_name_that_is_taken_is_refused_in_words(window: Window) -> None:
    window.scenarios.start("Busy")
    window.scenarios.start("Busy")
    assert "already one called" in window.status.message.text()


def scenario_table(window: Window, qtbot: QtBot) -> ScenarioTable:
    window.menus.actions["scenario_table"].trigger()
    (dialog,) = open_dialogs()
    assert isinstance(dialog, ScenarioTable)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=30_000)
    return dialog


def marks(dialog: ScenarioTable) -> list[list[str]]:
    """The words under the figures."""
    table = dialog.table
    columns = range(1, table.columnCount())
    return [[table.item(row, column).data(TAG).strip() for column in columns] for row in range(table.rowCount())]


def test_all_scenarios_side_by_side(window: Window, qtbot: QtBot) -> None:
    window.scenarios.start("Busy")
    window.session.set_driver("api", "users", 9_000_000)
    dialog = scenario_table(window, qtbot)
    document = window.session.document
    names = ["Base", *(words(s.name, "en") for s in document.scenarios)]
    rows = dialog.table.words()
    assert [row[0].removesuffix(" (on screen)") for row in rows] == names
    assert [row[0] for row in rows if "(on screen)" in row[0]] == ["Busy (on screen)"]
    shown = [document, *(edits.apply_scenario(document, s.name) for s in document.scenarios)]
    profits = [[r.lines["operating_profit"] for r in answers_for(c).results.values()] for c in shown]
    told = iter(format_row([profit for row in profits for profit in row], "USD/month", "en"))
    for number, row in enumerate(profits):
        best = row.index(max(row))
        assert rows[number][1:] == [next(told) for _ in row]  # one unit for all
        mark = "best" if row[best] >= 0 else "smallest loss"
        assert marks(dialog)[number] == [mark if place == best else "" for place in range(len(row))]
        item = dialog.table.item(number, best + 1)
        assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"{item.text()}, {mark}"
        bold = [place for place in range(len(row)) if dialog.table.item(number, place + 1).font().bold()]
        assert bold == [best]
        assert dialog.table.item(number, 0).data(TAG) == dialog.table.item(number, 1 + (best == 0)).data(TAG)
    seen = {mark for line in marks(dialog) for mark in line}
    assert seen == {"", "best", "smallest loss"}
    dialog.reject()


def test_the_scenario_table_shows_other_figures_and_is_copied(window: Window, qtbot: QtBot) -> None:
    window.session.set_language("zh")
    dialog = scenario_table(window, qtbot)
    assert dialog.figures.itemText(0) == "每月营业利润"
    dialog.figures.setCurrentIndex(2)
    rows = dialog.table.words()
    assert rows[0][0] == "基准（当前显示）"
    fewest = min(
        (result.break_even.safe_from, place)
        for place, result in enumerate(window.session.answers.results.values())
        if result.break_even.safe_from is not None
    )
    assert marks(dialog)[0].index("最佳") == fewest[1]
    assert rows[0][1:][fewest[1]] == f"{fewest[0]:,}"
    dialog.copy_button.click()
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert len(lines) == 1 + len(rows)
    assert lines[0][0] == "不再亏损（用户数）"
    assert lines[1][0] == "基准"
    assert lines[1][1 + fewest[1]] == f"{fewest[0]:,}"
    dialog.reject()


def test_a_moment_is_remembered_and_gone_back_to_in_one_step(window: Window) -> None:
    session = window.session
    assert not window.menus.actions["go_back"].isEnabled()
    window.menus.actions["remember"].trigger()
    answer("Monday")
    assert "Monday" in window.status.message.text()
    before = session.document
    session.set_driver("api", "users", 9_000_000)
    session.set_driver("maas", "utilisation", 0.5)
    choose(window.checkpoints.to_go_back(), "Monday")
    assert session.document.values_of("maas") == before.values_of("maas")
    assert [words(c.name, "en") for c in session.document.checkpoints] == ["Monday"]
    session.undo()
    assert session.document.setting_of("maas", "utilisation").value == 0.5
    choose(window.checkpoints.to_forget(), "Monday")
    assert session.document.checkpoints == ()
    assert not window.menus.actions["go_back"].isEnabled()


def test_the_file_holds_the_comparison_whatever_is_looked_at(window: Window, tmp_path: Path) -> None:
    from core.comparison.file.storage import load

    window.scenarios.start("Busy")
    window.session.set_driver("api", "users", 9_000_000)
    assert window.files.save_to(tmp_path / "kept.evenkeel")
    kept = load(tmp_path / "kept.evenkeel")
    assert kept.view == {"scenario": "Busy"}
    assert kept.setting_of("api", "users").value == 6_000_000
    assert not window.session.modified


def test_a_file_opens_in_the_scenario_it_was_saved_in(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "kept.evenkeel"
    window.scenarios.start("Busy")
    window.session.set_driver("api", "users", 9_000_000)
    assert window.files.save_to(path)
    window.files.open_example("deepseek-day")
    assert window.session.scenario is None
    window.files.open_path(path)
    assert window.scenario.text() == "Scenario: Busy"
    assert window.session.comparison.setting_of("api", "users").value == 9_000_000
    assert not window.session.modified
    window.session.choose_scenario(None)
    assert window.files.save_to(path)
    window.files.open_path(path)
    assert window.session.scenario is None


def test_the_verdict_says_which_scenario_it_is_about(window: Window, qtbot: QtBot) -> None:
    card = window.workspace.verdict
    assert not card.scenario.isVisible()
    with qtbot.waitSignal(window.session.answers_changed):
        window.scenarios.start("Busy")
    assert card.scenario.isVisible()
    assert card.scenario.text() == "Scenario “Busy”"
    card.copy()
    assert QApplication.clipboard().text().startswith("Scenario “Busy”: At ")
    window.session.set_language("zh")
    assert card.scenario.text() == "情景“Busy”"
    assert card.text().startswith("情景“Busy”：")
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.choose_scenario(None)
    assert not card.scenario.isVisible()
    assert "Busy" not in card.text()


def test_a_checkpoint_is_compared_with_now_from_the_menu(window: Window, qtbot: QtBot) -> None:
    window.checkpoints.remember_as("Monday")
    window.session.set_driver("api", "staff_cost", 650_000)
    choose(window.checkpoints.to_compare(), "Monday")
    assert window.workspace.tabs.question == "bridge"
    panel = window.workspace.tabs.panels["bridge"]
    qtbot.waitUntil(lambda: panel.found is not None and panel.found.now is window.session.comparison)
    assert "lower in “DeepSeek-style API – Now” than in “DeepSeek-style API – Monday”" in panel.told.text()


def test_a_scenario_is_compared_with_the_base_from_the_menu(window: Window, qtbot: QtBot) -> None:
    action = window.menus.actions["compare_base"]
    assert not action.isEnabled()
    window.scenarios.start("Busy")
    window.session.set_driver("api", "staff_cost", 650_000)  # stands before it, and changes less
    window.session.set_driver("maas", "utilisation", 0.5)
    QApplication.processEvents()
    action.trigger()
    panel = window.workspace.tabs.panels["bridge"]
    qtbot.waitUntil(lambda: panel.found is not None and panel.found.now is window.session.comparison)
    assert "higher in “MaaS resale – Now (Busy)” than in “MaaS resale – Base”" in panel.told.text()
    assert "Compare with the base" in [words(entry.label, "en") for entry in window.scenarios.everything()]
