"""The difference: between business models, scenarios, checkpoints and files; the steps add up, whichever way."""

from __future__ import annotations

import math
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.comparison.examples import load_example
from core.comparison.file.storage import save
from core.questions.display import Display
from core.wording.text import Language
from desktop.charts.bridge.data import BridgeData
from desktop.charts.bridge.painting import _Bridge
from desktop.charts.bridge.words import amounts
from desktop.panels.bridge import BridgePanel
from desktop.panels.bridge.answering import EndChoice
from desktop.panels.bridge.end_choice import EndBox
from desktop.panels.bridge.versions import NOW, Version
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> BridgePanel:
    made = BridgePanel(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    QApplication.processEvents()
    return made


def answered(qtbot: QtBot, panel: BridgePanel) -> BridgeData:
    def complete() -> bool:
        found = panel.found
        return bool(found and found.asked == panel.asked and found.now is panel.session.comparison)

    qtbot.waitUntil(complete, timeout=30_000)
    assert panel.chart.data is not None
    return panel.chart.data


def pick(box: EndBox, label: str, *, of_versions: bool = True) -> None:
    """Choose from a list by keys."""
    combo = box.versions if of_versions else box.alternatives
    combo.setFocus()
    wanted = combo.findText(label)
    assert wanted >= 0
    while combo.currentIndex() != wanted:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)


def test_in_a_narrow_window_the_ends_fold_away_and_the_words_lead_to_them(qtbot: QtBot, panel: BridgePanel) -> None:
    panel.resize(600, 400)
    answered(qtbot, panel)
    assert not panel.start.isVisible()
    assert panel.told.text().endswith('<a href="#">Change…</a>')
    panel.told.linkActivated.emit("#")
    assert panel.start.isVisible()
    assert "<a" not in panel.told.text()


def test_two_business_models_line_by_line_and_the_sum_is_exact(
    qtbot: QtBot, panel: BridgePanel, session: Session
) -> None:
    data = answered(qtbot, panel)
    lines = {id: result.lines["operating_profit"] for id, result in session.answers.results.items()}
    assert (data.start, data.end) == (lines["api"], lines["subscription"])
    assert math.fsum([data.start, *(step.amount for step in data.steps)]) == pytest.approx(data.end, abs=1e-6)
    assert data.levels[-1] == pytest.approx(data.end, abs=1e-6)
    assert "lower in “ChatGPT-style plan” than in “DeepSeek-style API”" in panel.told.text()
    assert "every order" in panel.notes.text()
    assert not panel.chart.grab().isNull()


def test_swapped_every_sign_is_the_other_one(qtbot: QtBot, panel: BridgePanel) -> None:
    there = [step.amount for step in answered(qtbot, panel).steps]
    QTest.mouseClick(panel.swap, Qt.MouseButton.LeftButton)
    back = [step.amount for step in answered(qtbot, panel).steps]
    assert panel.asked is not None
    assert panel.asked.start == EndChoice(NOW, "subscription")
    assert [-amount for amount in back] == pytest.approx(there)


def test_a_scenario_of_one_business_model_driver_by_driver(qtbot: QtBot, panel: BridgePanel, session: Session) -> None:
    session.edit(lambda c: edits.add_scenario(c, "Busy", {"maas": {"utilisation": 0.5, "staff_cost": 400_000}}))
    QApplication.processEvents()
    pick(panel.start, "MaaS resale", of_versions=False)
    pick(panel.end, "Scenario: Busy")
    data = answered(qtbot, panel)
    assert (data.start_name, data.end_name) == ("MaaS resale – Now", "MaaS resale – Busy")
    changes = {step.name: step.change for step in data.steps}
    assert changes["Staff"] == "$300k → $400k"
    assert changes["Busy share of the machines paid for"] == "20% → 50%"
    amounts = {step.name: step.amount for step in data.steps}
    assert amounts["Staff"] == pytest.approx(-100_000)
    assert "What differs" in panel.changes.text()


def test_a_checkpoint_and_now(qtbot: QtBot, panel: BridgePanel, session: Session) -> None:
    session.edit(lambda c: edits.add_checkpoint(c, "Monday", "2026-11-23T10:00:00+00:00"))
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("api", "staff_cost", 650_000)
    panel.compare_with_checkpoint("Monday")
    answered(qtbot, panel)
    pick(panel.start, "DeepSeek-style API", of_versions=False)
    pick(panel.end, "DeepSeek-style API", of_versions=False)
    data = answered(qtbot, panel)
    assert [(step.name, step.amount) for step in data.steps] == [("Staff", pytest.approx(-100_000))]
    assert "$550,000" in panel.changes.text()
    session.edit(lambda c: edits.remove_checkpoint(c, "Monday"))
    QApplication.processEvents()
    answered(qtbot, panel)
    assert panel.asked is not None
    assert panel.asked.start.version == NOW


