"""A table to be read: filled in place, as high as its rows, its cells can be walked through and copied."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.theme import GRID
from desktop.theme.stylesheet import INSET
from desktop.widgets.own_ink import OwnInk
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.wrapping import unbroken, with_room, words_height, wrapped

Line = Sequence[tuple[str, str]]  # words and tip of each cell
_MOST_LINES = 3
_PADDING = 2 * (GRID + INSET)  # of a header, left and right together
_ROOM_BESIDE = 3 * GRID  # the same with what the style keeps free of a cell's edges
_MOST_OF_A_NAME = 12 * GRID  # pixels; longer words are broken
_LEAST_WORDS = 8 * GRID  # of a column of words: Chinese could be broken after every character


class PlainTable(QTableWidget):
    """First column left, figures right. It is never scrolled up and down itself: what stands around it is."""

    asked = Signal(int, int)  # the row and column of a figure that was clicked or entered

    def __init__(self, shares: Sequence[int] = (), texts: frozenset[int] = frozenset({0})) -> None:
        """`shares`: how many parts of the width each column gets, by default most for the first; `texts` hold words."""
        super().__init__()
        self._shares, self._texts = tuple(shares), texts
        self._headers: list[str] = []
        self.setItemDelegate(OwnInk(self))
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
        if item.toolTip() != (tip := plain_tip(tip)):
            item.setToolTip(tip)
        if item.text() == words:
            return False
        item.setText(words)
        return True

    def _fit(self) -> None:
        """Columns by their shares and never too narrow for a figure, headers and rows as high as their words need."""
        letters = self.horizontalHeader().font()
        letters.setBold(True)
        for column, width in enumerate(self._widths(letters)):
            self.setColumnWidth(column, width)
        most = 1
        for column, words in enumerate(self._headers):
            lines = wrapped(words, letters, self.columnWidth(column) - _PADDING, _MOST_LINES)
            most = max(most, len(lines))
            self._fill_header(column, "\n".join(lines))
        header = round(most * QFontMetricsF(letters).height()) + 2 * GRID
        self.horizontalHeader().setFixedHeight(header)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.rowHeight(row), self._words_height(row)) + GRID)
        self.setFixedHeight(sum(self.rowHeight(row) for row in range(self.rowCount())) + header + 2)

    def _widths(self, letters: QFont) -> list[int]:
        shares = self._shares or (3, *[2] * (self.columnCount() - 1))
        widths = [self.viewport().width() * share // sum(shares) for share in shares]
        least = [self._least(column, letters) for column in range(len(widths))]
        self.setMinimumWidth(sum(least))
        whole = [max(need, self._whole(column)) for column, need in enumerate(least)]
        if sum(whole) <= sum(widths):
            return with_room(widths, whole)
        return with_room(self._for_words(widths, whole, shares), least)

    def _for_words(self, widths: Sequence[int], whole: Sequence[int], shares: Sequence[int]) -> list[int]:
        """What figures have to spare is for the words, which would wrap."""
        fitted = [w if c in self._texts else min(w, whole[c]) for c, w in enumerate(widths)]
        parts = [share if column in self._texts else 0 for column, share in enumerate(shares)]
        spare = sum(widths) - sum(fitted)
        return [width + spare * part // max(1, sum(parts)) for width, part in zip(fitted, parts, strict=True)]

    def _least(self, column: int, letters: QFont) -> int:
        """As wide as the widest of what is not broken in two: a figure of any length, of a name as much as is usual, a
        button."""
        body, bold = QFontMetricsF(self.font()), QFontMetricsF(letters)
        head = self._headers[column] if column < len(self._headers) else ""
        pieces = (piece for cell in self._cells_of(column) for piece in unbroken(cell))
        figures = max(map(body.horizontalAdvance, pieces), default=0.0)
        names = max((bold.horizontalAdvance(piece) for piece in unbroken(head)), default=0.0)
        if column in self._texts:
            figures = min(max(figures, _LEAST_WORDS), _MOST_OF_A_NAME)
        buttons = (self.cellWidget(row, column) for row in range(self.rowCount()))
        held = max((button.sizeHint().width() + 2 * GRID for button in buttons if button is not None), default=0)
        return max(held, math.ceil(max(figures, min(names, _MOST_OF_A_NAME))) + _ROOM_BESIDE)

    def _whole(self, column: int) -> int:
        """As wide as its cells are in one line each."""
        lines = (line for cell in self._cells_of(column) for line in cell.split("\n"))
        return math.ceil(max(map(QFontMetricsF(self.font()).horizontalAdvance, lines), default=0.0)) + _ROOM_BESIDE

    def _cells_of(self, column: int) -> list[str]:
        items = (self.item(row, column) for row in range(self.rowCount()))
        return [item.text() for item in items if item is not None]

    def _words_height(self, row: int) -> int:
        """What the words of a row take in the width that the style leaves them, which Qt reckons to be wider."""
        items = [(column, self.item(row, column)) for column in range(self.columnCount())]
        heights = (
            words_height(item.text(), self.font(), self.columnWidth(column) - self._beside(column))
            for column, item in items
            if item is not None
        )
        return math.ceil(max(heights, default=0.0))

    def _beside(self, column: int) -> int:
        """What is not for words in the cells of a column."""
        del column
        return _ROOM_BESIDE

    def _fill_header(self, column: int, words: str) -> None:
        item = self.horizontalHeaderItem(column)
        if item is None:
            item = QTableWidgetItem()
            self.setHorizontalHeaderItem(column, item)
        side = Qt.AlignmentFlag.AlignLeft if column in self._texts else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignBottom)
        if item.text() != words:
            item.setText(words)
