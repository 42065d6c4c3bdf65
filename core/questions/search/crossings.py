"""Finds every place on many ways at once where a height passes zero, over real or whole numbers, steps and jumps
included.

Each way is bounded between straight lines. Where the lines leave no doubt about the sign a stretch is settled; what is
left is cut into pieces and bounded again, until a piece is too narrow to matter (a few billionths of the way, or one
whole number) or too flat. Then the sign at both ends of the piece decides. So no passage is overlooked because it lies
between two samples; only two passages within a few billionths of the way of each other count as none.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.engine.forms import ROUNDING, Form, Ranges
from core.formula.normal import Floats
from core.questions.search.moves import Height, Places
from core.record import record

FINEST = 2.0**-28  # of a way
PIECES = 16
FLAT = 2.0**-40  # of the greatest height of a way: over a piece that varies less, rounding has its say
MOST_PIECES = 16_384  # looked at on one way; after that the ends of what is open decide

Flags = NDArray[np.bool_]


@record
class Span:
    """From where to where each way is followed, and whether only whole numbers make sense on it."""

    lo: Floats
    hi: Floats
    whole: Flags

    def only(self, wanted: Flags) -> Span:
        """The same with the other ways left out: they end before they start."""
        return Span(self.lo, np.where(wanted, self.hi, self.lo - 1), self.whole)

    def finest(self) -> Floats:
        """How narrow a piece of each way may become."""
        real = np.maximum((self.hi - self.lo) * FINEST, 4 * np.spacing(np.maximum(np.abs(self.lo), np.abs(self.hi))))
        return np.where(self.whole, 1.0, real)


@record
class Crossings:
    """Every passage through zero: on way `which` between `before` and `after`, two neighbouring numbers.

    `rising`: the height is below zero (or not defined) at `before` and 0 or more at `after`; else the other way round.
    Ordered by way, then by place.
    """

    which: Places
    before: Floats
    after: Floats
    rising: Flags

    def only(self, wanted: Flags) -> Crossings:
        """Those that are wanted."""
        return Crossings(self.which[wanted], self.before[wanted], self.after[wanted], self.rising[wanted])

    @property
    def reached(self) -> Floats:
        """The side on which the height is 0 or more."""
        return np.where(self.rising, self.after, self.before)


@np.errstate(all="ignore")  # numbers too large to hold mean that nothing is known, and need no alarm
def crossings(height: Height, span: Span) -> Crossings:
    """Every passage of the height through zero on every way of the span."""
    which, lo, hi = _narrow_pieces(height, span)
    ends = reaches(height, np.concatenate([which, which]), np.concatenate([lo, hi]))
    below, above = ends[: len(lo)], ends[len(lo) :]
    passed = below != above
    which, lo, hi, rising = which[passed], lo[passed], hi[passed], above[passed]
    order = np.lexsort((lo, which))
    which, lo, hi, rising = which[order], lo[order], hi[order], rising[order]
    return Crossings(which, *closed_in(height, which, lo, hi, span.whole[which]), rising)


def reaches(height: Height, which: Places, t: Floats) -> Flags:
    """Where the height is 0 or more; what is not defined is not."""
    return np.asarray(height.at(which, t) >= 0)


def passes(height: Height, found: Crossings) -> Flags:
    """The crossings at which the height really passes zero: it is defined on both sides, or just 0 where it is reached.
    The others are where it begins to be defined."""
    reached, other = (np.where(found.rising == side, found.after, found.before) for side in (True, False))
    known: Flags = ~np.isnan(height.at(found.which, other)) | (height.at(found.which, reached) == 0)
    return known


def _narrow_pieces(height: Height, span: Span) -> tuple[Places, Floats, Floats]:
    """The pieces over which the sign may change, too narrow to cut further."""
    finest, tallest = span.finest(), np.zeros(len(span.lo))
    which = np.flatnonzero(span.lo < span.hi)
    lo, hi = span.lo[which], span.hi[which]
    looked = np.zeros(len(span.lo), dtype=np.intp)
    narrow: list[tuple[Places, Floats, Floats]] = []
    while len(which):
        ranges = Ranges(lo, hi)
        form = height.bounds(which, ranges)
        least, greatest = spans(form, ranges)
        if not narrow:
            extent = np.maximum(np.abs(least), np.abs(greatest))
            tallest[which] = np.where(np.isfinite(extent), extent, 0.0)
        start, end = undecided(form, ranges, span.whole[which])
        left = end > start
        flat, few = greatest - least <= FLAT * tallest[which], end - start <= (hi - lo) / PIECES
        which, lo, hi, flat, few = which[left], start[left], end[left], flat[left], few[left]
        looked += np.bincount(which, minlength=len(looked)) * PIECES
        done = flat | (hi - lo <= finest[which]) | (looked[which] > MOST_PIECES)
        narrow.append((which[done], lo[done], hi[done]))
        which, lo, hi = cut(which[~done], lo[~done], hi[~done], few[~done], span.whole)
    ways, starts, ends = zip(*narrow, strict=True) if narrow else ((which,), (lo,), (hi,))
    return np.concatenate(ways), np.concatenate(starts), np.concatenate(ends)


def spans(form: Form, ranges: Ranges) -> tuple[Floats, Floats]:
    """The least and the greatest value over each range, infinite where nothing is known."""
    least, greatest = (np.broadcast_to(side, ranges.lo.shape) for side in ranges.span(form))
    return np.where(np.isfinite(least), least, -np.inf), np.where(np.isfinite(greatest), greatest, np.inf)


def undecided(form: Form, ranges: Ranges, whole: Flags) -> tuple[Floats, Floats]:
    """The part of each range outside which the sign is certain; empty where it ends before it starts."""
    lo, hi = ranges.lo, ranges.hi
    c0, c1, low, high = (np.broadcast_to(part, lo.shape) for part in (form.c0, form.c1, form.low, form.high))
    undefined = np.isnan(c0) | np.isnan(c1)
    upper_root, lower_root = -(c0 + high) / c1, -(c0 + low) / c1
    room = 16 * ROUNDING * ((np.abs(c0) + np.abs(low) + np.abs(high)) / np.abs(c1) + np.abs(lo) + np.abs(hi))
    start = np.minimum(upper_root, lower_root) - room
    end = np.maximum(upper_root, lower_root) + room
    flat = c1 == 0
    settled = undefined | (flat & ((c0 + low >= 0) | (c0 + high < 0)))
    start = np.where(whole, np.floor(start), start)
    end = np.where(whole, np.ceil(end), end)
    start = np.where(np.isfinite(start), np.maximum(start, lo), lo)
    end = np.where(np.isfinite(end), np.minimum(end, hi), hi)
    start, end = np.where(flat, lo, start), np.where(flat, hi, end)
    return start, np.where(settled, start, end)


def cut(
    which: Places, lo: Floats, hi: Floats, kept: Flags, whole: Flags, parts: int = PIECES
) -> tuple[Places, Floats, Floats]:
    """Each piece cut into some `parts`, where it is not to be `kept`; neighbours share their ends."""
    small, small_lo, small_hi = which[kept], lo[kept], hi[kept]
    which, lo, hi = which[~kept], lo[~kept], hi[~kept]
    ends = lo[:, None] + (hi - lo)[:, None] * (np.arange(parts + 1) / parts)
    ends[:, -1] = hi
    ends = np.where(whole[which][:, None], np.floor(ends), ends)
    starts, stops = ends[:, :-1].ravel(), ends[:, 1:].ravel()
    real = stops > starts
    return (
        np.concatenate([small, np.repeat(which, parts)[real]]),
        np.concatenate([small_lo, starts[real]]),
        np.concatenate([small_hi, stops[real]]),
    )


def closed_in(height: Height, which: Places, lo: Floats, hi: Floats, whole: Flags) -> tuple[Floats, Floats]:
    """Each bracket of a change of sign narrowed to two neighbouring numbers, on the side of its first change."""
    lo, hi = lo.copy(), hi.copy()
    start = reaches(height, which, lo)
    around = np.flatnonzero((lo < 0) & (hi > 0))  # towards 0 numbers never end, so it is tried by itself
    if len(around):
        same = reaches(height, which[around], np.zeros(len(around))) == start[around]
        lo[around], hi[around] = np.where(same, 0.0, lo[around]), np.where(same, hi[around], 0.0)
    for _ in range(64):  # from the finest piece to the last bit takes seven rounds, towards zero some more
        open_ = np.flatnonzero(between(lo, hi, whole))
        if not len(open_):
            break
        steps = np.arange(1, PIECES) / PIECES
        inner = lo[open_, None] + (hi - lo)[open_, None] * steps
        inner = np.clip(np.where(whole[open_, None], np.floor(inner), inner), lo[open_, None], hi[open_, None])
        flat = reaches(height, np.repeat(which[open_], PIECES - 1), inner.ravel()).reshape(inner.shape)
        points = np.concatenate([lo[open_, None], inner, hi[open_, None]], axis=1)
        changed = np.concatenate([flat != start[open_, None], np.ones((len(open_), 1), bool)], axis=1)
        first = np.argmax(changed, axis=1)
        row = np.arange(len(open_))
        lo[open_], hi[open_] = points[row, first], points[row, first + 1]
    return lo, hi


def between(lo: Floats, hi: Floats, whole: Flags) -> Flags:
    """Whether there is a number between the two that makes sense."""
    middle = lo + (hi - lo) / 2
    return np.where(whole, hi - lo > 1, (middle > lo) & (middle < hi))
