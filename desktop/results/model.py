"""What stands in the cells of the results table: every row in one unit, one column per business model."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from core.questions.display import Display
from core.questions.results import AlternativeResult
from core.questions.search.curves import USERS
from core.wording.numbers import both, count
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.results.rows import ROWS
from desktop.session import Session
from desktop.theme import Theme, font
from desktop.widgets.plain_tip import plain_tip

AT_USERS = Text("At {users} users", "{users}用户时")
AT_SIZES = Text("At each one's users", "按各自用户数")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAINTED = {Role.DisplayRole, Role.TextAlignmentRole, Role.ForegroundRole, Role.FontRole}
_ANSWERED = _PAINTED | {Role.ToolTipRole, Role.AccessibleTextRole}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ResultsModel(QAbstractTableModel):
    """The figures as text. Column 0 names the rows."""

    # Another head over a column. `headerDataChanged` would have Qt work out all widths and paint the whole table again.
    head_said = Signal(int)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._bold = font(bold=True)
        self._ids: list[str] = []
        self._results: list[AlternativeResult] = []
        self._names: list[str] = []
        self._cells: list[list[str]] = []
        self._display = session.answers.display
        self._named_for: tuple[Display, Language] | None = None
        self.fill(session.answers)

    def fill(self, answers: Answers) -> None:
        """Show other answers; columns are made anew only when there are others."""
        results, display, language = list(answers.results.values()), answers.display, self._session.language
        cells = [row.cells(results, language, display) for row in ROWS]
        if (display, language) != self._named_for:
            self._display, self._named_for = display, (display, language)
            self._names = [row.name(display)(language) for row in ROWS]
            self.dataChanged.emit(self.index(0, 0), self.index(len(ROWS) - 1, 0))
        if [result.id for result in results] != self._ids:
            self.beginResetModel()
            self._ids = [result.id for result in results]
            self._results, self._cells = results, cells
            self.endResetModel()
            return
        before, self._results, self._cells = (self._cells, self._head_words()), results, cells
        self._tell_changes(*before)

    def _tell_changes(self, cells: list[list[str]], heads: list[str]) -> None:
        """Only the cells that say something else now are painted again."""
        rows = [row for row, (old, new) in enumerate(zip(cells, self._cells, strict=True)) if old != new]
        for column in range(1, len(self._ids) + 1):
            said = [row for row in rows if cells[row][column - 1] != self._cells[row][column - 1]]
            if said:
                self.dataChanged.emit(self.index(said[0], column), self.index(said[-1], column))
        for section, (old, new) in enumerate(zip(heads, self._head_words(), strict=True)):
            if old != new:
                self.head_said.emit(section)

    def _head_words(self) -> list[str]:
        return [self._head(section) for section in range(len(self._ids) + 1)]

    def restyle(self) -> None:
        """Everything looks or reads otherwise: another theme, another language."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(ROWS) - 1, len(self._ids)))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._ids))

    def figures(self, rows: range, columns: range) -> Iterator[str]:
        """What some cells say, the names of the rows left out."""
        return (self._cells[row][column - 1] for row in rows for column in columns if column)

    def alternative_at(self, column: int) -> str | None:
        """The alternative of a column."""
        return self._ids[column - 1] if 1 <= column <= len(self._ids) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One per row of the table of rows."""
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The names, and one per alternative."""
        return 0 if parent.isValid() else len(self._ids) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell."""
        if role not in _ANSWERED:
            return None
        row, column, language = ROWS[index.row()], index.column(), self._session.language
        if role == Role.DisplayRole:
            return self._names[index.row()] if column == 0 else self._cells[index.row()][column - 1]
        if role == Role.TextAlignmentRole:
            return LEFT if column == 0 else RIGHT
        if role == Role.ToolTipRole:
            return row.help(language) if column == 0 else row.hover(self._results[column - 1], language, self._display)
        if role == Role.AccessibleTextRole:
            return self._spoken(index)
        if role == Role.ForegroundRole:
            return self._ink(index)
        if role == Role.FontRole and index.row() == 0 and column:
            return self._bold
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The name and colour of a business model."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            head = self._head(section)
            return head if role == Role.DisplayRole else plain_tip(head)
        if role == Role.TextAlignmentRole:
            return LEFT if section == 0 else RIGHT
        return None

    def text(self) -> str:
        """The whole table, tab separated."""
        heads = [self._head(section) for section in range(self.columnCount())]
        lines = [heads] + [[name, *cells] for name, cells in zip(self._names, self._cells, strict=True)]
        return "\n".join("\t".join(line) for line in lines)

    def _head(self, section: int) -> str:
        language = self._session.language
        if section:
            return words(self._results[section - 1].name, language)
        sizes = {result.drivers[USERS] for result in self._results}
        return AT_USERS.filled(users=both(count, sizes.pop()))(language) if len(sizes) == 1 else AT_SIZES(language)

    def _spoken(self, index: Index) -> str:
        row, cell = self._names[index.row()], index.column()
        return row if cell == 0 else f"{self._head(cell)}, {row}: {self._cells[index.row()][cell - 1]}"

    def _ink(self, index: Index) -> QColor | None:
        row, colours = ROWS[index.row()], self._theme.colours
        if index.column() == 0:
            return None
        value = row.figure(self._results[index.column() - 1])
        if value is None or not math.isfinite(value):
            return colours.colour("muted")
        return colours.colour("bad") if row.judged and value < 0 else None
