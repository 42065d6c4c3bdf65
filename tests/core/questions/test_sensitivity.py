"""What matters most: bars are what the model says at the ends of every range and between them."""

from __future__ import annotations

import numpy as np
import pytest

from core.comparison.document import Comparison
from core.comparison.examples import example_ids, load_example
from core.comparison.parts import SHARED
from core.engine.plan import plan_for
from core.errors import UsageError
from core.questions.break_even import break_even
from core.questions.sensitivity import AlternativeSensitivity, Bar, sensitivity
from tests.core.questions.small_comparisons import SMALL, of_profit, outputs

EXAMPLES = [load_example(id) for id in example_ids()]


def bar(found: AlternativeSensitivity, driver: str) -> Bar:
    return next(bar for bar in found.rows if bar.driver == driver)


@pytest.mark.parametrize("target", ["operating_profit", "gross_margin", "direct_cost"])
@pytest.mark.parametrize("comparison", EXAMPLES, ids=example_ids())
def test_every_bar_of_the_examples(comparison: Comparison, target: str) -> None:
    found = sensitivity(comparison, target)
    for alternative in found.alternatives:
        assert alternative.base == outputs(comparison, alternative.id)[target]
        swings = [bar.swing for bar in alternative.rows if None not in (bar.at_low, bar.at_high)]
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
    assert (row.at_low, row.at_high, row.minimum, row.maximum) == (25, 25, pytest.approx(0, abs=0.1), 25)
    assert row.swing == pytest.approx(25, abs=0.1)


def test_a_step_is_seen() -> None:
    found = sensitivity(of_profit("3 if abs(x - 5) < 1 else 1", {"x": (0, 10)}, x=1.0)).alternatives[0]
    row = bar(found, "x")
    assert (row.at_low, row.at_high, row.minimum, row.maximum) == (1, 1, 1, 3)


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
        lost = [None in (row.at_low, row.at_high) for row in alternative.rows if row.maximum is not None]
        if alternative.base is not None:
            assert lost == sorted(lost, reverse=True)


def test_what_is_defined_nowhere_has_no_bar() -> None:
    row = bar(sensitivity(of_profit("sqrt(0 - x)", {"x": (1, 2)}, x=1.0)).alternatives[0], "x")
    assert (row.at_low, row.maximum, row.swing) == (None, None, 0)


def test_an_unknown_target_is_named() -> None:
    with pytest.raises(UsageError, match="Did you mean operating_profit"):
        sensitivity(of_profit("x", x=1.0), "operating_profits")
    assert sensitivity(of_profit("x", x=1.0)).alternatives[0].id == SMALL
