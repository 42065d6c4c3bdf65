"""The panel: twenty futures for each alternative, and in words what they come to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.chances.uncertain import uncertain_places
from core.questions.decisive import decisive
from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.charts.dots.chart import DotsChart
from desktop.panels.chart_frame import ChartFrame, scrolled
from desktop.panels.panel import Panel
from desktop.panels.uncertainty.answering import Found, first_part, second_part
from desktop.panels.uncertainty.side import Side
from desktop.panels.uncertainty.telling import caption, dots_data, listed, paragraphs
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.worker import Worker

CERTAIN = Text(
    "Every assumption is one certain number, so there is only one future. Say how uncertain some are: type a range such"
    " as “5 to 10” where a value stands, or begin with the five that matter most, each over its usual range.",
    "目前每个假设都是一个确定的数值，因此只有一种可能。可以说明其中哪些并不确定：在数值处输入范围，例如“5 到 10”；"
    "也可以先从最关键的五个假设开始，各取其常见范围。",
)
MAKE_UNCERTAIN = Text("Make the decisive assumptions uncertain", "将最关键的假设设为不确定")
DONE = Text("{count} assumptions are uncertain now.", "现有 {count} 个假设为不确定。")


class UncertaintyPanel(Panel):
    """Answered in another thread after a moment of quiet, the quick part first; in a drag when the hand rests."""

    title = Text("How sure", "把握多大")
    is_read = True

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self.found: Found | None = None
        self._stopped = False
        self.worker = Worker(self)
        self.chart = DotsChart(theme)
        self.side = Side(theme)
        self.problem, self._told = WrappedLabel("bad"), QVBoxLayout()
        self.sentences: list[WrappedLabel] = []
        self.certain, self.make_uncertain = WrappedLabel(), QPushButton()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_answers(self, answers: Answers, language: Language) -> None:
        """What is known in this language at once; the rest follows."""
        self._name(language)
        places = uncertain_places(answers.comparison)
        self.pages.setCurrentIndex(1 if places else 0)
        if not places:
            self.worker.cancel()
            self.found = None
            return
        self.side.show_drivers(listed(answers.comparison, places, language))
        self._draw(language)
        self._ask()

    # --- asking --------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        comparison = self.session.answers.comparison
        if not self.isVisible() or self.pages.currentIndex() == 0:
            return
        if self.found is not None and self.found.comparison is comparison:
            if self.found.shares is None and not self.worker.busy and not self._stopped:
                self.worker.ask(partial(second_part, comparison), at_once=True)
            return
        self._stopped = False
        self.worker.ask(partial(first_part, comparison), at_once=self.found is None and not self.session.dragging)

    def _take(self, found: Found) -> None:
        self.found = found
        self.problem.say("")
        self._draw(self.session.language)
        self._ask()

    def _refuse(self, problem: EvenkeelError) -> None:
        self.found = None
        self.pages.setCurrentIndex(1)
        self.problem.say(problem.text()(self.session.language))
        for label in self.sentences:
            label.say("")

    def _stop(self) -> None:
        self._stopped = True
        self.worker.cancel()

    def _resume(self) -> None:
        self._stopped = False
        self._ask()

    def _progress(self) -> None:
        complete = self.found is None or self.found.shares is not None or not self._stopped
        self.side.set_busy(busy=self.worker.busy, complete=complete)

    # --- showing -------------------------------------------------------------------------------------------------

    def _draw(self, language: Language) -> None:
        found = self.found
        self.chart.setVisible(found is not None)
        if found is None:
            return
        if language != self.chart.language:
            self.chart.set_language(language)
        self.chart.set_data(dots_data(found, language, self.session.display, ranges=self.side.ranges.isChecked()))
        told = paragraphs(found)
        while len(self.sentences) < len(told):
            self.sentences.append(WrappedLabel())
            self.sentences[-1].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._told.addWidget(self.sentences[-1])
        for place, label in enumerate(self.sentences):
            label.say(told[place](language) if place < len(told) else "")
        self.side.caption.say(caption(found)(language))
        self.frame.refresh()

    def _name(self, language: Language) -> None:
        self.frame.set_words(language)
        self.side.say(language)
        self.certain.say(CERTAIN(language))
        self.make_uncertain.setText(MAKE_UNCERTAIN(language))

    def _begin(self) -> None:
        """The five decisive assumptions become uncertain, in one step."""

        def change(comparison: Comparison) -> Comparison:
            return edits.make_uncertain(comparison, decisive(comparison))

        if self.session.edit(change):
            places = uncertain_places(self.session.comparison)
            self.session.reported.emit(DONE.filled(count=len(places)), True)

    # --- parts ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self.chart)
        self._told.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._told.setSpacing(GRID)
        column.addLayout(self._told)
        column.addStretch(1)
        self.frame = ChartFrame(self.theme, self.chart, scrolled(content), folds=True)
        self.frame.pane.addWidget(self.side)
        for page in (self._empty(), self.frame):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        self.make_uncertain.setProperty("kind", "primary")
        column.addWidget(self.certain)
        column.addWidget(self.make_uncertain, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.worker.answered.connect(self._take)
        self.worker.refused.connect(self._refuse)
        self.worker.progressed.connect(lambda share: self.side.progress.setValue(round(share * 100)))
        self.worker.busy_changed.connect(lambda _: self._progress())
        self.side.cancelled.connect(self._stop)
        self.side.resumed.connect(self._resume)
        self.side.ranges_wanted.connect(lambda _: self._draw(self.session.language))
        self.side.driver_chosen.connect(self.driver_wanted)
        self.make_uncertain.clicked.connect(self._begin)
