"""Where the name of a line of the winner map stands: beside it, on nothing, where no line passes and no other is
nearer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSizeF

from desktop.charts.placing import Boxes, Coordinates, Strokes, overlapping, rectangle
from desktop.charts.words import in_halves, in_thirds

_ALONG = np.linspace(0.5, 0.5 + 1, 24, endpoint=False) % 1.0  # where on a line its name is tried
_GAPS = (4.0, 10.0, 18.0)  # between a line and its name
_WITHIN = np.array([1.0, 0.0, -1.0, 0.0])  # from the edges of a box to those of its words
_FIRST = 16  # places that are looked at before the others

Place = tuple[str, QRectF]
Corners = tuple[float, float, float, float]


class LinePlaces:
    """The lines by the key of whose they are, and what was found out about places beside them: that stays, whatever
    else moves on the map."""

    def __init__(self, lines: Mapping[str, Sequence[Coordinates]]) -> None:
        self._own = {
            key: sorted((line for line in drawn if len(line[0]) > 1), key=_extent, reverse=True)
            for key, drawn in lines.items()
        }
        self._mine = {key: Strokes(drawn) for key, drawn in self._own.items()}
        self._foreign = {
            key: Strokes(line for other, drawn in lines.items() if other != key for line in drawn) for key in lines
        }
        self._tried: dict[tuple[str, str, Corners], _Tried] = {}

    def place(
        self, key: str, words: str, size: Callable[[str], QSizeF], taken: Sequence[QRectF], inside: QRectF
    ) -> Place | None:
        """Words in one line or more where nothing stands, no line passes, and no other line is nearer; else over their
        own line; else, in one line, over any. None: there is no such line, or no room."""
        over_own: Place | None = None
        over_any: Place | None = None
        for shown in (words, in_halves(words), in_thirds(words)):
            tried = self._tried_for(key, shown, size, inside)
            free = np.flatnonzero(~overlapping(tried.boxes, taken))
            if over_any is None and len(free):
                over_any = shown, rectangle(tried.boxes[free[0]])
            for some in (free[:_FIRST], free[_FIRST:]):  # mostly one of the first will do
                near, clear = tried.look_at(some)
                if len(clear):
                    return shown, rectangle(tried.boxes[clear[0]])
                if over_own is None and len(near):
                    over_own = shown, rectangle(tried.boxes[near[0]])
        return over_own or over_any

    def _tried_for(self, key: str, shown: str, size: Callable[[str], QSizeF], inside: QRectF) -> _Tried:
        now = key, shown, inside.getCoords()
        if now not in self._tried:
            boxes, points = self._beside(key, size(shown), inside)
            self._tried[now] = _Tried(boxes, points, self._mine.get(key), self._foreign.get(key))
        return self._tried[now]

    def _beside(self, key: str, size: QSizeF, inside: QRectF) -> tuple[Boxes, np.ndarray]:
        """Boxes to the right and left of places along the lines, above and below them, moved inside, the nearest
        first; and the places they are for."""
        w, h = size.width(), size.height()
        if w > inside.width() or not self._own.get(key):
            return np.empty((0, 4)), np.empty((0, 2))
        points = np.concatenate([_along(line) for line in self._own[key]])
        shifts = [[(gap, -h / 2), (-w - gap, -h / 2), (-w / 2, gap), (-w / 2, -h - gap)] for gap in _GAPS]
        # one line after the other; of each first all places with the smallest gap, then with the next
        corners = points.reshape(-1, 1, len(_ALONG), 1, 2) + np.array(shifts)[None, :, None, :, :]
        of = np.broadcast_to(points.reshape(-1, 1, len(_ALONG), 1, 2), corners.shape).reshape(-1, 2)
        lefts, tops = corners.reshape(-1, 2).T
        lefts = np.maximum(inside.left(), np.minimum(lefts, inside.right() - w))
        tops = np.maximum(inside.top(), np.minimum(tops, inside.bottom() - h))
        return np.column_stack((lefts, tops, lefts + w, tops + h)), of


class _Tried:
    """Boxes for some words beside places along a line; which lines pass through them is found out when it is asked."""

    def __init__(self, boxes: Boxes, points: np.ndarray, mine: Strokes | None, foreign: Strokes | None) -> None:
        """`points`: the places the boxes are for."""
        self.boxes, self._points, self._mine, self._foreign = boxes, points, mine, foreign
        self._known, self._near, self._clear = (np.zeros(len(boxes), dtype=bool) for _ in range(3))

    def look_at(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of some boxes those between which and their place no other line passes, and of these those that are clear of
        their own line too."""
        new = numbers[~self._known[numbers]]
        if len(new) and self._mine is not None and self._foreign is not None:
            boxes, points = self.boxes[new], self._points[new]
            reaching = np.column_stack((np.minimum(boxes[:, :2], points), np.maximum(boxes[:, 2:], points + 1)))
            self._near[new] = ~self._foreign.crossed(reaching + _WITHIN)
            self._clear[new] = self._near[new] & ~self._mine.crossed(boxes + _WITHIN)
            self._known[new] = True
        return numbers[self._near[numbers]], numbers[self._clear[numbers]]


def _along(line: Coordinates) -> np.ndarray:
    xs, ys = line
    along = np.r_[0.0, np.cumsum(np.hypot(np.diff(xs), np.diff(ys)))]
    places = _ALONG * along[-1]
    return np.column_stack((np.interp(places, along, xs), np.interp(places, along, ys)))


def _extent(line: Coordinates) -> float:
    return float(np.ptp(line[0]) + np.ptp(line[1]))
