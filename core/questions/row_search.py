"""The first whole user count without loss and the last one with, for many cases (rows) at once: the same search as
`sign_changes`, in which every range of counts carries its row and only what may still move an answer is looked at."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.engine.forms import Edge, Form, Ranges
from core.errors import EvenkeelError
from core.formula.normal import Floats
from core.questions.sign_changes import TOO_CLOSE, edge_numbers, only, undecided

FEW = 8  # counts that are tried rather than bounded
MOST_EDGES = 64  # of one range; with more it is cut evenly first
PIECES = 16
SHRUNK = 0.25
MOST_WORK = 20_000_000  # ranges looked at before the search gives up with a sentence, or
MOST_WORK_A_ROW = 20_000  # for each row, if that is more
_ROW = 1 << 31  # keeps the counts of one row apart from those of the next in one number

Rows = NDArray[np.intp]


class RowCurves(Protocol):
    """One curve over user counts for each row."""

    def at(self, row: Rows, users: Floats) -> Floats:
        """The value of each row's curve at a count, NaN where not defined; the engine's own result."""
        ...

    def ends(self, row: Rows, lo: Floats, hi: Floats) -> tuple[Floats, Floats, Floats]:
        """The values at both ends of a range of each row, and how far the curve may lie off the straight line between
        them: infinity when it may not be straight."""
        ...

    def bounds(self, row: Rows, ranges: Ranges) -> Form:
        """Lines between which each row's curve lies over a range."""
        ...


class RowSearch:
    """The answers for all rows: `first_above` (infinity where there is none) and `last_below` (0 where there is none).

    0 counts as above, a value that is not defined as below.
    """

    def __init__(self, curves: RowCurves, rows: int, limit: int) -> None:
        """Searches 1 to `limit`. Raises `EvenkeelError` when curves stay too close to zero over too many teeth."""
        self.first_above = np.full(rows, np.inf)
        self.last_below = np.zeros(rows)
        self._curves = curves
        self._work = max(MOST_WORK, MOST_WORK_A_ROW * rows)
        row, lo, hi = np.arange(rows), np.ones(rows), np.full(rows, float(limit))
        while len(row):
            row, lo, hi = self._round(row, lo, hi)

    def _round(self, row: Rows, lo: Floats, hi: Floats) -> tuple[Rows, Floats, Floats]:
        """Looks at the ranges that may still matter; returns what of them is open."""
        self._work -= len(row)
        if self._work < 0:
            raise EvenkeelError(*TOO_CLOSE)
        few = hi - lo < FEW
        wide_row, wide_lo, wide_hi = self._straightened(row[~few], lo[~few], hi[~few])
        near = few & ((lo < self.first_above[row]) | (hi > self.last_below[row]))
        self._try_each(row[near], lo[near], hi[near])
        return self._narrowed(wide_row, wide_lo, wide_hi)

    def _straightened(self, row: Rows, lo: Floats, hi: Floats) -> tuple[Rows, Floats, Floats]:
        """Learns the signs at both ends, and all about the ranges over which the curve is straight; returns the others
        that may still matter, without their ends."""
        if not len(row):
            return row, lo, hi
        at_lo, at_hi, off = self._curves.ends(row, lo, hi)
        self._note(row, lo, lo, at_lo >= 0)
        self._note(row, hi, hi, at_hi >= 0)
        open_ = (lo < self.first_above[row]) | (hi > self.last_below[row])
        with np.errstate(all="ignore"):
            rise = at_hi - at_lo
            clear = np.minimum(np.abs(at_lo), np.abs(at_hi)) > off
            same = clear & ((at_lo >= 0) == (at_hi >= 0))
            passing = open_ & clear & ~same & (np.abs(rise) > 2 * off * (hi - lo))
            root = lo[passing] - at_lo[passing] / rise[passing] * (hi - lo)[passing]
        start, end = np.maximum(np.floor(root) - 1, lo[passing]), np.minimum(np.ceil(root) + 1, hi[passing])
        self._note(row[passing], lo[passing], start, at_lo[passing] >= 0)
        self._note(row[passing], end, hi[passing], at_hi[passing] >= 0)
        self._try_each(row[passing], start, end)
        rest = open_ & ~same & ~passing
        return row[rest], lo[rest] + 1, hi[rest] - 1

    def _see(self, row: Rows, users: Floats) -> None:
        """Learns the sign at some counts."""
        above = self._curves.at(row, users) >= 0
        self._note(row, users, users, above)

    def _note(self, row: Rows, lo: Floats, hi: Floats, above: NDArray[np.bool_]) -> None:
        """Learns that stretches from lo to hi lie above or below."""
        real = hi >= lo
        up, down = real & above, real & ~above
        np.minimum.at(self.first_above, row[up], lo[up])
        np.maximum.at(self.last_below, row[down], hi[down])

    def _try_each(self, row: Rows, lo: Floats, hi: Floats) -> None:
        counts = (hi - lo).astype(np.int64) + 1
        ends = np.cumsum(counts)
        if len(ends):
            self._see(np.repeat(row, counts), np.arange(ends[-1]) + np.repeat(lo - (ends - counts), counts))

    def _narrowed(self, row: Rows, lo: Floats, hi: Floats) -> tuple[Rows, Floats, Floats]:
        if not len(row):
            return row, lo, hi
        ranges = Ranges(lo, hi)
        with np.errstate(all="ignore"):
            start, end, before, after = undecided(self._curves.bounds(row, ranges), lo, hi)
            self._note(row, lo, start - 1, before)
            self._note(row, end + 1, hi, after)
            still = (end >= start) & ((start < self.first_above[row]) | (end > self.last_below[row]))
            shrunk = still & (end - start < SHRUNK * (hi - lo))  # bounded again, its lines lie much closer
            more, los, his = _cut(row, start, end, ranges.edges, still & ~shrunk)
            return (
                np.concatenate([row[shrunk], more]),
                np.concatenate([start[shrunk], los]),
                np.concatenate([end[shrunk], his]),
            )


