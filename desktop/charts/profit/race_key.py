"""Beside the strip of winners: what its hatched fields mean, while one of them is too narrow to say so itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from desktop.charts.painting import guarded
from desktop.charts.pyqtgraph_fast import GraphicsWidget
from desktop.theme import Theme, font, measures

_LEFT = 24.0  # as the unit above it
_SWATCH, _GAP = 14.0, 6.0


class RaceKey(GraphicsWidget):
    """A hatched square and its words."""

    def __init__(self, theme: Theme, height: float, told: Callable[[], str]) -> None:
        """`told`: the words as they are now; "" where there is nothing to explain."""
        super().__init__()
        self._theme, self._told = theme, told
        self.setFixedHeight(height)

    @property
    def words(self) -> str:
        """What it says: nothing where there is no room, for the names above it decide how wide it is."""
        told = self._told()
        width = _LEFT + _SWATCH + _GAP + measures("caption").horizontalAdvance(told)
        return told if width <= self.rect().width() else ""

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Centred between top and bottom."""
        del option, widget
        words, colours = self.words, self._theme.colours
        if not words:
            return
        swatch = QRectF(_LEFT, (self.rect().height() - _SWATCH) / 2, _SWATCH, _SWATCH)
        painter.fillRect(swatch, QBrush(colours.colour("muted"), Qt.BrushStyle.DiagCrossPattern))
        painter.setPen(QPen(colours.colour("muted"), 1))
        painter.drawRect(swatch)
        painter.setFont(font("caption"))
        beside = self.rect().adjusted(swatch.right() + _GAP, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
