"""The flat plan: its sorted users against the fee, the answer in words, and its settings beside it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from desktop.inputs.value_controls import NumberControls
from desktop.panels.flat_plan import FlatPlanPanel
from desktop.panels.flat_plan.plans import PlanPlace
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> FlatPlanPanel:
    made = FlatPlanPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    QApplication.processEvents()
    return made


def entered(panel: FlatPlanPanel, driver: str, words: str) -> NumberControls:
    control = next(control for control in panel.controls if control.place[1] == driver)
    controls = control.controls
    assert isinstance(controls, NumberControls)
    controls.entry.field.setFocus()
    controls.entry.field.selectAll()
    QTest.keyClicks(controls.entry.field, words)
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    return controls


def test_it_opens_on_the_plan_with_the_greatest_subsidy_and_says_who_pays(panel: FlatPlanPanel) -> None:
    assert panel.place == PlanPlace("subscription", "pro")
    assert panel.told.text() == (
        "7.4% of the subscribers cost more than they pay, and cause 44% of the cost."
        " Each subscriber pays $14 a month for them."
    )
    assert "not cut off at any cap" in panel.notes.text()
    data = panel.chart.data
    assert data is not None
    crossing = float(data.shares[int(np.argmax(data.costs > data.kept))])
    assert crossing == pytest.approx(1 - data.above, abs=0.002)


def test_the_other_plan_can_be_chosen(panel: FlatPlanPanel) -> None:
    panel.plans.setFocus()
    QTest.keyClick(panel.plans, Qt.Key.Key_Up)
    assert panel.place == PlanPlace("subscription", "plus")
    assert [control.place[1] for control in panel.controls] == ["plus_price", "plus_usage_multiple", "usage_spread"]


def test_more_spread_at_the_same_mean_costs_the_others_more(
    qtbot: QtBot, panel: FlatPlanPanel, session: Session
) -> None:
    before = panel.told.text()
    with qtbot.waitSignal(session.answers_changed):
        entered(panel, "usage_spread", "300%")
    assert session.comparison.setting_of("subscription", "usage_spread").value == 3.0
    assert panel.told.text() != before
    with qtbot.waitSignal(session.answers_changed):
        entered(panel, "usage_spread", "0")
    assert panel.told.text().startswith("No subscriber costs more")
    assert "no heavy users" in panel.notes.text()


def test_what_makes_no_sense_is_refused_where_it_was_typed(panel: FlatPlanPanel, session: Session) -> None:
    controls = entered(panel, "pro_price", "-5")
    assert controls.entry.refused
    assert not session.can_undo


def test_everybody_too_dear(qtbot: QtBot, panel: FlatPlanPanel, session: Session) -> None:
    with qtbot.waitSignal(session.answers_changed):
        entered(panel, "pro_price", "0")
    assert panel.told.text().startswith("Every subscriber costs more")
    assert not panel.chart.grab().isNull()


def test_its_figures_as_a_table_and_in_chinese(panel: FlatPlanPanel, session: Session) -> None:
    session.set_language("zh")
    QTest.mouseClick(panel.frame.as_table, Qt.MouseButton.LeftButton)
    rows = panel.frame.twin.words()
    assert rows[0][0] == "第 10% 处"
    assert rows[0][2] == "–"
    assert rows[-1][2].startswith("US$")
    assert "占总成本的 44%" in panel.chart.summary()


def test_a_comparison_without_flat_plans_shows_none(qtbot: QtBot, panel: FlatPlanPanel, session: Session) -> None:
    session.open_comparison(load_example("deepseek-day"))
    assert panel.place is None
    assert not panel.frame.isVisible()
