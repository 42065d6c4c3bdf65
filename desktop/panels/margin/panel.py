"""The panel: one bar per alternative, and the figures that go with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.charts.margin.chart import MarginChart
from desktop.panels.margin.figures import FIGURES, margin_data, margin_lines
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.wrapped_label import WrappedLabel, in_line


class MarginPanel(Panel):
    """Scrolls where the window is too low for all of it."""

    title = Text("Margin", "利润率")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self.chart = MarginChart(theme)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.heading = WrappedLabel("muted")
        self.table = PlainTable()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addLayout(in_line(self.heading))
        column.addWidget(self.chart, 1)
        column.addWidget(self.table)
        self._scroll = ScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._scroll.viewport().installEventFilter(self)
        for plain in (self._scroll.viewport(), inside):
            plain.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.table.asked.connect(self._ask)
        self.chart.figure_chosen.connect(self.figure_wanted)

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Chart and table, in place."""
        if language != self.chart.language:
            self.chart.set_language(language)
        self.chart.set_data(margin_data(answers, language))
        self.heading.say(self.chart.accessibleName())
        self._fit_chart()
        self.session.turns.ask(self, lambda: self._show_table(answers, language))

    def _show_table(self, answers: Answers, language: Language) -> None:
        names = [words(result.name, language) for result in answers.results.values()]
        self.table.setAccessibleName(self.title(language))
        self.table.show_lines(["", *names], margin_lines(answers, language))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height to be seen at once."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._fit_chart()
        return super().eventFilter(watched, event)

    def _fit_chart(self) -> None:
        """In a low window the bars stand closer, so that none of them is out of sight before anyone scrolls."""
        room = self._scroll.viewport().height() - self.heading.height() - 2 * GRID
        self.chart.setMinimumHeight(max(self.chart.lowest_height(), min(self.chart.least_height(), room)))

    def _ask(self, row: int, column: int) -> None:
        if column > 0:
            self.figure_wanted.emit(list(self.session.answers.results)[column - 1], FIGURES[row].id)
