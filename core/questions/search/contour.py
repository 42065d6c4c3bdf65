"""The line on which a quantity known at the corners of a grid is zero (marching squares): straight pieces through the
cells it passes, joined end to end. A cell with a corner at which nothing is defined has no line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.formula.normal import Floats

Point = tuple[float, float]
Polyline = tuple[Point, ...]
Edges = NDArray[np.intp]


def zero_lines(x: Floats, y: Floats, heights: Floats) -> tuple[Polyline, ...]:
    """The lines between below zero and zero or above; `heights` has one row for each y and one column for each x.

    A closed line ends where it starts.
    """
    if min(heights.shape) < 2:
        return ()
    first, second = _pieces(heights)
    crossed = np.unique(np.concatenate([first, second]))
    places = dict(zip(crossed.tolist(), _places(x, y, heights, crossed), strict=True))
    return tuple(tuple(places[edge] for edge in line) for line in _joined(first.tolist(), second.tolist()))


def _pieces(heights: Floats) -> tuple[Edges, Edges]:
    """The pieces inside cells, each from one edge of the grid to another.

    Edge 2k runs from corner k to its right neighbour, edge 2k + 1 from corner k upwards.
    """
    rows, columns = heights.shape
    above, known = heights >= 0, np.isfinite(heights)
    a, b, c, d = above[:-1, :-1], above[:-1, 1:], above[1:, 1:], above[1:, :-1]
    whole = known[:-1, :-1] & known[:-1, 1:] & known[1:, 1:] & known[1:, :-1]
    corner = np.arange(rows * columns).reshape(rows, columns)[:-1, :-1]
    bottom, left, top, right = 2 * corner, 2 * corner + 1, 2 * (corner + columns), 2 * (corner + 1) + 1
    passed = {"bottom": whole & (a != b), "right": whole & (b != c), "top": whole & (c != d), "left": whole & (d != a)}
    edges = {"bottom": bottom, "right": right, "top": top, "left": left}
    saddle = passed["bottom"] & passed["right"] & passed["top"] & passed["left"]
    with np.errstate(over="ignore", invalid="ignore"):
        middle = (heights[:-1, :-1] / 4 + heights[:-1, 1:] / 4 + heights[1:, 1:] / 4 + heights[1:, :-1] / 4) >= 0
    around_b = saddle & (middle == a)  # the corners b and d are cut off, else a and c
    around_a = saddle & (middle != a)
    pairs = [
        ("bottom", "right", around_b),
        ("top", "left", around_b),
        ("bottom", "left", around_a),
        ("right", "top", around_a),
        ("bottom", "top", None),
        ("right", "left", None),
    ]
    starts, ends = [], []
    for one, other, of_saddle in pairs:
        chosen = passed[one] & passed[other] & ~saddle
        chosen = chosen if of_saddle is None else chosen | of_saddle
        starts.append(edges[one][chosen])
        ends.append(edges[other][chosen])
    return np.concatenate(starts), np.concatenate(ends)


def _places(x: Floats, y: Floats, heights: Floats, edges: Edges) -> list[Point]:
    """Where on each edge the height is zero, taking it as straight between the corners."""
    row, column = np.divmod(edges // 2, heights.shape[1])
    upwards = edges % 2
    end_row, end_column = row + upwards, column + 1 - upwards
    start, end = heights[row, column], heights[end_row, end_column]
    with np.errstate(over="ignore", invalid="ignore"):
        share = np.clip(np.nan_to_num(start / (start - end), nan=0.5), 0.0, 1.0)
    at_x = x[column] + share * (x[end_column] - x[column])
    at_y = y[row] + share * (y[end_row] - y[row])
    return list(zip(at_x.tolist(), at_y.tolist(), strict=True))


def _joined(first: Sequence[int], second: Sequence[int]) -> list[list[int]]:
    """Pieces that share an edge of the grid put together, open lines first."""
    neighbours: dict[int, list[int]] = {}
    for one, other in zip(first, second, strict=True):
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    loose_ends = [edge for edge, beside in neighbours.items() if len(beside) == 1]
    lines = []
    for start in [*loose_ends, *neighbours]:
        line = [start]
        while neighbours[line[-1]]:
            following = neighbours[line[-1]].pop()
            neighbours[following].remove(line[-1])
            line.append(following)
        if len(line) > 1:
            lines.append(line)
    return lines
