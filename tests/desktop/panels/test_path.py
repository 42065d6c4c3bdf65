"""Over time: settings through real widgets, figures in plain words, what cannot be computed said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.comparison.outlook import Drift, ExponentialGrowth, LogisticGrowth, Outlook
from core.comparison.parts import SHARED
from core.questions.path import path_of
from desktop.inputs.entry import NumberEntry
from desktop.panels.path import PathPanel
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> PathPanel:
    made = PathPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    QApplication.processEvents()
    return made


def typed(qtbot: QtBot, panel: PathPanel, entry: NumberEntry, text: str) -> None:
    entry.field.setFocus()
    entry.field.selectAll()
    QTest.keyClicks(entry.field, text)
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    panel.session.settled_answers()


def rows(panel: PathPanel) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in panel.table.words()}


def test_without_investment_the_words_are_plain(panel: PathPanel) -> None:
    told = rows(panel)
    assert told["Money needed at most"][0] == "none"
    assert told["Money back from month"][0] == "never below zero"
    assert told["Return a year"] == ["nothing invested"] * 3
    assert told["Money back from month"][2] == "not in 36 months"
    assert panel.notes.isHidden()


def test_an_investment_is_typed_and_its_return_told(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    typed(qtbot, panel, panel.settings.investments["api"].entry, "$3M")
    assert session.comparison.outlook.investment == {"api": 3_000_000}
    path = path_of(session.comparison, "api")
    told = rows(panel)
    assert told["Money back from month"][0] == str(path.payback_month)
    assert told["Return a year"][0].endswith("%")
    assert "API: you need at most $3M, at the start and have it back" in panel.chart.summary()
    session.undo()
    assert session.comparison.outlook.investment == {}
    assert not session.can_undo


def test_training_that_would_count_twice_is_pointed_out(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    session.set_driver("api", "training_cost", 5_000_000)
    typed(qtbot, panel, panel.settings.investments["api"].entry, "5000000")
    assert "or it counts twice" in panel.notes.text()
    session.set_driver("api", "training_cost", 0)
    session.settled_answers()
    assert "twice" not in panel.notes.text()


def test_users_grow_by_choice(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    kind = panel.settings.kind
    assert not panel.settings.growth.isVisible()
    kind.setCurrentIndex(1)
    kind.activated.emit(1)
    session.settled_answers()
    assert session.comparison.outlook.growth[SHARED] == ExponentialGrowth(monthly=0.05)
    typed(qtbot, panel, panel.settings.growth.entry, "8%")
    kind.setCurrentIndex(2)
    kind.activated.emit(2)
    session.settled_answers()
    assert session.comparison.outlook.growth[SHARED] == LogisticGrowth(monthly=0.08, ceiling=30_000_000)
    typed(qtbot, panel, panel.settings.ceiling.entry, "20M")
    assert session.comparison.outlook.growth[SHARED] == LogisticGrowth(monthly=0.08, ceiling=20_000_000)
    kind.setCurrentIndex(0)
    kind.activated.emit(0)
    session.settled_answers()
    assert not panel.settings.growth.isVisible()


def test_growth_of_ones_own_is_said_and_can_be_given_up(panel: PathPanel, session: Session) -> None:
    session.edit(lambda c: edits.set_outlook(c, Outlook(growth={"api": ExponentialGrowth(monthly=0.1)})))
    session.settled_answers()
    assert "DeepSeek-style API: growth of its own" in panel.settings.own_growth.text()
    QTest.mouseClick(panel.settings.same_growth, Qt.MouseButton.LeftButton)
    assert session.comparison.outlook.growth == {}


def test_months_and_rate_are_typed_and_senseless_ones_refused(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    typed(qtbot, panel, panel.settings.months.entry, "60")
    assert session.comparison.outlook.months == 60
    assert panel.chart.view.viewRange()[0][1] == 60
    typed(qtbot, panel, panel.settings.months.entry, "601")
    assert panel.settings.months.entry.refused
    assert session.comparison.outlook.months == 60
    typed(qtbot, panel, panel.settings.rate.entry, "15%")
    assert "Worth today, at 15% a year" in rows(panel)


def test_money_in_the_bank_tells_how_long_it_lasts(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    QTest.mouseClick(panel.settings.bank, Qt.MouseButton.LeftButton, pos=panel.settings.bank.rect().center())
    if not panel.settings.bank.isChecked():
        QTest.keyClick(panel.settings.bank, Qt.Key.Key_Space)
    session.settled_answers()
    typed(qtbot, panel, panel.settings.balance.entry, "10M")
    assert rows(panel)["The money in the bank lasts"] == ["to the end", "to the end", "into month 4"]


def offered(panel: PathPanel, words: str) -> None:
    menus = [panel.settings.drifts._menu, *(a.menu() for a in panel.settings.drifts._menu.actions() if a.menu())]
    next(action for menu in menus for action in menu.actions() if action.text() == words).trigger()
    panel.session.settled_answers()


def test_a_price_war_and_falling_rents_are_two_clicks(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    before = path_of(session.comparison, "api").npv
    offered(panel, "Price war: prices fall 5% a month")
    drifts = session.comparison.outlook.drifts[SHARED]
    assert set(drifts.values()) == {Drift(monthly=-0.05)}
    assert {"plus_price", "premium_output_price"} <= set(drifts)
    assert "gpu_hour_price" not in drifts
    assert path_of(session.comparison, "api").npv < before
    session.undo()
    session.settled_answers()
    offered(panel, "GPU rent falls 2% a month")
    assert session.comparison.outlook.drifts == {SHARED: {"gpu_hour_price": Drift(monthly=-0.02)}}
    assert list(panel.settings.drifts.rows) == [(SHARED, "gpu_hour_price")]


def test_a_drift_is_changed_turned_into_an_amount_and_removed(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    offered(panel, "GPU rent falls 2% a month")
    row = panel.settings.drifts.rows[SHARED, "gpu_hour_price"]
    typed(qtbot, panel, row.entry, "-3%")
    assert session.comparison.outlook.drifts[SHARED]["gpu_hour_price"].monthly == -0.03
    row.kind.setCurrentIndex(1)
    row.kind.activated.emit(1)
    session.settled_answers()
    typed(qtbot, panel, row.entry, "-0.05")
    assert session.comparison.outlook.drifts[SHARED]["gpu_hour_price"] == Drift(kind="amount", monthly=-0.05)
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert session.comparison.outlook.drifts == {}


def test_a_drift_that_ends_at_a_limit_is_said(panel: PathPanel, session: Session) -> None:
    drift = Drift(kind="amount", monthly=0.05)
    session.edit(lambda c: edits.set_outlook(c, Outlook(drifts={SHARED: {"cache_hit_share": drift}})))
    session.settled_answers()
    assert "reaches 100% in month" in panel.notes.text()


def test_what_cannot_be_computed_is_said_in_the_place_of_the_chart(panel: PathPanel, session: Session) -> None:
    drift = Drift(kind="amount", monthly=-0.05)
    session.edit(lambda c: edits.set_outlook(c, Outlook(drifts={SHARED: {"utilisation": drift}})))
    session.settled_answers()
    assert "cannot go on beyond month" in panel.problem.text()
    assert not panel.chart.isVisible()
    session.undo()
    session.settled_answers()
    assert panel.problem.isHidden()
    assert panel.chart.isVisible()


def test_it_speaks_chinese_at_once(panel: PathPanel, session: Session) -> None:
    session.set_language("zh")
    assert rows(panel)["最多需要的资金"][0] == "不需要"
    assert panel.settings.kind.currentText() == "保持不变"


def test_in_a_narrow_window_the_settings_fold_away_and_their_words_stay(
    qtbot: QtBot, session: Session, theme: Theme
) -> None:
    narrow = PathPanel(session, theme)
    qtbot.addWidget(narrow)
    narrow.resize(600, 400)
    narrow.show()
    assert not narrow.settings.isVisible()
    assert "36 months ahead, users as they are, nothing else changes." in narrow.premises.text()
    narrow.premises.linkActivated.emit("#")
    assert narrow.settings.isVisible()
    assert narrow.premises.isHidden()


def test_a_choice_that_is_refused_goes_back(qtbot: QtBot, panel: PathPanel, session: Session) -> None:
    growth = Outlook(months=600, growth={SHARED: LogisticGrowth(monthly=9.0, ceiling=1e7)})
    session.edit(lambda c: edits.set_outlook(c, growth))
    session.settled_answers()
    panel.settings.kind.setCurrentIndex(1)
    with qtbot.waitSignal(session.failed):
        panel.settings.kind.activated.emit(1)
    assert panel.settings.kind.currentIndex() == 2
    assert session.comparison.outlook == growth


def test_settings_fold_away_when_there_is_little_room_until_a_person_wants_them(panel: PathPanel) -> None:
    frame = panel.frame
    panel.resize(900, 600)
    QApplication.processEvents()
    assert frame.settings.isChecked()
    panel.resize(520, 600)
    QApplication.processEvents()
    assert not frame.settings.isChecked()
    panel.resize(900, 600)
    QApplication.processEvents()
    assert frame.settings.isChecked()
    panel.resize(520, 600)
    panel.premises.linkActivated.emit("#")
    panel.resize(500, 600)
    QApplication.processEvents()
    assert frame.settings.isChecked()


def test_in_a_low_window_the_months_stay_in_sight(panel: PathPanel) -> None:
    panel.resize(600, 210)
    QApplication.processEvents()
    port = panel._scroll.viewport()
    bottom = panel.chart.mapTo(port, panel.chart.rect().bottomLeft()).y()
    assert bottom <= port.height()
    panel.resize(600, 900)
    QApplication.processEvents()
    assert panel.chart.height() >= 240
