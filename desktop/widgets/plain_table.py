"""A table to be read: filled in place, as high as its rows, its cells can be walked through and copied."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.theme import GRID
from desktop.widgets.wrapping import wrapped

Line = Sequence[tuple[str, str]]  # words and tip of each cell
_MOST_LINES = 3
_PADDING = 2 * GRID  # of a cell, left and right together


class PlainTable(QTableWidget):
    """First column left, figures right. It is never scrolled up and down itself: what stands around it is."""

    asked = Signal(int, int)  # the row and column of a figure that was clicked or entered

    def __init__(self, shares: Sequence[int] = (), texts: frozenset[int] = frozenset({0})) -> None:
        """`shares`: how many parts of the width each column gets, by default most for the first; `texts` hold words."""
        super().__init__()
        self._shares, self._texts = tuple(shares), texts
        self._headers: list[str] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.cellClicked.connect(self.asked)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_lines(self, headers: Sequence[str], lines: Sequence[Line]) -> None:
        """Show these figures; what stands there already is left alone."""
        if (self.rowCount(), self.columnCount()) != (len(lines), len(headers)):
            self.setRowCount(len(lines))
            self.setColumnCount(len(headers))
        changed = [self._fill(row, column, *cell) for row, line in enumerate(lines) for column, cell in enumerate(line)]
        if any(changed) or self._headers != list(headers):
            self._headers = list(headers)
            self._fit()

    def embolden(self, cells: Collection[tuple[int, int]]) -> None:
        """These cells, by row and column, and no others are bold."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                if (item := self.item(row, column)) is not None:
                    letters = item.font()
                    letters.setBold((row, column) in cells)
                    item.setFont(letters)
        self._fit()

    def words(self) -> list[list[str]]:
        """What stands in the rows."""
        return [
            [self.item(row, column).text() for column in range(self.columnCount())] for row in range(self.rowCount())
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks about a figure. Copying takes what is selected, tab by tab and line by line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.asked.emit(self.currentRow(), self.currentColumn())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            rows: dict[int, list[str]] = {}
            for index in sorted(self.selectedIndexes()):
                rows.setdefault(index.row(), []).append(str(index.data()))
            QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling belongs to what stands around the table."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other fonts and styles need other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fill(self, row: int, column: int, words: str, tip: str) -> bool:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            side = Qt.AlignmentFlag.AlignLeft if column in self._texts else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
        if item.toolTip() != tip:
            item.setToolTip(tip)
        if item.text() == words:
            return False
        item.setText(words)
        return True

    def _fit(self) -> None:
        """Columns by their shares, headers and rows as high as their words need."""
        shares = self._shares or (3, *[2] * (self.columnCount() - 1))
        for column, share in enumerate(shares):
            self.setColumnWidth(column, self.viewport().width() * share // sum(shares))
        letters = self.horizontalHeader().font()
        letters.setBold(True)
        most = 1
        for column, words in enumerate(self._headers):
            lines = wrapped(words, letters, self.columnWidth(column) - _PADDING, _MOST_LINES)
            most = max(most, len(lines))
            self._fill_header(column, "\n".join(lines))
        header = round(most * QFontMetricsF(letters).height()) + 2 * GRID
        self.horizontalHeader().setFixedHeight(header)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + GRID)
        self.setFixedHeight(sum(self.rowHeight(row) for row in range(self.rowCount())) + header + 2)

    def _fill_header(self, column: int, words: str) -> None:
        item = self.horizontalHeaderItem(column)
        if item is None:
            item = QTableWidgetItem()
            self.setHorizontalHeaderItem(column, item)
        side = Qt.AlignmentFlag.AlignLeft if column in self._texts else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignBottom)
        if item.text() != words:
            item.setText(words)
