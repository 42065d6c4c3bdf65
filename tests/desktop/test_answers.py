"""Answers taken over from the step before are those that would be computed from nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import desktop.answers as answers_module
from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.comparison.starting import first_of
from core.model.library import load_model
from desktop.answers import answers_for
from tests.core.small_models import model_of_profit

EDITS: dict[str, Callable[[Comparison], Comparison]] = {
    "users": lambda c: edits.set_value(c, "shared", "users", 7_654_321),
    "no users": lambda c: edits.set_value(c, "shared", "users", 0),
    "one's own value": lambda c: edits.set_value(c, "maas", "utilisation", 0.5),
    "a shared value": lambda c: edits.set_value(c, "shared", "gpu_hour_price", 3),
    "own users": lambda c: edits.set_own_value(c, "api", "users", 5_000_000),
    "another name": lambda c: edits.rename(c, "api", "Ours"),
    "another column": lambda c: edits.add_alternative(c, load_model("closed-api")),
    "one column less": lambda c: edits.remove(c, "subscription"),
    "another order": lambda c: edits.move(c, "maas", 0),
}


@pytest.mark.parametrize("name", EDITS)
def test_step_by_step_as_from_nothing(name: str) -> None:
    comparison = load_example("three-ways")
    changed = EDITS[name](comparison)
    stepwise, fresh = answers_for(changed, answers_for(comparison)), answers_for(changed)
    assert repr(stepwise.results) == repr(fresh.results)
    assert stepwise.pairs == fresh.pairs
    assert stepwise.verdict == fresh.verdict
    assert stepwise.remarks == fresh.remarks


def test_nothing_is_searched_again_for_other_users(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = load_example("three-ways")
    before = answers_for(comparison)
    monkeypatch.setattr(answers_module, "_within_reach", lambda *_: pytest.fail("searched again"))
    answers_for(edits.set_value(comparison, "shared", "users", 1_000_000), before)


def test_twins_that_differ_at_small_sizes_only_are_answered_in_full() -> None:
    comparison = edits.duplicate(load_example("three-ways"), "api")
    answers = answers_for(edits.set_own_value(comparison, "api_2", "minimum_nodes", 30), answers_for(comparison))
    assert answers.remarks == ()


def test_twins_that_graze_each_other_are_answered_at_once_and_in_words() -> None:
    comparison = edits.duplicate(load_example("three-ways"), "api")
    apart = edits.set_own_value(comparison, "api_2", "decode_unit_nodes", 20)
    answers = answers_for(apart, answers_for(comparison))
    (remark,) = answers.remarks
    assert "10M users" in remark.en
    assert answers_for(edits.set_value(apart, "shared", "users", 5), answers).remarks == answers.remarks
    assert answers_for(edits.remove(apart, "api_2"), answers).remarks == ()


def test_a_profit_that_grazes_zero_is_searched_as_far_as_can_be_waited_for() -> None:
    comparison = first_of("A test", model_of_profit("2000 * floor(users / 100) - 20 * users + 0.000001"))
    answers = answers_for(comparison)
    (remark,) = answers.remarks
    assert "was searched up to 100,000 users only" in remark.en
    assert answers.results["small"].break_even.truncated


def test_what_comes_out_below_zero_is_remarked_on() -> None:
    comparison = edits.set_own_value(load_example("three-ways"), "subscription", "plus_share", 0.7)
    comparison = edits.set_own_value(comparison, "subscription", "pro_share", 0.7)
    (remark,) = answers_for(comparison).remarks
    assert "“Free users” of ChatGPT-style plan comes out below zero" in remark.en
