"""With amounts by the year and in yuan no question answers in dollars a month; what was typed stays as it was typed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from core.questions.display import Display
from desktop.dialogs.scenario_table import ScenarioTable
from desktop.panels.needed.table import NeededTable
from desktop.panels.panel import Panel
from desktop.results.rows import ROWS
from desktop.window.window import Window
from desktop.workings.pages import BREAK_EVEN, VERDICT, Page, Target
from tests.desktop.window.pressing import open_dialogs

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

A_MONTH = re.compile(r"[$¥][\d.,]+[kMBT]? (?:a|every) month|(?:[Pp]rofit|[Rr]evenue|Cost) a month")
IN_DOLLARS = re.compile(r"US\$\d|\d 万?美元")
OF_TIME = ("break_even", "margin", "sensitivity", "needed", "uncertainty", "grid", "flat_plan", "bridge")
OF_CASH = ("path",)  # cash that has gathered belongs to no period
EXAMPLES = {"flat_plan": "heavy-users"}


@pytest.fixture
def in_yuan(window: Window) -> Window:
    window.amounts.show(Display("year", "CNY"))
    return window


def said(panel: Panel) -> str:
    """All that a panel says in words, be it read, heard or looked up."""
    texts = [label.text() for label in panel.findChildren(QLabel)]
    texts += [box.itemText(place) for box in panel.findChildren(QComboBox) for place in range(box.count())]
    for table in panel.findChildren(QTableWidget):
        cells = [table.item(row, column) for row in range(table.rowCount()) for column in range(table.columnCount())]
        texts += [cell.text() for cell in cells if cell is not None]
        if not isinstance(table, NeededTable):  # whose tips are about assumptions, as they were typed
            texts += [cell.toolTip() for cell in cells if cell is not None]
    if panel.chart is not None:
        twin = panel.chart.table()
        texts += [panel.chart.accessibleName(), panel.chart.accessibleDescription(), panel.chart.summary()]
        texts += [*twin.headers, *(cell for row in twin.rows for cell in row)]
    return "\n".join(texts)


def look_at(window: Window, question: str, qtbot: QtBot) -> Panel:
    """Show a question and wait for its answer."""
    if question in EXAMPLES and window.session.comparison.title != load_example(EXAMPLES[question]).title:
        window.session.open_comparison(load_example(EXAMPLES[question]), origin="example")
    window.workspace.tabs.show_question(question)
    QApplication.processEvents()
    panel = window.workspace.tabs.panels[question]
    if question == "uncertainty":
        panel.side.ranges.setChecked(True)
    worker = getattr(panel, "worker", None)
    if worker is not None:
        qtbot.waitUntil(lambda: bool(not worker.busy and said(panel)), timeout=60_000)
    return panel


@pytest.mark.parametrize("question", [*OF_TIME, *OF_CASH])
def test_a_question_answers_in_what_was_chosen(in_yuan: Window, qtbot: QtBot, question: str) -> None:
    panel = look_at(in_yuan, question, qtbot)
    told = said(panel)
    assert "¥" in told
    assert not A_MONTH.search(told), A_MONTH.search(told)
    if question in OF_TIME:
        assert "a year" in told
    if question == "margin":
        assert "¥" in told.partition("per user a year")[0]
        assert "per user a month" not in told
    in_yuan.session.set_language("zh")
    QApplication.processEvents()
    summary = panel.chart.summary() if panel.chart is not None else panel.state.text()
    assert not IN_DOLLARS.search(summary), summary


@pytest.mark.parametrize("question", [*OF_TIME, *OF_CASH])
def test_an_answer_that_stands_follows_the_choice(window: Window, qtbot: QtBot, question: str) -> None:
    before = said(look_at(window, question, qtbot))
    window.amounts.show(Display("year", "CNY"))
    QApplication.processEvents()
    after = said(look_at(window, question, qtbot))
    assert "$" in before
    assert not A_MONTH.search(after), A_MONTH.search(after)
    window.amounts.show(Display())
    QApplication.processEvents()
    assert said(look_at(window, question, qtbot)) == before


def test_what_came_of_trying_is_told_so_too(in_yuan: Window, qtbot: QtBot) -> None:
    panel = look_at(in_yuan, "needed", qtbot)
    panel.table.tried.emit(0)
    assert "a year" in panel.report.words.text() or "breaks even" in panel.report.words.text()
    assert not A_MONTH.search(panel.report.words.text())


def test_every_figure_of_the_table_is_taken_apart_in_what_it_is_shown_in(in_yuan: Window) -> None:
    for alternative in in_yuan.session.answers.results:
        for id in [row.workings or row.id for row in ROWS]:
            page = open_page(in_yuan, Target(alternative, id))
            assert not A_MONTH.search(page.value.en)
            if id not in ("margin_of_safety", BREAK_EVEN):
                assert page.numbers is None or "$" not in page.numbers.en.split(" = ")[-1]
            if "¥" in page.value.en:
                assert "a year" in page.value.en
                assert "at 7.28 yuan a dollar" in " ".join(text.en for text in page.sentences)


@pytest.mark.parametrize("target", [Target("", VERDICT), Target("api", BREAK_EVEN)])
def test_the_verdict_and_break_even_are_told_so_too(in_yuan: Window, target: Target) -> None:
    page = open_page(in_yuan, target)
    told = "\n".join([*(text.en for text in page.sentences), *(link.value.en for link in page.links)])
    assert "¥" in told
    assert not A_MONTH.search(told)
    assert "at 7.28 yuan a dollar" in told
    assert "at 7.28 yuan a dollar" in page.copied("en")


def open_page(window: Window, target: Target) -> Page:
    workings = window.workspace.workings
    workings.show_verdict()
    assert workings.drawer is not None
    assert workings.drawer.ask(target)
    assert workings.drawer.page is not None
    return workings.drawer.page


def test_the_table_of_scenarios_follows(in_yuan: Window, qtbot: QtBot) -> None:
    in_yuan.session.open_comparison(load_example("three-ways"), origin="example")
    in_yuan.scenarios.start("Other")
    in_yuan.scenarios.show_table()
    dialog = next(dialog for dialog in open_dialogs() if isinstance(dialog, ScenarioTable))
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0, timeout=30_000)
    lines = dialog.table.words()
    assert dialog.figures.currentText() == "Operating profit a year"
    assert lines[0][2].removeprefix("best ").lstrip("−").startswith("¥")
    assert dialog.table.item(0, 2).toolTip().endswith(" a year")
