"""Where things stand on the winner map: a cross that can be dragged, with a ghost of where it stood before."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.wording.text import Language, Text
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words, moved_into
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.winner_map.data import MapPoint
from desktop.theme import Theme, font, measures

GRIP = 16.0  # pixels around a cross in which it can be taken hold of
NOW = Text("now", "目前")
_ARM, _RING = 13.0, 5.0
_EDGE = 5.0  # width of the light edge that sets the cross off from the ground


class Points(Layer):
    """Paints the crosses; the chart moves them."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__(view, 10)
        self._theme = theme
        self.points: tuple[MapPoint, ...] = ()
        self.ghost: tuple[MapPoint, ...] = ()
        self.held = False
        self.focused = False
        self.language: Language = "en"

    def within_reach(self, place: QPointF) -> MapPoint | None:
        """The cross that can be taken hold of here."""
        near = [(self._distance(point, place), i) for i, point in enumerate(self.points)]
        found = min(near, default=(GRIP + 1, 0))
        return self.points[found[1]] if found[0] <= GRIP else None

    def boxes(self) -> list[QRectF]:
        """What the crosses and their names cover."""
        frame, around = self.frame, QRectF(-_ARM - 1, -_ARM - 1, 2 * _ARM + 2, 2 * _ARM + 2)
        crosses = [around.translated(_place(frame, point)) for point in self.points]
        return [*crosses, *(self._name_box(frame, point) for point in self.points)]

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Ghosts, guides to the axes while it moves, crosses."""
        del option, widget
        frame = self.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.held:
            painter.setPen(QPen(self._theme.colours.colour("outline"), 1.5, Qt.PenStyle.DotLine))
            for point in self.ghost:
                painter.drawEllipse(_place(frame, point), _RING, _RING)
            self._guides(painter, frame)
        for point in self.points:
            self._cross(painter, frame, point)

    def _guides(self, painter: QPainter, frame: Frame) -> None:
        painter.setPen(QPen(self._theme.colours.colour("accent"), 1, Qt.PenStyle.DashLine))
        for point in self.points:
            place = _place(frame, point)
            painter.drawLine(QLineF(place.x(), place.y(), place.x(), frame.height))
            painter.drawLine(QLineF(0, place.y(), place.x(), place.y()))

    def _cross(self, painter: QPainter, frame: Frame, point: MapPoint) -> None:
        place, colours = _place(frame, point), self._theme.colours
        ink = colours.colour("text")
        if point.colour_index is not None:
            ink = QColor(self._theme.series(point.colour_index).ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(colours.colour("surface"), _EDGE), QPen(ink, 2)):
            painter.setPen(pen)
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(QLineF(place + QPointF(dx, dy) * _RING, place + QPointF(dx, dy) * _ARM))
            painter.drawEllipse(place, _RING, _RING)
        if self.focused or self.held:
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawEllipse(place, _ARM + 3, _ARM + 3)
        painter.setFont(font("caption", bold=True))
        draw_words(painter, self._name_box(frame, point), self._words(point), ink, colours.colour("surface"))

    def _words(self, point: MapPoint) -> str:
        return point.name or NOW(self.language)

    def _name_box(self, frame: Frame, point: MapPoint) -> QRectF:
        metrics = measures("caption", bold=True)
        size = QSizeF(metrics.horizontalAdvance(self._words(point)) + 8, metrics.height())
        box = QRectF(_place(frame, point) + QPointF(_RING + 2, -size.height() - _RING + 1), size)
        return moved_into(box, QRectF(0, 0, frame.width, frame.height))

    def _distance(self, point: MapPoint, place: QPointF) -> float:
        return QLineF(_place(self.frame, point), place).length()


def _place(frame: Frame, point: MapPoint) -> QPointF:
    """Where a point is painted: at the edge where it lies beyond the map."""
    x = min(max(frame.x(point.x), 0.0), frame.width)
    return QPointF(x, min(max(frame.y(point.y), 0.0), frame.height))
