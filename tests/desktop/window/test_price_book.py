"""The price book through the real window: looking up, comparing, using, taking back, and files of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.model.library import load_model
from core.wording.text import words
from desktop.prices.dialog import PriceBookDialog
from desktop.prices.own_files import OwnPrices
from desktop.prices.table import TWO_LINES, PriceTable
from desktop.prices.view import KINDS
from desktop.settings import PRICE_FILES, Settings
from desktop.theme import GRID, font
from desktop.widgets.wrapping import wrapped
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs

GPT_4O, GPT_4_5 = "gpt-4o.usd.2025-02-27", "gpt-4-5.usd.2025-02-27"
OWN = """
seller.en = "Our contract"
seller.zh = "我们的合同"
[sources.contract]
text.en = "Contract of 1 October 2026"
text.zh = "2026 年 10 月 1 日的合同"
confidence = "primary"
checked = 2026-10-01
[[items]]
id = "our-r1"
name = "R1 by contract"
kind = "ai_model"
[[items.lists]]
valid_from = 2026-10-01
currency = "USD"
prices = { cache_miss = 0.4, output = 1.6 }
source = "contract"
"""


@pytest.fixture
def book(window: Window, monkeypatch: pytest.MonkeyPatch) -> PriceBookDialog:
    monkeypatch.setattr("desktop.clock.today", lambda: date(2026, 11, 23))
    window.menus.actions["prices"].trigger()
    (dialog,) = open_dialogs()
    assert isinstance(dialog, PriceBookDialog)
    return dialog


def cells(book: PriceBookDialog) -> dict[str, tuple[str, str]]:
    """Words and second line of the row chosen, by header."""
    model, place = book.table.prices, book.table.currentIndex().row()
    found = [model.cell(place, column) for column in range(model.columnCount())]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    return {head: (cell.words, cell.second) for head, cell in zip(heads, found, strict=True)}


def against(book: PriceBookDialog, base: str) -> None:
    book.bar.compare_with(next(row for row in book.table.prices.rows if row.id == base))


def cut_names(table: PriceTable) -> list[str]:
    """Sellers and names of which not every word can be read."""
    found = []
    for row in range(table.prices.rowCount()):
        lines = 2 if table.rowHeight(row) == TWO_LINES else 1
        for column in (0, 1):
            told, room = table.prices.cell(row, column).words, table.columnWidth(column) - 2 * GRID
            if "…" in "".join(wrapped(told, font(), room, lines)):
                found.append(told)
    return found


def names(book: PriceBookDialog) -> list[str]:
    return [words(row.item.name, "en") for row in book.table.prices.rows]


def test_the_newest_lists_that_hold_today_stand_at_the_top(book: PriceBookDialog) -> None:
    for kind in KINDS:
        book.bar.show_kind(kind)
        lists = [row.price_list for row in book.table.prices.rows]
        today = book._view.today
        over = [each.valid_until is not None and each.valid_until.date() <= today for each in lists]
        assert over == sorted(over)
        held = [each.valid_from for each, ended in zip(lists, over, strict=True) if not ended]
        assert held == sorted(held, reverse=True)
        assert book.table.row is book.table.prices.rows[0]


def test_rents_say_what_one_pays_for(book: PriceBookDialog) -> None:
    book.bar.show_kind("gpu")
    assert {"Rent per GPU hour", "Rent per server month"} <= set(cells(book))


def test_everything_that_would_change_is_in_the_tip(book: PriceBookDialog) -> None:
    book.table.choose(GPT_4_5)
    assert book.form.outcome.text().endswith("3 more.")
    assert len(book.form.outcome.toolTip().splitlines()) == 4
    assert "output (" in book.form.outcome.toolTip()


def test_a_row_says_everything_that_was_published(book: PriceBookDialog) -> None:
    book.table.choose(GPT_4_5)
    shown = {head: told for head, (told, _) in cells(book).items()}
    assert shown == {
        "Seller": "OpenAI", "AI model": "GPT-4.5", "Hours": "all", "From cache": "$37.50",
        "Input not in cache": "$75.00", "Output": "$150.00", "From": "2025-02-27", "Until": "2025-07-14",
        "Source": "second-hand", "Age": "634 days",
    }  # fmt: skip
    assert "Work that can wait costs 50% less." in book.details.text.text()
    assert "Second-hand: press or a third party" in book.details.text.text()
    assert "batch and flex work costs half" in book.details.text.text()  # a rule with a source of its own


def test_ratios_against_a_base(book: PriceBookDialog) -> None:
    """GPT-4.5 at 30 times GPT-4o; 277.8 times V3's new input; its cached input 1,071 times V3's off-peak one."""
    against(book, GPT_4O)
    book.table.choose(GPT_4_5)
    assert cells(book)["Input not in cache"] == ("$75.00", "30×")
    against(book, "deepseek-v3.usd.2025-02-08")
    assert cells(book)["Input not in cache"][1] == "277.8×"
    against(book, "deepseek-v3.usd.2025-02-26.off-peak")
    assert cells(book)["From cache"][1] == "1,071×"
    book.table.choose("deepseek-v3.cny.2024-12-26")
    assert cells(book)["Input not in cache"] == ("¥1.00", "–")
    tip = book.table.prices.index(book.table.currentIndex().row(), 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "another currency" in tip


def test_a_search_takes_words_of_either_language_and_a_currency(book: PriceBookDialog, qtbot: QtBot) -> None:
    book.bar.search.setText("深度求索 v3 yuan off-peak")
    assert set(names(book)) == {"DeepSeek V3"}
    assert book.bar.said.text() == "1 price list"
    qtbot.keyClick(book.bar.search, Qt.Key.Key_Return)
    assert book.isVisible()
    assert QApplication.focusWidget() is None or book.table.hasFocus()
    book.bar.search.setText("nothing like it")
    assert book.details.title.text() == "No price list matches."
    assert not book.form.use.isEnabled()


def test_prices_on_a_day(book: PriceBookDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(book.bar.day, "2025-02-28")
    qtbot.keyClick(book.bar.day, Qt.Key.Key_Return)
    assert "GPT-4.5" in names(book)
    assert "DeepSeek V4-Pro" not in names(book)
    book.bar.day.selectAll()
    qtbot.keyClicks(book.bar.day, "soon")
    qtbot.keyClick(book.bar.day, Qt.Key.Key_Return)
    assert "“soon” is not a date." in book.bar.said.text()
    book.bar.today.click()
    assert "GPT-4.5" not in names(book)
    assert book.bar.day.text() == "2026-11-23"


def test_a_click_on_a_header_sorts_dollars_before_yuan(book: PriceBookDialog) -> None:
    book.table.choose(GPT_4_5)
    before = book.table.prices.rows
    column = [c.header.en for c in book.table.prices.columns].index("Output")
    book.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    priced = [(r.price_list.currency, p) for r in book.table.prices.rows for k, p in r.prices.items() if k == "output"]
    assert priced == sorted(priced, key=lambda pair: (pair[0] != "USD", pair[1]))
    assert book.table.row is not None
    assert book.table.row.id == GPT_4_5
    book.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert book.table.prices.rows == before


def test_history_is_a_chart_with_a_table_and_a_summary(book: PriceBookDialog) -> None:
    book.table.choose("deepseek-v3.usd.2025-02-26")
    chart = book.history.chart
    assert chart.accessibleName() == "Prices of DeepSeek V3 over time"
    assert "Output: $0.28 from 26 Dec 2024, $1.10 from 8 Feb 2025" in chart.summary()
    assert chart.table().rows[-1][-1] == "$1.10 (off-peak $0.55)"
    book.history.as_table.setChecked(True)
    assert book.history.twin.words()[0][0] == "26 Dec 2024"
    book.table.choose(GPT_4_5)
    assert book.history.chart.history is None


def test_prices_are_used_in_one_step_with_their_source(book: PriceBookDialog, window: Window) -> None:
    session = window.session
    before = session.comparison
    book.table.choose("deepseek-v4-pro.usd.2026-09-09.peak")
    assert words(before.alternative(book.form.who.currentData()).name, "en") == "DeepSeek-style API"
    assert [book.form.where.itemText(place) for place in range(2)] == ["Premium AI model", "Standard AI model"]
    assert "→ $0.044" in book.form.outcome.text()
    book.form.use.click()
    api = session.comparison.alternative("api")
    assert api.own["premium_output_price"].value == 3.96
    assert "DeepSeek V4-Pro" in session.comparison.source_of("api", "premium_output_price").text.en
    assert "uses the prices of DeepSeek V4-Pro, peak now" in book.form.outcome.text()
    assert window.status.undo.isVisible() or "uses the prices" in window.status.message.text()
    book.form.undo.click()
    assert session.comparison is before
    assert not session.can_undo
    assert book.form.undo.isHidden()


def test_what_is_shared_is_said_before(book: PriceBookDialog) -> None:
    book.bar.show_kind("gpu")
    book.table.choose("h100-on-demand.usd.2026-05-31")
    assert "What is shared changes for" in book.form.outcome.text()


def test_refusals_are_sentences(book: PriceBookDialog) -> None:
    book.table.choose("deepseek-v4-pro.cny.2026-09-09")
    assert not book.form.use.isEnabled()
    assert "prices are never converted" in book.form.outcome.text()
    book.bar.show_kind("plan")
    book.form.wish("maas")
    assert "has no assumption for: fee a month" in book.form.outcome.text()


def test_a_price_asked_for_from_an_assumption(window: Window) -> None:
    window.session.edit(lambda c: edits.add_alternative(c, load_model("capped-plan")))
    added = window.session.comparison.alternatives[-1].id
    window.prices.open(added, "price")
    (dialog,) = open_dialogs()
    assert isinstance(dialog, PriceBookDialog)
    assert dialog.bar.kind == "plan"
    assert dialog.form.who.currentData() == added
    assert dialog.form.use.isEnabled()


def test_prices_from_the_menu_of_a_cell(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # off screen nothing grabs the keyboard
    inputs = window.workspace.inputs
    labels = []
    for driver in ("users", "premium_output_price"):
        inputs.show_driver(driver, "api")
        cell = inputs.sheet.cell_for(driver, "api")
        assert cell is not None
        cell.setFocus()
        place = cell.mapTo(inputs, cell.rect().center())
        QApplication.sendEvent(
            inputs, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, inputs.mapToGlobal(place))
        )
        menu = inputs.findChildren(QMenu)[-1]
        labels.append([action.text() for action in menu.actions()])
        found = [action for action in menu.actions() if action.text() == "Published prices…"]
        for action in found:
            action.trigger()
        menu.close()
    assert "Published prices…" not in labels[0]
    (dialog,) = (d for d in open_dialogs() if isinstance(d, PriceBookDialog))
    assert (dialog.form.who.currentData(), dialog.form.where.currentData()) == ("api", "premium")


def test_in_chinese(book: PriceBookDialog, window: Window) -> None:
    window.session.set_language("zh")
    book.table.choose(GPT_4_5)
    assert cells(book)["输出"][0] == "US$150.00"
    assert book.windowTitle() == "价目簿"
    assert book.form.use.text() == "使用这份价格"
    assert "批量任务" in book.details.text.text()


def test_a_file_of_ones_own_is_remembered(book: PriceBookDialog, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(OWN, "utf-8")
    book.add_file(path)
    assert book.table.row is not None
    assert book.table.row.item.id == "our-r1"
    assert "ours.toml" in book.bar.said.text()
    assert [row.item.id for row in OwnPrices(Settings()).book.rows][-1] == "our-r1"
    book.forget_file(path)
    assert Settings().get(PRICE_FILES) == []
    assert "R1 by contract" not in names(book)


def test_a_file_that_is_gone_or_broken_is_told(book: PriceBookDialog, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(OWN.replace("cache_miss = 0.4", "cache_miss = -1"), "utf-8")
    book.add_file(path)
    box = next(dialog for dialog in open_dialogs() if isinstance(dialog, QMessageBox))
    assert "ours.toml cannot be used" in box.text()
    assert Settings().get(PRICE_FILES) == []
    box.reject()
    path.write_text(OWN, "utf-8")
    book.add_file(path)
    book.reject()
    path.unlink()
    window.prices.open()
    again = next(dialog for dialog in open_dialogs() if isinstance(dialog, PriceBookDialog) and dialog is not book)
    assert "“ours.toml” is not there any more" in again.bar.said.text() or "ours.toml" in again.bar.said.text()
    assert "GPT-4.5" in names(again)


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_fits_the_window(book: PriceBookDialog, window: Window, size: tuple[int, int], language: str) -> None:
    book.reject()
    window.resize(*size)
    window.session.set_language(language)
    window.prices.open()
    (dialog,) = (d for d in open_dialogs() if d is not book)
    QApplication.processEvents()
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    heads = dialog.table.horizontalHeader()
    assert heads.length() <= dialog.table.viewport().width()
    assert not cut_names(dialog.table)
    assert not dialog.grab().isNull()


def test_prices_of_a_column_have_cents_and_every_digit_that_was_published(book: PriceBookDialog) -> None:
    model = book.table.prices
    told = {model.cell(row, 4).words for row in range(model.rowCount())} - {"–"}
    assert {"$1.00", "$0.10"} < told
    assert all(len(each.partition(".")[2]) >= 2 for each in told)
    assert "$0.0028" in {model.cell(row, 3).words for row in range(model.rowCount())}


def test_as_few_names_as_can_be_take_two_lines(book: PriceBookDialog) -> None:
    table = book.table
    two = [row for row in range(table.prices.rowCount()) if table.rowHeight(row) == TWO_LINES]
    assert len(two) < table.prices.rowCount() / 4
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert not cut_names(table)
