"""The line "your users": a handle to drag, a dot riding on every profit line, and a ghost of where it stood before."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.wording.text import Language
from desktop.charts.frame import Frame
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.profit.data import ProfitSeries
from desktop.charts.profit.reading import value_at
from desktop.charts.words import users_text
from desktop.theme import Theme, font, measures

HANDLE_HEIGHT = 24.0
GRIP = 10.0  # pixels to either side of the line in which it can be taken hold of
_ARROWS, _PADDING = 32, 20  # beside the words, with arrows and without
_DOT = 4.5


class UsersLine(Layer):
    """Paints the line; the chart moves it."""

    def __init__(self, view: Any, theme: Theme, movable: Callable[[], bool]) -> None:
        """`movable`: whether it can be dragged, which the arrows in its handle say."""
        super().__init__(view, 10)
        self._theme, self._movable = theme, movable
        self._series: tuple[ProfitSeries, ...] = ()
        self.users = 0.0
        self.ghost: float | None = None
        self.held = False  # being dragged or steered by keys
        self.focused = False
        self.language: Language = "en"

    def show_series(self, series: tuple[ProfitSeries, ...]) -> None:
        """The lines its dots ride on."""
        self._series = series
        self.update()

    def handle(self) -> QRectF:
        """Where the handle is, never outside the plot."""
        frame = self.frame
        beside = _ARROWS if self._movable() else _PADDING
        width = measures("body", bold=True).horizontalAdvance(self._told()) + beside
        left = min(max(0.0, frame.x(self.users) - width / 2), max(0.0, frame.width - width))
        return QRectF(left, 6, width, HANDLE_HEIGHT)

    def within_reach(self, place: QPointF) -> bool:
        """Whether the line or its handle can be taken hold of here."""
        return abs(place.x() - self.frame.x(self.users)) <= GRIP or self.handle().contains(place)

    def taken(self) -> list[QRectF]:
        """What words must not stand on: the handle, the line, its dots."""
        frame = self.frame
        x, reach = min(max(frame.x(self.users), 1.0), frame.width - 1.0), _DOT + 2
        dots = [frame.y(profit) for s in self._series if not math.isnan(profit := value_at(s, self.users))]
        return [
            self.handle().adjusted(-2, -2, 2, 2),
            QRectF(x - 4, 0, 8, frame.height),
            *(QRectF(x - reach, y - reach, 2 * reach, 2 * reach) for y in dots),
        ]

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """The ghost, the line, the dots and the handle."""
        del option, widget
        frame, colours = self.frame, self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ghost is not None and self.ghost != self.users:
            painter.setPen(QPen(colours.colour("outline"), 1, Qt.PenStyle.DashLine))
            self._upright(painter, frame, self.ghost)
            self._dots(painter, frame, self.ghost, ghost=True)
        painter.setPen(QPen(colours.colour("accent"), 2))
        self._upright(painter, frame, self.users)
        self._dots(painter, frame, self.users, ghost=False)
        self._handle(painter)

    def _upright(self, painter: QPainter, frame: Frame, users: float) -> None:
        x = min(max(frame.x(users), 1.0), frame.width - 1.0)
        painter.drawLine(QPointF(x, 6), QPointF(x, frame.height))

    def _dots(self, painter: QPainter, frame: Frame, users: float, *, ghost: bool) -> None:
        surface = self._theme.colours.colour("surface")
        for series in self._series:
            profit = value_at(series, users)
            if math.isnan(profit):
                continue
            colour = QColor(self._theme.series(series.colour_index).line)
            painter.setPen(QPen(colour if ghost else surface, 1.5))
            painter.setBrush(surface if ghost else colour)
            painter.drawEllipse(QPointF(frame.x(users), frame.y(profit)), _DOT, _DOT)

    def _handle(self, painter: QPainter) -> None:
        colours, box = self._theme.colours, self.handle()
        if self.focused:
            painter.setPen(QPen(colours.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 15, 15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent_hover" if self.held else "accent"))
        painter.drawRoundedRect(box, 12, 12)
        painter.setPen(QPen(colours.colour("on_accent"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._movable():
            self._arrow(painter, QPointF(box.left() + 9, box.center().y()), -1)
            self._arrow(painter, QPointF(box.right() - 9, box.center().y()), 1)
        painter.setFont(font("body", bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._told())

    def _told(self) -> str:
        """How many users; with an arrow where that is beyond the axis, which stands still during a drag."""
        words = users_text(self.users)(self.language)
        return f"{words} →" if self.users > self.frame.x1 else words

    @staticmethod
    def _arrow(painter: QPainter, tip: QPointF, side: int) -> None:
        painter.drawLine(tip, tip + QPointF(-3.5 * side, -3.5))
        painter.drawLine(tip, tip + QPointF(-3.5 * side, 3.5))
