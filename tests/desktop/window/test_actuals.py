"""Actual figures through the real window: entered for any line, told as a variance, changed, removed, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from core.comparison.new import new_comparison
from core.questions.actuals import figures_of, variances
from desktop.dialogs.actual import ActualDialog
from desktop.panels.checks import ChecksPanel
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs, press


@pytest.fixture
def plain(window: Window) -> Window:
    """A comparison that nothing published is known about."""
    window.session.open_comparison(new_comparison("Ours", ["closed-api", "maas-resale"]))
    return window


def dialog() -> ActualDialog:
    (found,) = (d for d in open_dialogs() if isinstance(d, ActualDialog))
    return found


def tab(window: Window) -> bool:
    tabs = window.workspace.tabs
    return tabs.number_of("checks") in tabs.offered


def enter(window: Window, line: str, amount: str) -> None:
    asked = dialog()
    asked.what.setCurrentIndex(asked.what.findData(line))
    asked.amount.setText(amount)
    press(asked, "Enter")
    QApplication.processEvents()


def panel(window: Window) -> ChecksPanel:
    found = window.workspace.tabs.panels["checks"]
    assert isinstance(found, ChecksPanel)
    QApplication.processEvents()
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_buttons_of_a_row_are_there_in_the_least_window(window: Window, language: str) -> None:
    session = window.session
    session.set_language(language)
    window.resize(1024, 700)
    session.open_comparison(load_example("deepseek-day"), origin="example")
    window.actuals.enter("deepseek", "revenue", 16_200_000)
    window.workspace.tabs.show_question("checks")
    table = panel(window).actuals
    holder = table.cellWidget(0, table.columnCount() - 1)
    for button in table.buttons(0):
        assert holder.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()


def planned(window: Window, alternative: str, line: str) -> float:
    return next(f.planned for f in figures_of(window.session.comparison, alternative) if f.line == line)


def test_the_tab_appears_with_the_first_actual_and_goes_with_the_last(plain: Window, qtbot: QtBot) -> None:
    assert not tab(plain)
    plain.menus.actions["actual"].trigger()
    with qtbot.waitSignal(plain.session.answers_changed):
        enter(plain, "revenue", "$1.5M")
    assert tab(plain)
    assert plain.workspace.tabs.question == "checks"
    shown = panel(plain)
    assert shown.actuals.rowCount() == 1
    assert shown.table.isHidden()
    assert "Revenue: $1,500,000 a month" in plain.status.message.text()
    with qtbot.waitSignal(plain.session.answers_changed):
        plain.status.undo.click()
    assert not tab(plain)


def test_variance_in_money_and_per_cent(plain: Window, qtbot: QtBot) -> None:
    first = plain.session.comparison.alternatives[0].id
    ours = planned(plain, first, "revenue")
    plain.actuals.ask(first, "revenue")
    assert "This comparison says" in dialog().here.text()
    with qtbot.waitSignal(plain.session.answers_changed):
        enter(plain, "revenue", f"{ours * 0.9:.2f}")
    figure, actual, here, variance, _ = panel(plain).actuals.words()[0]
    assert figure.startswith("Revenue\n")
    assert actual.endswith("a month")
    assert here.endswith("a month")
    assert variance.startswith("−$")
    assert variance.endswith("−10%\nunfavourable")


def test_the_variance_is_told_while_typing(plain: Window) -> None:
    plain.menus.actions["actual"].trigger()
    asked = dialog()
    asked.amount.setText("much")
    assert not asked.take.isEnabled()
    assert asked.told.text()
    asked.amount.setText("2M")
    assert asked.take.isEnabled()
    assert "Variance" in asked.told.text()
    asked.who.setCurrentIndex(1)
    assert asked.what.currentData() == "revenue"


def test_an_actual_is_changed_and_removed_by_keys_and_by_buttons(plain: Window, qtbot: QtBot) -> None:
    first, second = (a.id for a in plain.session.comparison.alternatives)
    for alternative in (first, second):
        with qtbot.waitSignal(plain.session.answers_changed):
            plain.actuals.enter(alternative, "operating_cost", 12_000)
    table = panel(plain).actuals
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert dialog().amount.text() == "12,000"
    with qtbot.waitSignal(plain.session.answers_changed):
        enter(plain, "operating_cost", "13k")
    assert [v.actual for v in variances(plain.session.comparison)] == [13_000, 12_000]
    with qtbot.waitSignal(plain.session.answers_changed):
        table.buttons(0)[1].click()
    assert [v.alternative for v in variances(plain.session.comparison)] == [second]
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(plain.session.answers_changed):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert not variances(plain.session.comparison)
    plain.session.undo()
    assert len(variances(plain.session.comparison)) == 1


def test_actuals_stand_apart_from_published_figures(window: Window, qtbot: QtBot) -> None:
    published = len(window.session.comparison.reference_checks)
    assert published
    with qtbot.waitSignal(window.session.answers_changed):
        window.actuals.enter("maas", "gpu_cost", 1e6)
    shown = panel(window)
    assert shown.actuals.rowCount() == 1
    assert shown.table.rowCount() == published
    assert not shown.table.isHidden()
    edit, remove = shown.actuals.buttons(0)
    assert edit.accessibleName().startswith("Change actual: ")
    assert remove.accessibleName().startswith("Remove actual: ")


def test_in_chinese(plain: Window, qtbot: QtBot) -> None:
    plain.session.set_language("zh")
    first = plain.session.comparison.alternatives[0].id
    with qtbot.waitSignal(plain.session.answers_changed):
        plain.actuals.enter(first, "gross_margin", 0.99)
    row = panel(plain).actuals.words()[0]
    assert row[0].startswith("毛利率")
    assert "个百分点\n有利" in row[3]
    assert panel(plain).enter.text() == "录入实际数…"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_dialog_lists_every_line_under_headings(plain: Window, language: str) -> None:
    plain.session.set_language(language)
    plain.menus.actions["actual"].trigger()
    asked = dialog()
    first = plain.session.comparison.alternatives[0].id
    listed = [asked.what.itemData(place) for place in range(asked.what.count()) if asked.what.itemData(place)]
    assert listed == [figure.line for figure in figures_of(plain.session.comparison, first)]
