"""Why the best one is ahead, in plain words out of the statement."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import example_ids, load_example
from core.comparison.parts import SHARED
from core.questions.display import Display
from core.questions.reasons import reasons
from core.questions.results import AlternativeResult, results

EXAMPLE = load_example("three-ways")


def told(comparison: Comparison, display: Display | None = None) -> list[str]:
    answers = results(comparison, most_users=10).alternatives
    return [text.en for text in reasons(comparison, answers, display or Display())]


def shares(comparison: Comparison, id: str) -> list[int]:
    lines = next(r for r in results(comparison, most_users=10).alternatives if r.id == id).lines
    return [round(lines[cost] / lines["revenue"] * 100) for cost in ("direct_cost", "operating_cost")]


def test_the_best_is_set_against_the_next_best_out_of_every_hundred() -> None:
    serving, running = shares(EXAMPLE, "api")
    _, other_running = shares(EXAMPLE, "subscription")
    said = told(EXAMPLE)
    assert said[0] == f"Both spend ${serving} of every $100 of revenue on serving customers."
    assert said[1] == (
        f"Of every $100 of revenue, DeepSeek-style API spends ${running} on people, selling and other operating costs, "
        f"ChatGPT-style plan ${other_running}."
    )
    assert said[2].startswith("So of every $100, DeepSeek-style API keeps $")
    assert "“Replacing subscribers who leave”" in said[3]


def test_a_loser_is_set_against_break_even() -> None:
    serving, _ = shares(EXAMPLE, "maas")
    loser = next(text for text in told(EXAMPLE) if "MaaS resale" in text)
    assert f"spends ${serving} on serving customers" in loser
    assert "it loses $" in loser
    assert told(EXAMPLE)[-1].startswith("Most of it is “GPU rent”: $")


def test_where_the_next_best_keeps_more_of_each_hundred_size_decides() -> None:
    large = edits.set_value(EXAMPLE, SHARED, "users", 16_000_000)
    assert any(text.startswith("What decides is revenue: ChatGPT-style plan takes in $") for text in told(large))


def test_amounts_a_period_follow_what_is_shown() -> None:
    yearly = told(EXAMPLE, Display(period="year", currency="CNY"))
    assert any("a year" in text and "¥" in text for text in yearly)
    assert any("every ¥100" in text for text in yearly)


def test_without_revenue_only_costs_can_be_told() -> None:
    answers = list(results(EXAMPLE, most_users=10).alternatives)
    broke = _with(answers[0], revenue=0.0, operating_profit=-5e5, direct_cost=2e5, operating_cost=3e5)
    assert [text.en for text in reasons(EXAMPLE, [broke])] == [
        "DeepSeek-style API has no revenue, but costs of $500k a month."
    ]


def test_where_costs_are_a_multiple_of_revenue_amounts_are_told_as_they_are() -> None:
    small = edits.set_value(EXAMPLE, SHARED, "users", 20_000.0)
    told = [text.en for text in reasons(small, results(small, most_users=10).alternatives)]
    assert told[0] == (
        "MaaS resale takes in $35k a month and spends $166k on serving customers and $400k on people, selling and "
        "other operating costs: it loses $531k."
    )
    assert told[1] == (
        "What sets MaaS resale apart from DeepSeek-style API most is “Training cost of the month”: $0 a month, "
        "against $465k."
    )
    assert len(told) == 4
    assert not any("every $100" in text for text in told)


def test_what_is_not_defined_has_no_reasons() -> None:
    answers = results(EXAMPLE, most_users=10).alternatives
    assert reasons(EXAMPLE, [_with(answer, operating_profit=math.nan) for answer in answers]) == ()


@pytest.mark.parametrize("id", example_ids())
@pytest.mark.parametrize("users", [1.0, 5e4, 6e6, 4e7])
def test_both_languages_say_as_much_at_any_size(id: str, users: float) -> None:
    comparison = edits.set_value(load_example(id), SHARED, "users", users)
    texts = reasons(comparison, results(comparison, most_users=10).alternatives)
    assert texts
    assert all(text.en and text.zh and "{" not in text.en + text.zh for text in texts)
    assert all(text.zh.endswith("。") and text.en.endswith(".") for text in texts)


def _with(answer: AlternativeResult, **lines: float) -> AlternativeResult:
    return replace(answer, lines=answer.lines | lines)
