"""The margin panel: both margins under their own names, and what a user costs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.questions.display import Display
from desktop.panels.margin import MarginPanel
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> MarginPanel:
    made = MarginPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    QApplication.processEvents()
    return made


def test_margin_and_markup_say_what_they_are_divided_by(panel: MarginPanel, session: Session) -> None:
    names = [row[0] for row in panel.table.words()]
    assert names[:2] == ["Gross margin (gross profit / revenue)", "Markup on cost (gross profit / direct cost)"]
    session.set_language("zh")
    names = [row[0] for row in panel.table.words()]
    assert names[:2] == ["毛利率（毛利 ÷ 收入）", "成本利润率（毛利 ÷ 直接成本）"]


def test_cost_and_revenue_of_a_user_differ_by_the_profit(panel: MarginPanel, session: Session) -> None:
    lines = session.answers.results["maas"].lines
    assert panel.table.words()[4][3] == "$2.23"
    assert (lines["direct_cost"] + lines["operating_cost"]) / 6_000_000 == pytest.approx(2.23, abs=0.005)


def test_the_chart_follows_every_edit(qtbot: QtBot, panel: MarginPanel, session: Session) -> None:
    before = panel.chart.summary()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("maas", "utilisation", 0.5)
    assert panel.chart.summary() != before


def test_without_users_nothing_is_divided_by_them(qtbot: QtBot, panel: MarginPanel, session: Session) -> None:
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 0)
    assert panel.table.words()[4][1:] == ["–", "–", "–"]


def test_without_revenue_no_markup_is_told_and_why(qtbot: QtBot, panel: MarginPanel, session: Session) -> None:
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 0)
    result = next(result for result in session.answers.results.values() if result.lines["revenue"] == 0)
    column = 1 + list(session.answers.results).index(result.id)
    assert result.lines["markup"] == -1  # as computed
    for row in (0, 1, 2):
        item = panel.table.item(row, column)
        assert item.text() == "–"
        assert "no revenue" in item.toolTip()


def test_margins_of_next_to_nothing_are_told_as_beyond_all(qtbot: QtBot, panel: MarginPanel, session: Session) -> None:
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 8)
    cells = [panel.table.item(0, column) for column in (1, 2, 3)]
    far = [cell for cell in cells if cell.text() == "below −1,000%"]
    assert far
    assert all(cell.toolTip().startswith("−") and len(cell.toolTip()) > len("−1,000%") for cell in far)


def test_the_chart_has_a_title_in_the_currency_shown(panel: MarginPanel, session: Session) -> None:
    assert panel.heading.text() == "Where each $100 of revenue goes"
    session.set_display(Display(currency="CNY"))
    session.set_language("zh")
    assert panel.heading.text() == "每 ¥100 收入的去向"


def test_in_a_low_window_every_bar_is_in_sight(panel: MarginPanel) -> None:
    panel.resize(600, 250)
    QApplication.processEvents()
    port = panel._scroll.viewport()
    bottom = panel.chart.mapTo(port, panel.chart.rect().bottomLeft()).y()
    assert bottom <= port.height()
    assert panel.chart.height() >= panel.chart.lowest_height()
    panel.resize(600, 900)
    QApplication.processEvents()
    assert panel.chart.height() >= panel.chart.least_height()
