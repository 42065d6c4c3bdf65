"""A drag leaves out what only the eye follows; at its end, and whenever the hand rests, everything is exact again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.answers import Answers, answers_for
from desktop.session import Session


def step(qtbot: QtBot, session: Session, value: float) -> Answers:
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("api", "utilisation", value, "drag")
    return session.answers


def test_a_step_of_a_drag_leaves_out_where_the_lead_changes(qtbot: QtBot, session: Session) -> None:
    session.begin_drag()
    answers = step(qtbot, session, 0.5)
    assert not answers.exact
    assert list(answers.pairs) == [("subscription", "maas")]  # nothing touched those two
    fresh = answers_for(session.comparison)
    assert {id: r.break_even for id, r in answers.results.items()} == {
        id: r.break_even for id, r in fresh.results.items()
    }
    assert answers.verdict == fresh.verdict


def test_letting_go_makes_it_exact_before_anybody_is_told(qtbot: QtBot, session: Session) -> None:
    session.begin_drag()
    step(qtbot, session, 0.5)
    seen: list[bool] = []
    session.dragging_changed.connect(lambda _: seen.append(session.answers.exact))
    session.end_drag()
    assert seen == [True]
    assert session.answers.pairs == answers_for(session.comparison).pairs


def test_a_resting_hand_makes_it_exact_too(qtbot: QtBot, session: Session) -> None:
    session.begin_drag()
    assert not step(qtbot, session, 0.5).exact
    qtbot.waitUntil(lambda: session.answers.exact)
    assert session.dragging
    assert session.answers.pairs == answers_for(session.comparison).pairs


def test_dragging_users_leaves_nothing_out(qtbot: QtBot, session: Session) -> None:
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 5_000_000, "drag")
    assert session.answers.exact
