"""Straight lines with a margin: what a value can be over a whole range of user counts, or of any other driver.

A form says: for every u in its range the value lies in c0 + c1*u + [low, high]. Straight lines are held exactly, a
saw is its straight line plus one tooth, so the bounds stay tight over millions of users where plain interval
arithmetic would lose the slope. All fields are arrays over many ranges at once, or plain numbers where all ranges
agree. Every rule widens its result by more than the rounding error of the calculation it stands for, so what the
engine computes for any u really lies inside.

(The idea is affine arithmetic with one symbol; see Stolfi and de Figueiredo, "Self-Validated Numerical Methods", 1997.)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.formula.normal import Floats
from core.record import record

Values = Floats | float
Flags = NDArray[np.bool_] | bool
ROUNDING = 2.0**-51  # four times the largest error of one rounding


class Form(NamedTuple):
    """c0 + c1*u + [low, high]; a constant has c1 = low = high = 0.0 as plain numbers. NaN in c0: not defined."""

    c0: Values
    c1: Values = 0.0
    low: Values = 0.0
    high: Values = 0.0

    @property
    def constant(self) -> bool:
        """True when the value is known exactly and does not depend on u."""
        return isinstance(self.c1, float) and isinstance(self.low, float) and self.c1 == self.low == self.high == 0.0

    @property
    def fixed(self) -> Flags:
        """The ranges over which the value is known exactly and does not depend on u."""
        return np.equal(self.c1, 0) & np.equal(self.low, 0) & np.equal(self.high, 0)


def either(chosen: Flags, x: Form, y: Form) -> Form:
    """x over the chosen ranges, y over the others."""
    return Form(*(np.where(chosen, a, b) for a, b in zip(x, y, strict=True)))


def _inverse(x: Values) -> Values:
    if isinstance(x, float):
        return 1 / x if x else np.nan
    with np.errstate(all="ignore"):
        return 1 / np.where(x == 0, np.nan, x)


@record
class Edge:
    """Where a form stops being smooth: at every whole value of c0 + c1*u (`every`) or only where it is 0."""

    c0: Values
    c1: Values
    every: bool


class Ranges:
    """Ranges of user counts or of another driver, lo to hi inclusive, and the rules of forms over them; collects the
    edges it meets. What u stands for may differ from range to range."""

    def __init__(self, lo: Floats, hi: Floats) -> None:
        self.lo, self.hi = lo, hi
        self._size = np.maximum(np.abs(lo), np.abs(hi))
        self._centre, self._half = lo / 2 + hi / 2, hi / 2 - lo / 2
        self.edges: list[Edge] = []
        self.users = Form(0.0, 1.0)

    def span(self, x: Form) -> tuple[Values, Values]:
        """The least and the greatest value of a form over each range."""
        at_lo, at_hi = x.c0 + x.c1 * self.lo, x.c0 + x.c1 * self.hi
        return np.minimum(at_lo, at_hi) + x.low, np.maximum(at_lo, at_hi) + x.high

    def add(self, x: Form, y: Form) -> Form:
        return self._padded(x.c0 + y.c0, x.c1 + y.c1, x.low + y.low, x.high + y.high)

    def subtract(self, x: Form, y: Form) -> Form:
        return self._padded(x.c0 - y.c0, x.c1 - y.c1, x.low - y.high, x.high - y.low)

    def negate(self, x: Form) -> Form:
        return Form(-x.c0, -x.c1, -x.high, -x.low)

    def multiply(self, x: Form, y: Form) -> Form:
        if x.constant:
            return self._scaled(y, x.c0)
        if y.constant:
            return self._scaled(x, y.c0)
        mx, my = self._middle(x), self._middle(y)
        by_x, by_y, both = x.c0 * my, y.c0 * mx, mx * my  # x y = x my + mx y - mx my + (x - mx) (y - my)
        slope_x, slope_y = x.c1 * my, y.c1 * mx
        ends_x, ends_y = (x.low * my, x.high * my), (y.low * mx, y.high * mx)
        rest = self._radius(x) * self._radius(y)
        low, high = np.minimum(*ends_x) + np.minimum(*ends_y) - rest, np.maximum(*ends_x) + np.maximum(*ends_y) + rest
        size = np.abs(by_x) + np.abs(by_y) + np.abs(both) + (np.abs(slope_x) + np.abs(slope_y)) * self._size
        pad = 2 * ROUNDING * (size + np.maximum(-low, high) + rest)
        c0 = by_x + by_y - both
        product = Form(c0, slope_x + slope_y, low - pad, high + pad)
        known = np.isfinite(c0)
        return product if known.all() else self._unless(known | np.isnan(x.c0) | np.isnan(y.c0), product)

    def divide(self, x: Form, y: Form) -> Form:
        if y.constant:
            return self._scaled(x, _inverse(y.c0))
        least, greatest = self.span(y)
        apart = (least > 0) | (greatest < 0)
        a, b = np.where(apart, least, 1.0), np.where(apart, greatest, 1.0)
        ends, valley = 1 / a + 1 / b, np.copysign(2 / np.sqrt(a * b), a)
        slope = -1 / (a * b)
        inverse = self._padded(
            slope * y.c0,
            slope * y.c1,
            np.where(a > 0, valley, ends) + slope * y.high,
            np.where(a > 0, ends, valley) + slope * y.low,
        )
        return self._unless(apart | np.isnan(y.c0), self.multiply(x, inverse))

    def ceil(self, x: Form) -> Form:
        """Over one step two levels, over more a saw: the line with one tooth above it."""
        least, greatest = (np.ceil(end) for end in self.span(x))
        levels = greatest - least
        if levels.any():
            self._edge(x, every=True)
        flat = levels <= 1
        return Form(
            np.where(flat, least, x.c0),
            np.where(flat, 0.0, x.c1),
            np.where(flat, 0.0, x.low),
            np.where(flat, levels, x.high + 1.0),
        )

    def absolute(self, x: Form) -> Form:
        least, greatest = self.span(x)
        known = np.isfinite(least + greatest) | np.isnan(x.c0)
        mixed = known & (least < 0) & (greatest > 0)
        if mixed.any():
            self._edge(x, every=False)
        width = np.where(mixed, greatest - least, 1.0)
        slope = np.where(mixed, (greatest + least) / width, np.where(greatest > 0, 1.0, -1.0))
        top = np.where(mixed, -2 * least * greatest / width, 0.0)
        line = self._scaled(x, slope)
        return self._unless(known, self._padded(line.c0, line.c1, line.low, line.high + top))

    def maximum(self, x: Form, y: Form) -> Form:
        """Where either may be the greater, a mean of both: with d = x - y, max(d, 0) lies between the line through its
        two ends and the line of the same slope through 0."""
        ahead = self.subtract(x, y)
        least, greatest = self.span(ahead)
        known = np.isfinite(least + greatest) | np.isnan(ahead.c0)
        mixed = known & (least < 0) & (greatest > 0)
        if not mixed.any():
            return self._unless(known, self.undefined_with(ahead, either(greatest > 0, x, y)))
        self._edge(ahead, every=False)
        share = np.where(mixed, greatest / np.where(mixed, greatest - least, 1.0), np.where(greatest > 0, 1.0, 0.0))
        line = self.add(self._scaled(x, share), self._scaled(y, 1.0 - share))
        return self._unless(known, self._padded(line.c0, line.c1, line.low, line.high - share * np.minimum(least, 0.0)))

    def choose(self, test: Form, yes: Form, no: Form) -> Form:
        """`yes if test else no`, where both are still possible a band that holds both."""
        least, greatest = self.span(test)
        holds, fails = (least > 0) | (greatest < 0), (least == 0) & (greatest == 0)
        lows, highs = zip(self.span(yes), self.span(no), strict=True)
        low, high = np.minimum(*lows), np.maximum(*highs)

        def pick(of_yes: Values, of_no: Values, both: Values) -> Floats:
            return np.where(holds, of_yes, np.where(fails, of_no, both))

        chosen = Form(
            pick(yes.c0, no.c0, 0.0),
            pick(yes.c1, no.c1, 0.0),
            pick(yes.low, no.low, low),
            pick(yes.high, no.high, high),
        )
        chosen = self.undefined_with(test, chosen)
        known = np.isfinite(least + greatest) & (holds | fails | np.isfinite(low + high))
        return self._unless(known | np.isnan(test.c0), chosen)

    def flag(self, certain: Flags, impossible: Flags, x: Form) -> Form:
        """1 where a comparison certainly holds, 0 where it cannot, else somewhere between; `x` is what it hangs on."""
        undecided = ~(np.asarray(certain) | impossible)
        if undecided.any():
            self._edge(x, every=False)
        answer = Form(np.where(certain, 1.0, 0.0), 0.0, np.zeros_like(self.lo), np.where(undecided, 1.0, 0.0))
        return self._unless(np.isfinite(x.low + x.high) | np.isnan(x.c0), self.undefined_with(x, answer))

    def between(self, low: Values, high: Values) -> Form:
        """A value known only by its bounds; where they are not finite, nothing is known."""
        known = np.isfinite(low) & np.isfinite(high)
        low, high = np.where(known, low, 0.0), np.where(known, high, 0.0)
        pad = ROUNDING * 16 * (np.abs(low) + np.abs(high))
        return self._unless(known, Form(0.0, 0.0, low - pad, high + pad))

    def undefined_with(self, x: Form, result: Form) -> Form:
        """The result, not defined where `x` is not."""
        nowhere = np.isnan(x.c0)
        return either(nowhere, Form(np.nan), result) if nowhere.any() else result

    def _scaled(self, x: Form, factor: Values) -> Form:
        if x.constant or (isinstance(factor, float) and np.isnan(factor)):
            return Form(x.c0 * factor if x.constant else np.nan)
        if isinstance(factor, float) and factor >= 0:
            return self._padded(x.c0 * factor, x.c1 * factor, x.low * factor, x.high * factor)
        one, other = x.low * factor, x.high * factor
        return self._padded(x.c0 * factor, x.c1 * factor, np.minimum(one, other), np.maximum(one, other))

    def _middle(self, x: Form) -> Values:
        """Halfway between the least and the greatest value, where both are known."""
        middle = x.c0 + x.c1 * self._centre
        margin = (x.low + x.high) / 2
        known = np.isfinite(margin)
        return middle + (margin if known.all() else np.where(known, margin, 0.0))

    def _radius(self, x: Form) -> Values:
        """How far a value can be from the middle."""
        return np.abs(x.c1) * self._half + (x.high - x.low) / 2

    def _padded(self, c0: Values, c1: Values, low: Values, high: Values) -> Form:
        plain = isinstance(low, float) and isinstance(high, float)
        margin = max(-low, high) if plain else np.maximum(-low, high)  # low <= high
        pad = ROUNDING * (abs(c0) + abs(c1) * self._size + margin)
        return Form(c0, c1, low - pad, high + pad)

    def _unless(self, known: Flags, x: Form) -> Form:
        """The form where something is known, else anything at all."""
        if known.all() if isinstance(known, np.ndarray) else known:
            return x
        nothing = np.zeros_like(self.lo)
        return Form(
            np.where(known, x.c0, nothing),
            np.where(known, x.c1, nothing),
            np.where(known, x.low, -np.inf),
            np.where(known, x.high, np.inf),
        )

    def _edge(self, x: Form, *, every: bool) -> None:
        self.edges.append(Edge(x.c0, x.c1, every))
