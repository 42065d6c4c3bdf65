"""What the chart of a day paints: discount hours, bars of load, the line of what is paid for, the hour chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from core.wording.text import Language
from desktop.charts.day.data import DayData
from desktop.charts.day.words import CAPACITY, DISCOUNT, IN_USE, amount
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words, free_box
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.theme import Theme, font

_PAID_WIDTH = 2.5
_PADDING = 4.0


class DayBars(Layer):
    """Everything but the axes."""

    def __init__(self, view: Any, theme: Theme, side: Any) -> None:
        super().__init__(view, 0)
        self._theme, self._side = theme, side
        self._data: DayData | None = None
        self.hour: int | None = None
        self.language: Language = "en"

    def show_data(self, data: DayData) -> None:
        """Replace the day."""
        self._data = data
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """From back to front."""
        del option, widget
        data, frame = self._data, self.frame
        if data is None:
            return
        self._windows(painter, data, frame)
        painter.setPen(QPen(self._theme.colours.colour("grid"), 1))
        for value in self._side.positions():
            y = round(frame.y(value)) + 0.5
            painter.drawLine(QLineF(0, y, frame.width, y))
        self._bars(painter, data, frame)
        self._chosen(painter, data, frame)
        self._paid(painter, data, frame)
        painter.setPen(QPen(self._theme.colours.colour("zero"), 2))
        painter.drawLine(QLineF(0, frame.y(0), frame.width, frame.y(0)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._words(painter, data, frame)

    def _windows(self, painter: QPainter, data: DayData, frame: Frame) -> None:
        """A quiet ground with strokes, so that it shows without colour too."""
        colours = self._theme.colours
        hatch = QBrush(colours.colour("hairline"), Qt.BrushStyle.BDiagPattern)
        for start, end in data.windows():
            box = QRectF(frame.x(start), 0, frame.x(end) - frame.x(start), frame.height)
            painter.fillRect(box, colours.colour("good_soft"))
            painter.fillRect(box, hatch)

    def _bars(self, painter: QPainter, data: DayData, frame: Frame) -> None:
        colours = self._theme.series(data.colour_index)
        fill = QColor(colours.line)
        fill.setAlpha(70)
        for s in data.stretches:
            top_left, bottom_right = QPointF(frame.x(s.start), frame.y(s.load)), QPointF(frame.x(s.end), frame.y(0))
            painter.fillRect(QRectF(top_left, bottom_right), fill)
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawPolyline(_outline(frame, [(s.start, s.end, s.load) for s in data.stretches]))

    def _paid(self, painter: QPainter, data: DayData, frame: Frame) -> None:
        painter.setPen(QPen(self._theme.colours.colour("text"), _PAID_WIDTH, Qt.PenStyle.DashLine))
        painter.drawPolyline(_outline(frame, [(s.start, s.end, s.paid) for s in data.stretches]))

    def _chosen(self, painter: QPainter, data: DayData, frame: Frame) -> None:
        if self.hour is None:
            return
        top = frame.y(max(s.load for s in data.stretches if s.start < self.hour + 1 and s.end > self.hour))
        box = QRectF(frame.x(self.hour), top, frame.x(1) - frame.x(0), frame.y(0) - top)
        painter.setPen(QPen(self._theme.colours.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        handle = QRectF(box.center().x() - 7, box.top() - 3, 14, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.colour("accent"))
        painter.drawRoundedRect(handle, 3, 3)

    def _words(self, painter: QPainter, data: DayData, frame: Frame) -> None:
        """Each thing is named where it is."""
        painter.setFont(font("caption", bold=True))
        metrics = QFontMetricsF(painter.font())
        inside = QRectF(0, 0, frame.width, frame.height)
        taken: list[QRectF] = []
        ground, highest = self._theme.colours.colour("surface"), max(data.stretches, key=lambda s: s.paid)
        paid = CAPACITY.filled(amount=amount(highest.paid, data, self.language))(self.language)
        used = max(data.stretches, key=lambda s: s.end - s.start)
        named = [(paid, frame.x((highest.start + highest.end) / 2), frame.y(highest.paid) - metrics.height() - 4,
                  self._theme.colours.colour("text")),
                 (IN_USE(self.language), frame.x((used.start + used.end) / 2), frame.y(used.load) + 8,
                  QColor(self._theme.series(data.colour_index).ink))]  # fmt: skip
        named += [
            (DISCOUNT(self.language), frame.x((start + end) / 2), 4.0, self._theme.colours.colour("good"))
            for start, end in data.windows()
        ]
        for words, x, y, ink in named:
            size = QSizeF(metrics.horizontalAdvance(words) + 2 * _PADDING, metrics.height() + 2)
            start = QRectF(QPointF(x - size.width() / 2, y), size)
            box = free_box([start, *(start.translated(0, row * size.height()) for row in range(1, 5))], taken, inside)
            if box is not None:
                taken.append(box)
                draw_words(painter, box, words, ink, ground)


def _outline(frame: Frame, levels: list[tuple[float, float, float]]) -> QPolygonF:
    """Steps from left to right, vertical between them."""
    points = [QPointF(frame.x(x), frame.y(y)) for start, end, y in levels for x in (start, end)]
    return QPolygonF(points)
