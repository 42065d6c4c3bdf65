"""Finds every whole user count at which a curve changes between loss (below 0) and no loss (0 or more), however many
teeth it has, with the same answer as trying every count one by one.

Ranges of counts are bounded between straight lines. Where a whole range lies on one side of zero it is settled; the
part that may be on either side is cut at the teeth's edges, or evenly where there are too many, and bounded again. What
is left are stretches of a few counts, which are simply tried. Work goes from the left until enough changes are
known, then from the right until the last change is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.engine.forms import Edge, Form, Ranges, Values
from core.errors import EvenkeelError
from core.formula.normal import Floats
from core.questions.search.curves import Curve
from core.questions.search.distinct import distinct
from core.questions.search.edge_cuts import edge_cuts
from core.record import record
from core.wording.text import Text

FEW = 64  # counts that are tried rather than bounded
AT_ONCE = 4096  # ranges bounded together
MOST_EDGES = 1024  # of one range; with more it is cut evenly first
PIECES = 16
TRIED = 8_192  # ranges of a few counts tried together
COUNTS = 8  # to be tried are as much work as a range
MOST_WORK = 20_000_000  # ranges looked at before the search gives up with a sentence

TOO_CLOSE = (
    Text(
        "Profit stays so close to zero over so many steps that not every user count could be checked.",
        "利润在太多台阶上紧贴零线，无法逐一检查所有用户数。",
    ),
    "",
    Text("Ask for a smaller largest number of users.", "请减小最大用户数。"),
)

Flags = NDArray[np.bool_]


@record
class SignChanges:
    """Where a curve over 1..limit users changes sign; `starts_above` and `ends_above` say on which side its ends are.

    `changes` holds the first count on the far side of each change, in order, at most `most` of them; `last` is the
    last change of all. 0 counts as above, and so as no loss; a value that is not defined counts as below.
    """

    starts_above: bool
    ends_above: bool
    changes: tuple[int, ...]
    truncated: bool
    last: int | None


def sign_changes(curve: Curve, limit: int, most: int = 1_000, most_work: int = MOST_WORK) -> SignChanges:
    """Every sign change of `curve` over 1..limit whole users.

    Raises `EvenkeelError` when the curve stays so close to zero over so many teeth that looking at each would take
    too long: more than `most_work` ranges.
    """
    search = _Search(curve, limit, most_work)
    left = search.settle(most)
    if left.complete:
        changes = left.changes
        last = int(changes[-1]) if len(changes) else None
        return SignChanges(left.first_sign, left.last_sign, _whole(changes[:most]), len(changes) > most, last)
    right = search.settle(1, from_right=True)
    return SignChanges(
        left.first_sign, right.last_sign, _whole(left.changes[:most]), truncated=True, last=int(right.changes[-1])
    )


def _whole(changes: Floats) -> tuple[int, ...]:
    return tuple(int(change) for change in changes)


@dataclass
class _Settled:
    """Stretches of counts whose sign is known, gathered in any order."""

    starts: list[Floats] = field(default_factory=list)
    ends: list[Floats] = field(default_factory=list)
    signs: list[Flags] = field(default_factory=list)

    def add(self, starts: Floats, ends: Floats, signs: Flags) -> None:
        real = ends >= starts
        self.starts.append(starts[real])
        self.ends.append(ends[real])
        self.signs.append(signs[real])

    def runs(self) -> tuple[Floats, Floats, Flags]:
        """The same in order, joined where the sign stays."""
        if not self.starts:
            return np.empty(0), np.empty(0), np.empty(0, dtype=bool)
        starts, ends, signs = (np.concatenate(part) for part in (self.starts, self.ends, self.signs))
        order = np.argsort(starts)
        starts, ends, signs = starts[order], ends[order], signs[order]
        new = (starts[1:] != ends[:-1] + 1) | (signs[1:] != signs[:-1])
        first, last = np.concatenate([[True], new]), np.concatenate([new, [True]])
        self.starts, self.ends, self.signs = [starts[first]], [ends[last]], [signs[first]]
        return self.starts[0], self.ends[0], self.signs[0]


@record
class _Front:
    """What is known from one end on: the changes in the unbroken run of settled counts."""

    changes: Floats
    first_sign: bool
    last_sign: bool
    complete: bool


class _Search:
    """The open ranges, in order, and what has been settled so far."""

    def __init__(self, curve: Curve, limit: int, most_work: int) -> None:
        self._curve, self._limit = curve, limit
        self._most_work = most_work
        self._few: list[tuple[Floats, Floats]] = []
        self._lo, self._hi = self._set_aside(np.array([1.0]), np.array([float(limit)]))
        self._settled = _Settled()
        self._work = 0

    def settle(self, most: int, *, from_right: bool = False) -> _Front:
        """Works from one end until more than `most` changes are known there or nothing is open."""
        while len(self._lo) or self._few:
            if len(self._lo):
                self._narrow_some(from_right=from_right)
            if 0 < len(self._lo) < AT_ONCE:  # with less than a batch to go, going on is the quickest
                continue
            while self._few_stand_first(from_right=from_right):
                self._try_some(from_right=from_right)
                front = self._front(from_right=from_right)
                if front.complete or len(front.changes) > most:
                    return front
        return self._front(from_right=from_right)

    def _few_stand_first(self, *, from_right: bool) -> bool:
        """Whether what is open begins, from this end, with a range of a few counts."""
        if not self._few or not len(self._lo):
            return bool(self._few)
        if from_right:
            return bool(max(float(hi[-1]) for _, hi in self._few) > self._hi[-1])
        return bool(min(float(lo[0]) for lo, _ in self._few) < self._lo[0])

    def _narrow_some(self, *, from_right: bool) -> None:
        picked = slice(-AT_ONCE, None) if from_right else slice(0, AT_ONCE)
        rest = slice(0, -AT_ONCE) if from_right else slice(AT_ONCE, None)
        lo, hi = self._lo[picked], self._hi[picked]
        self._count(len(lo))
        new_lo, new_hi = self._set_aside(*self._narrowed(lo, hi))
        parts = [(self._lo[rest], self._hi[rest]), (new_lo, new_hi)]
        ordered = parts if from_right else parts[::-1]
        self._lo, self._hi = (np.concatenate(side) for side in zip(*ordered, strict=True))

    def _count(self, work: int) -> None:
        self._work += work
        if self._work > self._most_work:
            raise EvenkeelError(*TOO_CLOSE)

    def _front(self, *, from_right: bool) -> _Front:
        starts, ends, signs = self._settled.runs()
        complete = not len(self._lo) and not self._few
        gaps = np.flatnonzero(starts[1:] != ends[:-1] + 1)
        keep = slice(None)
        if not complete and from_right:
            keep = slice(gaps[-1] + 1 if len(gaps) else 0, None) if ends[-1:] == self._limit else slice(0, 0)
        elif not complete:
            keep = slice(0, gaps[0] + 1 if len(gaps) else None) if starts[:1] == 1 else slice(0, 0)
        starts, signs = starts[keep], signs[keep]
        changes = starts[1:][signs[1:] != signs[:-1]]
        first, last = (bool(signs[0]), bool(signs[-1])) if len(signs) else (False, False)
        return _Front(changes, first, last, complete)

    def _set_aside(self, lo: Floats, hi: Floats) -> tuple[Floats, Floats]:
        """Keeps ranges of a few counts for trying; returns the rest."""
        few = hi - lo < FEW
        if few.any():
            self._few.append((lo[few], hi[few]))
        return lo[~few], hi[~few]

    def _try_some(self, *, from_right: bool) -> None:
        """Tries every count of the outermost of the ranges set aside."""
        if len(self._few) > 1:
            lo, hi = (np.concatenate(side) for side in zip(*self._few, strict=True))
            order = np.argsort(lo, kind="stable")
            self._few = [(lo[order], hi[order])]
        lo, hi = self._few.pop()
        if len(lo) > TRIED:
            picked = slice(-TRIED, None) if from_right else slice(0, TRIED)
            rest = slice(0, -TRIED) if from_right else slice(TRIED, None)
            self._few.append((lo[rest], hi[rest]))
            lo, hi = lo[picked], hi[picked]
        counts = (hi - lo).astype(np.int64) + 1
        ends = np.cumsum(counts)
        self._count(int(ends[-1]) // COUNTS)
        users = np.repeat(lo, counts) + (np.arange(ends[-1]) - np.repeat(ends - counts, counts))
        self._settled.add(users, users, np.asarray(self._curve.at(users) >= 0))

    def _narrowed(self, lo: Floats, hi: Floats) -> tuple[Floats, Floats]:
        """Settles what lies surely on one side of zero; returns the rest, cut into smaller ranges."""
        ranges = Ranges(lo, hi)
        with np.errstate(all="ignore"):
            open_lo, open_hi, before, after = undecided(self._curve.bounds(ranges), lo, hi)
            self._settled.add(lo, open_lo - 1, before)
            self._settled.add(open_hi + 1, hi, after)
            wide = open_hi - open_lo >= FEW
            few = (open_hi >= open_lo) & ~wide
            if few.any():
                self._few.append((open_lo[few], open_hi[few]))
            if not wide.any():
                return lo[:0], hi[:0]
            return _cut(open_lo[wide], open_hi[wide], ranges.edges, wide)


def undecided(form: Form, lo: Floats, hi: Floats) -> tuple[Floats, Floats, Flags, Flags]:
    """The part of each range on which the sign is open (empty: it ends before it starts), and the signs around it."""
    c0, c1, low, high = (_spread(part, lo) for part in (form.c0, form.c1, form.low, form.high))
    undefined = np.isnan(c0) | np.isnan(c1)
    low, high = np.where(np.isfinite(low), low, -np.inf), np.where(np.isfinite(high), high, np.inf)
    # Where the upper line is below zero, and where the lower one is at or above it; one count of room for rounding.
    upper_root, lower_root = -(c0 + high) / c1, -(c0 + low) / c1
    rising, falling = c1 > 0, c1 < 0
    flat = ~(rising | falling)
    above, below = flat & (c0 + low >= 0), undefined | (flat & (c0 + high < 0))
    settled = above | below
    start = np.where(flat, lo, np.floor(np.minimum(upper_root, lower_root)) - 1)
    end = np.where(flat, hi, np.ceil(np.maximum(upper_root, lower_root)) + 1)
    start = np.where(settled, hi + 1, np.minimum(np.fmax(start, lo), hi + 1))  # fmax, fmin: lo, hi where not known
    end = np.where(settled, hi, np.maximum(np.fmin(end, hi), lo - 1))
    sure = flat | undefined
    return start, end, np.where(sure, above, falling), np.where(sure, above, rising)


def _cut(lo: Floats, hi: Floats, edges: list[Edge], kept: Flags) -> tuple[Floats, Floats]:
    """Each range cut just before and after the edges inside it, or evenly where there are none or too many."""
    _, at_edges, exact = edge_cuts(edges, kept, lo, hi, np.array(MOST_EDGES))
    even = np.flatnonzero(~exact)
    pieces = np.arange(1.0, PIECES)[:, None] / PIECES
    evenly = lo[even] + np.floor((hi[even] - lo[even] + 1) * pieces)
    starts = distinct(np.concatenate([lo, at_edges, evenly.ravel()]))
    owner = np.searchsorted(lo, starts, side="right") - 1
    ends = np.minimum(np.append(starts[1:] - 1, hi[-1]), hi[owner])
    return _progressing(starts, ends, owner, lo, hi)


def _progressing(
    starts: Floats, ends: Floats, owner: NDArray[np.intp], lo: Floats, hi: Floats
) -> tuple[Floats, Floats]:
    """A range that no cut fell into is halved, so that every round makes ranges smaller."""
    whole = (starts == lo[owner]) & (ends == hi[owner]) & (ends - starts >= FEW)
    if not np.any(whole):
        return starts, ends
    middles = np.floor((starts[whole] + ends[whole]) / 2)
    starts = np.sort(np.concatenate([starts, middles + 1]))
    return starts, np.sort(np.concatenate([ends, middles]))


def _spread(part: Values, ranges: Floats) -> Floats:
    """A number for each of the ranges."""
    if isinstance(part, np.ndarray) and part.shape == ranges.shape:
        return part
    return np.broadcast_to(part, ranges.shape)
