"""Draws of all uncertain quantities, block by block. A block walks over Sobol's points, every quantity along its own
dimension, moved by a random XOR of its own: so blocks are independent, and their spread tells how far off an answer is.

The XOR is applied to the number of the point instead of its place, which is the same thing (Sobol's construction is
linear over bits) but lets the values of a quantity be put in the order of the points once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from core.engine.sampling import sobol
from core.engine.sampling.correlation import correlation_matrix, mixing
from core.engine.sampling.distributions import CELLS, STANDARD_NORMAL, Shape, levels
from core.engine.sampling.portable import normal_quantile
from core.formula.normal import Floats
from core.record import record

BLOCK = CELLS  # the most trials in a block
_NUMBERS = np.arange(BLOCK)


@record
class Quantity:
    """Something uncertain. Its name, its place among the others and the seed decide its draws."""

    name: str
    shape: Shape


class Draws:
    """The draws of some quantities. Immutable, and may be asked from several threads."""

    def __init__(
        self, seed: int, quantities: Sequence[Quantity], correlations: Mapping[tuple[int, int], float]
    ) -> None:
        """`correlations` holds coefficients for pairs of places in `quantities`. Raises `EvenkeelError` when they
        contradict each other."""
        self._seed = seed
        self._quantities = tuple(quantities)
        self._group = sorted({place for pair in correlations for place in pair})
        places = {place: row for row, place in enumerate(self._group)}
        pairs = {(places[i], places[j]): r for (i, j), r in correlations.items()}
        self._mixing = mixing(correlation_matrix(len(self._group), pairs))
        shapes = [STANDARD_NORMAL if i in places else quantity.shape for i, quantity in enumerate(quantities)]
        self._columns = [_column(shape, dimension) for dimension, shape in enumerate(shapes)]

    @property
    def scattered(self) -> int:
        """How many quantities are drawn at random, because Sobol's points have fewer dimensions."""
        return max(0, len(self._quantities) - sobol.dimensions())

    def fill(self, place: int, block: int, row: Floats) -> None:
        """Writes the first draws of one quantity in one block into `row`, at most `BLOCK` of them."""
        if place not in self._group:
            self._independent(place, block, row)
            return
        score, part = np.zeros_like(row), np.empty_like(row)
        for other, weight in zip(self._group, self._mixing[self._group.index(place)], strict=True):
            if weight:
                self._independent(other, block, part)
                score += weight * part
        cell = np.searchsorted(_score_edges(), score)
        np.take(levels(self._quantities[place].shape), cell, out=row, mode="clip")

    def _independent(self, place: int, block: int, row: Floats) -> None:
        number = _NUMBERS[: len(row)] ^ self._shift(self._quantities[place].name, block)
        np.take(self._columns[place], number, out=row, mode="clip")

    def _shift(self, name: str, block: int) -> int:
        text = f"{self._seed}/{block}/{name}"
        return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=2).digest(), "big")


@lru_cache(maxsize=128)
def _column(shape: Shape, dimension: int) -> Floats:
    """The values of a quantity in the order of the points."""
    return np.take(levels(shape), sobol.order(dimension))


@lru_cache(maxsize=1)
def _score_edges() -> Floats:
    return normal_quantile(np.arange(1, CELLS) / CELLS)
