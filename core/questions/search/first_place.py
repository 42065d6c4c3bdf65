"""The first place at which any of many ways reaches zero: the same bounding between straight lines as in the search for
crossings, but only the pieces before the nearest place known so far are cut."""

from __future__ import annotations

import numpy as np

from core.engine.forms import Ranges
from core.formula.normal import Floats
from core.questions.search.crossings import FINEST, closed_in, cut, reaches, undecided
from core.questions.search.moves import Height, Places

AT_ONCE = 4096  # pieces of all ways bounded together
MOST_TOGETHER = 100_000  # pieces of all ways in the search for the first place


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
