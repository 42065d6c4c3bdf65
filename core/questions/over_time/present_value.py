"""What a row of monthly payments is worth today, and the rates at which it is worth nothing: net present value and
internal rate of return. `flows[0]` is paid now, `flows[1]` at the end of month 1, and so on."""

from __future__ import annotations

import math

import numpy as np

from core.formula.normal import Floats
from core.record import record

MONTHS_PER_YEAR = 12
_MOST_DOUBLINGS = 60
_BISECTIONS = 120
_NOTHING = 1e-14  # a sum this small beside its parts is rounding, and counts as zero


def monthly_rate(yearly: float) -> float:
    """The rate a month that compounds to `yearly` (0.1: 10 %) in twelve; above -1."""
    return math.expm1(math.log1p(yearly) / MONTHS_PER_YEAR)


def yearly_rate(monthly: float) -> float:
    """What a rate a month compounds to in twelve months; infinite beyond all numbers."""
    exponent = math.log1p(monthly) * MONTHS_PER_YEAR
    return math.expm1(exponent) if exponent < 700 else math.inf


def net_present_value(flows: Floats, rate: float) -> float:
    """The sum of all flows, each divided by (1 + rate) once for every month that passes before it; NaN where a flow is.

    `rate` is a share a month, above -1.
    """
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        worth = flows * np.exp(-math.log1p(rate) * np.arange(len(flows)))
        total = float(np.sum(worth))
    return math.fsum(worth) if math.isfinite(total) else math.nan


def internal_rates(flows: Floats) -> tuple[float, ...]:
    """Every rate a month above -1 at which the net present value is zero, ascending; usually there is one or none.

    None may be missed: with x = 1 / (1 + rate) the value is a polynomial over x > 0, and by Descartes' argument it has
    at most as many roots as its coefficients change sign. Multiplied by a power of x and derived, it loses one change
    of sign; the roots of that lie between the roots sought, and so on down to no change at all.
    """
    months = np.flatnonzero(flows)
    if not np.all(np.isfinite(flows)) or not len(months):
        return ()
    levels = [_Sum(months.astype(np.float64), np.sign(flows[months]), np.log(np.abs(flows[months])))]
    while (pivot := levels[-1].change_of_sign()) is not None:
        levels.append(levels[-1].derived_around(pivot))
    roots: list[float] = []
    for level in reversed(levels):
        roots = level.roots_between(roots)
    return tuple(math.expm1(root) for root in roots if root < 700)


@record
class _Sum:
    """f(s) = sum of sign * exp(size - month * s): the present value over s = log(1 + rate), from -inf to +inf.

    The sizes of the coefficients are kept as logarithms, so that no number of derivatives leaves the range of floats.
    """

    months: Floats
    signs: Floats
    sizes: Floats

    def change_of_sign(self) -> float | None:
        """A point between two months where the coefficients change sign, about the middle one of all such."""
        changes = np.flatnonzero(np.diff(self.signs))
        if not len(changes):
            return None
        place = changes[len(changes) // 2]
        return float(self.months[place] + self.months[place + 1]) / 2

    def derived_around(self, pivot: float) -> _Sum:
        """The derivative of exp(pivot * s) * f(s), without that factor: zero somewhere between any two roots of f."""
        factors = pivot - self.months
        return _Sum(self.months, self.signs * np.sign(factors), self.sizes + np.log(np.abs(factors)))

    def roots_between(self, turning: list[float]) -> list[float]:
        """All roots, given points between which f has at most one."""
        signs = [float(sign) for sign in self.signs_at(np.array(turning))]
        roots = [point for point, sign in zip(turning, signs, strict=True) if sign == 0]
        points = [-math.inf, *turning, math.inf]
        signs = [float(self.signs[-1]), *signs, float(self.signs[0])]
        roots += [
            self._root(points[place], points[place + 1], signs[place])
            for place in range(len(points) - 1)
            if signs[place] * signs[place + 1] < 0
        ]
        return sorted(roots)

    def signs_at(self, points: Floats) -> Floats:
        """The sign of f at each point, 0 where it is nothing but rounding."""
        exponents = self.sizes - points[:, np.newaxis] * self.months
        with np.errstate(under="ignore"):
            terms = self.signs * np.exp(exponents - exponents.max(axis=1, initial=-np.inf, keepdims=True))
        sums = terms.sum(axis=1)
        return np.where(np.abs(sums) <= _NOTHING * np.abs(terms).sum(axis=1), 0.0, np.sign(sums))

    def _root(self, low: float, high: float, sign_at_low: float) -> float:
        """The one root between two points, of which an end may be infinite, by bisection."""
        low, high = self._finite(low, high, sign_at_low)
        for _ in range(_BISECTIONS):
            middle = (low + high) / 2
            sign = float(self.signs_at(np.array([middle]))[0])
            if sign == 0 or not low < middle < high:
                return middle
            low, high = (middle, high) if sign == sign_at_low else (low, middle)
        return (low + high) / 2

    def _finite(self, low: float, high: float, sign_at_low: float) -> tuple[float, float]:
        start = low if math.isfinite(low) else high if math.isfinite(high) else 0.0
        if not math.isfinite(low):
            low = self._first(start, -1.0, sign_at_low)
        if not math.isfinite(high):
            high = self._first(start, 1.0, -sign_at_low)
        return low, high

    def _first(self, start: float, step: float, sign: float) -> float:
        """The first of ever longer steps at which f has the sign it keeps from there on."""
        for _ in range(_MOST_DOUBLINGS):
            start += step
            if float(self.signs_at(np.array([start]))[0]) == sign:
                break
            step *= 2
        return start
