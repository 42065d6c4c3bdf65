"""The open comparison on screen: assumptions at the left; verdict, questions and results at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.inputs.grid import FOLDED_WIDTH, InputsGrid
from desktop.results.table import ResultsTable
from desktop.session import Session
from desktop.settings import COLUMNS, ROWS, Settings
from desktop.theme import GRID, HALF, Theme
from desktop.verdict.card import VerdictCard
from desktop.window.question_tabs import QuestionTabs
from desktop.workings.beside import WorkingsBeside

INPUTS_WIDTH = 376
LEAST_RIGHT_WIDTH = 420
LOW = 640
TABS_HEIGHT, RESULTS_HEIGHT = 380, 217  # a usual window shows six rows, the smallest one five
LEAST_TABS_HEIGHT, LEAST_RESULTS_HEIGHT = 250, 112  # what is short is taken from the table, which scrolls

Part = TypeVar("Part", bound=QWidget)


class Workspace(QWidget):
    """Lays the parts out; a person may move the two dividers."""

    def __init__(self, session: Session, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        # Each part is made inside what holds it: one that moves in later is dressed once more, with all there is in it.
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GRID, GRID, GRID, GRID)
        whole.setSpacing(GRID)
        self._columns = _splitter(Qt.Orientation.Horizontal, self)
        whole.addWidget(self._columns, 1)
        self.inputs = InputsGrid(session, theme, self._columns)
        right = QWidget(self._columns)
        right.setMinimumWidth(LEAST_RIGHT_WIDTH)
        column = QVBoxLayout(right)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        self.verdict = VerdictCard(session, theme, right)
        column.addWidget(self.verdict)
        self._rows = _splitter(Qt.Orientation.Vertical, right)
        column.addWidget(self._rows, 1)
        self.tabs = _in_card(QuestionTabs, session, theme, self._rows)
        self.results = _in_card(ResultsTable, session, theme, self._rows, WholeRows)
        self.tabs.setMinimumHeight(LEAST_TABS_HEIGHT)
        self.results.setMinimumHeight(LEAST_RESULTS_HEIGHT)
        _fill(self._rows, [self.tabs.parentWidget(), self.results.parentWidget()], [TABS_HEIGHT, RESULTS_HEIGHT])
        _fill(self._columns, [self.inputs, right], [INPUTS_WIDTH, 880])
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 1)
        self.tabs.driver_wanted.connect(self.inputs.show_driver)
        self.workings = WorkingsBeside(session, theme, self.inputs, whole, self)
        self._connect_workings()
        self._inputs_width = 0  # until it is seen
        self.inputs.folded_changed.connect(self._give_room)
        self._columns.restoreState(settings.get(COLUMNS))
        self._columns.splitterMoved.connect(self._keep_width)
        self._rows.restoreState(settings.get(ROWS))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the dividers stand where they were left."""
        super().showEvent(event)
        if not self._inputs_width:
            self._keep_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Little room is given to the chart."""
        super().resizeEvent(event)
        self.workings.fit()
        self._fit_verdict()

    def _fit_verdict(self) -> None:
        """The headline alone in a low window, and beside the workings, which tell the rest."""
        self.verdict.set_brief(self.height() < LOW or self.workings.is_open)

    def _keep_width(self) -> None:
        """How wide a person wants the assumptions, which more columns or the workings may change for a while."""
        if not self.inputs.folded:
            self._inputs_width = self._columns.sizes()[0]

    def _give_room(self, folded: bool) -> None:
        """What folded assumptions leave is for the rest; a splitter does not see to that by itself."""
        width = FOLDED_WIDTH if folded else self._inputs_width
        self._columns.setSizes([width, sum(self._columns.sizes()) - width])

    def _connect_workings(self) -> None:
        """Every figure can be asked about."""
        self.workings.opened_or_closed.connect(self._fit_verdict)
        self.workings.driver_wanted.connect(self.inputs.show_driver)
        for part in (self.inputs, self.tabs, self.results):
            part.figure_wanted.connect(self.workings.show)
        self.verdict.why_wanted.connect(self.workings.show_verdict)

    def remember(self) -> None:
        """Keep the dividers for the next start."""
        self.workings.close()
        self._settings.set(COLUMNS, self._columns.saveState())
        self._settings.set(ROWS, self._rows.saveState())


class WholeRows(QVBoxLayout):
    """Around the results: what is left over below the last row that fits is empty, rather than half of another one."""

    def setGeometry(self, place: QRect) -> None:
        """Higher only by a row at a time."""
        margins, item = self.contentsMargins(), self.itemAt(0)
        if item is not None and isinstance(table := item.widget(), ResultsTable):
            beside = margins.top() + margins.bottom()
            place.setHeight(table.whole_rows(place.height() - beside) + beside)
        super().setGeometry(place)


def _in_card(
    kind: Callable[[Session, Theme, QWidget], Part], session: Session, theme: Theme, holder: QWidget,
    layout: type[QVBoxLayout] = QVBoxLayout,
) -> Part:  # fmt: skip
    """A part with an edge of its own."""
    card = QFrame(holder)
    card.setProperty("card", True)
    inside = layout(card)
    inside.setContentsMargins(HALF, HALF, HALF, HALF)
    part = kind(session, theme, card)
    inside.addWidget(part)
    return part


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    splitter = QSplitter(orientation, parent)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(GRID)
    return splitter


def _fill(splitter: QSplitter, parts: list[QWidget], sizes: list[int]) -> None:
    for part in parts:
        splitter.addWidget(part)
    splitter.setSizes(sizes)
