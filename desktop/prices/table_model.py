"""The rows of the price table for Qt: cells, headers and sorting."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.prices.book import PriceRow
from desktop.prices.columns import Cell, Column
from desktop.prices.view import View

Role = Qt.ItemDataRole
CELL = Role.UserRole
Index = QModelIndex | QPersistentModelIndex


class PriceTableModel(QAbstractTableModel):
    """Rows are replaced as a whole; a click on a header sorts them until it is taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PriceRow] = []
        self._ordered: list[PriceRow] = []
        self._columns: list[Column] = []
        self._view: View | None = None
        self._by: tuple[int, bool] | None = None  # column, falling

    @property
    def rows(self) -> list[PriceRow]:
        """The rows from top to bottom."""
        return self._ordered

    @property
    def columns(self) -> list[Column]:
        """The columns from left to right."""
        return self._columns

    def show_rows(self, rows: list[PriceRow], columns: list[Column], view: View) -> None:
        """Show these rows; the order chosen stays while the columns do."""
        self.beginResetModel()
        if [column.header for column in columns] != [column.header for column in self._columns]:
            self._by = None
        self._rows, self._columns, self._view = rows, columns, view
        self._order()
        self.endResetModel()

    def place_of(self, id: str) -> int | None:
        """Where the row of this id stands."""
        return next((place for place, row in enumerate(self._ordered) if row.id == id), None)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        assert self._view is not None
        return self._columns[column].cell(self._ordered[row], self._view)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self._ordered)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words, tips and sides."""
        if not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[index.column()].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole, CELL):
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role == Role.ToolTipRole:
            return cell.tip or None
        return f"{cell.words}, {cell.second}" if cell.second and role == Role.AccessibleTextRole else cell.words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """What a column is called."""
        if orientation != Qt.Orientation.Horizontal or self._view is None or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return column.header(self._view.language)
        if role == Role.ToolTipRole:
            return column.tip(self._view.language) if column.tip else None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; by none where it is below zero."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._ordered[index.row()].id for index in held]
        self._by = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._order()
        places = {row.id: place for place, row in enumerate(self._ordered)}
        moved = [self.index(places[id], index.column()) for id, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _order(self) -> None:
        self._ordered = list(self._rows)
        if self._by is not None and self._view is not None and self._by[0] < len(self._columns):
            column, view = self._columns[self._by[0]], self._view
            self._ordered.sort(key=lambda row: column.key(row, view), reverse=self._by[1])
