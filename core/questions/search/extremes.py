"""The lowest and the highest place of a height on each of many ways: the same bounding between straight lines as in the
search for crossings, but only the pieces that may still go beyond what is known are cut.

Both are exact to a billionth of their own size or of the distance between them, whichever is more, and steps are
followed to the last number before and after them. Three things limit that. Where a height runs away without end towards
a place at which it is not defined, the nearest numbers tried decide. A height that is reached at a single number only
may be missed. And where some thousand pieces are not enough, because tens of thousands of steps are next to equal or
a step itself moves, the best of these pieces counts.
"""

from __future__ import annotations

import numpy as np

from core.engine.forms import Ranges
from core.formula.normal import Floats
from core.questions.search.crossings import Flags, Span, between, cut, spans
from core.questions.search.moves import Height, Places
from core.record import record

FIRST_TRIED = 33  # evenly spaced places of each way, both ends included
SOMEWHERE = (0.6180339887, 0.9070528281)  # of a way, where steps are rare
FEW = 64  # whole numbers that are all tried
AT_ONCE = 16  # pieces of a way that are cut in one round because they promise most, and as many because they are nearly
# done: what these find spares looking at others, which on a saw may be very many of equal promise
MOST_LOOKED_AT = 8_192  # pieces of one way; after that what is known counts
NEAR_ENOUGH = 1e-9  # of a height or of the distance between both: no piece is cut for the sake of less
SHORT = 2.0**18  # finest pieces: in one no longer the greatest step is sought, and both sides of it looked at
PARTS = 32  # of a piece that is cut: few pieces are, so many parts save rounds
NEARER = 64  # parts of a piece in which a step is sought
ROUNDS = 12  # of seeking it: from the finest piece to the last bit takes five, towards zero some more


@record
class Extremes:
    """The lowest and the highest place of each way and the heights there (NaN: not defined anywhere)."""

    lowest_at: Floats
    lowest: Floats
    highest_at: Floats
    highest: Floats


@np.errstate(all="ignore")  # numbers too large to hold mean that nothing is known, and need no alarm
def extremes(height: Height, span: Span) -> Extremes:
    """The lowest and the highest place of the height on each way of the span."""
    few = span.whole & (span.hi - span.lo < FEW)
    pieces, rounding = _whole_ways(height, np.flatnonzero((span.lo < span.hi) & ~few), span)
    known = _Known(height, rounding)
    known.try_places(*_first_places(span, few))
    looked, finest = np.zeros(len(span.lo), dtype=np.intp), span.finest()
    while len((pieces := pieces.only(known.may_go_beyond(pieces))).which):
        picked = pieces.foremost(known)
        some, pieces = pieces.only(picked), pieces.only(~picked)
        which, lo, hi = _smaller(known, some, span, finest)
        known.try_places(np.concatenate([which, which]), np.concatenate([lo, hi]))
        looked += np.bincount(which, minlength=len(looked))
        pieces = pieces.and_those_of(_bounded(height, which, lo, hi))
        pieces = pieces.only(looked[pieces.which] <= MOST_LOOKED_AT)
    return known.extremes()


def _whole_ways(height: Height, ways: Places, span: Span) -> tuple[_Pieces, Floats]:
    """Each of these ways as one piece, and of every way how much of the bounds is rounding: they are up to so far apart
    at a single place. The lesser of two counts, because the other may stand on a step."""
    lo, hi = span.lo[ways], span.hi[ways]
    single = [lo + (hi - lo) * share for share in SOMEWHERE]
    pieces = _bounded(height, np.tile(ways, 3), np.concatenate([lo, *single]), np.concatenate([hi, *single]))
    alone = pieces.lo == pieces.hi
    rounding = np.full(len(span.lo), np.inf)
    np.minimum.at(rounding, pieces.which[alone], (pieces.greatest - pieces.least)[alone])
    return pieces.only(~alone), np.where(np.isfinite(rounding), 2 * rounding, 0.0)


def _first_places(span: Span, few: Flags) -> tuple[Places, Floats]:
    """Evenly spaced places of every way, and 0; all whole numbers where they are few."""
    real, counted = np.flatnonzero((span.lo <= span.hi) & ~few), np.flatnonzero((span.lo <= span.hi) & few)
    even = np.linspace(span.lo[real], span.hi[real], FIRST_TRIED, axis=1)
    even = np.where(span.whole[real, None], np.floor(even), even)
    even = np.column_stack([even, np.clip(0.0, span.lo[real], span.hi[real])])
    counts = [np.arange(span.lo[way], span.hi[way] + 1) for way in counted]
    which = np.concatenate([np.repeat(real, FIRST_TRIED + 1), np.repeat(counted, [len(each) for each in counts])])
    return which.astype(np.intp), np.concatenate([even.ravel(), *counts])


def _smaller(known: _Known, pieces: _Pieces, span: Span, finest: Floats) -> tuple[Places, Floats, Floats]:
    """The pieces cut, short ones on either side of the step in them; nothing of those as narrow as they may become."""
    short = pieces.hi - pieces.lo <= SHORT * finest[pieces.which]
    near, whole = pieces.only(short), span.whole[pieces.which[short]]
    before, after = known.step_in(near, whole)
    room = np.where(whole, 0.0, finest[near.which])
    which = np.concatenate([pieces.which[~short], near.which, near.which])
    lo = np.concatenate([pieces.lo[~short], near.lo, after + room])
    hi = np.concatenate([pieces.hi[~short], before - room, near.hi])
    left = hi - lo > finest[which]
    return cut(which[left], lo[left], hi[left], np.zeros(np.count_nonzero(left), dtype=bool), span.whole, PARTS)


