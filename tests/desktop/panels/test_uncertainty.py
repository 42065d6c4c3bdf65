"""How sure: twenty marks, plain words, the range on request, and a way in when nothing is uncertain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.comparison.document import Comparison
from core.questions.chances.uncertain import uncertain_drivers
from core.questions.decisive import decisive
from desktop.panels.uncertainty import UncertaintyPanel
from desktop.session import Session
from desktop.theme import Theme

PATIENCE = 30_000


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> UncertaintyPanel:
    made = UncertaintyPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    QApplication.processEvents()
    return made


def certain(comparison: Comparison) -> Comparison:
    for where, driver in uncertain_drivers(comparison).places:
        comparison = edits.make_certain(comparison, where, driver)
    return comparison


def settled(qtbot: QtBot, panel: UncertaintyPanel) -> None:
    """Wait for the whole answer."""

    def complete() -> bool:
        found = panel.found
        return bool(found and found.shares and found.comparison is panel.session.answers.comparison)

    qtbot.waitUntil(complete, timeout=PATIENCE)


def test_marks_and_words_agree(qtbot: QtBot, panel: UncertaintyPanel, session: Session) -> None:
    settled(qtbot, panel)
    rows = panel.chart.data.rows
    assert [row.key for row in rows] == [a.id for a in session.comparison.alternatives]
    for row, label in zip(rows, panel.sentences, strict=True):
        assert f"{row.profits} of 20" in row.words
        assert f"In {row.profits} of 20 futures, {row.name} makes a profit." in label.text()
        assert "uncertainty comes from" in label.text()
    assert "give or take 1 in" in panel.side.caption.text()
    assert "65,536" in panel.side.caption.text()


def test_break_even_follows_and_can_be_stopped_and_resumed(qtbot: QtBot, panel: UncertaintyPanel) -> None:
    with qtbot.waitSignal(panel.worker.answered, timeout=PATIENCE):
        pass
    assert panel.side.cancel.isVisible()
    qtbot.mouseClick(panel.side.cancel, Qt.MouseButton.LeftButton)
    assert not panel.worker.busy
    assert not panel.side.progress.isVisible()
    assert "profit at any size" not in panel.sentences[0].text()
    qtbot.mouseClick(panel.side.resume, Qt.MouseButton.LeftButton)
    settled(qtbot, panel)
    assert "users on" in panel.sentences[0].text()
    assert not panel.side.resume.isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_a_narrow_window_the_marks_have_the_room(qtbot: QtBot, panel: UncertaintyPanel, language: str) -> None:
    panel.session.set_language(language)
    panel.resize(565, 260)
    settled(qtbot, panel)
    assert not panel.side.isVisible()
    bars = [area.horizontalScrollBar() for area in panel.frame.findChildren(QScrollArea) if area.isVisible()]
    assert [bar.maximum() for bar in bars] == [0]


def test_the_range_is_shown_on_request_only(qtbot: QtBot, panel: UncertaintyPanel) -> None:
    settled(qtbot, panel)
    height, summary = panel.chart.least_height(), panel.chart.summary()
    assert "$" not in summary
    panel.side.ranges.setFocus()
    qtbot.keyClick(panel.side.ranges, Qt.Key.Key_Space)
    assert panel.chart.least_height() > height
    assert "$" in panel.chart.summary()
    assert not panel.chart.grab().isNull()


def test_with_nothing_uncertain_one_button_and_one_step_of_undo(
    qtbot: QtBot, panel: UncertaintyPanel, session: Session
) -> None:
    with qtbot.waitSignal(session.answers_changed):
        session.edit(certain)
    before = session.comparison
    assert panel.make_uncertain.isVisible()
    qtbot.mouseClick(panel.make_uncertain, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert {driver for _, driver in uncertain_drivers(session.comparison).places} == set(decisive(before))
    settled(qtbot, panel)
    assert panel.chart.isVisible()
    session.undo()
    assert session.comparison is before


def test_chinese_throughout(qtbot: QtBot, panel: UncertaintyPanel, session: Session) -> None:
    session.set_language("zh")
    settled(qtbot, panel)
    told = panel.sentences[0].text() + panel.side.caption.text() + panel.chart.summary()
    assert "20 种可能中有" in told
    assert "futures" not in told
    assert panel.frame.as_table.toolTip() == "以表格显示"


def test_an_uncertain_assumption_leads_to_where_it_is_set(qtbot: QtBot, panel: UncertaintyPanel) -> None:
    settled(qtbot, panel)
    with qtbot.waitSignal(panel.driver_wanted) as wanted:
        panel.side.drivers.linkActivated.emit("gpu_hour_price api")
    assert wanted.args == ["gpu_hour_price", "api"]


def test_nothing_is_asked_at_a_step_of_a_drag(qtbot: QtBot, panel: UncertaintyPanel, session: Session) -> None:
    settled(qtbot, panel)
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("api", "users", 7_000_000)
    assert not panel.worker.busy
    session.end_drag()
    assert panel.worker.busy
    settled(qtbot, panel)
