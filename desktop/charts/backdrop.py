"""Behind the lines: where profit is and where loss is, a quiet grid, and zero, which is what break-even is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from core.wording.text import Language, Text
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.theme import Theme, font, measures

PROFIT = Text("Profit {a_period}", "{a_period}盈利")
LOSS = Text("Loss {a_period}", "{a_period}亏损")
_ZERO_WIDTH = 2.0
_WORDS_HEIGHT = 18


def profit_zones(a_period: Text) -> tuple[Text, Text]:
    """The words for the zones of a chart of profit."""
    return PROFIT.filled(a_period=a_period), LOSS.filled(a_period=a_period)


class Backdrop(Layer):
    """Zones, grid and the zero line. The grid is drawn here because the axis' own costs ten times as much."""

    def __init__(
        self, view: Any, theme: Theme, side: Any, bottom: Any, zones: tuple[Text, Text],
        covered: Callable[[], QRectF] = QRectF,
    ) -> None:  # fmt: skip
        """`zones`: what lies above zero and what below; `covered`: what may lie over the words at the top."""
        super().__init__(view, -10)
        self._theme, self._side, self._bottom, self._covered = theme, side, bottom, covered
        self.zones = zones
        self.language: Language = "en"

    def taken(self) -> list[QRectF]:
        """Where its words stand."""
        frame, width = self.frame, measures("caption").horizontalAdvance
        above = self._above()
        boxes = [] if above is None else [above]
        if frame.height - frame.y(0) > 2 * _WORDS_HEIGHT:
            below = width(self.zones[1](self.language)) + 8
            boxes.append(QRectF(4, frame.height - _WORDS_HEIGHT - 4, below, _WORDS_HEIGHT))
        return boxes

    def _above(self) -> QRectF | None:
        """The place of the words over zero: at the top left, or under what covers them there, or at the top right where
        there is no room for that above zero; None where hardly anything is above zero."""
        frame, covered = self.frame, self._covered()
        if frame.y(0) < _WORDS_HEIGHT:
            return None
        words = measures("caption").horizontalAdvance(self.zones[0](self.language))
        box = QRectF(4, 2, words + 8, _WORDS_HEIGHT)
        if not covered.intersects(box):
            return box
        below = box.translated(0, covered.bottom() - box.top() + 2)
        if below.bottom() < frame.y(0):
            return below
        return box.translated(max(covered.right() - box.left() + 4, frame.width - box.width() - 8), 0)

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Paint from back to front."""
        del option, widget
        frame, colours = self.frame, self._theme.colours
        zero = frame.y(0)
        painter.fillRect(QRectF(0, 0, frame.width, zero), colours.colour("profit_zone"))
        painter.fillRect(QRectF(0, zero, frame.width, frame.height - zero), colours.colour("loss_zone"))
        painter.setPen(QPen(colours.colour("grid"), 1))
        across = [QLineF(0, round(y) + 0.5, frame.width, round(y) + 0.5) for y in map(frame.y, self._side.positions())]
        upright = [
            QLineF(round(x) + 0.5, 0, round(x) + 0.5, frame.height) for x in map(frame.x, self._bottom.positions())
        ]
        painter.drawLines(across + upright)
        painter.setPen(QPen(colours.colour("zero"), _ZERO_WIDTH))
        painter.drawLine(QPointF(0, zero), QPointF(frame.width, zero))
        self._words(painter, zero, frame.height)

    def _words(self, painter: QPainter, zero: float, height: float) -> None:
        painter.setFont(font("caption"))
        painter.setPen(self._theme.colours.colour("muted"))
        if (above := self._above()) is not None:
            painter.drawText(above.topLeft() + QPointF(4, 14), self.zones[0](self.language))
        if height - zero > 2 * _WORDS_HEIGHT:
            painter.drawText(QPointF(8, height - 8), self.zones[1](self.language))
