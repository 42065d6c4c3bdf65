"""The price table: rows to be chosen by mouse or arrow keys, sorted by a click on a header, copied with Ctrl+C."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.prices.book import PriceRow
from core.wording.text import Text
from desktop.prices.columns import Cell, Column
from desktop.prices.table_model import CELL, PriceTableModel
from desktop.prices.view import View
from desktop.prices.widths import ROOM_BESIDE, Widths
from desktop.theme import GRID, HALF, Theme, font, measures
from desktop.widgets.wrapping import wrapped

NAME = Text("Price lists", "价目")
COMPARE = Text("Compare with this list", "以此为基准比较")
ONE_LINE, TWO_LINES = 28, 42
_TWO_FIT = 36  # so high a cell has room for two lines


class _Lines(QStyledItemDelegate):
    """A cell's words, and under them a second line in a quieter tone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground and frame as ever, then the words."""
        super().paint(painter, option, index)
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        box = option.rect.adjusted(GRID, 0, -GRID, 0)
        if cell.second:
            box.setHeight(box.height() // 2 + 2)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        self._write(painter, box, cell.words, cell.tone, side)
        if cell.second:
            below = QRect(box.left(), box.bottom() - 3, box.width(), option.rect.height() - box.height())
            self._write(painter, below, cell.second, "accent", side, small=True)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Without the words: they are painted afterwards."""
        super().initStyleOption(option, index)
        option.text = ""

    def _write(
        self, painter: QPainter, box: QRect, words: str, tone: str, side: Qt.AlignmentFlag, *, small: bool = False
    ) -> None:
        letters = font("caption" if small else "body")
        painter.save()
        painter.setFont(letters)
        painter.setPen(self._theme.colours.colour(tone))
        lines = wrapped(words, letters, box.width(), 1 if box.height() < _TWO_FIT else 2)
        painter.drawText(box, side, "\n".join(lines))
        painter.restore()


class PriceTable(QTableView):
    """Emits a row when another one is chosen, and when it shall be the base."""

    chosen = Signal(object)  # a PriceRow, or None
    base_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prices = PriceTableModel()
        self._view: View | None = None
        self._widths: Widths | None = None
        self.setModel(self.prices)
        self.setItemDelegate(_Lines(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideNone)  # they are wrapped instead
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.prices.layoutChanged.connect(self._fit_rows)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.row))

    @property
    def row(self) -> PriceRow | None:
        """The row chosen."""
        place = self.currentIndex().row()
        return self.prices.rows[place] if 0 <= place < len(self.prices.rows) else None

    def show_rows(self, rows: list[PriceRow], columns: list[Column], view: View) -> None:
        """Show these; the row chosen stays chosen where it is still there, else the first is."""
        before = self.row
        if len(columns) != len(self.prices.columns):
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._view = view
        self.prices.show_rows(rows, columns, view)
        self.verticalHeader().setDefaultSectionSize(ONE_LINE if view.base is None else TWO_LINES)
        self.setAccessibleName(NAME(view.language))
        self._measure()
        self._share_out()
        self.choose(before.id if before is not None else "")

    def choose(self, id: str) -> None:
        """Choose the row of this id, or the first."""
        place = self.prices.place_of(id) or 0
        if self.prices.rows:
            self.setCurrentIndex(self.prices.index(place, 0))
            self.scrollTo(self.currentIndex())
        self.chosen.emit(self.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width."""
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the row, tab by tab."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.row is not None:
            place = self.currentIndex().row()
            cells = [self.prices.cell(place, column) for column in range(self.prices.columnCount())]
            QGuiApplication.clipboard().setText("\t".join(cell.words for cell in cells))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row under the pointer may become the base."""
        index = self.indexAt(event.pos())
        if not index.isValid() or self._view is None:
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(COMPARE(self._view.language)).triggered.connect(lambda: self.base_wanted.emit(self.row))
        menu.popup(event.globalPos())

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(480, 5 * ONE_LINE)

    def _measure(self) -> None:
        """What each column would like to have: its header and its widest words."""
        assert self._view is not None
        rows, columns = range(self.prices.rowCount()), self.prices.columns
        cells = [[self.prices.cell(row, place).words for row in rows] for place in range(len(columns))]
        self._widths = Widths(columns, cells, self._view.language)

    def _share_out(self) -> None:
        """Figures have what they need, names share the rest."""
        if self._widths is None:
            return
        widths, low = self._widths.shared(self.viewport().width())
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        lines = 2 if low else 1
        height = round(lines * measures(bold=True).height())
        self.horizontalHeader().setFixedHeight(height + 2 * HALF + 4)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """A row whose names need a second line is as high as that."""
        gives = [place for place, column in enumerate(self.prices.columns) if column.gives]
        letters, least = measures(), self.verticalHeader().defaultSectionSize()
        for row in range(self.prices.rowCount()):
            cut = any(
                letters.horizontalAdvance(self.prices.cell(row, place).words) > self.columnWidth(place) - ROOM_BESIDE
                for place in gives
            )
            self.setRowHeight(row, TWO_LINES if cut else least)
