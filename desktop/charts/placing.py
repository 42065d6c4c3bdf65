"""Where labels go so that they never lie on each other: plain arithmetic, no painting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QRectF

Ends = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
Coordinates = tuple[np.ndarray, np.ndarray]  # xs and ys of a line
Boxes = np.ndarray  # left, top, right, bottom of one box a row


class Strokes:
    """Lines that no label should lie on: every straight piece of all of them, in pixels."""

    def __init__(self, lines: Iterable[Coordinates]) -> None:
        """Where an x or y is NaN the line has a gap."""
        found = [(np.asarray(xs, float), np.asarray(ys, float)) for xs, ys in lines]
        pieces = [(xs[:-1], ys[:-1], xs[1:], ys[1:]) for xs, ys in found if len(xs) > 1]
        x0, y0, x1, y1 = (np.concatenate(part) for part in zip(*pieces, strict=True)) if pieces else [np.empty(0)] * 4
        self._ends: Ends = (x0, y0, x1, y1)

    def cross(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether any of them passes through this box."""
        return bool(self.crossed(np.array([[left, top, right, bottom]]))[0])

    def crossed(self, boxes: Boxes) -> np.ndarray:
        """Which of some boxes any of them passes through: their extents meet, and corners lie on both sides of it."""
        x0, y0, x1, y1 = self._ends
        left, top, right, bottom = (boxes[:, [side]] for side in range(4))
        near = (np.maximum(x0, x1) >= left) & (np.minimum(x0, x1) <= right)
        near &= (np.maximum(y0, y1) >= top) & (np.minimum(y0, y1) <= bottom)
        up, down = (x1 - x0) * (top - y0), (x1 - x0) * (bottom - y0)
        one, other = (y1 - y0) * (left - x0), (y1 - y0) * (right - x0)
        lowest = np.minimum(up, down) - np.maximum(one, other)  # on which side of it the corners lie
        highest = np.maximum(up, down) - np.minimum(one, other)
        return np.asarray((near & (lowest <= 0) & (highest >= 0)).any(axis=1))


def overlapping(boxes: Boxes, taken: Sequence[QRectF]) -> np.ndarray:
    """Which of some boxes lie on anything that is taken."""
    others = np.array([box.getCoords() for box in taken]).reshape(-1, 4)
    left, top, right, bottom = (boxes[:, [side]] for side in range(4))
    on = (left < others[:, 2]) & (right > others[:, 0]) & (top < others[:, 3]) & (bottom > others[:, 1])
    return np.asarray(on.any(axis=1))


def rectangle(corners: np.ndarray) -> QRectF:
    """One of some boxes."""
    left, top, right, bottom = corners.tolist()
    return QRectF(left, top, right - left, bottom - top)


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near to the wanted ones as they can be, so that labels of these sizes do not overlap in [low, high].

    Neighbours that would overlap become one block that sits at the mean of what its members want. Where there is not
    room for all of them, they overlap evenly rather than leave the space.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    room = high - low
    shrink = min(1.0, room / sum(sizes)) if sum(sizes) > 0 else 1.0
    heights = [sizes[i] * shrink for i in order]
    blocks: list[tuple[float, float, int]] = []  # start, length, members
    for index, height in zip(order, heights, strict=True):
        blocks.append((_within(wanted[index] - height / 2, height, low, high), height, 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] > blocks[-1][0] + 1e-9:
            second, first = blocks.pop(), blocks.pop()
            members = first[2] + second[2]
            length = first[1] + second[1]
            start = (first[0] * first[2] + (second[0] - first[1]) * second[2]) / members
            blocks.append((_within(start, length, low, high), length, members))
    return _centres(order, heights, blocks)


def _within(start: float, length: float, low: float, high: float) -> float:
    return max(low, min(start, high - length))


def _centres(order: list[int], heights: list[float], blocks: list[tuple[float, float, int]]) -> list[float]:
    centres = [0.0] * len(order)
    position = 0
    for start, _, members in blocks:
        top = start
        for _ in range(members):
            centres[order[position]] = top + heights[position] / 2
            top += heights[position]
            position += 1
    return centres
