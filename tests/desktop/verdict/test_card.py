"""The verdict card: what is found out after a moment of quiet joins the verdict, and never speaks of another one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.questions.search.curves import USERS
from desktop.session import Session
from desktop.theme import Theme, load_fonts
from desktop.verdict.card import VerdictCard
from desktop.widgets.wrapped_label import PENDING

FLIP = "This would flip to ChatGPT-style plan if its “Small plan, fee a month” rose to $21.50 (now $20)."


@pytest.fixture
def card(qtbot: QtBot, session: Session) -> VerdictCard:
    load_fonts()
    made = VerdictCard(session, Theme("light"))
    qtbot.addWidget(made)
    made.resize(800, 160)
    made.show()
    return made


def wait_for_findings(qtbot: QtBot, card: VerdictCard) -> None:
    qtbot.waitUntil(lambda: card.findings is not None, timeout=20_000)


def test_the_condition_follows_after_a_moment(qtbot: QtBot, card: VerdictCard, session: Session) -> None:
    assert card.condition.text() == PENDING
    wait_for_findings(qtbot, card)
    assert card.condition.text().startswith(FLIP)
    assert FLIP in card.text()
    assert FLIP in card.accessibleDescription()
    session.set_language("zh")
    assert "21.50 美元" in card.condition.text()


def test_nothing_is_said_while_it_may_be_wrong(qtbot: QtBot, card: VerdictCard, session: Session) -> None:
    wait_for_findings(qtbot, card)
    height = card.condition.height()
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", USERS, 50_000_000, "drag")
    assert card.condition.text() == PENDING
    assert card.condition.minimumHeight() == height
    assert FLIP not in card.text()
    with qtbot.assertNotEmitted(card.finder.found, wait=400):
        session.set_driver("shared", USERS, 40_000_000, "drag")
    with qtbot.waitSignal(card.finder.found, timeout=20_000):
        session.end_drag()
    assert "DeepSeek-style API" in card.condition.text()


def test_undo_finds_it_at_once(qtbot: QtBot, card: VerdictCard, session: Session) -> None:
    wait_for_findings(qtbot, card)
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", USERS, 50_000_000)
    with qtbot.waitSignal(session.answers_changed):
        session.undo()
    assert card.condition.text().startswith(FLIP)


def test_during_a_drag_nothing_below_jumps_up(qtbot: QtBot, session: Session) -> None:
    load_fonts()
    around = QWidget()
    qtbot.addWidget(around)
    card = VerdictCard(session, Theme("light"))
    column = QVBoxLayout(around)
    column.addWidget(card)
    column.addStretch(1)
    around.resize(860, 500)
    around.show()
    wait_for_findings(qtbot, card)
    QApplication.processEvents()
    session.begin_drag()
    heights, lines = [], []
    for users in (6_000_000, 4_500_000, 30_000_000, 1_000, 6_000_000):
        session.set_driver("shared", USERS, users, "drag")
        session.settled_answers()
        card.say()
        QApplication.processEvents()
        heights.append(card.height())
        lines.append(card.condition.y())
    assert heights == sorted(heights)
    assert lines == sorted(lines)
    assert heights[-1] > heights[0]
    session.end_drag()
    wait_for_findings(qtbot, card)
    QApplication.processEvents()
    assert card.height() < heights[-1]
    assert card.minimumHeight() == 0