def _cut(
    row: Rows, lo: Floats, hi: Floats, all_edges: list[Edge], which: NDArray[np.bool_]
) -> tuple[Rows, Floats, Floats]:
    """Some of the ranges, cut just before and after the edges inside, or evenly; those of a few counts stay whole."""
    row, lo, hi, edges = row[which], lo[which], hi[which], [only(edge, which) for edge in all_edges]
    wide = hi - lo >= FEW
    spans = [edge_numbers(edge, lo, hi) for edge in edges]
    total = np.zeros_like(lo)
    for _, counts in spans:
        total += counts
    exact = wide & (total > 0) & (total <= MOST_EDGES)
    owners, starts = [np.arange(len(lo))], [lo]
    for edge, (first, counts) in zip(edges, spans, strict=True):
        number = np.where(exact, counts, 0).astype(np.int64)
        owner = np.repeat(np.arange(len(lo)), number)
        k = first[owner] + np.arange(len(owner)) - np.repeat(np.cumsum(number) - number, number)
        at = np.floor((k - np.asarray(edge.c0)[owner]) / np.asarray(edge.c1)[owner])
        for start in (at - 1, at + 3):
            inside = (start > lo[owner]) & (start <= hi[owner])
            owners.append(owner[inside])
            starts.append(start[inside])
    even = np.flatnonzero(wide & ~exact)
    for piece in range(1, PIECES):
        owners.append(even)
        starts.append(lo[even] + np.floor((hi[even] - lo[even] + 1) * piece / PIECES))
    keys = np.sort(np.concatenate(owners) * _ROW + np.concatenate(starts).astype(np.int64))
    keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys
    owner = keys // _ROW
    start = (keys - owner * _ROW).astype(np.float64)
    end = hi[owner]
    same = np.flatnonzero(owner[1:] == owner[:-1])
    end[same] = start[same + 1] - 1
    return row[owner], start, end
