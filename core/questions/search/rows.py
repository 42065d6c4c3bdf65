"""The first whole user count without loss and the last one with, for many cases (rows) at once: the same search as
`sign_changes`, in which every range of counts carries its row and only what may still move an answer is looked at."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.engine.forms import Edge, Form, Ranges
from core.errors import EvenkeelError
from core.formula.normal import Floats
from core.questions.search.edge_cuts import edge_cuts
from core.questions.search.sign_changes import TOO_CLOSE, undecided

FEW = 8  # counts that are tried rather than bounded
MOST_EDGES = 64  # of one range; with more it is cut evenly first
PIECES = 16
SHRUNK = 0.25
MANY = 100_000  # counts of a range that is surely not straight, where there are steps or bends at all
MOST_WORK = 20_000_000  # ranges looked at before the search gives up with a sentence, or
MOST_WORK_A_ROW = 20_000  # for each row, if that is more
_PARTS = np.arange(1.0, PIECES) / PIECES
_ROW_BITS = 31
_ROW = 1 << _ROW_BITS  # keeps the counts of one row apart from those of the next in one number

Rows = NDArray[np.intp]
Pieces = tuple[Rows, Floats, Floats]  # ranges of counts, each with its row


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

    def __init__(self, curves: RowCurves, rows: int, limit: int, *, any_will_do: bool = False) -> None:
        """Searches 1 to `limit`; with `any_will_do` only until it is known of each row whether some count lies above.

        Raises `EvenkeelError` when curves stay too close to zero over too many teeth.
        """
        self.first_above = np.full(rows, np.inf)
        self.last_below = np.zeros(rows)
        self._curves, self._any_will_do = curves, any_will_do
        self._work = max(MOST_WORK, MOST_WORK_A_ROW * rows)
        row, lo, hi = np.arange(rows), np.ones(rows), np.full(rows, float(limit))
        while len(row):
            row, lo, hi = self._round(row, lo, hi)

    def _round(self, row: Rows, lo: Floats, hi: Floats) -> Pieces:
        """Looks at the ranges that may still matter; returns what of them is open."""
        self._work -= len(row)
        if self._work < 0:
            raise EvenkeelError(*TOO_CLOSE)
        few = hi - lo < FEW
        wide, rest = ~few, (row[:0], lo[:0], hi[:0])
        tried = rest
        if wide.any():
            rest, tried = self._straightened(row[wide], lo[wide], hi[wide])
        near = few & self._matter(row, lo, hi)
        self._try_each(*(np.concatenate(parts) for parts in zip(tried, (row[near], lo[near], hi[near]), strict=True)))
        return self._narrowed(*rest) if len(rest[0]) else rest

    def _matter(self, row: Rows, lo: Floats, hi: Floats) -> NDArray[np.bool_]:
        """The ranges in which an answer may still be found."""
        first = self.first_above[row]
        return first == np.inf if self._any_will_do else (lo < first) | (hi > self.last_below[row])

    def _straightened(self, row: Rows, lo: Floats, hi: Floats) -> tuple[Pieces, Pieces]:
        """Learns the signs at both ends, and all about the ranges over which the curve is straight. Returns the others
        that may still matter, without their ends; and the counts to try around where straight ones pass zero."""
        at_lo, at_hi, off = self._curves.ends(row, lo, hi)
        above, at_end = at_lo >= 0, at_hi >= 0
        self._note(row, lo, lo, above)
        self._note(row, hi, hi, at_end)
        open_ = self._matter(row, lo, hi)
        with np.errstate(all="ignore"):
            clear = np.minimum(np.abs(at_lo), np.abs(at_hi)) > off
            same = clear & (above == at_end)
            rise = at_hi - at_lo
            passing = open_ & clear & ~same & (np.abs(rise) > 2 * off * (hi - lo))
            root = lo[passing] - at_lo[passing] / rise[passing] * (hi - lo)[passing]
        start, end = np.maximum(np.floor(root) - 1, lo[passing]), np.minimum(np.ceil(root) + 1, hi[passing])
        self._note(row[passing], lo[passing], start, above[passing])
        self._note(row[passing], end, hi[passing], at_end[passing])
        rest = open_ & ~same & ~passing
        return (row[rest], lo[rest] + 1, hi[rest] - 1), (row[passing], start, end)

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

    def _narrowed(self, row: Rows, lo: Floats, hi: Floats) -> Pieces:
        ranges = Ranges(lo, hi)
        with np.errstate(all="ignore"):
            start, end, before, after = undecided(self._curves.bounds(row, ranges), lo, hi)
            self._note(row, lo, start - 1, before)
            self._note(row, end + 1, hi, after)
            still = (end >= start) & self._matter(row, start, end)
            shrunk = still & (end - start < SHRUNK * (hi - lo))  # bounded again, its lines lie much closer
            cut = _cut(row, start, end, ranges.edges, still & ~shrunk)
        wide = shrunk & (end - start >= MANY)
        near = shrunk & ~wide
        found = [cut, (row[near], start[near], end[near])]
        if wide.any():
            found.append(self._narrowed(row[wide], start[wide], end[wide]))
        rows, starts, ends = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return rows, starts, ends


def _cut(row: Rows, lo: Floats, hi: Floats, edges: list[Edge], which: NDArray[np.bool_]) -> Pieces:
    """Some of the ranges, cut just before and after the edges inside, or evenly; those of a few counts stay whole."""
    row, lo, hi = row[which], lo[which], hi[which]
    if not len(row):
        return row, lo, hi
    wide = hi - lo >= FEW
    owners, starts, exact = edge_cuts(edges, which, lo, hi, np.where(wide, MOST_EDGES, 0))
    even = np.flatnonzero(wide & ~exact)
    evenly = lo[even, None] + np.floor((hi[even] - lo[even] + 1)[:, None] * _PARTS)
    owners = np.concatenate([np.arange(len(lo)), owners, np.repeat(even, PIECES - 1)])
    keys = np.sort(owners * _ROW + np.concatenate([lo, starts, evenly.ravel()]).astype(np.int64))
    owner = keys >> _ROW_BITS
    last = np.append(owner[1:] != owner[:-1], True)
    end = np.where(last, hi[owner], np.append(keys[1:] - 1, 0) & (_ROW - 1))
    start = keys & (_ROW - 1)
    real = end >= start  # a start that stands there twice makes one piece
    owner, start, end = owner[real], start[real], end[real]
    return row[owner], start.astype(np.float64), end
