"""The panel: the day as a chart that can be dragged, its figures in words, its settings beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.day_editing import with_load
from core.comparison.day_profile import Day
from core.comparison.document import Comparison
from core.questions.day_feeds import fed_by_days
from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.charts.day.chart import DayChart
from desktop.panels.chart_frame import ChartFrame, scrolled
from desktop.panels.day.settings import DaySettings
from desktop.panels.day.shown import Shown, day_data, places, shown_at
from desktop.panels.day.words import day_words
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.wrapped_label import WrappedLabel, in_line

_LEAST_CHART = 180
_GESTURES = count(1)


class DayPanel(Panel):
    """Every edit of the day sets, in the same step, the assumptions that follow from it."""

    title = Text("Load by hour", "分时负载")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._where = ""
        self._gesture: str | None = None
        self.chart = DayChart(theme)
        self.chart.setMinimumHeight(_LEAST_CHART)
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.words = WrappedLabel()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.chart, 1)
        column.addLayout(in_line(self.words))
        self.frame = ChartFrame(theme, self.chart, scrolled(content, stretched=True))
        self.settings = DaySettings(theme, self._apply)
        self.frame.pane.addWidget(self.settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    @staticmethod
    def is_wanted(comparison: Comparison) -> bool:
        """Whether any alternative has machines to keep busy."""
        return bool(places(comparison))

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Chart, words and settings, in place."""
        comparison = answers.comparison
        if not places(comparison):
            return
        if self._where not in places(comparison):
            self._where = places(comparison)[0]
        if language != self.chart.language:
            self.chart.set_language(language)
        self.frame.set_words(language)
        shown = shown_at(comparison, self._where)
        ids = [alternative.id for alternative in comparison.alternatives]
        self.chart.set_data(day_data(shown, ids.index(self._where) if self._where in ids else 0))
        told = [text(language) for text in day_words(comparison, shown, answers.display)]
        self.words.say(("" if language == "zh" else " ").join(told))
        self.settings.show_day(comparison, shown, language)
        self.frame.refresh()

    def _connect(self) -> None:
        self.settings.place_chosen.connect(self._turn_to)
        self.chart.hour_chosen.connect(self._choose_hour)
        self.chart.drag_started.connect(self._begin)
        self.chart.hour_dragged.connect(self._drag)
        self.chart.drag_finished.connect(self._finish)

    def _shown(self) -> Shown:
        return shown_at(self.session.comparison, self._where)

    def _turn_to(self, where: str) -> None:
        self._where = where
        self.show_answers(self.session.answers, self.session.language)

    def _choose_hour(self, hour: int) -> None:
        self.settings.choose_hour(hour, self._shown(), self.session.language)

    def _begin(self) -> None:
        self._gesture = f"day {next(_GESTURES)}"
        self.session.begin_drag()

    def _drag(self, hour: int, load: float) -> None:
        self._apply(lambda day: with_load(day, 60 * hour, 60 * (hour + 1), load))

    def _finish(self) -> None:
        self._gesture = None
        self.session.end_drag()

    def _apply(self, change: Callable[[Day], Day]) -> None:
        """One edit of the day that is shown, and of what follows from it."""
        where, before = self._where, self._shown()

        def edit(comparison: Comparison) -> Comparison:
            day = change(before.day)
            if day == before.day and before.given:
                return comparison
            return fed_by_days(edits.set_day(comparison, where, day))

        if not self.session.edit(edit, self._gesture):
            self.settings.show_day(self.session.comparison, self._shown(), self.session.language)
