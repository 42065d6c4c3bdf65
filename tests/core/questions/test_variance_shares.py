"""Shares of the variance against closed forms."""

from __future__ import annotations

import math

import pytest

from core.comparison.distribution import Normal, Uniform
from core.comparison.edits.values import set_distribution
from core.questions.variance_shares import VarianceShare, variance_shares
from tests.core.questions.small_comparisons import SMALL, of_profit


def rows_of(formula: str, low: float = -math.pi, high: float = math.pi) -> dict[str, VarianceShare]:
    comparison = of_profit(formula, a=1.0, b=1.0, c=1.0)
    for driver in "abc":
        comparison = set_distribution(comparison, SMALL, driver, Uniform(low=low, high=high))
    return {row.driver: row for row in variance_shares(comparison).alternatives[0].rows}


def close(row: VarianceShare, first: float, total: float) -> None:
    assert row.first == pytest.approx(first, abs=5e-3)
    assert row.total == pytest.approx(total, abs=5e-3)
    assert row.first_error is not None
    assert row.total_error is not None
    assert abs(row.first - first) <= 6 * row.first_error + 1e-4
    assert abs(row.total - total) <= 6 * row.total_error + 1e-4


def test_a_sum_has_first_order_shares_only() -> None:
    rows = rows_of("a + 2 * b")
    close(rows["a"], 0.2, 0.2)
    close(rows["b"], 0.8, 0.8)
    close(rows["c"], 0.0, 0.0)
    assert next(iter(rows)) == "b"


def test_a_product_of_centred_drivers_has_total_shares_only() -> None:
    rows = rows_of("a * b + c")
    variance = math.pi**2 / 3
    both = variance**2 / (variance**2 + variance)
    close(rows["a"], 0.0, both)
    close(rows["b"], 0.0, both)
    close(rows["c"], 1 - both, 1 - both)


def test_nothing_varies() -> None:
    comparison = set_distribution(of_profit("0 * a", a=1.0), SMALL, "a", Normal(mean=0, sd=1))
    (row,) = variance_shares(comparison, 1_000).alternatives[0].rows
    assert (row.first, row.total) == (None, None)


def test_the_answer_does_not_depend_on_the_threads() -> None:
    comparison = set_distribution(of_profit("exp(a)", a=1.0), SMALL, "a", Normal(mean=0, sd=1))
    assert variance_shares(comparison, 100_000, threads=1) == variance_shares(comparison, 100_000, threads=2)
