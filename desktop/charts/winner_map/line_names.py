"""Where the name of a line of the winner map stands: beside it, on nothing, where no line passes and no other is
nearer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSizeF

from desktop.charts.placing import Boxes, Coordinates, Strokes, overlapping
from desktop.charts.words import in_halves, in_thirds

_ALONG = np.linspace(0.5, 0.5 + 1, 24, endpoint=False) % 1.0  # where on a line its name is tried
_GAPS = (4.0, 10.0, 18.0)  # between a line and its name
_WITHIN = np.array([1.0, 0.0, -1.0, 0.0])  # from the edges of a box to those of its words
_FIRST = 16  # places that are looked at before the others

Place = tuple[str, QRectF]


class LinePlaces:
    """What is known of the lines whatever else stands on the map, by the key of whose they are."""

    def __init__(self, lines: Mapping[str, Sequence[Coordinates]]) -> None:
        self._own = {
            key: sorted((line for line in drawn if len(line[0]) > 1), key=_extent, reverse=True)
            for key, drawn in lines.items()
        }
        self._mine = {key: Strokes(drawn) for key, drawn in self._own.items()}
        self._foreign = {
            key: Strokes(line for other, drawn in lines.items() if other != key for line in drawn) for key in lines
        }

    def place(
        self, key: str, words: str, size: Callable[[str], QSizeF], taken: Sequence[QRectF], inside: QRectF
    ) -> Place | None:
        """Words in one line or more where nothing stands, no line passes, and no other line is nearer; else over their
        own line; else, in one line, over any. None: there is no such line, or no room."""
        over_own: Place | None = None
        over_any: Place | None = None
        blocked = np.array([box.getCoords() for box in taken]).reshape(-1, 4)
        for shown in (words, in_halves(words), in_thirds(words)):
            boxes, points = self._beside(key, size(shown), inside)
            free = ~overlapping(boxes, blocked)
            boxes, points = boxes[free], points[free]
            if over_any is None and len(boxes):
                over_any = shown, _box(boxes[0])
            for some in (slice(0, _FIRST), slice(_FIRST, None)):  # mostly one of the first will do
                near = boxes[some][~self._foreign[key].crossed(_reaching(boxes[some], points[some]) + _WITHIN)]
                clear = near[~self._mine[key].crossed(near + _WITHIN)]
                if len(clear):
                    return shown, _box(clear[0])
                if over_own is None and len(near):
                    over_own = shown, _box(near[0])
        return over_own or over_any

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


def _along(line: Coordinates) -> np.ndarray:
    xs, ys = line
    along = np.r_[0.0, np.cumsum(np.hypot(np.diff(xs), np.diff(ys)))]
    places = _ALONG * along[-1]
    return np.column_stack((np.interp(places, along, xs), np.interp(places, along, ys)))


def _reaching(boxes: Boxes, points: np.ndarray) -> Boxes:
    """The boxes grown to the places they are for."""
    return np.column_stack((np.minimum(boxes[:, :2], points), np.maximum(boxes[:, 2:], points + 1)))


def _extent(line: Coordinates) -> float:
    return float(np.ptp(line[0]) + np.ptp(line[1]))


def _box(corners: np.ndarray) -> QRectF:
    left, top, right, bottom = corners.tolist()
    return QRectF(left, top, right - left, bottom - top)
