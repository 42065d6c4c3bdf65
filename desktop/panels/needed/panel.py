"""The panel: the question as a sentence, the ranked table, what cannot do it alone, and the nearest two together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.any_size import AnySize
from core.questions.display import Display
from core.questions.needed import NeededPair
from core.questions.results import AlternativeResult
from core.questions.words.needed import (
    after_trying,
    any_size_refusals,
    any_size_state,
    pair_sentence,
    reached_exactly,
    refusals,
    state,
)
from core.wording.scale import Currency
from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.panels.chart_frame import scrolled
from desktop.panels.needed.goals import Answer, Wish, answer
from desktop.panels.needed.lines import Choice, choices
from desktop.panels.needed.report import Report
from desktop.panels.needed.table import NeededTable
from desktop.panels.needed.wish_bar import WishBar
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.steps import step_name
from desktop.theme import GRID, Theme
from desktop.widgets.wrapped_label import PENDING, WrappedLabel
from desktop.worker import Worker

FEW = 8  # rows shown at first
SHOW_ALL = Text("Show all {count}", "显示全部 {count} 项")
SHOW_FEW = Text("Show the nearest {count} only", "只显示最接近的 {count} 项")
TRY_BOTH = Text("Try both", "两项一起试")
DONE = Text("{step}. {outcome}", "{step}。{outcome}")


class NeededPanel(Panel):
    """Answered in another thread after a moment of quiet; in a drag when the hand rests."""

    title = Text("What would have to be true?", "要满足什么条件？")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._answer: Answer | None = None
        self._choices: list[Choice] = []
        self._all = False
        self._result: AlternativeResult | None = None
        self._drawn_for: tuple[Language, Display] | None = None
        self._tried: Comparison | None = None
        self.worker = Worker(self)
        self.wishes = WishBar(theme)
        self.state, self.refusals, self.pair = WrappedLabel(), WrappedLabel("muted"), WrappedLabel()
        self.report = Report(session)
        self.table = NeededTable(theme)
        self.more, self.try_both = QPushButton(), QPushButton()
        for button in (self.more, self.try_both):
            button.setProperty("kind", "quiet")
            button.hide()
        self._lay_out()
        self.worker.answered.connect(self._take)
        self.worker.refused.connect(self._refuse)
        self.wishes.changed.connect(self._wish)
        self.table.tried.connect(self._try)
        self.try_both.clicked.connect(self._try_both)
        self.more.clicked.connect(self._toggle)

    def show_answers(self, answers: Answers, language: Language) -> None:
        """What is known in another language, or shown otherwise, at once; another answer follows."""
        first = self._answer is None and self.wishes.wish() is None
        self.wishes.show_comparison(answers.comparison, language)
        if first:
            self.wishes.choose_alternative(_most_in_need(answers))
        outdated = self._answer is not None and self._answer.comparison is not answers.comparison
        if outdated and self.session.dragging:
            self.state.say(PENDING)  # until the hand rests
        elif not outdated and self.state.text() == PENDING:
            self._draw()
        if answers.comparison is not self._tried:
            self._tried = None
            self.report.say("", language)
        if (language, answers.display) != self._drawn_for:
            self._drawn_for = language, answers.display
            self._draw()
        self._ask(at_once=self._answer is None and not self.session.dragging)

    def _wish(self) -> None:
        self._all = False
        self.wishes.show_comparison(self.session.answers.comparison, self.session.language)
        self._ask(at_once=True)

    def _ask(self, *, at_once: bool = False) -> None:
        comparison, wish = self.session.answers.comparison, self.wishes.wish()
        if wish is None or not self.isVisible():
            return
        known = self._answer
        if known is not None and known.comparison is comparison and known.wish == wish:
            self.worker.cancel()
            return
        self.worker.ask(lambda _progress, cancel: answer(comparison, wish, cancel), at_once=at_once)

    def _take(self, found: Answer) -> None:
        answers = self.session.answers
        if answers.comparison is found.comparison:
            self._answer, self._result = found, answers.results[found.wish.alternative]
            self._draw()

    def _refuse(self, problem: EvenkeelError) -> None:
        self._answer = None
        self._choices = []
        self._fill(problem.text()(self.session.language), "", None, already=False)

    # --- showing -------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        known, result, language = self._answer, self._result, self.session.language
        if known is None or result is None:
            return
        comparison, id = known.comparison, known.wish.alternative
        if isinstance(known.found, AnySize):
            self._choices = choices(comparison, id, known.found.drivers, language, already=False)
            told, refused = any_size_state(result, known.found), any_size_refusals(comparison, known.found)
            self._fill(_joined(told, language), _lines(refused, language), None, already=False)
            return
        found, currency, display = known.found, _currency(comparison), self.session.display
        revenue = result.lines["revenue"]
        told = state(result.name, found, revenue, currency, display)
        if reached_exactly(found, revenue):
            self._choices = []
            self._fill(_joined(told, language), "", None, already=False)
            return
        already = found.now is not None and found.now > found.goal
        self._choices = choices(comparison, id, found.drivers, language, already=already)
        refused = refusals(comparison, found, revenue, currency, display)
        self._fill(_joined(told, language), _lines(refused, language), found.pair, already=already)

    def _fill(self, told: str, refused: str, pair: NeededPair | None, *, already: bool) -> None:
        language, held = self.session.language, self._holds_focus()
        self.state.say(told)
        shown = self._choices if self._all else self._choices[:FEW]
        self.table.setAccessibleName(self.title(language))
        self.table.setAccessibleDescription(told)
        self.table.show_choices(shown, language, already=already)
        self.table.setVisible(bool(shown))
        self.more.setVisible(len(self._choices) > FEW)
        text = SHOW_FEW.filled(count=FEW) if self._all else SHOW_ALL.filled(count=len(self._choices))
        self.more.setText(text(language))
        self.refusals.say(refused)
        self.pair.say(self._told(pair)(language))
        self.try_both.setVisible(pair is not None)
        self.try_both.setText(TRY_BOTH(language))
        if held and not self._holds_focus():  # what had it is gone: it stays beside, not somewhere in the window
            nearest = self.report.undo if self.report.isVisible() else self.wishes.who
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _told(self, pair: NeededPair | None) -> Text:
        known = self._answer
        if pair is None or known is None:
            return Text("", "")
        return pair_sentence(known.comparison, known.wish.alternative, pair)

    def _toggle(self) -> None:
        self._all = not self._all
        self._draw()

    # --- trying --------------------------------------------------------------------------------------------------

    def _try(self, row: int) -> None:
        choice = self._choices[row]
        self._apply([(choice.driver.id, choice.needed)])

    def _try_both(self) -> None:
        known = self._answer
        if known is not None and not isinstance(known.found, AnySize) and known.found.pair is not None:
            self._apply(list(zip(known.found.pair.drivers, known.found.pair.needed, strict=True)))

    def _apply(self, values: Sequence[tuple[str, float]]) -> None:
        """One step of undo, whatever it takes. Nothing where the table still speaks of another comparison."""
        before = self.session.comparison
        if self._answer is None or self._answer.comparison is not before:
            return
        wish = self._answer.wish

        def change(comparison: Comparison) -> Comparison:
            for driver, value in values:
                comparison = edits.set_value(comparison, wish.alternative, driver, value)
            return comparison

        if not self.session.edit(change) or self.session.comparison is before:
            return
        self._tried = self.session.comparison
        self._say_what_happened(wish, before)

    def _say_what_happened(self, wish: Wish, before: Comparison) -> None:
        answers, language = self.session.settled_answers(), self.session.language
        result = answers.results[wish.alternative]
        told = DONE.filled(
            step=step_name(before, answers.comparison),
            outcome=after_trying(result, wish.goal.line, _currency(answers.comparison), answers.display),
        )
        self.report.say(told(language), language)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 0, GRID, GRID)
        column.setSpacing(GRID)
        for widget in (self.state, self.table, self.more, self.pair, self.try_both, self.refusals):
            column.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.wishes)
        layout.addWidget(self.report)
        layout.addWidget(scrolled(inside), 1)


def _most_in_need(answers: Answers) -> str:
    """Whom the question is asked about first: the alternative nearest below zero, else the first."""
    losing = [r for r in answers.results.values() if r.lines["operating_profit"] < 0]
    nearest = max(losing, key=lambda result: result.lines["operating_profit"], default=None)
    return next(iter(answers.results)) if nearest is None else nearest.id


def _currency(comparison: Comparison) -> Currency:
    return "CNY" if comparison.currency == "CNY" else "USD"


def _joined(texts: Sequence[Text], language: Language) -> str:
    return ("" if language == "zh" else " ").join(text(language) for text in texts)


def _lines(texts: Sequence[Text], language: Language) -> str:
    return "\n".join(text(language) for text in texts)