def test_another_file(
    qtbot: QtBot, panel: BridgePanel, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "theirs.evenkeel"
    save(edits.set_value(session.document, "api", "staff_cost", 1_000_000), other)
    monkeypatch.setattr("desktop.panels.bridge.panel.ask_file_to_open", lambda *_: other)
    panel.start.versions.setCurrentIndex(panel.start.versions.count() - 1)
    panel.start.versions.activated.emit(panel.start.versions.count() - 1)
    data = answered(qtbot, panel)
    assert panel.asked is not None
    assert panel.asked.start.version == Version("file", str(other))
    assert (data.start_name, data.end_name) == ("DeepSeek-style API – theirs", "DeepSeek-style API – Now")
    assert [(step.name, step.amount) for step in data.steps] == [("Staff", pytest.approx(450_000))]


def test_a_file_that_cannot_be_read_is_said(qtbot: QtBot, panel: BridgePanel, tmp_path: Path) -> None:
    bad = tmp_path / "bad.evenkeel"
    bad.write_text("not a comparison")
    answered(qtbot, panel)
    with qtbot.waitSignal(panel.session.failed):
        panel.add_file(bad)
    answered(qtbot, panel)


def test_in_another_comparison_two_different_business_models_are_set_against_each_other(
    panel: BridgePanel, session: Session
) -> None:
    session.open_comparison(load_example("deepseek-day"), origin="example")
    session.settled_answers()
    panel.show_answers(session.answers, "en")
    first, second = (alternative.id for alternative in session.comparison.alternatives[:2])
    assert panel.asked is not None
    assert (panel.asked.start, panel.asked.end) == (EndChoice(NOW, first), EndChoice(NOW, second))


def test_many_small_parts_are_folded_and_the_table_adds_up(qtbot: QtBot, panel: BridgePanel, session: Session) -> None:
    values = session.document.values_of("subscription")
    ids = [*[id for id, value in values.items() if 0 < value < 0.5][:6], "staff_cost", "plus_price", "pro_price"]
    changes = {id: values[id] * 1.02 for id in dict.fromkeys([*ids, "users", "pro_usage_multiple"])}
    own = {id: value for id, value in changes.items() if not session.document.is_shared("subscription", id)}
    session.edit(lambda c: edits.add_scenario(c, "All", {"subscription": own, "shared": {"users": 6_100_000}}))
    QApplication.processEvents()
    pick(panel.start, "ChatGPT-style plan", of_versions=False)
    pick(panel.end, "Scenario: All")
    data = answered(qtbot, panel)
    assert len(data.steps) <= 8
    assert data.steps[-1].name.endswith("others")
    rows = panel.chart.table().rows
    assert rows[-2][0] == "Sum of the steps"
    exact = [float(row[3].replace("$", "").replace(",", "").replace("−", "-")) for row in rows]
    assert sum(exact[1:-2]) == pytest.approx(exact[-2], abs=0.05)
    assert exact[0] + exact[-2] == pytest.approx(exact[-1], abs=0.02)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_are_whole_in_the_usual_window(
    qtbot: QtBot, panel: BridgePanel, session: Session, theme: Theme, language: Language
) -> None:
    session.open_comparison(load_example("same-model-opposite-answers"), origin="example")
    session.settled_answers()
    session.set_language(language)
    panel.show_answers(session.answers, language)
    data = answered(qtbot, panel)
    painter = MagicMock()
    _Bridge(painter, QRectF(0, 0, 560, 400), data, theme, language).paint()
    drawn = {call.args[-1] for call in painter.drawText.call_args_list}
    assert {data.start_name, data.end_name, *(step.name for step in data.steps)} <= drawn


def test_money_at_both_ends_of_a_step_is_told_in_the_unit_of_the_steps(
    qtbot: QtBot, panel: BridgePanel, session: Session
) -> None:
    values = {"subscription": {"api_revenue": 6e6, "staff_cost": 9e5}}
    session.edit(lambda comparison: edits.add_scenario(comparison, "Busy", values))
    session.choose_scenario("Busy")
    QApplication.processEvents()
    panel.compare_with_base()
    data = answered(qtbot, panel)
    assert data.start_name == "ChatGPT-style plan – Base"
    assert amounts(data, "en") == ["−$71k", "+$6,000k", "+$550k", "$6,479k"]
    assert [step.change for step in data.steps] == ["$0 → $6,000k", "$1,450k → $900k"]
    session.set_display(Display(period="year"))
    QApplication.processEvents()
    data = answered(qtbot, panel)
    assert [step.change for step in data.steps] == ["$0 → $6M", "$1.45M → $900k"]  # a month, as they were typed


def test_now_is_the_scenario_on_screen_and_the_base_is_an_entry_of_its_own(
    qtbot: QtBot, panel: BridgePanel, session: Session
) -> None:
    staff = session.document.setting_of("maas", "staff_cost").value
    for name, more in (("Busy", 100_000), ("Idle", 50_000)):
        values = {"maas": {"staff_cost": staff + more}}
        session.edit(lambda c, name=name, values=values: edits.add_scenario(c, name, values))
    session.choose_scenario("Busy")
    QApplication.processEvents()
    pick(panel.start, "MaaS resale", of_versions=False)
    listed = [panel.start.versions.itemText(row) for row in range(panel.start.versions.count() - 1)]
    assert listed[:2] == ["Now (Busy)", "Base"]
    assert "Scenario: Idle" in listed
    assert "Scenario: Busy" not in listed
    pick(panel.end, "MaaS resale", of_versions=False)
    pick(panel.start, "Base")
    data = answered(qtbot, panel)
    assert (data.start_name, data.end_name) == ("MaaS resale – Base", "MaaS resale – Now (Busy)")
    assert data.end == session.settled_answers().results["maas"].lines["operating_profit"]
    assert [(step.name, step.amount) for step in data.steps] == [("Staff", pytest.approx(-100_000))]
    session.choose_scenario("Idle")
    QApplication.processEvents()
    data = answered(qtbot, panel)
    assert [(step.name, step.amount) for step in data.steps] == [("Staff", pytest.approx(-50_000))]
    session.set_language("zh")
    QApplication.processEvents()
    assert [panel.start.versions.itemText(row) for row in (0, 1)] == ["当前（Idle）", "基准"]


def test_chinese(qtbot: QtBot, panel: BridgePanel, session: Session) -> None:
    session.set_language("zh")
    answered(qtbot, panel)
    assert "的营业利润每月比" in panel.told.text()
    assert panel.end.versions.itemText(0) == "当前"
    assert "higher" not in panel.chart.summary()
