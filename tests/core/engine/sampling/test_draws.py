"""Draws: even over every dimension, moved by seed, block and name alone, and moving together as asked."""

from __future__ import annotations

import hashlib
import math

import numpy as np
import pytest

from core.engine.sampling import sobol
from core.engine.sampling.correlation import mixing
from core.engine.sampling.distributions import CELLS, Shape
from core.engine.sampling.draws import Draws, Quantity
from core.errors import EvenkeelError
from core.formula.normal import Floats

UNIFORM = Shape("uniform", (("low", 0.0), ("high", 1.0)))
NORMAL = Shape("normal", (("mean", 0.0), ("sd", 1.0)))


def rows(draws: Draws, count: int, block: int = 0, size: int = CELLS) -> Floats:
    found = np.empty((count, size))
    for place, row in enumerate(found):
        draws.fill(place, block, row)
    return found


def test_the_first_points_of_sobols_sequence() -> None:
    first = [[int(cell) >> 13 for cell in sobol.order(dimension)[:8]] for dimension in range(4)]
    assert first == [
        [0, 4, 2, 6, 1, 5, 3, 7],
        [0, 4, 6, 2, 5, 1, 3, 7],
        [0, 4, 6, 2, 3, 7, 5, 1],
        [0, 4, 6, 2, 1, 5, 7, 3],
    ]


@pytest.mark.parametrize("dimension", [0, 1, 2, 100, sobol.dimensions() - 1, sobol.dimensions(), 5_000])
def test_every_cell_holds_one_point(dimension: int) -> None:
    assert np.array_equal(np.sort(sobol.order(dimension)), np.arange(CELLS))


def test_pairs_of_dimensions_are_filled_evenly() -> None:
    """256 points of the first two dimensions: one in each of 16 by 16 squares."""
    x, y = (sobol.order(dimension)[:256] >> 12 for dimension in (0, 1))
    assert len(set(zip(x.tolist(), y.tolist(), strict=True))) == 256


def test_name_place_and_seed_decide_the_draws() -> None:
    some = rows(Draws(1, [Quantity("a", UNIFORM), Quantity("b", UNIFORM)], {}), 2)
    more = rows(Draws(1, [Quantity("a", UNIFORM), Quantity("b", NORMAL), Quantity("c", UNIFORM)], {}), 3)
    assert np.array_equal(some[0], more[0])
    assert not np.array_equal(some[0], rows(Draws(2, [Quantity("a", UNIFORM)], {}), 1)[0])
    assert not np.array_equal(some[0], rows(Draws(1, [Quantity("a", UNIFORM)], {}), 1, block=1)[0])


def test_the_bytes_of_a_seed_never_change() -> None:
    shapes = [
        UNIFORM,
        NORMAL,
        Shape("triangular", (("low", 1.0), ("mode", 2.0), ("high", 4.0))),
        Shape("pert", (("low", 1.0), ("mode", 2.0), ("high", 4.0))),
        Shape("lognormal", (("mean", 3.0), ("sd", 1.0))),
        Shape("discrete", (("values", (1.0, 2.0, 5.0)), ("weights", (0.3, 0.3, 0.4)))),
    ]
    quantities = [Quantity(f"shared/{place}", shape) for place, shape in enumerate(shapes)]
    found = rows(Draws(20261123, quantities, {(1, 2): 0.5}), len(shapes), block=3)
    assert hashlib.sha256(found.astype("<f8").tobytes()).hexdigest()[:16] == "a809017596ce3ca7"


def test_drivers_move_together_as_asked() -> None:
    quantities = [Quantity(name, NORMAL) for name in "abc"]
    found = rows(Draws(1, quantities, {(0, 2): -0.8, (0, 1): 0.5}), 3)
    assert np.corrcoef(found) == pytest.approx(np.array([[1, 0.5, -0.8], [0.5, 1, 0], [-0.8, 0, 1]]), abs=2e-3)
    assert found.std(axis=1) == pytest.approx(np.ones(3), rel=1e-3)


def test_correlation_keeps_each_distribution() -> None:
    found = rows(Draws(1, [Quantity("a", UNIFORM), Quantity("b", UNIFORM)], {(0, 1): 1.0}), 2)
    assert np.allclose(found[0], found[1], atol=2 / CELLS)
    assert np.mean(found, axis=1) == pytest.approx([0.5, 0.5], abs=1e-4)


@pytest.mark.parametrize(
    "matrix",
    [
        [[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]],
        [[1.0, 1.0, 0.0], [1.0, 1.0, 0.5], [0.0, 0.5, 1.0]],
        [[1.0, 1.5], [1.5, 1.0]],
        [[1.0, 0.2], [0.3, 1.0]],
        [[2.0, 0.2], [0.2, 1.0]],
        [[1.0, math.nan], [math.nan, 1.0]],
    ],
)
def test_what_is_no_correlation_matrix_is_refused(matrix: list[list[float]]) -> None:
    with pytest.raises(EvenkeelError, match="cannot all hold"):
        mixing(matrix)


def test_many_quantities_go_on_at_random() -> None:
    many = [Quantity(f"a/{place}", UNIFORM) for place in range(sobol.dimensions() + 2)]
    draws = Draws(1, many, {})
    assert draws.scattered == 2
    row = np.empty(CELLS)
    draws.fill(len(many) - 1, 0, row)
    assert np.mean(row) == pytest.approx(0.5, abs=1e-6)
