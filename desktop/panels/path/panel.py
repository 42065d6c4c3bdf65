"""The panel: the chart over time, the figures under it in plain words, the settings beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.comparison import edits
from core.errors import EvenkeelError
from core.questions.path import Path, paths
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.charts.cash.chart import CashChart
from desktop.inputs.entry import NumberEntry
from desktop.panels.chart_frame import ChartFrame, scrolled
from desktop.panels.panel import Panel
from desktop.panels.path.changes import Change
from desktop.panels.path.drawing import cash_data, result_lines
from desktop.panels.path.notes import notes_on, premises
from desktop.panels.path.settings import PathSettings
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.wrapped_label import WrappedLabel, in_line

_LEAST_CHART = 240
_LOWEST_CHART = 150  # in a low window, rather than that the months under it are out of sight


class PathPanel(Panel):
    """Axes stand still while anything is dragged, wherever in the window."""

    title = Text("Over time", "随时间变化")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self.chart = CashChart(theme)
        self.chart.setMinimumHeight(_LEAST_CHART)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table, self.notes, self.problem = PlainTable(), WrappedLabel("muted"), WrappedLabel("bad")
        self.premises = WrappedLabel("muted")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(HALF)
        for label in (self.premises, self.problem):
            column.addLayout(in_line(label))
        column.addWidget(self.chart, 1)
        column.addWidget(self.table)
        column.addLayout(in_line(self.notes))
        self._scroll = scrolled(content, stretched=True)
        self._scroll.viewport().installEventFilter(self)
        self.frame = ChartFrame(theme, self.chart, self._scroll, folds=True)
        self.frame.lead_from(self.premises)
        self.frame.settings.toggled.connect(lambda _: self._tell_premises())
        self.settings = PathSettings(theme, self._apply)
        self.frame.pane.addWidget(self.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        session.dragging_changed.connect(self._hold)

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Chart, table and notes, in place."""
        comparison = answers.comparison
        if language != self.chart.language:
            self.chart.set_language(language)
        self.frame.set_words(language)
        try:
            found = paths(comparison)
        except EvenkeelError as problem:
            self._show_problem(problem.text()(language))
            self.session.turns.ask(self, self._show_settings)
            return
        self._show_problem("")
        self.chart.set_data(cash_data(answers, found, language))
        self.session.turns.ask(self, lambda: self._tell(answers, found, language))

    def _tell(self, answers: Answers, found: Sequence[Path], language: Language) -> None:
        names = [words(alternative.name, language) for alternative in answers.comparison.alternatives]
        self.table.setAccessibleName(self.title(language))
        self.table.show_lines(["", *names], result_lines(answers, found, language))
        self.notes.say("\n".join(note(language) for note in notes_on(answers, found)))
        self._show_settings()
        self.frame.refresh()

    def _show_settings(self) -> None:
        self.settings.show_comparison(self.session.comparison, self.session.language)
        self._tell_premises()

    def _tell_premises(self) -> None:
        """While the settings are folded away, what they say."""
        language = self.session.language
        told = self.frame.led_to(premises(self.session.comparison)(language), language)
        self.premises.say("" if self.frame.settings.isChecked() else told)
        self._fit_chart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height to be seen at once."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._fit_chart()
        return super().eventFilter(watched, event)

    def _fit_chart(self) -> None:
        """All of the chart can be seen at once, down to its months; the table under it scrolls."""
        above = 0 if self.premises.isHidden() else self.premises.height() + HALF
        room = self._scroll.viewport().height() - above
        self.chart.setMinimumHeight(max(_LOWEST_CHART, min(_LEAST_CHART, room)))

    def _show_problem(self, words: str) -> None:
        """In the place of figures that cannot be computed."""
        self.problem.say(words)
        for part in (self.chart, self.table):
            part.setVisible(not words)
        if words:
            self.notes.say("")

    def _hold(self, dragging: bool) -> None:
        if not self.isVisible():
            return
        if dragging:
            self.chart.hold()
        else:
            self.chart.release()

    def _apply(self, change: Change, entry: NumberEntry | None) -> None:
        """One change of the settings; what makes no sense is refused where it was typed."""
        comparison = self.session.comparison
        try:
            changed = edits.set_outlook(comparison, change(comparison.outlook))
            paths(changed)
        except EvenkeelError as problem:
            if entry is None:
                self.settings.show_again(comparison, self.session.language)
                self.session.failed.emit(problem)
            else:
                entry.refuse(problem.text())
            return
        self.session.edit(lambda now: edits.set_outlook(now, changed.outlook))
