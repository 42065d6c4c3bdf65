"""Looking at a scenario: values go into it, everything else into the comparison, and nothing gets lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.comparison.parts import SHARED
from desktop.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    made = Session(edits.add_scenario(load_example("three-ways"), "Busy"))
    made.choose_scenario("Busy")
    return made


def value_of(comparison: Comparison, driver: str, where: str = "api") -> float:
    return comparison.setting_of(where, driver).value


def test_values_go_into_the_scenario_and_are_answered(qtbot: QtBot, session: Session) -> None:
    before, answers = session.document, session.settled_answers()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("api", "users", 9_000_000)
    assert value_of(session.comparison, "users") == 9_000_000
    assert value_of(session.document, "users") == value_of(before, "users")
    assert session.document.scenarios[-1].changes == {SHARED: {"users": 9_000_000}}
    assert session.answers.results["api"].lines != answers.results["api"].lines
    with qtbot.waitSignal(session.answers_changed):
        session.choose_scenario(None)
    assert session.answers.results["api"].lines == answers.results["api"].lines


def test_a_value_back_at_the_base_is_no_difference(session: Session) -> None:
    before = session.document
    session.set_driver("subscription", "staff_cost", 2_000_000)
    assert session.document.scenarios[-1].changes == {"subscription": {"staff_cost": 2_000_000}}
    session.set_driver("subscription", "staff_cost", value_of(before, "staff_cost", "subscription"))
    assert session.document.scenarios[-1].changes == {}


def test_several_values_in_one_step(session: Session) -> None:
    session.edit(lambda c: edits.set_everywhere(c, "staff_cost", 1_000_000))
    changes = session.document.scenarios[-1].changes
    assert changes == {id: {"staff_cost": 1_000_000} for id in ("api", "subscription", "maas")}
    session.undo()
    assert session.document.scenarios[-1].changes == {}
    assert session.scenario == "Busy"


def test_everything_else_goes_into_the_comparison(session: Session) -> None:
    session.set_driver("api", "users", 9_000_000)
    session.edit(lambda c: edits.rename(c, "api", "Ours"))
    session.edit(lambda c: edits.set_note(c, "api", "users", "as planned"))
    session.edit(lambda c: edits.set_spread(c, "api", "staff_cost", 5e5, 7e5))
    session.edit(lambda c: edits.unlink(c, "maas", "users"))
    assert session.document.alternative("api").name == "Ours"
    assert session.document.setting_of("api", "users").note == "as planned"
    assert session.document.setting_of("api", "staff_cost").distribution is not None
    assert value_of(session.document, "users") == 6_000_000
    assert value_of(session.comparison, "users") == 9_000_000


def test_a_drag_is_one_step(session: Session) -> None:
    session.begin_drag()
    for users in (7e6, 8e6, 9e6):
        session.set_driver("api", "users", users, "drag")
    session.end_drag()
    session.undo()
    assert value_of(session.comparison, "users") == 6_000_000
    assert not session.can_undo


def test_a_refused_value_changes_nothing(qtbot: QtBot, session: Session) -> None:
    before = session.document
    with qtbot.waitSignal(session.failed):
        assert not session.set_driver("subscription", "utilisation", 3)
    assert session.document is before


def test_choosing_is_no_step_and_a_scenario_that_is_gone_is_none(session: Session) -> None:
    assert not session.can_undo
    session.edit(lambda c: edits.remove_scenario(c, "Busy"))
    assert session.scenario is None
    assert session.comparison is session.document
    session.undo()
    assert session.scenario is None
    session.choose_scenario("No such")
    assert session.scenario is None


def test_steps_are_named(session: Session) -> None:
    session.set_driver("api", "users", 9_000_000)
    name = session.undo_name
    assert name is not None
    assert name.en == "Active users in scenario Busy"
    session.edit(lambda c: edits.add_checkpoint(c, "Monday", "2026-11-23T10:00:00+00:00"))
    name = session.undo_name
    assert name is not None
    assert name.en == "remember Monday"


def test_opening_another_comparison_leaves_the_scenario(session: Session) -> None:
    session.open_comparison(load_example("deepseek-day"))
    assert session.scenario is None
    assert session.comparison is session.document
