"""The panel: which figure to look at, and the tornado of every alternative on one axis."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.display import Display
from core.questions.sensitivity import Sensitivity, sensitivity
from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.charts.tornado.chart import TornadoChart
from desktop.panels.chart_frame import AS_TABLE, scrolled
from desktop.panels.panel import Panel
from desktop.panels.sensitivity.bars import AIMS, FEW, Aim, tornado_data
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.plain_table import PlainTable
from desktop.worker import Worker

WHICH = Text("What moves", "影响对象")
SHOW_ALL = Text("Show all assumptions", "显示全部假设")
SHOW_FEW = Text("Show the top {count} only", "只显示前 {count} 项")
TWIN_SHARES, TWIN_WORDS = (15, 23, 12, 20, 20, 10), frozenset({0, 1})
Found = tuple[Comparison, Aim, Sensitivity]


class SensitivityPanel(Panel):
    """Answered in another thread after a moment of quiet; in a drag when the hand rests."""

    title = Text("What matters most", "哪些数字最关键")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._found: Found | None = None
        self._all = False
        self._drawn_for: tuple[Language, Display] | None = None
        self.worker = Worker(self)
        self.aims = ChoiceList()
        self.more = QPushButton()
        self.more.setProperty("kind", "quiet")
        self.as_table = QToolButton()
        self.as_table.setCheckable(True)
        self.chart = TornadoChart(theme)
        self.twin = PlainTable(TWIN_SHARES, TWIN_WORDS)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(scrolled(self.twin))
        self._which = QLabel()
        self._which.setBuddy(self.aims)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setProperty("tone", "bad")
        self._problem.hide()
        self._lay_out()
        self.worker.answered.connect(self._take)
        self.worker.refused.connect(self._refuse)
        self.aims.currentIndexChanged.connect(lambda _: self._ask(at_once=True))
        self.more.clicked.connect(self._toggle)
        self.as_table.toggled.connect(self._turn)
        theme.changed.connect(self._dress)
        self._dress()
        self.chart.chosen.connect(self.driver_wanted)

    @property
    def aim(self) -> Aim:
        """The figure that is looked at."""
        return AIMS[max(0, self.aims.currentIndex())]

    def show_answers(self, answers: Answers, language: Language) -> None:
        """What is known in another language, or shown otherwise, at once; another answer follows."""
        if (language, answers.display) != self._drawn_for:
            self._drawn_for = language, answers.display
            self._name(language)
            self._draw()
        self._ask(at_once=self._found is None and not self.session.dragging)

    def _ask(self, *, at_once: bool = False) -> None:
        comparison, aim = self.session.answers.comparison, self.aim
        if not self.isVisible():
            return
        if self._found is not None and self._found[0] is comparison and self._found[1] is aim:
            self.worker.cancel()
            return
        self.worker.ask(
            lambda _progress, _cancel: (comparison, aim, sensitivity(comparison, aim.line)), at_once=at_once
        )

    def _take(self, found: Found) -> None:
        self._found = found
        self._problem.hide()
        self._stack.show()
        self._draw()

    def _refuse(self, problem: EvenkeelError) -> None:
        self._found = None
        self._problem.setText(problem.text()(self.session.language))
        self._problem.show()
        self._stack.hide()

    def _draw(self) -> None:
        if self._found is None:
            return
        comparison, aim, found = self._found
        language = self.session.language
        if language != self.chart.language:
            self.chart.set_language(language)
        data = tornado_data(comparison, found, aim, None if self._all else FEW, language, self.session.display)
        if data != self.chart.data:
            self.chart.set_data(data)
        self._fill_twin()

    def _fill_twin(self) -> None:
        if self.as_table.isChecked():
            table = self.chart.table()
            self.twin.setAccessibleName(self.chart.accessibleName())
            self.twin.show_lines(table.headers, [[(words, "") for words in row] for row in table.rows])

    def _turn(self, to_table: bool) -> None:
        self._stack.setCurrentIndex(int(to_table))
        self._fill_twin()

    def _dress(self) -> None:
        self.as_table.setIcon(self.theme.icon("table", "muted"))

    def _toggle(self) -> None:
        self._all = not self._all
        self._name(self.session.language)
        self._draw()

    def _name(self, language: Language) -> None:
        display = self.session.display
        self._which.setText(WHICH(language))
        self.aims.setAccessibleName(WHICH(language))
        for place, aim in enumerate(AIMS):
            if place < self.aims.count():
                self.aims.setItemText(place, aim.name(display)(language))
            else:
                self.aims.addItem(aim.name(display)(language))
        self.as_table.setToolTip(AS_TABLE(language))
        self.as_table.setAccessibleName(AS_TABLE(language))
        self.more.setText((SHOW_FEW.filled(count=FEW) if self._all else SHOW_ALL)(language))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self._which)
        row.addWidget(self.aims)
        row.addStretch(1)
        row.addWidget(self.more)
        row.addWidget(self.as_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, HALF)
        column.setSpacing(HALF)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
