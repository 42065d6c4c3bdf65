"""The card beside the pointer: the exact figure of every alternative at the place pointed at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.wording.text import Language, Text
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.words import exact_users, shortened
from desktop.theme import GRID, Theme, font, measures

_NAME_WIDTH = 200.0


class ReadOut(Layer):
    """Rows of colour, name and figure, on a card that stays inside the plot."""

    def __init__(self, view: Any, theme: Theme, heading: Callable[[float], Text] = exact_users) -> None:
        """`heading`: what a place on the axis is called."""
        super().__init__(view, 20)
        self._theme, self._heading = theme, heading
        self._x = 0.0
        self._rows: list[tuple[int, str, str]] = []
        self.language: Language = "en"

    @property
    def rows(self) -> list[tuple[int, str, str]]:
        """What is shown: colour index, name, figure."""
        return self._rows

    def show_rows(self, x: float, rows: list[tuple[int, str, str]]) -> None:
        """Point at a place on the axis; no rows hides the card."""
        if rows or self._rows:
            self._x, self._rows = x, rows
            self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """A thin upright and the card to its right, or to its left where there is no room."""
        del option, widget
        if not self._rows:
            return
        frame, colours = self.frame, self._theme.colours
        x = frame.x(self._x)
        painter.setPen(QPen(colours.colour("outline"), 1))
        painter.drawLine(QPointF(x, 0), QPointF(x, frame.height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card(x, frame.width, frame.height)
        painter.setPen(QPen(colours.colour("outline"), 1))
        painter.setBrush(colours.colour("surface"))
        painter.drawRoundedRect(card, 6, 6)
        self._fill(painter, card.adjusted(GRID, GRID, -GRID, -GRID))

    def _card(self, x: float, width: float, height: float) -> QRectF:
        plain, strong = measures("caption"), measures("caption", bold=True)
        names = max(min(_NAME_WIDTH, plain.horizontalAdvance(name)) for _, name, _ in self._rows)
        figures = max(strong.horizontalAdvance(figure) for _, _, figure in self._rows)
        title = strong.horizontalAdvance(self._heading(self._x)(self.language))
        across = max(names + figures + 5 * GRID, title + 2 * GRID)
        down = (len(self._rows) + 1) * self._row_height() + 2 * GRID
        left = x + 12 if x + 12 + across <= width else x - 12 - across
        return QRectF(max(0.0, left), max(0.0, min(5 * GRID, height - down)), across, down)

    @staticmethod
    def _row_height() -> float:
        return measures("caption").height() + 3

    def _fill(self, painter: QPainter, inside: QRectF) -> None:
        row = QRectF(inside.left(), inside.top(), inside.width(), self._row_height())
        painter.setFont(font("caption", bold=True))
        painter.setPen(self._theme.colours.colour("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self._heading(self._x)(self.language))
        metrics = measures("caption")
        for colour_index, name, figure in self._rows:
            row.translate(0, row.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.series(colour_index).line))
            painter.drawEllipse(QPointF(row.left() + 4, row.center().y()), 4, 4)
            painter.setPen(self._theme.colours.colour("text"))
            painter.setFont(font("caption"))
            words = shortened(name, metrics, _NAME_WIDTH)
            painter.drawText(row.adjusted(2 * GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
            painter.setFont(font("caption", bold=True))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, figure)
