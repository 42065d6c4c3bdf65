"""A word beside an axis, such as the unit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from desktop.charts.painting import guarded
from desktop.charts.pyqtgraph_fast import GraphicsWidget
from desktop.theme import Theme, font, measures

_MARGIN = 8
_CLEAR_OF_LABEL = 24  # the last label of an axis reaches beyond its end


class Caption(GraphicsWidget):
    """One line of small, quiet words in a cell of the plot's layout."""

    def __init__(self, theme: Theme, side: Qt.AlignmentFlag, height: float) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self._theme, self._side, self._words = theme, side, ""

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setMinimumWidth(measures("caption").horizontalAdvance(words) + _MARGIN)
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Centred between top and bottom."""
        del option, widget
        painter.setFont(font("caption"))
        painter.setPen(self._theme.colours.colour("muted"))
        left = _CLEAR_OF_LABEL if self._side == Qt.AlignmentFlag.AlignLeft else 0
        inside = self.rect().adjusted(left, 0, -_MARGIN, 0)
        painter.drawText(inside, self._side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, self._words)
