"""From figures to pixels: the rectangle of a plot and the ranges it shows."""

from __future__ import annotations

import numpy as np

from core.record import record


@record
class Frame:
    """A plot of `width` by `height` pixels that shows x0..x1 from left to right and y0..y1 from bottom to top."""

    x0: float
    x1: float
    y0: float
    y1: float
    width: float
    height: float

    def x(self, value: float) -> float:
        """Pixels from the left."""
        return (value - self.x0) / (self.x1 - self.x0) * self.width

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return (self.y1 - value) / (self.y1 - self.y0) * self.height

    def value_at(self, x: float) -> float:
        """The figure at a distance from the left, kept inside the range."""
        share = min(1.0, max(0.0, x / self.width)) if self.width else 0.0
        return self.x0 + share * (self.x1 - self.x0)

    def points(self, xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Whole lines at once, thinned to what the pixels can show. What is far outside is cut off a little outside."""
        left = (np.asarray(xs, float) - self.x0) * (self.width / (self.x1 - self.x0))
        top = (self.y1 - np.asarray(ys, float)) * (self.height / (self.y1 - self.y0))
        return thinned(left, np.clip(top, -self.height, 2 * self.height), self.width)


def thinned(x: np.ndarray, y: np.ndarray, width: float) -> tuple[np.ndarray, np.ndarray]:
    """The same picture with at most four points in each column of pixels: first, lowest, highest, last."""
    if len(x) <= 4 * max(width, 1):
        return x, y
    columns = np.floor(x)
    starts = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
    ends = np.r_[starts[1:], len(x)] - 1
    lows, highs = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    return np.repeat(x[starts], 4), np.column_stack((y[starts], lows, highs, y[ends])).ravel()
