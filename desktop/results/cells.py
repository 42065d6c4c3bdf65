"""How a figure is painted. Qt's own way through the style sheet takes three times as long, and the table is painted ten
times a second while somebody drags."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.results.model import ResultsModel
from desktop.theme import GRID, Theme, font
from desktop.theme.stylesheet import INSET

Role = Qt.ItemDataRole


class FigureCells(QStyledItemDelegate):
    """A loss stays red while it is selected."""

    def __init__(self, figures: ResultsModel, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._figures, self._theme, self._table = figures, theme, table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, line below, words, and a frame around the cell the keys are in."""
        colours, box, table = self._theme.colours, QRectF(option.rect), self._table
        if table.selectionModel().isSelected(index):  # `option.state` would have PySide make all of QStyle at the start
            painter.fillRect(box, colours.colour("accent_soft"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.colour("hairline"))
        said = self._figures.data  # not through the index: Qt would ask it back
        letters, words = said(index, Role.FontRole) or font(), str(said(index))
        room = box.adjusted(GRID + INSET, 0, -GRID - INSET, -1)
        if index.column() == 0:  # all figures have the room they need
            words = QFontMetricsF(letters).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(letters)
        painter.setPen(said(index, Role.ForegroundRole) or colours.colour("text"))
        painter.drawText(room, said(index, Role.TextAlignmentRole), words)
        if table.hasFocus() and table.currentIndex() == index:
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
