"""Reading figures off the data of the profit chart: values at a number of users, the range of the axis, the rounding
of a place that was pointed at."""

from __future__ import annotations

import math

import numpy as np

from desktop.charts.data import Line
from desktop.charts.profit.data import ProfitData
from desktop.round_numbers import nice_step

_TICKS = 8
_HEADROOM = 0.14  # of the range, above the highest point: the users handle stands there


def value_at(line: Line, x: float) -> float:
    """The drawn height of a line at a place, at a step the one to the right; NaN outside the line and in its gaps."""
    right = int(np.searchsorted(line.xs, x, side="right"))
    if right == 0 or (right == len(line.xs) and x > line.xs[-1]):
        return math.nan
    if right == len(line.xs):
        return float(line.ys[-1])
    x0, x1 = line.xs[right - 1], line.xs[right]
    y0, y1 = line.ys[right - 1], line.ys[right]
    return float(y0 + (y1 - y0) * ((x - x0) / (x1 - x0)))


def profit_range(data: ProfitData) -> tuple[float, float]:
    """Bottom and top of the axis: whole ticks, zero always inside, room for the handle above."""
    low, high = 0.0, 0.0
    for series in data.series:
        seen = series.profit[(series.users <= data.users_max) & np.isfinite(series.profit)]
        if len(seen):
            low, high = min(low, float(seen.min())), max(high, float(seen.max()))
    if low == high:
        return -1.0, 1.0
    step = nice_step(high - low, _TICKS)
    bottom = math.floor(low / step * (1 - 1e-12)) * step if low < 0 else -step
    return bottom, max(high, step) + _HEADROOM * (max(high, step) - bottom)


def pointed(users: float, users_max: float, pixels: float) -> float:
    """A place on the axis rounded as finely as a pixel can tell, to whole users at least."""
    step = max(1.0, nice_step(users_max, max(1, int(pixels))))
    return max(0.0, min(users_max, math.floor(users / step + 0.5) * step))


def key_step(users_max: float) -> float:
    """How far an arrow key moves the users line: about a hundredth of the axis, a round number of users."""
    return max(1.0, nice_step(users_max, 100))
