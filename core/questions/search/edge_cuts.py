"""Where ranges of counts are cut so that nothing steps or bends inside a piece: just before and after every edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.engine.forms import Edge, Values
from core.formula.normal import Floats

Flags = NDArray[np.bool_]


def edge_cuts(
    edges: list[Edge], kept: Flags, lo: Floats, hi: Floats, most: NDArray[np.int64]
) -> tuple[NDArray[np.intp], Floats, Flags]:
    """Just before and just after every edge inside some ranges: the number of the range, and where a piece starts.

    The edges are those of all ranges, `lo` to `hi` those that are `kept`. Also tells which of these were cut: those
    with an edge inside, and at most `most` of them.
    """
    if not edges:
        return np.empty(0, np.intp), np.empty(0), np.zeros(len(lo), dtype=bool)
    c0 = np.array([_of_kept(edge.c0, kept, lo) for edge in edges])
    c1 = np.array([_of_kept(edge.c1, kept, lo) for edge in edges])
    every = np.array([[edge.every] for edge in edges])
    at_lo, at_hi = c0 + c1 * lo, c0 + c1 * hi
    least, greatest = np.minimum(at_lo, at_hi), np.maximum(at_lo, at_hi)
    first = np.where(every, np.ceil(least), 0.0)
    counts = np.where(every, np.floor(greatest) - first + 1, (least <= 0) & (greatest >= 0))
    counts = np.where(np.isfinite(counts) & (counts > 0) & (c1 != 0), counts, 0.0)
    total = counts.sum(axis=0)
    exact = (total > 0) & (total <= most)
    number = np.where(exact, counts, 0).astype(np.int64).ravel()
    each = np.repeat(np.arange(len(number)), number)
    k = first.ravel()[each] + np.arange(len(each)) - np.repeat(np.cumsum(number) - number, number)
    at = np.floor((k - c0.ravel()[each]) / c1.ravel()[each])
    starts, owner = np.concatenate([at - 1, at + 3]), np.tile(each % len(lo), 2)
    inside = (starts > lo[owner]) & (starts <= hi[owner])
    return owner[inside], starts[inside], exact


def _of_kept(part: Values, kept: Flags, ranges: Floats) -> Floats:
    return part[kept] if isinstance(part, np.ndarray) else np.full(len(ranges), part)
