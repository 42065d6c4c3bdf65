"""Present value and internal rate of return: closed forms, numpy's roots, and flows that turn many times."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.questions.over_time.present_value import internal_rates, monthly_rate, net_present_value, yearly_rate

FLOWS = st.lists(st.integers(-50, 50).map(float), min_size=2, max_size=9)


def test_twelve_monthly_rates_compound_to_the_yearly_one() -> None:
    assert monthly_rate(0.1) == pytest.approx(1.1 ** (1 / 12) - 1, rel=1e-12)
    assert yearly_rate(monthly_rate(0.37)) == pytest.approx(0.37, rel=1e-12)
    assert monthly_rate(0.0) == 0.0


def test_a_geometric_row_is_worth_its_closed_form() -> None:
    growth, rate, months = 0.03, 0.01, 48
    flows = np.concatenate([[0.0], 100 * (1 + growth) ** np.arange(months)])
    closed = 100 * (1 - ((1 + growth) / (1 + rate)) ** months) / (rate - growth)
    assert net_present_value(flows, rate) == pytest.approx(closed, rel=1e-12)


def test_an_annuity_is_worth_its_closed_form() -> None:
    flows = np.array([-1000.0, *[50.0] * 36])
    assert net_present_value(flows, 0.02) == pytest.approx(-1000 + 50 * (1 - 1.02**-36) / 0.02, rel=1e-12)


def test_a_value_beyond_all_numbers_is_not_defined() -> None:
    assert math.isnan(net_present_value(np.full(600, 1e300), -0.99))
    assert math.isnan(net_present_value(np.array([-1.0, math.nan]), 0.1))


@pytest.mark.parametrize(
    ("flows", "rates"),
    [
        ([-100.0, 110.0], [0.1]),
        ([-100.0, 100.0], [0.0]),
        ([-100.0, 50.0], [-0.5]),
        ([100.0, -110.0], [0.1]),  # a loan has a rate, too
        ([0.0, 0.0, -100.0, 0.0, 121.0, 0.0], [0.1]),
        ([-100.0, 230.0, -132.0], [0.1, 0.2]),
        ([1.0, -2.0, 1.0], [0.0]),  # touches zero without crossing
        ([-1.0, 1e6], [999_999.0]),
        ([-5.0, -3.0], []),
        ([5.0, 0.0, 3.0], []),
        ([0.0, 0.0], []),
        ([-1.0, 3.0, -2.5], []),  # turns twice, yet never worth nothing
    ],
)
def test_known_rates(flows: list[float], rates: list[float]) -> None:
    assert internal_rates(np.array(flows)) == pytest.approx(rates, rel=1e-12, abs=1e-14)


def test_a_project_of_fifty_years_has_its_closed_rate() -> None:
    payment = 0.01 / (1 - 1.01**-600)
    assert internal_rates(np.array([-1.0, *[payment] * 600])) == pytest.approx([0.01], rel=1e-9)


def test_flows_that_are_not_defined_have_no_rate() -> None:
    assert internal_rates(np.array([-1.0, math.nan, 2.0])) == ()


def test_flows_that_turn_every_month_are_answered() -> None:
    flows = np.array([(-1.0) ** month * (1 + month % 7) for month in range(120)])
    for rate in internal_rates(flows):
        assert abs(net_present_value(flows, rate)) < 1e-6 * np.abs(flows).sum() * max(1.0, (1 + rate) ** -119)


@given(FLOWS)
def test_no_rate_is_missed_and_none_invented(flows: list[float]) -> None:
    found = internal_rates(np.array(flows))
    for rate in found:
        terms = [flow * (1 + rate) ** -month for month, flow in enumerate(flows)]
        assert abs(math.fsum(terms)) <= 1e-9 * math.fsum(map(abs, terms))
    # Wherever the value has opposite signs at two neighbours of a fine grid, a rate must lie between.
    grid = np.expm1(np.linspace(-6, 6, 301))
    values = [net_present_value(np.array(flows), rate) for rate in grid]
    for place in range(300):
        if values[place] * values[place + 1] < 0:
            assert any(grid[place] <= rate <= grid[place + 1] for rate in found)


@given(st.lists(st.sampled_from([0.5, 0.8, 1.25, 2.0, 4.0]), min_size=1, max_size=4, unique=True))
def test_a_polynomial_made_of_its_roots_gives_them_back(factors: list[float]) -> None:
    flows = np.poly(factors)  # zero where 1 + rate is one of the factors
    assert internal_rates(flows) == pytest.approx(sorted(factor - 1 for factor in factors), rel=1e-6, abs=1e-8)
