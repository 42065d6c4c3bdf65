"""Every function of the table: its scalar and its array form agree to the bit, and closed forms hold."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.formula.functions import FUNCTIONS
from core.formula.normal import erfc

NUMBERS = st.one_of(st.floats(-1e9, 1e9), st.integers(-50, 50).map(float), st.sampled_from([0.0, 1.0, 0.5, 1e-9]))


@given(st.sampled_from(sorted(FUNCTIONS)), st.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_scalar_and_array_forms_agree(id: str, numbers: tuple[float, float, float]) -> None:
    function = FUNCTIONS[id]
    arguments = numbers[: function.fewest]
    try:
        scalar = function.scalar(*arguments)
        with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
            array = function.array(*(np.array([value, value]) for value in arguments))
    except (ArithmeticError, ValueError):
        assume(False)
    assert array.tolist() == [scalar, scalar]


def test_erfc_against_the_standard_library() -> None:
    x = np.concatenate([np.linspace(-27, 26, 20_001), [0.0, -0.0, 0.46875, 4.0]])
    expected = np.array([math.erfc(value) for value in x])
    assert np.max(np.abs(erfc(x) / expected - 1)) < 2e-15


@pytest.mark.parametrize(
    ("x", "step", "expected"), [(7, 4, 8), (8, 4, 8), (0, 4, 0), (0.1, 18, 18), (5.5, 0, 5.5), (-3, 2, -2)]
)
def test_round_up(x: float, step: float, expected: float) -> None:
    assert FUNCTIONS["round_up"].scalar(float(x), float(step)) == expected


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6), st.floats(0.01, 5))
def test_share_above_of_a_lognormal(x: float, mean: float, spread: float) -> None:
    variance = math.log(1 + spread**2)
    middle = math.log(mean) - variance / 2
    expected = 1 - NormalDist(middle, math.sqrt(variance)).cdf(math.log(x))
    assert FUNCTIONS["lognormal_above"].scalar(x, mean, spread) == pytest.approx(expected, abs=1e-12)


def test_share_above_against_the_fact_sheets_example() -> None:
    # Median 40 and sigma 1.6: mean 144, and 15.7 % cost more than 200.
    sigma = 1.6
    mean, spread = 40 * math.exp(sigma**2 / 2), math.sqrt(math.exp(sigma**2) - 1)
    assert mean == pytest.approx(144, abs=0.5)
    assert FUNCTIONS["lognormal_above"].scalar(200.0, mean, spread) == pytest.approx(0.157, abs=0.0005)


@pytest.mark.parametrize(("x", "mean", "expected"), [(1, 2, 1), (2, 2, 0), (3, 2, 0)])
def test_share_above_without_any_spread(x: float, mean: float, expected: float) -> None:
    assert FUNCTIONS["lognormal_above"].scalar(float(x), float(mean), 0.0) == expected
    assert FUNCTIONS["lognormal_above"].scalar(float(x), float(mean), 1e-200) == expected  # its square is nothing


def test_everything_is_above_nothing() -> None:
    assert FUNCTIONS["lognormal_above"].scalar(0.0, 2.0, 1.0) == 1
    assert FUNCTIONS["lognormal_above"].scalar(-1.0, 2.0, 1.0) == 1
