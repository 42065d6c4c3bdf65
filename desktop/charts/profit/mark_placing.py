"""Where the words of the break-even points stand: near their point, on nothing that must be seen. Plain arithmetic,
place by place from the nearest on: it is done anew at every step of a drag, and mostly one of the first will do."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from PySide6.QtCore import QRectF, QSizeF

from core.record import record

EVERY = 4.0  # pixels between the places at which lines are looked at
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
Box = tuple[float, float, float, float]  # left, top, right, bottom


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
    `lines`: the height of every line, a row each, at 0, `EVERY`, 2 `EVERY` ... pixels from the left.
    """
    blocked = [_corners(box) for box in taken]
    boxes: list[Box] = []
    placed: list[QRectF | None] = []
    for one in wanted:
        chosen = _cheapest(_free(one, zero, _corners(inside), blocked, boxes), one.may_cover, lines)
        if chosen is None:
            placed.append(None)
            continue
        left, top, right, bottom = chosen
        placed.append(QRectF(left, top, right - left, bottom - top))
        boxes.append(chosen)
        blocked += [chosen, _leader(one.x, chosen, zero)]
    return placed


def nearest_x(x: float, box: QRectF) -> float:
    """Where a stroke from x reaches a box."""
    return min(max(x, box.left() + 1), box.right() - 1)


def _free(one: Wanted, zero: float, inside: Box, blocked: list[Box], boxes: list[Box]) -> Iterator[tuple[float, Box]]:
    """The places with room, each with what it costs, the cheapest first."""
    width, height = one.size.width(), one.size.height()
    for cost, row, above, beside, to_left in _PLACES:
        away = _AWAY + row * (height + _BETWEEN)
        left = one.x - beside - width if to_left else one.x + beside
        top = zero - away - height if above else zero + away
        box = left, top, left + width, top + height
        if left < inside[0] or top < inside[1] or box[2] > inside[2] or box[3] > inside[3]:
            continue
        if not _meets(box, blocked) and not _meets(_leader(one.x, box, zero), boxes):
            yield cost, box


def _leader(x: float, box: Box, zero: float) -> Box:
    """The room of the stroke from a point on the zero line to its words; the point itself left out."""
    left, top, right, bottom = box
    end = min(max(x, left + 1), right - 1)
    start, stop = (zero + _FROM, top) if top > zero else (bottom, zero - _FROM)
    return min(x, end) - 0.5, start, max(x, end) + 0.5, max(start, stop)


def _cheapest(free: Iterator[tuple[float, Box]], may_cover: bool, lines: np.ndarray) -> Box | None:
    """The first of these places, unless one not far behind covers no line."""
    best: tuple[float, Box] | None = None
    for cost, box in free:
        if best is not None and cost >= best[0] + _COVERING:
            break
        if not _covers(box, lines):
            return box
        if may_cover and best is None:
            best = cost, box
    return None if best is None else best[1]


def _covers(box: Box, lines: np.ndarray) -> bool:
    left, top, right, bottom = box
    beside = lines[:, max(0, math.floor(left / EVERY) + 1) : max(0, math.ceil(right / EVERY))]
    return bool(((beside > top - 1) & (beside < bottom + 1)).any())


def _meets(box: Box, others: list[Box]) -> bool:
    left, top, right, bottom = box
    for its_left, its_top, its_right, its_bottom in others:
        if left < its_right and right > its_left and top < its_bottom and bottom > its_top:
            return True
    return False


def _corners(box: QRectF) -> Box:
    return box.left(), box.top(), box.right(), box.bottom()
