"""The break-even panel: the answer in words, the line that is dragged, and no work that nobody sees."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desktop.panels.break_even.drawing as drawing_module
from core.comparison import edits
from core.comparison.examples import load_example
from core.comparison.parts import SHARED
from desktop.panels.break_even import BreakEvenPanel
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> BreakEvenPanel:
    made = BreakEvenPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(860, 500)
    made.show()
    QApplication.processEvents()
    return made


def place(panel: BreakEvenPanel, users: float) -> QPoint:
    chart = panel.chart
    (x0, x1), _ = chart.view.viewRange()
    rect = chart.view.rect()
    inside = QPointF((users - x0) / (x1 - x0) * rect.width(), rect.height() / 2)
    return chart.mapFromScene(chart.view.mapToScene(inside))


def right_end(panel: BreakEvenPanel) -> float:
    return float(panel.chart.view.viewRange()[0][1])


def test_the_answer_stands_above_the_chart_in_words(panel: BreakEvenPanel) -> None:
    api, _, plan, _, resale, why = panel.headlines.texts()
    assert "has no more losses from 5.41M users (first profit at 4.9M)" in api
    assert "has no more losses from" in plan
    assert resale == "MaaS resale loses money at any size"
    assert why.startswith("Costs come in whole machines")
    assert "4,898,539 to 5,193,463" in panel.headlines.texts()[1]


def test_a_low_panel_leaves_the_room_to_the_chart(panel: BreakEvenPanel) -> None:
    panel.resize(600, 260)
    QApplication.processEvents()
    assert "first profit" not in " ".join(panel.headlines.texts())
    assert "first profit" in panel.headlines.toolTip()
    assert panel.chart.height() > 180


def test_it_speaks_chinese_at_once(panel: BreakEvenPanel, session: Session) -> None:
    session.set_language("zh")
    assert "从 541 万用户起不再亏损（490 万用户首次盈利）" in panel.headlines.texts()[0]
    assert "在任何规模下都亏损" in panel.headlines.texts()[-2]


def test_dragging_the_line_sets_the_shared_users_in_one_step(
    qtbot: QtBot, panel: BreakEvenPanel, session: Session
) -> None:
    viewport, before = panel.chart.viewport(), right_end(panel)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(panel, 6_000_000))
    for users in (7_000_000, 9_000_000, 12_000_000):
        with qtbot.waitSignal(session.answers_changed):
            QTest.mouseMove(viewport, place(panel, users))
        assert right_end(panel) == before
    assert session.dragging
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(panel, 12_000_000))
    assert not session.dragging
    assert session.comparison.shared["users"].value == pytest.approx(12_000_000, rel=0.01)
    session.undo()
    assert session.comparison.shared["users"].value == 6_000_000
    assert not session.can_undo


def test_axes_stand_still_while_something_else_is_dragged_and_fit_afterwards(
    qtbot: QtBot, panel: BreakEvenPanel, session: Session
) -> None:
    before = right_end(panel)
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("subscription", "plus_price", 15, "drag")
    assert right_end(panel) == before
    session.end_drag()
    qtbot.waitUntil(lambda: right_end(panel) != before)


def test_lines_that_nothing_touched_are_not_computed_again(
    qtbot: QtBot, panel: BreakEvenPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[object] = []
    sweep = drawing_module.sweep
    monkeypatch.setattr(drawing_module, "sweep", lambda *given: (swept.append(given), sweep(*given))[1])
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver(SHARED, "users", 7_000_000, "drag")
    assert not swept
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("maas", "utilisation", 0.3, "drag")
    assert len(swept) == 1
    session.end_drag()


def test_a_hidden_panel_does_nothing_until_it_is_shown(
    qtbot: QtBot, panel: BreakEvenPanel, session: Session
) -> None:
    panel.hide()
    before = panel.headlines.texts()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("maas", "utilisation", 0.8)
    assert panel.headlines.texts() == before
    panel.show()
    assert any("MaaS resale makes money from" in text for text in panel.headlines.texts())


def test_the_best_at_each_size_is_named_under_the_chart(panel: BreakEvenPanel) -> None:
    winners = panel.chart.winners
    assert winners[0] == "nobody makes a profit"
    assert "DeepSeek-style API" in winners
    assert not any("MaaS" in name for name in winners)


def test_users_that_are_not_shared_are_those_of_the_first(panel: BreakEvenPanel, session: Session) -> None:
    for id in ("api", "subscription", "maas"):
        session.edit(lambda comparison, id=id: edits.unlink(comparison, id, "users"))
    QTest.mousePress(panel.chart.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 6_000_000))
    QTest.mouseMove(panel.chart.viewport(), place(panel, 9_000_000))
    QTest.mouseRelease(panel.chart.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 9_000_000))
    users = [session.comparison.values_of(id)["users"] for id in ("api", "subscription", "maas")]
    assert users[0] > 8_000_000
    assert users[1:] == [6_000_000, 6_000_000]


def test_without_any_break_even_the_users_line_decides_how_far_the_axis_goes(
    qtbot: QtBot, panel: BreakEvenPanel, session: Session
) -> None:
    session.open_comparison(load_example("deepseek-day"))
    users = panel.session.comparison.shared["users"].value
    assert right_end(panel) == pytest.approx(2 * users, rel=0.2)
    assert panel.headlines.texts()[0].endswith("makes money at any size")
