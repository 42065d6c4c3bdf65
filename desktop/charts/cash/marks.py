"""The two points of each cash line that matter: the lowest, and the one from which the money is back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from core.record import record
from core.wording.text import Language, Text
from desktop.charts.cash.data import CashData
from desktop.charts.cash.words import back_words, deepest_words
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.placing import Boxes, Strokes, overlapping, rectangle
from desktop.charts.profit.reading import value_at
from desktop.charts.words import in_halves
from desktop.theme import Theme, font, measures

RADIUS = 5.0
_PADDING = 4.0
_CLEAR = 1.0  # pixels between words and lines, half a line's width
_ROOM = np.array([_CLEAR, -_CLEAR, -_CLEAR, _CLEAR])  # that the words in a box need above and below, not at their sides
_FIRST = 16  # places that are looked at before the others
_ROWS = 8  # of places for words, on either side of a mark
_SHIFTS = 13  # places in each row
_FARTHEST = 70.0  # pixels from a mark to its words; from further away they would seem to belong to something else
_OTHER_SIDE = 12.0  # pixels further away that words rather stand than on the less telling side of their mark


@record
class CashMark:
    """A point on a line with its words."""

    month: float
    cash: float
    colour_index: int
    back: bool  # the money is back here, else it is the lowest point
    words: Text


def cash_marks(data: CashData) -> list[CashMark]:
    """The marks of all alternatives; the money is back on the zero line."""
    marks = []
    for s in data.series:
        if s.deepest is not None:
            words = deepest_words(s, data)
            marks.append(CashMark(s.deepest, value_at(s, s.deepest), s.colour_index, False, words))
        if s.back is not None:
            marks.append(CashMark(s.back, 0.0, s.colour_index, True, back_words(s)))
    return marks


class CashMarks(Layer):
    """Discs, rings and their words, which never lie on each other, nor on a line where there is room beside it."""

    def __init__(self, view: Any, theme: Theme, kept_clear: Callable[[], list[QRectF]]) -> None:
        """`kept_clear`: where other words stand."""
        super().__init__(view, 5)
        self._theme, self._kept_clear = theme, kept_clear
        self._data: CashData | None = None
        self._marks: list[CashMark] = []
        self._labels: list[tuple[CashMark, str, QRectF]] = []
        self._placed_for: tuple[Frame, Language] | None = None
        self.language: Language = "en"

    def show_data(self, data: CashData) -> None:
        """Replace the marks."""
        self._data, self._marks, self._placed_for = data, cash_marks(data), None
        self.update()

    def boundingRect(self) -> QRectF:
        """Discs at the first and at the last month reach beyond the plot."""
        return super().boundingRect().adjusted(-2 * RADIUS, -2 * RADIUS, 2 * RADIUS, 2 * RADIUS)

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Words first, so that no marker is covered."""
        del option, widget
        frame = self.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", bold=True))
        surface = self._theme.colours.colour("surface")
        labels = self.labels()
        for mark, _, box in labels:
            painter.setPen(QPen(QColor(self._theme.series(mark.colour_index).ink), 1))
            painter.drawLine(QLineF(_place(frame, mark), _nearest(box, _place(frame, mark))))
        for mark, words, box in labels:
            ink = QColor(self._theme.series(mark.colour_index).ink)
            draw_words(painter, box, words, ink, surface)
        for mark in self._marks:
            line = QColor(self._theme.series(mark.colour_index).line)
            painter.setPen(QPen(surface if mark.back else line, 2))
            painter.setBrush(line if mark.back else surface)
            painter.drawEllipse(_place(frame, mark), RADIUS, RADIUS)

    def strokes(self) -> Strokes:
        """All lines, and that of zero."""
        frame = self.frame
        lines = [frame.points(s.xs, s.ys) for s in self._data.series] if self._data is not None else []
        return Strokes([*lines, (np.array([0.0, frame.width]), np.full(2, frame.y(0.0)))])

    def labels(self) -> list[tuple[CashMark, str, QRectF]]:
        """The words, in their lines, and where they stand. Found once per data, size and language, not whenever the
        pointer moves."""
        if self._placed_for != (self.frame, self.language):
            self._placed_for = self.frame, self.language
            self._labels = self._place()
        return self._labels

    def _place(self) -> list[tuple[CashMark, str, QRectF]]:
        """A mark whose words have no room goes without."""
        frame, strokes = self.frame, self.strokes()
        inside = QRectF(0, 0, frame.width, frame.height).adjusted(2, 2, -2, -2)
        taken = [*(_around(_place(frame, mark)) for mark in self._marks), *self._kept_clear()]
        labels = []
        for mark in sorted(self._marks, key=lambda mark: (mark.back, mark.cash)):  # the deepest hole first
            place, words = _place(frame, mark), mark.words(self.language)
            label = _label(words, place, inside, taken, strokes, above=mark.back)
            if label is not None:
                taken.append(label[1])
                labels.append((mark, *label))
        return labels


