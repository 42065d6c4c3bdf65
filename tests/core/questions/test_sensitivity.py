"""What matters most: bars are what the model says at the ends of every range and between them."""

from __future__ import annotations

import numpy as np
import pytest

from core.comparison.document import Comparison
from core.comparison.examples import example_ids, load_example
from core.comparison.parts import SHARED
from core.engine.plan import plan_for
from core.errors import UsageError
from core.formula.normal import Floats
from core.questions.break_even import break_even
from core.questions.search.extremes import NEAR_ENOUGH
from core.questions.search.levers import levers_of
from core.questions.sensitivity import AlternativeSensitivity, Bar, quick_sensitivity, sensitivity
from tests.core.questions.small_comparisons import SMALL, built_in, of_profit, outputs

EXAMPLES = [load_example(id) for id in example_ids()]


def bar(found: AlternativeSensitivity, driver: str) -> Bar:
    return next(bar for bar in found.rows if bar.driver == driver)


@pytest.mark.parametrize("target", ["operating_profit", "gross_margin", "direct_cost"])
@pytest.mark.parametrize("comparison", EXAMPLES, ids=example_ids())
def test_every_bar_of_the_examples(comparison: Comparison, target: str) -> None:
    found = sensitivity(comparison, target)
    for alternative in found.alternatives:
        assert alternative.base == outputs(comparison, alternative.id)[target]
        swings = [bar.swing for bar in alternative.rows]
        assert swings == sorted(swings, reverse=True)
        for row in alternative.rows:
            ends = [outputs(comparison, alternative.id, **{row.driver: end})[target] for end in (row.low, row.high)]
            assert [np.nan if end is None else end for end in (row.at_low, row.at_high)] == pytest.approx(
                ends, rel=1e-15, nan_ok=True
            )
            for end in (row.at_low, row.at_high):
                assert end is None or (row.minimum is not None and row.minimum <= end <= row.maximum)
            assert (row.where == SHARED) == comparison.is_shared(alternative.id, row.driver)


def test_a_valley_is_not_no_effect() -> None:
    found = sensitivity(of_profit("(x - 5) ** 2", {"x": (0, 10)}, x=1.0)).alternatives[0]
    row = bar(found, "x")
    assert (row.at_low, row.at_high, row.minimum, row.maximum) == (25, 25, pytest.approx(0, abs=1e-7), 25)
    assert row.swing == pytest.approx(25, abs=1e-7)


def test_a_step_is_seen() -> None:
    found = sensitivity(of_profit("3 if abs(x - 5) < 1e-4 else 1", {"x": (0, 10)}, x=1.0)).alternatives[0]
    row = bar(found, "x")
    assert (row.at_low, row.at_high, row.minimum, row.maximum) == (1, 1, 1, 3)


def sampled(comparison: Comparison, alternative: str, row: Bar, target: str) -> Floats:
    """The target at some thousand values of a driver."""
    plan, values = plan_for(comparison.model_of(alternative)), comparison.values_of(alternative)
    points = np.linspace(row.low, row.high, 5_001)
    lever = levers_of(comparison, alternative, [row.driver])[0]
    points = np.unique(np.floor(points)) if lever.whole else points
    heights = plan.evaluate_arrays({**values, row.driver: points}, [target])[target]
    return np.broadcast_to(heights, points.shape)


@pytest.mark.parametrize("target", ["operating_profit", "gross_margin", "paid_nodes"])
@pytest.mark.parametrize(("comparison", "alternative"), built_in())
def test_no_value_lies_beyond_the_least_and_the_greatest(comparison: Comparison, alternative: str, target: str) -> None:
    if any(target not in plan_for(comparison.model_of(a)).outputs for a in comparison.alternatives):
        pytest.skip("no such line")
    found = next(a for a in sensitivity(comparison, target).alternatives if a.id == alternative)
    for row in found.rows:
        heights = sampled(comparison, alternative, row, target)
        if row.minimum is None or row.maximum is None:
            assert np.isnan(heights).all()
            continue
        # The margin of a saw over whole users: tens of thousands of teeth of next to the same height.
        room = NEAR_ENOUGH if row.driver != "users" or target != "gross_margin" else 1e-7
        room *= max(abs(row.minimum), abs(row.maximum), row.swing)
        assert row.minimum - room <= np.nanmin(heights), row.driver
        assert row.maximum + room >= np.nanmax(heights), row.driver


def test_what_happens_between_the_ends_of_whole_numbers() -> None:
    found = {a.id: a for a in sensitivity(load_example("three-ways")).alternatives}
    nodes = bar(found["api"], "decode_unit_nodes")
    values = [outputs(load_example("three-ways"), "api", decode_unit_nodes=n)["operating_profit"] for n in range(41)]
    assert (nodes.minimum, nodes.maximum) == (min(values), max(values))
    assert min(values) < 0 < values[0]


def test_a_part_that_is_not_defined_leaves_the_rest() -> None:
    found = sensitivity(of_profit("sqrt(x - 3) + y", {"x": (0, 7), "y": (0, 9)}, x=4.0, y=1.0)).alternatives[0]
    row = bar(found, "x")
    assert (row.at_low, row.minimum, row.maximum) == (None, 1, 3)
    assert bar(found, "y").swing == 9
    assert found.rows.index(bar(found, "y")) < found.rows.index(row)


@pytest.mark.parametrize("comparison", EXAMPLES, ids=example_ids())
def test_the_quick_answer_is_near(comparison: Comparison) -> None:
    exact = {(a.id, row.driver): row.swing for a in sensitivity(comparison).alternatives for row in a.rows}
    for alternative in quick_sensitivity(comparison).alternatives:
        assert [row.swing for row in alternative.rows] == sorted((r.swing for r in alternative.rows), reverse=True)
        for row in alternative.rows:
            assert row.swing <= exact[alternative.id, row.driver] * (1 + 1e-9) + 1e-6
        longest = alternative.rows[0]
        assert longest.swing == pytest.approx(exact[alternative.id, longest.driver], rel=0.05)


@pytest.mark.parametrize("target", ["first", "safe_from"])
@pytest.mark.parametrize("comparison", EXAMPLES, ids=example_ids())
def test_bars_of_break_even_counts(comparison: Comparison, target: str) -> None:
    for alternative in sensitivity(comparison, target).alternatives:
        plan, values = plan_for(comparison.model_of(alternative.id)), comparison.values_of(alternative.id)
        assert alternative.base == getattr(break_even(plan, values), target)
        assert "users" not in [row.driver for row in alternative.rows]
        for row in alternative.rows[::3]:
            for end, count in ((row.low, row.at_low), (row.high, row.at_high)):
                assert getattr(break_even(plan, {**values, row.driver: end}), target) == count, row.driver
        swings = [row.swing for row in alternative.rows]
        assert swings == sorted(swings, reverse=True)


def test_what_is_defined_nowhere_has_no_bar() -> None:
    row = bar(sensitivity(of_profit("sqrt(0 - x)", {"x": (1, 2)}, x=1.0)).alternatives[0], "x")
    assert (row.at_low, row.maximum, row.swing) == (None, None, 0)


def test_an_unknown_target_is_named() -> None:
    with pytest.raises(UsageError, match="Did you mean operating_profit"):
        sensitivity(of_profit("x", x=1.0), "operating_profits")
    assert sensitivity(of_profit("x", x=1.0)).alternatives[0].id == SMALL
