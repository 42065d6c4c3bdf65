"""The lowest and the highest place of a way: no sample, however dense, lies beyond them, and both are really there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.comparison.starting import first_of
from core.engine.plan import plan_for
from core.formula.normal import Floats
from core.questions.search.crossings import FINEST, Span
from core.questions.search.extremes import NEAR_ENOUGH, Extremes, extremes
from core.questions.search.moves import Moves, Output
from tests.core.questions.formulas import HUNDREDTHS, PARTS
from tests.core.small_models import model_of_profit

PROFIT = "operating_profit"


def along_x(formula: str, low: float, high: float, *, whole: bool = False, **drivers: float) -> tuple[Extremes, Output]:
    """The extremes of a formula while x goes from low to high, and the output along it."""
    comparison = first_of("A test", model_of_profit(formula, x=low, **drivers))
    alternative = comparison.alternatives[0].id
    values = comparison.values_of(alternative)
    output = Output(plan_for(comparison.model_of(alternative)), Moves.one_by_one(values, ["x"]), PROFIT)
    return extremes(output, Span(np.array([low]), np.array([high]), np.array([whole]))), output


def heights(output: Output, x: Floats) -> Floats:
    return output.at(np.zeros(len(x), dtype=np.intp), x)


def with_a_neighbour(output: Output, x: Floats) -> tuple[Floats, Floats]:
    """What is reached at each x and on at least one side of it: not more, and not less."""
    here, below, above = (heights(output, at) for at in (x, x - 1e-9, x + 1e-9))
    return np.maximum(here, np.fmin(below, above)), np.minimum(here, np.fmax(below, above))


def assert_not_beaten(found: Extremes, output: Output, x: Floats, *, whole: bool = False) -> None:
    values = heights(output, x)
    lowest, highest = float(found.lowest[0]), float(found.highest[0])
    if np.isnan(lowest):
        assert np.all(np.isnan(values))
        return
    for at, value in ((found.lowest_at, lowest), (found.highest_at, highest)):
        assert heights(output, at)[0] == value
    distance = highest - lowest
    low, high = (values, values) if whole else with_a_neighbour(output, x)
    assert np.nanmin(low) >= lowest - NEAR_ENOUGH * max(abs(lowest), distance)
    assert np.nanmax(high) <= highest + NEAR_ENOUGH * max(abs(highest), distance)


@pytest.mark.parametrize(
    ("formula", "low", "high", "lowest", "highest"),
    [
        ("(x - 5) ** 2", 0.0, 11.0, 0.0, 36.0),
        ("2 * x - 7 * ceil(x / 7)", 0.0, 700.0, -7.0, 700.0),  # a saw that rises
        ("x - 7 * ceil(x / 7)", 0.0, 70_000.0, -7.0, 0.0),  # ten thousand teeth alike
        ("0 - x + 7 * ceil(x / 7)", 0.0, 1e6, 0.0, 7.0),
        ("3 if abs(x - 5) < 0.001 else 1", 0.0, 10.0, 1.0, 3.0),
        ("sqrt(x - 0.3)", 0.0, 1.0, 0.0, 0.7**0.5),
        ("x if x < 0.5 else sqrt(0 - 1)", 0.0, 1.0, 0.0, 0.5),
        ("exp(0 - (x - 0.123456) ** 2 * 1e6)", -1.0, 1.0, 0.0, 1.0),  # a needle
        ("1e9 + x", 0.0, 1.0, 1e9, 1e9 + 1),
        ("5", 0.0, 1.0, 5.0, 5.0),
    ],
)
def test_known_extremes(formula: str, low: float, high: float, lowest: float, highest: float) -> None:
    found, output = along_x(formula, low, high)
    room = NEAR_ENOUGH * max(abs(lowest), abs(highest))
    assert (found.lowest[0], found.highest[0]) == pytest.approx((lowest, highest), abs=room)
    assert_not_beaten(found, output, np.linspace(low, high, 50_001))


def test_whole_numbers_only() -> None:
    found, _ = along_x("(x - 500.5) ** 2", 0.0, 10_000.0, whole=True)
    assert (found.lowest_at[0], found.lowest[0]) in ((500.0, 0.25), (501.0, 0.25))
    assert found.highest_at[0] == 10_000
    found, _ = along_x("x * 1.01 - 18 * ceil(x / 18)", 0.0, 40.0, whole=True)
    assert (found.lowest_at[0], found.highest_at[0]) == (1.0, 36.0)


def test_nothing_defined_and_nothing_to_look_at() -> None:
    for low, high in ((1.0, 2.0), (2.0, 1.0)):
        found, _ = along_x("sqrt(0 - x)", low, high)
        assert np.isnan([found.lowest[0], found.highest[0], found.lowest_at[0]]).all()


def test_what_runs_away_is_not_followed_for_ever() -> None:
    found, _ = along_x("1 / x", 0.0, 1.0)
    assert found.lowest[0] == 1.0
    assert found.highest[0] > 1 / FINEST


@settings(max_examples=300)
@given(formula=PARTS, a=HUNDREDTHS, whole=st.booleans(), shift=st.floats(0, 1))
def test_no_sample_lies_beyond(formula: str, a: float, whole: bool, shift: float) -> None:
    assume("round_up" not in formula)  # by a step that moves itself: its bounds are too wide for a promise
    found, output = along_x(formula, -10.0, 300.0, whole=whole, a=a)
    even = np.linspace(-10.0, 300.0, 3_101) if not whole else np.arange(-10.0, 301.0)
    assert_not_beaten(found, output, even, whole=whole)
    if not whole:
        assert_not_beaten(found, output, np.clip(even + shift / 10, -10.0, 300.0))


@settings(max_examples=100)
@given(
    slope=st.floats(-3, 3),
    unit=st.floats(0.05, 20),
    tooth=st.floats(-5, 5),
    bend=st.floats(-0.02, 0.02),
    whole=st.booleans(),
)
def test_saws(slope: float, unit: float, tooth: float, bend: float, whole: bool) -> None:
    formula = f"({slope!r}) * x + ({tooth!r}) * ceil(x / {unit!r}) + ({bend!r}) * x ** 2"
    found, output = along_x(formula, 0.0, 1_000.0, whole=whole)
    edges = np.arange(0.0, 1_000.0 / unit) * unit
    tried = np.concatenate([np.linspace(0.0, 1_000.0, 20_001), edges, np.nextafter(edges, np.inf)])
    assert_not_beaten(found, output, np.arange(0.0, 1_001.0) if whole else tried, whole=whole)
