"""Where the words of the break-even points stand: near their point, on nothing that must be seen. Arithmetic only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSizeF

_ROWS = 7
_AWAY = 11.0  # pixels from the zero line to the first row
_BETWEEN = 2.0  # pixels between rows
_BESIDE = (0.0, 9.0, 26.0, 60.0, 110.0)  # pixels between a point and its box: to pass by the users line and its dots
_COVERING = 3.0  # rows a box rather goes further away than to cover a line
_FROM = 7.0  # pixels from the zero line to where a leader comes out of its point


@dataclass(frozen=True, slots=True)
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
    boxes: list[QRectF] = []
    leaders: list[QRectF] = []
    placed: list[QRectF | None] = []
    for one in wanted:
        best, least = None, np.inf
        for box, cost in _candidates(one, zero):
            leader = _leader(one.x, box, zero)
            if cost >= least or not inside.contains(box):
                continue
            if any(box.intersects(other) for other in (*taken, *boxes, *leaders)):
                continue
            if any(leader.intersects(other) for other in boxes):
                continue
            covered = _covered(box, lines)
            if (one.may_cover or not covered) and cost + _COVERING * covered < least:
                best, least = box, cost + _COVERING * covered
        if best is not None:
            boxes.append(best)
            leaders.append(_leader(one.x, best, zero))
        placed.append(best)
    return placed


def _leader(x: float, box: QRectF, zero: float) -> QRectF:
    """The room of the stroke from a point on the zero line to its words; the point itself left out."""
    end = nearest_x(x, box)
    below = box.top() > zero
    top, bottom = (zero + _FROM, box.top()) if below else (box.bottom(), zero - _FROM)
    return QRectF(min(x, end) - 0.5, top, abs(x - end) + 1, max(0.0, bottom - top))


def nearest_x(x: float, box: QRectF) -> float:
    """Where a stroke from x reaches a box."""
    return min(max(x, box.left() + 1), box.right() - 1)


def _candidates(one: Wanted, zero: float) -> list[tuple[QRectF, float]]:
    """Below zero and above it, to the right of the point and to the left, further and further away; with their cost."""
    width, height = one.size.width(), one.size.height()
    found = []
    for row in range(_ROWS):
        away = _AWAY + row * (height + _BETWEEN)
        for above, top in enumerate((zero + away, zero - away - height)):
            for further, beside in enumerate(_BESIDE):
                cost = row + 0.6 * above + further
                found.append((QRectF(one.x + beside, top, width, height), cost))
                found.append((QRectF(one.x - beside - width, top, width, height), cost + 0.4))
    return found


def _covered(box: QRectF, lines: np.ndarray) -> bool:
    """Whether a line runs through a box."""
    if not len(lines):
        return False
    xs, ys = lines[:, 0], lines[:, 1]
    across = (xs > box.left()) & (xs < box.right()) & (ys > box.top() - 1) & (ys < box.bottom() + 1)
    return bool(across.any())
