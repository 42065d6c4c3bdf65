"""The highest place of a height on each of many ways, and the first place at which any way reaches zero: the same
bounding between straight lines as in the search for crossings, but only the pieces that may still win are cut."""

from __future__ import annotations

import numpy as np

from core.engine.forms import Ranges
from core.formula.normal import Floats
from core.questions.search.crossings import FINEST, Span, closed_in, cut, reaches, spans, undecided
from core.questions.search.moves import Height, Places

FIRST_TRIED = 33  # evenly spaced places of each way, both ends included
MOST_TRIED = 512  # pieces of one way on which the greatest height is looked for
AT_ONCE = 4096  # pieces of all ways bounded together
MOST_TOGETHER = 100_000  # pieces of all ways in the search for the first place
NEAR_ENOUGH = 1e-9  # of the height itself: no piece is cut for the sake of less


@np.errstate(all="ignore")
def highest(height: Height, span: Span, enough: float = np.inf) -> tuple[Floats, Floats]:
    """The place of the greatest height of each way, and that height (NaN: not defined anywhere it was looked at).

    Heights that differ by less than a billionth count as the same, and on a way with very many steps of nearly the same
    height the highest of some hundred pieces is taken. With `enough`, only places that high are looked for, and one per
    way will do.
    """
    best = _Best(len(span.lo))
    ways = np.flatnonzero(span.lo <= span.hi)
    first = np.linspace(span.lo[ways], span.hi[ways], FIRST_TRIED, axis=1)
    first = np.where(span.whole[ways, None], np.floor(first), first)
    best.try_places(height, np.repeat(ways, FIRST_TRIED), first.ravel())
    which = np.flatnonzero(span.lo < span.hi)
    lo, hi = span.lo[which], span.hi[which]
    finest, looked = span.finest(), np.zeros(len(span.lo), dtype=np.intp)
    while len(which):
        looked += np.bincount(which, minlength=len(looked))
        ranges = Ranges(lo, hi)
        form = height.bounds(which, ranges)
        top = np.where(np.isnan(form.c0), -np.inf, spans(form, ranges)[1])
        reached = best.height[which]
        wanted = np.isneginf(reached) | (top > reached + NEAR_ENOUGH * np.abs(np.maximum(reached, -1e300)))
        if np.isfinite(enough):
            wanted = (top >= enough) & (reached < enough)
        open_ = wanted & (hi - lo > finest[which]) & (looked[which] <= MOST_TRIED)
        which, lo, hi = cut(which[open_], lo[open_], hi[open_], np.zeros(np.count_nonzero(open_), bool), span.whole)
        best.try_places(height, which, lo)
    return best.place, np.where(np.isfinite(best.height), best.height, np.nan)


class _Best:
    """The highest place of each way so far."""

    def __init__(self, ways: int) -> None:
        self.place = np.full(ways, np.nan)
        self.height = np.full(ways, -np.inf)

    def try_places(self, height: Height, which: Places, t: Floats) -> None:
        if not len(which):
            return
        heights = height.at(which, t)
        heights = np.where(np.isnan(heights), -np.inf, heights)
        order = np.lexsort((heights, which))
        last = np.append(which[order][1:] != which[order][:-1], True)  # the highest of each way
        winners = order[last]
        better = winners[heights[winners] > self.height[which[winners]]]
        self.height[which[better]], self.place[which[better]] = heights[better], t[better]


@np.errstate(all="ignore")
def first_reached(height: Height, furthest: Floats) -> tuple[int, float] | None:
    """The way on which the height becomes 0 or more for the smallest t, from 0 to `furthest[way]`, and that t.

    None when no way reaches it. On every way the height must be below 0, or not defined, at t = 0. Places closer
    together than a few billionths of the longest way count as equally near.
    """
    nearest = _Nearest(height)
    finest = FINEST * float(np.max(furthest, initial=0.0))
    which = np.flatnonzero(furthest > 0)
    lo, hi = np.zeros(len(which)), furthest[which]
    looked = 0
    while len(which) and looked <= MOST_TOGETHER:
        near = np.argsort(lo, kind="stable")  # the nearest first: what they find spares looking at the others
        which, lo, hi = which[near], lo[near], hi[near]
        batch, later = slice(None, AT_ONCE), slice(AT_ONCE, None)
        looked += len(which[batch])
        found = _pieces_before(height, nearest, which[batch], lo[batch], hi[batch], finest)
        ahead = lo[later] < nearest.t - finest
        pieces = zip(found, (which[later][ahead], lo[later][ahead], hi[later][ahead]), strict=True)
        which, lo, hi = (np.concatenate(parts) for parts in pieces)
    return nearest.sharpened(2 * finest)


def _pieces_before(
    height: Height, nearest: _Nearest, which: Places, lo: Floats, hi: Floats, finest: float
) -> tuple[Places, Floats, Floats]:
    """What is left to look at of some pieces, cut into smaller ones, after their ends have been tried."""
    nearest.try_places(which, hi)
    ahead = lo < nearest.t
    which, lo, hi = which[ahead], lo[ahead], np.minimum(hi[ahead], nearest.t)
    ranges, real = Ranges(lo, hi), np.zeros(len(which), dtype=bool)
    start, end = undecided(height.bounds(which, ranges), ranges, real)
    left = end > start
    which, start, end = which[left], start[left], end[left]
    nearest.try_places(which, end)
    left = (end - start > finest) & (start < nearest.t - finest)
    real = np.zeros(int(which.max(initial=0)) + 1, dtype=bool)
    which, lo, hi = cut(which[left], start[left], end[left], real[which[left]], real)
    ahead = lo < nearest.t - finest
    return which[ahead], lo[ahead], hi[ahead]


class _Nearest:
    """The way that reaches zero at the smallest t so far."""

    def __init__(self, height: Height) -> None:
        self._height = height
        self._way, self.t = -1, np.inf

    def try_places(self, which: Places, t: Floats) -> None:
        near = t < self.t
        which, t = which[near], t[near]
        reached = reaches(self._height, which, t)
        if np.any(reached):
            which, t = which[reached], t[reached]
            least = np.argmin(t)
            self._way, self.t = int(which[least]), float(t[least])

    def sharpened(self, room: float) -> tuple[int, float] | None:
        """The way and its t to the last bit; the crossing lies less than `room` before what is known."""
        if self._way < 0:
            return None
        way, before = np.array([self._way]), np.array([max(0.0, self.t - room)])
        if reaches(self._height, way, before)[0]:
            return self._way, self.t
        _, after = closed_in(self._height, way, before, np.array([self.t]), np.array([False]))
        return self._way, float(after[0])
