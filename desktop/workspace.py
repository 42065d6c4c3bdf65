"""The open comparison on screen: assumptions at the left; verdict, questions and results at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop.inputs.grid import InputsGrid
from desktop.question_tabs import QuestionTabs
from desktop.results_table import ResultsTable
from desktop.session import Session
from desktop.settings import COLUMNS, ROWS, Settings
from desktop.theme import GRID, HALF, Theme
from desktop.verdict_card import VerdictCard

INPUTS_WIDTH = 376
LOW = 680
TABS_HEIGHT, RESULTS_HEIGHT = 380, 230
LEAST_TABS_HEIGHT, LEAST_RESULTS_HEIGHT = 190, 116


class Workspace(QWidget):
    """Lays the parts out; a person may move the two dividers."""

    def __init__(self, session: Session, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.inputs = InputsGrid(session, theme)
        self.verdict = VerdictCard(session, theme)
        self.tabs = QuestionTabs(session, theme)
        self.results = ResultsTable(session, theme)
        self.tabs.driver_wanted.connect(self.inputs.show_driver)
        cards = [_card(self.tabs), _card(self.results)]
        self._rows = _splitter(Qt.Orientation.Vertical, cards, [TABS_HEIGHT, RESULTS_HEIGHT])
        self.tabs.setMinimumHeight(LEAST_TABS_HEIGHT)
        self.results.setMinimumHeight(LEAST_RESULTS_HEIGHT)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.verdict)
        column.addWidget(self._rows, 1)
        self._columns = _splitter(Qt.Orientation.Horizontal, [self.inputs, right], [INPUTS_WIDTH, 880])
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GRID, GRID, GRID, GRID)
        whole.addWidget(self._columns)
        self._columns.restoreState(settings.get(COLUMNS))
        self._rows.restoreState(settings.get(ROWS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window gives its room to the chart."""
        super().resizeEvent(event)
        self.verdict.set_brief(event.size().height() < LOW)

    def remember(self) -> None:
        """Keep the dividers for the next start."""
        self._settings.set(COLUMNS, self._columns.saveState())
        self._settings.set(ROWS, self._rows.saveState())


def _card(part: QWidget) -> QFrame:
    """A part with an edge of its own."""
    card = QFrame()
    card.setProperty("card", True)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(HALF, HALF, HALF, HALF)
    inside.addWidget(part)
    return card


def _splitter(orientation: Qt.Orientation, parts: list[QWidget], sizes: list[int]) -> QSplitter:
    splitter = QSplitter(orientation)
    for part in parts:
        splitter.addWidget(part)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(GRID)
    splitter.setSizes(sizes)
    return splitter
