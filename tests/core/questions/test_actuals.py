"""Actual figures beside the plan: entered for any line, kept in the file, and told as a variance."""

from __future__ import annotations

import math

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.comparison.file.format import dumps, loads
from core.engine.plan import plan_for
from core.errors import EvenkeelError, UsageError
from core.model.statement import STATEMENT
from core.questions.actuals import variances
from core.wording.text import Text


@pytest.fixture(scope="module")
def ways() -> Comparison:
    return load_example("three-ways")


def planned(comparison: Comparison, alternative: str, line: str) -> float:
    return plan_for(comparison.model_of(alternative)).evaluate(comparison.values_of(alternative))[line]


def test_published_figures_are_no_actuals(ways: Comparison) -> None:
    assert ways.reference_checks
    assert variances(ways) == ()


@pytest.mark.parametrize(
    ("line", "factor", "favourable"),
    [
        ("revenue", 1.1, True),
        ("api_revenue", 0.9, False),
        ("gpu_cost", 1.1, False),
        ("direct_cost", 0.9, True),
        ("staff_cost", 1.2, False),
        ("gross_margin", 1.2, False),  # a loss that is larger
        ("paid_nodes", 1.1, None),
        ("utilisation", 1.1, None),
        ("revenue", 1.0, None),
    ],
)
def test_the_variance_and_whether_it_is_a_good_one(
    ways: Comparison, line: str, factor: float, favourable: bool | None
) -> None:
    plan = planned(ways, "maas", line)
    (found,) = variances(edits.set_actual(ways, "maas", line, plan * factor))
    assert (found.alternative, found.line, found.planned) == ("maas", line, plan)
    assert found.variance == pytest.approx(plan * (factor - 1))
    assert found.relative == pytest.approx((factor - 1) * math.copysign(1, plan))
    assert found.favourable is favourable


def test_every_line_of_every_kind_can_have_an_actual(ways: Comparison) -> None:
    for alternative in ways.alternatives:
        for line in (*(item.id for item in ways.model_of(alternative).quantities), *STATEMENT):
            (found,) = variances(edits.set_actual(ways, alternative.id, line, 1.0))
            assert (found.line, found.actual) == (line, 1.0)
            assert found.unit


def test_a_second_actual_takes_the_place_of_the_first(ways: Comparison) -> None:
    once = edits.set_actual(ways, "maas", "revenue", 1e6)
    other = edits.set_actual(once, "api", "revenue", 3e6)
    twice = edits.set_actual(other, "maas", "revenue", 2e6)
    assert [(v.alternative, v.actual) for v in variances(twice)] == [("maas", 2e6), ("api", 3e6)]
    assert edits.set_actual(twice, "maas", "revenue", 2e6) is twice
    assert twice.reference_checks[-2].name == Text("Actual: Revenue", "实际：收入")
    cleared = edits.clear_actual(edits.clear_actual(twice, "maas", "revenue"), "api", "revenue")
    assert cleared == ways
    assert edits.clear_actual(ways, "maas", "revenue") is ways


def test_actuals_survive_the_file_and_leave_with_their_alternative(ways: Comparison) -> None:
    entered = edits.set_actual(ways, "maas", "gpu_cost", 2.5e6)
    again = loads(dumps(entered)).comparison
    assert variances(again) == variances(entered)
    assert variances(edits.remove(entered, "maas")) == ()


def test_a_plan_that_is_not_defined_has_no_relative_variance(ways: Comparison) -> None:
    free = edits.set_value(ways, "maas", "free_credit_share", 1)
    (margin,) = variances(edits.set_actual(free, "maas", "gross_margin", 0.1))
    assert math.isnan(margin.variance)
    assert margin.relative is None
    assert margin.favourable is None
    (revenue,) = variances(edits.set_actual(free, "maas", "revenue", 5.0))
    assert (revenue.variance, revenue.relative, revenue.favourable) == (5.0, None, True)


def test_what_cannot_be_entered_is_refused_in_a_sentence(ways: Comparison) -> None:
    with pytest.raises(UsageError, match="Did you mean revenue"):
        edits.set_actual(ways, "maas", "revenu", 1)
    with pytest.raises(UsageError):
        edits.set_actual(ways, "nobody", "revenue", 1)
    with pytest.raises(UsageError):
        edits.clear_actual(ways, "maas", "nothing")
    with pytest.raises(EvenkeelError, match="finite"):
        edits.set_actual(ways, "maas", "revenue", math.nan)
