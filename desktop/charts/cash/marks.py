"""The two points of each cash line that matter: the lowest, and the one from which the money is back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from core.wording.text import Language, Text
from desktop.charts.cash.data import CashData
from desktop.charts.cash.words import back_words, deepest_words
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words, free_box
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.profit.reading import value_at
from desktop.theme import Theme, font

_RADIUS = 5.0
_PADDING = 4.0
_ZONE_WORDS = (130.0, 22.0)  # the room of the backdrop's own words, in two corners


@dataclass(frozen=True, slots=True)
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
    """Discs, rings and their words, which never lie on each other."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__(view, 5)
        self._theme = theme
        self._marks: list[CashMark] = []
        self.language: Language = "en"

    def show_data(self, data: CashData) -> None:
        """Replace the marks."""
        self._marks = cash_marks(data)
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Words first, so that no marker is covered."""
        del option, widget
        frame = self.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", bold=True))
        surface = self._theme.colours.colour("surface")
        labels = self._labels(frame)
        for mark, box in labels:
            painter.setPen(QPen(QColor(self._theme.series(mark.colour_index).ink), 1))
            painter.drawLine(QLineF(_place(frame, mark), _nearest(box, _place(frame, mark))))
        for mark, box in labels:
            ink = QColor(self._theme.series(mark.colour_index).ink)
            draw_words(painter, box, mark.words(self.language), ink, surface)
        for mark in self._marks:
            line = QColor(self._theme.series(mark.colour_index).line)
            painter.setPen(QPen(surface if mark.back else line, 2))
            painter.setBrush(line if mark.back else surface)
            painter.drawEllipse(_place(frame, mark), _RADIUS, _RADIUS)

    def _labels(self, frame: Frame) -> list[tuple[CashMark, QRectF]]:
        """Where the words stand; a mark whose words have no room goes without."""
        metrics = QFontMetricsF(font("caption", bold=True))
        inside = QRectF(0, 0, frame.width, frame.height).adjusted(2, 2, -2, -2)
        taken = [_around(_place(frame, mark)) for mark in self._marks]
        taken += [QRectF(0, 0, *_ZONE_WORDS), QRectF(0, frame.height - _ZONE_WORDS[1], *_ZONE_WORDS)]
        labels = []
        for mark in sorted(self._marks, key=lambda mark: (mark.back, mark.cash)):  # the deepest hole first
            size = QSizeF(metrics.horizontalAdvance(mark.words(self.language)) + 2 * _PADDING, metrics.height() + 2)
            box = free_box(_candidates(_place(frame, mark), size, above=mark.back), taken, inside)
            if box is not None and size.width() <= inside.width():
                taken.append(box)
                labels.append((mark, box))
        return labels


def _candidates(place: QPointF, size: QSizeF, *, above: bool) -> list[QRectF]:
    """Boxes beside a point, rather above or rather below it, in rows further and further away."""
    w, h = size.width(), size.height()
    boxes = []
    for row in range(6):
        away = _RADIUS + 3 + row * h
        heights = (-away - h, away) if above else (away, -away - h)
        boxes += [QRectF(place + QPointF(x, y), size) for y in heights for x in (-w / 2, 0, -w)]
    return boxes


def _place(frame: Frame, mark: CashMark) -> QPointF:
    return QPointF(frame.x(mark.month), frame.y(mark.cash))


def _around(place: QPointF) -> QRectF:
    return QRectF(place.x() - _RADIUS, place.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)


def _nearest(box: QRectF, place: QPointF) -> QPointF:
    """The point of a box nearest to a place."""
    x = min(max(place.x(), box.left() + _PADDING), box.right() - _PADDING)
    return QPointF(x, box.top() + 3 if box.center().y() > place.y() else box.bottom() - 3)