@record
class _Pieces:
    """Pieces of ways, and between which heights each lies."""

    which: Places
    lo: Floats
    hi: Floats
    least: Floats
    greatest: Floats

    def only(self, wanted: Flags) -> _Pieces:
        lo, hi, least, greatest = (part[wanted] for part in self._numbers())
        return _Pieces(self.which[wanted], lo, hi, least, greatest)

    def and_those_of(self, other: _Pieces) -> _Pieces:
        both = zip(self._numbers(), other._numbers(), strict=True)
        lo, hi, least, greatest = (np.concatenate(pair) for pair in both)
        return _Pieces(np.concatenate([self.which, other.which]), lo, hi, least, greatest)

    def foremost(self, known: _Known) -> Flags:
        """The pieces of each way that promise most, and those that are nearly done."""
        promise = np.maximum(self.greatest - known.highest[self.which], known.lowest[self.which] - self.least)
        width = np.frexp(self.hi - self.lo)[1]
        picked = np.zeros(len(self.which), dtype=bool)
        for order in (np.lexsort((-promise, self.which)), np.lexsort((-promise, width, self.which))):
            ways = self.which[order]
            start = np.concatenate([[True], ways[1:] != ways[:-1]])
            rank = np.arange(len(ways)) - np.flatnonzero(start)[np.cumsum(start) - 1]
            picked[order[rank < AT_ONCE]] = True
        return picked

    def _numbers(self) -> tuple[Floats, Floats, Floats, Floats]:
        return self.lo, self.hi, self.least, self.greatest


def _bounded(height: Height, which: Places, lo: Floats, hi: Floats) -> _Pieces:
    """The pieces with what is certain of them; those that are not defined anywhere are left out."""
    if not len(which):
        return _Pieces(which, lo, hi, lo, hi)
    ranges = Ranges(lo, hi)
    form = height.bounds(which, ranges)
    defined = ~np.isnan(np.broadcast_to(form.c0, lo.shape))
    return _Pieces(which, lo, hi, *spans(form, ranges)).only(defined)


class _Known:
    """The lowest and the highest place of each way so far."""

    def __init__(self, height: Height, rounding: Floats) -> None:
        self._height, self._rounding, ways = height, rounding, len(rounding)
        self._lowest_at, self._highest_at = np.full(ways, np.nan), np.full(ways, np.nan)
        self.lowest, self.highest = np.full(ways, np.inf), np.full(ways, -np.inf)

    def try_places(self, which: Places, t: Floats) -> Floats:
        """Learns the heights at some places, and returns them."""
        if not len(which):
            return t
        heights = self._height.at(which, t)
        order = np.lexsort((heights, which))
        order = order[~np.isnan(heights[order])]
        ways = which[order]
        change = ways[1:] != ways[:-1]
        lowest, highest = order[np.append(True, change)[: len(ways)]], order[np.append(change, True)[: len(ways)]]
        lower = lowest[heights[lowest] < self.lowest[which[lowest]]]
        higher = highest[heights[highest] > self.highest[which[highest]]]
        self.lowest[which[lower]], self._lowest_at[which[lower]] = heights[lower], t[lower]
        self.highest[which[higher]], self._highest_at[which[higher]] = heights[higher], t[higher]
        return heights

    def may_go_beyond(self, pieces: _Pieces) -> Flags:
        """Pieces that may hold a height worth knowing."""
        lowest, highest = self.lowest[pieces.which], self.highest[pieces.which]
        distance, rounding = np.maximum(highest - lowest, 0.0), self._rounding[pieces.which]
        below = lowest - np.maximum(NEAR_ENOUGH * np.maximum(np.abs(lowest), distance), rounding)
        above = highest + np.maximum(NEAR_ENOUGH * np.maximum(np.abs(highest), distance), rounding)
        inside: Flags = (pieces.least >= below) & (pieces.greatest <= above)  # never where nothing is known yet: NaN
        return ~inside

    def step_in(self, pieces: _Pieces, whole: Flags) -> tuple[Floats, Floats]:
        """The numbers before and after the greatest step inside each piece, or where it ceases to be defined; all that
        is met on the way there is tried."""
        before, after = pieces.lo.copy(), pieces.hi.copy()
        for _ in range(ROUNDS):
            open_ = np.flatnonzero(between(before, after, whole))
            if not len(open_):
                break
            lo, hi, which = before[open_, None], after[open_, None], pieces.which[open_]
            points = np.minimum(lo + (hi - lo) * (np.arange(NEARER + 1) / NEARER), hi)
            points = np.where(whole[open_, None], np.floor(points), points)
            heights = self.try_places(np.repeat(which, NEARER + 1), points.ravel()).reshape(points.shape)
            defined = ~np.isnan(heights)
            steps = np.where(defined[:, 1:] != defined[:, :-1], np.inf, np.abs(np.diff(heights)))
            place, row = np.argmax(np.where(np.isnan(steps), -1.0, steps), axis=1), np.arange(len(open_))
            before[open_], after[open_] = points[row, place], points[row, place + 1]
        return before, after

    def extremes(self) -> Extremes:
        nowhere = np.isnan(self._lowest_at)
        lowest, highest = np.where(nowhere, np.nan, self.lowest), np.where(nowhere, np.nan, self.highest)
        return Extremes(self._lowest_at, lowest, self._highest_at, highest)
