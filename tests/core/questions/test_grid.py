"""Who wins where: every cell is what the model says there, and the contour is where profit is zero."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.comparison.examples import load_example
from core.errors import EvenkeelError, UsageError
from core.questions.grid import Axis, grid, parse_axis
from core.questions.search.contour import zero_lines
from tests.core.questions.small_comparisons import SMALL, of_profit, outputs, two_of_profit
from tests.core.small_models import model_of_profit


@pytest.mark.parametrize("target", ["operating_profit", "gross_margin"])
def test_every_cell_of_an_example(target: str) -> None:
    comparison = load_example("three-ways")
    found = grid(comparison, Axis("utilisation", 0.2, 0.8, 5), Axis("users", 1e5, 1e7, 4), target)
    ids = found.winner_ids()
    for row, users in enumerate(found.y.values):
        for column, utilisation in enumerate(found.x.values):
            cell = {
                id: outputs(comparison, id, users=float(users), utilisation=float(utilisation))
                for id in found.alternatives
            }
            for id in found.alternatives:
                assert found.values[id][row, column] == cell[id][target]
            ranked = sorted((cell[id][target] for id in found.alternatives), reverse=True)
            assert cell[ids[row][column] or ""][target] == ranked[0]
            assert found.margin[row, column] == ranked[0] - ranked[1]


def test_a_driver_that_only_one_has_moves_only_that_one() -> None:
    comparison = two_of_profit(model_of_profit("mine", mine=1.0), model_of_profit("theirs", theirs=2.0))
    found = grid(comparison, Axis("mine", 0.0, 4.0, 5), Axis("users", 1.0, 3.0, 2))
    assert found.values["one"][0].tolist() == [0, 1, 2, 3, 4]
    assert found.values["other"][1].tolist() == [2] * 5
    assert found.winner_ids()[0] == ["other", "other", "one", "one", "one"]  # of equals the first
    assert found.margin[0].tolist() == [2, 1, 0, 1, 2]


def test_what_is_not_defined_wins_nothing() -> None:
    comparison = two_of_profit(model_of_profit("sqrt(mine)", mine=1.0), model_of_profit("log(mine)", mine=2.0))
    found = grid(comparison, Axis("mine", -1.0, 1.0, 3), Axis("users", 1.0, 3.0, 2))
    assert found.winner_ids()[0] == [None, "one", "one"]
    assert np.isnan(found.margin[0]).tolist() == [True, True, False]
    assert math.isnan(found.values["other"][0, 1])


def test_the_contour_of_a_straight_line() -> None:
    comparison = of_profit("price * users - 1000", price=5.0)
    found = grid(comparison, Axis("users", 10.0, 200.0, 39), Axis("price", 1.0, 20.0, 39))
    (line,) = found.break_even[SMALL]
    assert len(line) > 20
    for users, price in line:
        assert price * users == pytest.approx(1000, rel=0.02)


def test_the_contour_of_a_circle_closes() -> None:
    x = np.linspace(-2, 2, 41)
    (line,) = zero_lines(x, x, 1 - x[None, :] ** 2 - x[:, None] ** 2)
    assert line[0] == line[-1]
    assert [math.hypot(*point) for point in line] == pytest.approx([1] * len(line), abs=0.01)


@given(arrays(np.float64, (5, 6), elements=st.sampled_from([-2.0, -1.0, 0.0, 1.0, 3.0, math.nan])))
def test_contours_part_what_is_below_from_what_is_not(heights: np.ndarray) -> None:
    """Where all is defined, every edge between a corner below zero and one that is not is passed exactly once; points
    lie on edges of the grid, between such corners."""
    x, y = np.arange(6.0), np.arange(5.0)
    lines = zero_lines(x, y, heights)
    for line in lines:
        assert len(line) > 1
        for across, up in line:
            corners = [
                heights[row, column]
                for row in {math.floor(up), math.ceil(up)}
                for column in {math.floor(across), math.ceil(across)}
            ]
            assert across == round(across) or up == round(up)
            assert min(corners) < 0 <= max(corners) or 0 in corners
    if not np.any(np.isnan(heights)):
        above = heights >= 0
        passed = np.count_nonzero(above[1:] != above[:-1]) + np.count_nonzero(above[:, 1:] != above[:, :-1])
        assert sum(len(line) - (line[0] == line[-1]) for line in lines) in range(passed - 12, passed + 1)


def test_axes_are_read() -> None:
    assert parse_axis("utilisation=0.2:0.8:25") == Axis("utilisation", 0.2, 0.8, 25)
    for wrong in ("", "users", "users=1:2", "users=1:2:3:4", "=1:2:3", "users=a:b:3", "users=1:2:2.5"):
        with pytest.raises(UsageError, match="is not an axis"):
            parse_axis(wrong)
    read = {"20%": 0.2, "80%": 0.8}
    assert parse_axis("x = 20%:80%:1e2", lambda _, typed: read[typed]) == Axis("x", 0.2, 0.8, 100)


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (Axis("users", 1, 2, 0), Axis("x", 1, 2, 5), "0 points cannot be shown"),
        (Axis("users", 1, 2, 1), Axis("x", 1, 2, 5), "1 point cannot be shown"),
        (Axis("users", 2, 2, 5), Axis("x", 1, 2, 5), "The range of users is empty"),
        (Axis("users", 3, 2, 5), Axis("x", 1, 2, 5), "The range of users is empty"),
        (Axis("users", 1, math.inf, 5), Axis("x", 1, 2, 5), "has an end that is no number"),
        (Axis("users", 1, 2, 501), Axis("x", 1, 2, 500), "at most 250,000 in all"),
        (Axis("users", 1, 2, 10**15), Axis("x", 1, 2, 5), "is too large"),
        (Axis("usres", 1, 2, 5), Axis("x", 1, 2, 5), "Did you mean users"),
        (Axis("x", 1, 2, 5), Axis("x", 1, 2, 5), "Both axes"),
    ],
)
def test_what_cannot_be_mapped_gets_a_sentence(x: Axis, y: Axis, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        grid(of_profit("x", x=1.0), x, y)


def test_values_that_make_no_sense_are_refused() -> None:
    with pytest.raises(EvenkeelError, match="cannot be"):
        grid(load_example("three-ways"), Axis("utilisation", 0.5, 1.5, 5), Axis("users", 1, 2, 5))
