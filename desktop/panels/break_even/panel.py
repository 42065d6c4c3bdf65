"""The panel: headlines above, the chart below, and the line "your users" that can be dragged."""

from __future__ import annotations

from itertools import count

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.questions.search.curves import USERS
from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.charts.profit.chart import ProfitChart
from desktop.panels.break_even.drawing import Drawing
from desktop.panels.break_even.headline_list import HeadlineList
from desktop.panels.break_even.reach import reach
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import Theme

_GESTURES = count(1)


class BreakEvenPanel(Panel):
    """Axes stand still while anything is dragged, wherever in the window."""

    title = Text("Break-even", "盈亏平衡")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._drawing = Drawing()
        self._most: float | None = None
        self._gesture: str | None = None
        self.headlines = HeadlineList(theme, self)
        self.chart = ProfitChart(theme, self)
        self.chart.read_with(self._drawing.profits_at)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.headlines)
        layout.addWidget(self.chart, 1)
        session.dragging_changed.connect(self._hold)
        self.chart.drag_started.connect(self._begin)
        self.chart.users_dragged.connect(self._drag)
        self.chart.drag_finished.connect(self._finish)
        self.chart.mark_chosen.connect(self._ask)
        self.headlines.chosen.connect(lambda number: self._ask(list(session.answers.results)[number]))

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Headlines and chart, in place."""
        users = users_of(answers.comparison)
        if self._most is None or not self.session.dragging:
            self._most = reach(users, answers.results.values())
        if language != self.chart.language:
            self.chart.set_language(language)
        self.session.turns.ask(self.headlines, lambda: self.headlines.show_answers(answers, language))
        self.chart.set_data(self._drawing.data(answers, users, self._most, language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low panels show less."""
        super().resizeEvent(event)
        self.headlines.set_room(event.size().height())

    def _ask(self, alternative: str) -> None:
        self.figure_wanted.emit(alternative, "break_even")

    def _hold(self, dragging: bool) -> None:
        self.headlines.hold(dragging)
        if not self.isVisible():
            return
        if dragging:
            self.chart.hold()
        else:
            self.chart.release()
            self.show_answers(self.session.answers, self.session.language)

    def _begin(self) -> None:
        self._gesture = f"users line {next(_GESTURES)}"
        self.session.begin_drag()

    def _drag(self, users: float) -> None:
        self.session.set_driver(home_of_users(self.session.comparison), USERS, users, self._gesture)

    def _finish(self) -> None:
        self._gesture = None
        self.session.end_drag()


def home_of_users(comparison: Comparison) -> str:
    """Whose users the line moves: those that are shared, else the first alternative's own."""
    return SHARED if USERS in comparison.shared else comparison.alternatives[0].id


def users_of(comparison: Comparison) -> float:
    """Where the line stands."""
    if USERS in comparison.shared:
        return comparison.shared[USERS].value
    return comparison.alternatives[0].own[USERS].value
