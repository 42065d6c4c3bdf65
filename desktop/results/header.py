"""The head of the results table: names in two lines, right over their figures, each with its colour's bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.theme import GRID, Theme, font
from desktop.theme.stylesheet import INSET
from desktop.widgets.wrapping import wrapped

HEIGHT, BAR, MOST_LINES = 5 * GRID, 3, 2


class ResultsHeader(QHeaderView):
    """Column 0 stands over the names of the rows and has no colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        theme.changed.connect(self._repaint)

    def _repaint(self) -> None:
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One head."""
        colours = self._theme.colours
        painter.fillRect(rect, colours.colour("surface"))
        letters = font("caption" if section else "body", bold=section > 0)
        painter.setFont(letters)
        painter.setPen(QColor(self._theme.series(section - 1).ink) if section else colours.colour("muted"))
        height = QFontMetricsF(letters).height()
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        lines = wrapped(text, letters, rect.width() - 2 * (GRID + INSET), MOST_LINES)
        side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
        top = rect.bottom() - BAR - 2 - height * len(lines)
        for line in lines:
            box = QRectF(rect.left() + GRID + INSET, top, rect.width() - 2 * (GRID + INSET), height)
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, line)
            top += height
        foot = QRectF(rect.adjusted(GRID, 0, -GRID if section else 0, 0))
        foot.setTop(foot.bottom() - (BAR if section else 1))
        painter.fillRect(foot, QColor(self._theme.series(section - 1).line) if section else colours.colour("hairline"))
