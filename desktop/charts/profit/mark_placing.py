"""Where the words of the break-even points stand: near their point, on nothing that must be seen. Arithmetic only, on
many places at once, for it is done anew at every step of a drag."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from PySide6.QtCore import QRectF, QSizeF

from core.record import record

_ROWS = 7
_AWAY = 11.0  # pixels from the zero line to the first row
_BETWEEN = 2.0  # pixels between rows
_BESIDE = (0.0, 9.0, 26.0, 60.0, 110.0)  # pixels between a point and its box: to pass by the users line and its dots
_COVERING = 3.0  # rows a box rather goes further away than to cover a line
_FROM = 7.0  # pixels from the zero line to where a leader comes out of its point

# Rows away from the zero line, above or below it, how far beside the point, right or left of it; cheapest first.
_PLACES = sorted(
    (row + 0.6 * above + further + 0.4 * left, row, above, beside, left)
    for row, above, (further, beside), left in product(range(_ROWS), (0, 1), enumerate(_BESIDE), (0, 1))
)
_COST, _ROW, _ABOVE, _BESIDES, _LEFT = (np.array(column, float) for column in zip(*_PLACES, strict=True))
Boxes = np.ndarray  # left, top, right, bottom of one box a row


@record
class Wanted:
    """Words to be placed: at which x on the zero line, how large, and whether they may cover a piece of a line."""

    x: float
    size: QSizeF
    may_cover: bool


def place_words(
    wanted: Sequence[Wanted], zero: float, inside: QRectF, taken: Sequence[QRectF], lines: np.ndarray
) -> list[QRectF | None]:
    """A box for each, those that come first having the choice; None where there is no room.

    Boxes lie neither on each other nor on what is taken, and no stroke from a point to its box crosses another box.
    `lines`: points of the lines, one (x, y) a row.
    """
    blocked = np.array([_corners(box) for box in taken]).reshape(-1, 4)
    boxes: Boxes = np.empty((0, 4))
    placed: list[QRectF | None] = []
    for one in wanted:
        tried = _candidates(one, zero)
        leaders = _leaders(one.x, tried, zero)
        free = _within(tried, inside) & ~_meets(tried, blocked) & ~_meets(tried, boxes) & ~_meets(leaders, boxes)
        chosen = _cheapest(np.flatnonzero(free), tried, one.may_cover, lines)
        if chosen is None:
            placed.append(None)
            continue
        left, top, right, bottom = tried[chosen]
        placed.append(QRectF(left, top, right - left, bottom - top))
        boxes = np.vstack((boxes, tried[chosen]))
        blocked = np.vstack((blocked, leaders[chosen]))
    return placed


def nearest_x(x: float, box: QRectF) -> float:
    """Where a stroke from x reaches a box."""
    return min(max(x, box.left() + 1), box.right() - 1)


def _candidates(one: Wanted, zero: float) -> Boxes:
    width, height = one.size.width(), one.size.height()
    away = _AWAY + _ROW * (height + _BETWEEN)
    left = np.where(_LEFT > 0, one.x - _BESIDES - width, one.x + _BESIDES)
    top = np.where(_ABOVE > 0, zero - away - height, zero + away)
    return np.column_stack((left, top, left + width, top + height))


def _leaders(x: float, boxes: Boxes, zero: float) -> Boxes:
    """The room of the strokes from a point on the zero line to its words; the point itself left out."""
    left, top, right, bottom = boxes.T
    end = np.clip(x, left + 1, right - 1)
    below = top > zero
    start, stop = np.where(below, zero + _FROM, bottom), np.where(below, top, zero - _FROM)
    return np.column_stack((np.minimum(x, end) - 0.5, start, np.maximum(x, end) + 0.5, np.maximum(start, stop)))


def _cheapest(free: np.ndarray, boxes: Boxes, may_cover: bool, lines: np.ndarray) -> int | None:
    """The number of the first of these boxes, unless one not far behind covers no line."""
    xs, ys = lines.T
    best: int | None = None
    for number in free:
        if best is not None and _COST[number] >= _COST[best] + _COVERING:
            break
        left, top, right, bottom = boxes[number]
        if not ((xs > left) & (xs < right) & (ys > top - 1) & (ys < bottom + 1)).any():
            return int(number)
        if may_cover and best is None:
            best = int(number)
    return best


def _meets(some: Boxes, others: Boxes) -> np.ndarray:
    """Which of some boxes lie on any of the others."""
    left, top, right, bottom = (some[:, [side]] for side in range(4))
    on = (left < others[:, 2]) & (right > others[:, 0]) & (top < others[:, 3]) & (bottom > others[:, 1])
    return np.asarray(on.any(axis=1))


def _within(boxes: Boxes, inside: QRectF) -> np.ndarray:
    left, top, right, bottom = _corners(inside)
    return (boxes[:, 0] >= left) & (boxes[:, 1] >= top) & (boxes[:, 2] <= right) & (boxes[:, 3] <= bottom)


def _corners(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()
