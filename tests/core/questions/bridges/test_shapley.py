"""Shapley's shares against the definition: the average over every order, tried one by one."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formula.normal import Floats
from core.questions.bridges.shapley import MOST_EXACT, Mask, shapley


def lookup(values: Floats, changes: int) -> Callable[[Mask], Floats]:
    """A game given by the value of every mixture."""
    return lambda mask: values[mask @ (1 << np.arange(changes))]


def by_trying(values: Floats, changes: int) -> list[float]:
    sums = [0.0] * changes
    for order in permutations(range(changes)):
        made = 0
        for change in order:
            sums[change] += values[made | 1 << change] - values[made]
            made |= 1 << change
    return [total / math.factorial(changes) for total in sums]


def curved(weights: Floats, flipped: bool = False) -> Callable[[Mask], Floats]:
    """A game in which every change interacts with every other."""

    def value(mask: Mask) -> Floats:
        total = (~mask if flipped else mask) @ weights
        return np.asarray(total**2 + np.exp(-total), dtype=np.float64)

    return value


@given(changes=st.integers(1, 6), data=st.data())
def test_equals_the_average_over_every_order(changes: int, data: st.DataObject) -> None:
    values = np.array(data.draw(st.lists(st.floats(-1e6, 1e6), min_size=2**changes, max_size=2**changes)))
    shares = shapley(lookup(values, changes), changes, seed=1)
    assert shares.exact
    assert shares.contributions == pytest.approx(by_trying(values, changes), rel=1e-9, abs=1e-6)
    assert math.fsum(shares.contributions) == pytest.approx(values[-1] - values[0], rel=1e-9, abs=1e-6)


@pytest.mark.parametrize("changes", [3, MOST_EXACT, MOST_EXACT + 3])
def test_taking_back_flips_every_sign_to_the_last_bit(changes: int) -> None:
    weights = np.linspace(0.1, 2.3, changes)
    there = shapley(curved(weights), changes, seed=5)
    back = shapley(curved(weights, flipped=True), changes, seed=5)
    assert [-share for share in there.contributions] == list(back.contributions)
    assert there.exact == (changes <= MOST_EXACT)


def test_sampled_shares_add_up_and_state_an_error_that_covers_the_truth() -> None:
    changes = MOST_EXACT + 4
    weights = np.linspace(0.1, 2.3, changes)
    shares = shapley(curved(weights), changes, seed=3)
    whole = float((curved(weights)(np.ones((1, changes), bool)) - curved(weights)(np.zeros((1, changes), bool)))[0])
    assert math.fsum(shares.contributions) == pytest.approx(whole, rel=1e-12)
    assert not shares.exact
    # The squares have shares in closed form; what exp adds is small, and sampled again with another seed.
    other = shapley(curved(weights), changes, seed=4)
    for share, again, error in zip(shares.contributions, other.contributions, shares.errors, strict=True):
        assert 0 < error < 0.05 * whole
        assert abs(share - again) < 6 * error


def test_sampling_finds_the_closed_form_of_products() -> None:
    changes = MOST_EXACT + 2
    weights = np.linspace(1.0, 2.0, changes)
    shares = shapley(lambda mask: np.asarray((mask @ weights) ** 2), changes, seed=1)
    exact = weights * weights.sum()  # of (sum of weights) ** 2
    for share, truth, error in zip(shares.contributions, exact, shares.errors, strict=True):
        assert abs(share - truth) <= 5 * error + 1e-9


def test_the_same_seed_gives_the_same_shares() -> None:
    weights = np.linspace(0.1, 2.3, 15)
    assert shapley(curved(weights), 15, seed=9) == shapley(curved(weights), 15, seed=9)


def test_one_mixture_that_is_not_defined_leaves_the_shares_not_defined() -> None:
    values = np.array([1.0, math.nan, 3.0, 4.0])
    assert all(math.isnan(share) for share in shapley(lookup(values, 2), 2, seed=1).contributions)