def _label(
    words: str, place: QPointF, inside: QRectF, taken: list[QRectF], strokes: Strokes, *, above: bool
) -> tuple[str, QRectF] | None:
    """Words in one line or two that lie on nothing; else in one line on no words, though a line passes."""
    crossed: tuple[str, QRectF] | None = None
    for shown in (words, in_halves(words)):
        boxes = _candidates(place, _size(shown), inside, above=above)
        boxes = boxes[~overlapping(boxes, taken)]
        for some in (boxes[:_FIRST], boxes[_FIRST:]):  # mostly one of the first will do
            free = np.flatnonzero(~strokes.crossed(some + _ROOM))
            if len(free):
                return shown, rectangle(some[free[0]])
        if crossed is None and len(boxes):
            crossed = shown, rectangle(boxes[0])
    return crossed


def _size(words: str) -> QSizeF:
    metrics, lines = measures("caption", bold=True), words.split("\n")
    return QSizeF(max(map(metrics.horizontalAdvance, lines)) + 2 * _PADDING, len(lines) * metrics.height() + 2)


def _candidates(place: QPointF, size: QSizeF, inside: QRectF, *, above: bool) -> Boxes:
    """Boxes around a point, the nearest first, rather above or rather below it."""
    w, h = size.width(), size.height()
    if w > inside.width() or h > inside.height():
        return np.empty((0, 4))
    away = RADIUS + 3 + np.arange(_ROWS) * h / 2
    tops = np.r_[place.y() - away - h, place.y() + away, place.y() - h / 2]
    other_side = np.r_[np.repeat([not above, above], _ROWS), True] * _OTHER_SIDE  # the last is level with the point
    lefts = place.x() + np.r_[w * np.linspace(0, -1.5, _SHIFTS), away, -w - away]
    x, y = (part.ravel() for part in np.meshgrid(lefts, tops))
    x = np.clip(x, inside.left(), inside.right() - w)
    y = np.clip(y, inside.top(), inside.bottom() - h)
    across = np.maximum(0, np.maximum(x - place.x(), place.x() - x - w))
    down = np.maximum(0, np.maximum(y - place.y(), place.y() - y - h))
    off_centre = np.abs(x + w / 2 - place.x())  # words rather stand in the middle over or under what they tell of
    order = np.argsort(np.hypot(across, down) + 0.02 * off_centre + np.repeat(other_side, len(lefts)), kind="stable")
    chosen = order[np.hypot(across, down)[order] <= _FARTHEST]
    return np.column_stack((x, y, x + w, y + h))[chosen]


def _place(frame: Frame, mark: CashMark) -> QPointF:
    return QPointF(frame.x(mark.month), frame.y(mark.cash))


def _around(place: QPointF) -> QRectF:
    return QRectF(place.x() - RADIUS, place.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)


def _nearest(box: QRectF, place: QPointF) -> QPointF:
    """The point of a box nearest to a place."""
    x = min(max(place.x(), box.left() + _PADDING), box.right() - _PADDING)
    return QPointF(x, min(max(place.y(), box.top() + 3), box.bottom() - 3))
