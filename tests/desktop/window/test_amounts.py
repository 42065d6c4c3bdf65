"""Amounts by day, month or year and in dollars or yuan: everything shown follows, nothing that was typed changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from core.wording.text import words
from desktop.dialogs.exchange_rate import RateDialog
from desktop.settings import AMOUNTS_CURRENCY, AMOUNTS_PERIOD, Settings
from desktop.window.amounts_button import AmountsButton
from desktop.window.window import Window
from tests.desktop.window.conftest import MakeWindow


def choose(entries: list, name: str) -> None:
    next(entry for entry in entries if words(entry.label, "en").startswith(name)).chosen()


def table(window: Window) -> dict[str, list[str]]:
    return {line.split("\t")[0]: line.split("\t")[1:] for line in window.workspace.results.figures.text().split("\n")}


def test_a_year_is_twelve_months_everywhere(window: Window) -> None:
    before, comparison = table(window), window.session.comparison
    window.workspace.tabs.show_question("margin")
    window.workspace.tabs.show_question("break_even")
    choose(window.amounts.periods(), "By year")
    after = table(window)
    assert before["Operating profit a month"][0] == "$305k"
    assert after["Operating profit a year"][0] == "$3.66M"
    assert before["Gross margin (of revenue)"] == after["Gross margin (of revenue)"]
    assert before["No losses from (users)"] == after["No losses from (users)"]
    assert "$3.66M a year" in window.workspace.verdict.headline.text()
    chart = window.workspace.tabs.panels["break_even"].chart
    assert "a year" in chart.accessibleName()
    assert "a year" in chart.summary()
    window.workspace.tabs.show_question("margin")
    QApplication.processEvents()
    assert "Revenue a year" in window.workspace.tabs.panels["margin"].chart.table().headers
    assert window.session.comparison is comparison
    assert not window.session.can_undo
    assert not window.session.modified


def test_in_yuan_the_screen_says_that_it_converts_and_leaves_prices_alone(window: Window) -> None:
    window.workspace.inputs.sheet.unfold_all()
    cells = [cell.face for cell in window.workspace.inputs.sheet.cells()]
    choose(window.amounts.currencies(), "yuan")
    assert table(window)["Revenue a month"][1] == "¥69.9M"
    assert "¥2.22M" in window.workspace.verdict.headline.text()
    button = window.status.findChild(AmountsButton)
    assert "converted" in button.text()
    assert "1 USD = 7.28 CNY" in button.toolTip()
    assert "List prices" in button.toolTip()
    assert [cell.face for cell in window.workspace.inputs.sheet.cells()] == cells
    window.session.set_language("zh")
    assert "222 万元" in window.workspace.verdict.headline.text()
    choose(window.amounts.currencies(), "US dollars")
    assert window.session.display.currency is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_rate_is_set_by_the_person_and_refused_below_zero(window: Window) -> None:
    choose(window.amounts.currencies(), "yuan")
    choose(window.amounts.currencies(), "Exchange rate")
    dialog = next(d for d in window.findChildren(RateDialog) if d.isVisible())
    ok = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "OK")
    for typed, taken in (("-1", False), ("6.8", True)):
        dialog.entry.field.setFocus()
        dialog.entry.field.selectAll()
        QTest.keyClicks(dialog.entry.field, typed)
        QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
        assert (window.session.display.rate == 6.8) is taken
    QApplication.processEvents()
    assert "set by you" in window.status.findChild(AmountsButton).toolTip()


def test_it_is_remembered(make_window: MakeWindow) -> None:
    first = make_window()
    choose(first.amounts.periods(), "By day")
    choose(first.amounts.currencies(), "yuan")
    assert (Settings().get(AMOUNTS_PERIOD), Settings().get(AMOUNTS_CURRENCY)) == ("day", "CNY")
    second = make_window()
    assert second.session.display == first.session.display
    assert "a day" in second.workspace.verdict.headline.text()
