"""Two numbers at once: computed away from the window, dragged in one step, any two assumptions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from core.comparison.parts import SHARED
from core.questions.results import results
from core.wording.text import Language
from desktop.charts.placing import Strokes
from desktop.panels.grid import GridPanel
from desktop.session import Session
from desktop.theme import Theme


def settled(qtbot: QtBot, panel: GridPanel) -> None:
    qtbot.waitUntil(lambda: not panel.worker.busy and panel._found is not None)
    QApplication.processEvents()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> GridPanel:
    made = GridPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    settled(qtbot, made)
    return made


def choose(qtbot: QtBot, panel: GridPanel, driver: str) -> None:
    box = panel.up.drivers
    box.set_driver(driver)
    with qtbot.waitSignal(panel.worker.answered):
        box.activated.emit(box.currentIndex())
    settled(qtbot, panel)


def test_it_begins_with_users_and_a_price_and_says_who_wins(panel: GridPanel) -> None:
    assert panel.across.drivers.driver == "users"
    assert panel.up.drivers.driver
    assert panel.words.text().startswith("As things stand, DeepSeek-style API makes the most: about $305k a month.")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_the_least_window_no_line_passes_through_the_name_of_a_line(
    panel: GridPanel, session: Session, language: Language
) -> None:
    session.set_language(language)
    panel.show_answers(session.answers, language)
    panel.resize(608, 266)
    QApplication.processEvents()
    panel.chart.grab()
    drawn = panel.chart._outlines.lines().values()
    strokes = Strokes(line for lines in drawn for line in lines)
    found = panel.chart._names.line_labels()
    assert len(found) == 3
    for _, words, box in found:
        assert not strokes.cross(box.left() + 2, box.top() + 1, box.right() - 2, box.bottom() - 1), words


def test_any_two_assumptions_can_be_chosen(qtbot: QtBot, panel: GridPanel) -> None:
    choose(qtbot, panel, "plus_price")
    assert panel.chart.points[0].y == 20
    choose(qtbot, panel, "users")
    assert (panel.across.drivers.driver, panel.up.drivers.driver) == ("plus_price", "users")


def test_dragging_the_cross_sets_both_in_one_step(qtbot: QtBot, panel: GridPanel, session: Session) -> None:
    choose(qtbot, panel, "plus_price")
    chart = panel.chart
    found = panel._found
    start, end = chart.place_of(6_000_000, 20).toPoint(), chart.place_of(9_000_000, 30).toPoint()
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (0.5, 1.0):
        with qtbot.waitSignal(session.answers_changed):
            QTest.mouseMove(chart.viewport(), start + (end - start) * step)
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert session.comparison.shared["users"].value == pytest.approx(9_000_000, rel=0.02)
    assert session.comparison.values_of("subscription")["plus_price"] == pytest.approx(30, rel=0.05)
    assert panel._found is found  # moving on the map needs no other map
    session.undo()
    assert session.comparison.shared["users"].value == 6_000_000
    assert session.comparison.values_of("subscription")["plus_price"] == 20
    assert not session.can_undo


def test_another_assumption_makes_another_map_after_a_moment(qtbot: QtBot, panel: GridPanel, session: Session) -> None:
    before = panel._found
    with qtbot.waitSignal(panel.worker.answered):
        session.set_driver("maas", "utilisation", 0.6)
    assert panel._found is not before
    assert panel._found is not None
    assert panel._found.grid.values["maas"].max() > (before.grid.values["maas"].max() if before else 0)


def test_pointing_tells_the_exact_profit_of_all(qtbot: QtBot, panel: GridPanel, session: Session) -> None:
    choose(qtbot, panel, "plus_price")
    at = panel._values_at(6_000_000, 20)
    exact = {r.id: r.lines["operating_profit"] for r in results(session.comparison).alternatives}
    assert at == pytest.approx(exact)
    QTest.mouseMove(panel.chart.viewport(), panel.chart.place_of(2_000_000, 20).toPoint())
    QTest.mouseMove(panel.chart.viewport(), panel.chart.place_of(3_000_000, 24).toPoint())
    assert len(panel.chart.read_out) == 3


def test_where_alternatives_differ_each_has_its_cross_and_it_is_said(qtbot: QtBot, panel: GridPanel) -> None:
    choose(qtbot, panel, "utilisation")
    assert len(panel.chart.points) == 3
    assert {point.name for point in panel.chart.points} >= {"MaaS resale"}
    assert "The map gives all of them the same value" in panel.notes.text()


def test_a_range_is_typed_and_senseless_ones_are_refused(qtbot: QtBot, panel: GridPanel) -> None:
    choose(qtbot, panel, "plus_price")
    high = panel.up.high
    assert high is not None
    high.field.setFocus()
    high.field.selectAll()
    QTest.keyClicks(high.field, "60")
    with qtbot.waitSignal(panel.worker.answered):
        QTest.keyClick(high.field, Qt.Key.Key_Return)
    assert panel.chart.view.viewRange()[1][1] == 60
    high.field.selectAll()
    QTest.keyClicks(high.field, "1")
    QTest.keyClick(high.field, Qt.Key.Key_Return)
    assert high.refused


def test_where_things_stand_is_always_on_the_map(qtbot: QtBot, panel: GridPanel, session: Session) -> None:
    with qtbot.waitSignal(panel.worker.answered):
        session.set_driver(SHARED, "users", 40_000_000)
    settled(qtbot, panel)
    assert panel.chart.view.viewRange()[0][1] >= 40_000_000


def test_it_speaks_chinese_without_computing_again(panel: GridPanel, session: Session) -> None:
    session.set_language("zh")
    assert "最赚钱" in panel.words.text()
    assert not panel.worker.busy
    assert panel.across.drivers.currentText() == "活跃用户数"


def test_the_table_takes_the_place_of_the_map(panel: GridPanel) -> None:
    QTest.mouseClick(panel.frame.as_table, Qt.MouseButton.LeftButton)
    assert not panel.chart.isVisible()
    assert panel.frame.twin.words()[0][0] == panel.chart.table().rows[0][0]


def test_another_comparison_begins_anew(qtbot: QtBot, panel: GridPanel, session: Session) -> None:
    session.open_comparison(load_example("deepseek-day"))
    settled(qtbot, panel)
    assert panel._found is not None
    assert set(panel._found.grid.alternatives) == {a.id for a in session.comparison.alternatives}
    assert panel.up.drivers.driver in {d.id for d in session.comparison.model_of("deepseek").drivers}
