"""The results table: always on screen, one column per business model, all of it reachable by keyboard and ready to be
copied into a sheet."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from core.wording.text import Text
from desktop.results.cells import FigureCells
from desktop.results.header import ResultsHeader
from desktop.results.model import Index, ResultsModel, Role
from desktop.results.rows import ROWS
from desktop.session import Session
from desktop.theme import GRID, Theme, measures
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.viewport import take_own_viewport

NAME = Text("Results", "结果")
COPY = Text("Copy table", "复制表格")
WORKINGS = Text("How did this number come about?", "这个数字是怎么来的？")
ROW_HEIGHT, LABEL_WIDTH = 3 * GRID, 26 * GRID
LEAST_LABEL = 14 * GRID  # of the column of names, where many business models need the room
LEAST_WIDTH, ROOM_BESIDE = 12 * GRID, 3 * GRID  # of a column of figures; what its cells keep free at their sides
MANY, LEAST_OF_MANY = 4, 10 * GRID  # so many columns of figures, and how wide each is then at least


class ResultsTable(QTableView):
    """The table itself."""

    menu_wanted = Signal(str, object)  # the alternative whose head was clicked, and where on screen
    figure_wanted = Signal(str, str)  # the alternative and the figure whose workings a person asks to see

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_own_viewport(self)
        self._session, self._theme = session, theme
        self.figures = ResultsModel(session, theme)
        self.figures.setParent(self)
        self.setModel(self.figures)
        self._copy = QAction(self)
        self._copy.triggered.connect(self.copy)
        self._workings = QAction(self)
        self._workings.triggered.connect(lambda: self.ask(self.currentIndex()))
        self.addActions([self._workings, self._copy])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._shape()
        self.figures.modelReset.connect(self._share_width)
        self.figures.dataChanged.connect(self._widen)
        self.figures.head_said.connect(self._paint_head)
        session.opened.connect(self._begin_anew)
        session.answers_changed.connect(lambda _: session.turns.ask(self, self._fill))
        session.language_changed.connect(self._change_language)
        theme.changed.connect(self.figures.restyle)
        self._change_language()
        self._share_width()

    def copy(self) -> None:
        """The selected cells, or the whole table, to the clipboard as a sheet takes them."""
        chosen = sorted((i.row(), i.column()) for i in self.selectedIndexes())
        if len(chosen) < 2:
            QGuiApplication.clipboard().setText(self.figures.text())
            return
        rows: dict[int, list[str]] = {}
        for row, column in chosen:
            rows.setdefault(row, []).append(str(self.figures.index(row, column).data()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))

    def whole_rows(self, height: int) -> int:
        """The part of a height in which no row is cut."""
        head = self.horizontalHeader().height()
        return height - (height - head) % ROW_HEIGHT if height > head else height

    def ask(self, index: Index) -> None:
        """How did this figure come about? Of the names of the rows nothing is asked."""
        alternative = self.figures.alternative_at(index.column()) if index.isValid() else None
        if alternative is not None:
            row = ROWS[index.row()]
            self.figure_wanted.emit(alternative, row.workings or row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for the names."""
        super().resizeEvent(event)
        self._share_with_names()

    def viewportEvent(self, event: QEvent) -> bool:
        """A name that is cut is told whole before what it means."""
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            index = self.indexAt(event.pos())
            if name := self._cut_name(index):
                QToolTip.showText(event.globalPos(), plain_tip(f"{name}\n{index.data(Role.ToolTipRole)}"), self)
                return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click on a figure asks for its workings; marking several for copying does not."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self.selectedIndexes() == [index]:
            self.ask(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        over_figure = self.indexAt(event.position().toPoint()).column() > 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over_figure else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the workings. The copying of Qt's own tables takes one cell only."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.figures.fill(self._session.answers)

    def _begin_anew(self) -> None:
        """Another comparison is read from the top, whatever was looked at of the one before."""
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def _change_language(self) -> None:
        self.setAccessibleName(NAME(self._session.language))
        self._copy.setText(COPY(self._session.language))
        self._workings.setText(WORKINGS(self._session.language))
        self._fill()
        self.figures.restyle()

    def _shape(self) -> None:
        self.setItemDelegate(FigureCells(self.figures, self._theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # arrows move in the table, Tab leaves it
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, heads = self.verticalHeader(), ResultsHeader(self._theme, self)
        self.setHorizontalHeader(heads)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        heads.sectionClicked.connect(self._head_clicked)

    def _share_width(self) -> None:
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(LEAST_WIDTH if self._figure_columns < MANY else LEAST_OF_MANY)
        self._widen()

    def _widen(self, first: Index = QModelIndex(), last: Index = QModelIndex()) -> None:  # noqa: B008 - as Qt says it
        """No figure is cut: a column is as wide as the widest figure needs. While values move none gets narrower."""
        heads, letters = self.horizontalHeader(), measures(bold=True)
        rows, columns = range(self.figures.rowCount()), range(self.figures.columnCount())
        if first.isValid():
            rows, columns = range(first.row(), last.row() + 1), range(first.column(), last.column() + 1)
        widest = max((letters.horizontalAdvance(words) for words in self.figures.figures(rows, columns)), default=0.0)
        needed = math.ceil(widest) + ROOM_BESIDE
        if needed > heads.minimumSectionSize():
            heads.setMinimumSectionSize(needed)
        self._share_with_names()

    @property
    def _figure_columns(self) -> int:
        """How many columns of figures there are."""
        return self.figures.columnCount() - 1

    def _share_with_names(self) -> None:
        """Beside many business models the names of the rows have what is left: a figure is what one is here for."""
        heads, width = self.horizontalHeader(), LABEL_WIDTH
        if self._figure_columns >= MANY:
            left = self.viewport().width() - self._figure_columns * heads.minimumSectionSize()
            width = min(LABEL_WIDTH, max(LEAST_LABEL, left))
        if heads.sectionSize(0) != width:
            heads.resizeSection(0, width)

    def _cut_name(self, index: Index) -> str:
        """The name of a row, where not all of it can be read."""
        name = str(index.data() or "") if index.column() == 0 else ""
        room = self.columnWidth(0) - ROOM_BESIDE
        return name if QFontMetricsF(self.font()).horizontalAdvance(name) > room else ""

    def _paint_head(self, section: int) -> None:
        heads = self.horizontalHeader()
        place, width = heads.sectionViewportPosition(section), heads.sectionSize(section)
        heads.viewport().update(place, 0, width, heads.height())

    def _head_clicked(self, section: int) -> None:
        alternative = self.figures.alternative_at(section)
        if alternative is not None:
            heads = self.horizontalHeader()
            corner = heads.rect().bottomLeft()
            corner.setX(heads.sectionViewportPosition(section))
            self.menu_wanted.emit(alternative, heads.mapToGlobal(corner))
