"""Every scenario beside every business model: profit, margin, and from where on it is safe."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.break_even import BreakEven
from core.questions.display import AS_IT_IS, Display
from core.questions.progress import Cancel, Cancelled, Progress
from core.wording.numbers import exact
from core.wording.quantities import hover_value
from core.wording.rows import format_answers
from core.wording.text import Language, Text, Words, words
from desktop.answers import Answers, answers_for
from desktop.commands.scenarios import BASE
from desktop.panels.chart_frame import scrolled
from desktop.results.rows import ANY_SIZE, NEVER
from desktop.session import Session
from desktop.theme import GRID
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.worker import Worker

TITLE = Text("All scenarios side by side", "所有情景并排对比")
HEADERS = (Text("Scenario", "情景"), Text("Figure", "指标"))
FIGURES = (
    ("operating_profit", Text("Operating profit {a_period}", "{a_period}营业利润"), "USD/month"),
    ("gross_margin", Text("Gross margin (of revenue)", "毛利率（毛利 ÷ 收入）"), "1"),
)
SAFE_FROM = Text("No losses from (users)", "不再亏损（用户数）")
WIDTH, HEIGHT = 112 * GRID, 64 * GRID
Found = list[tuple[Words, Answers | EvenkeelError]]


def all_answers(comparison: Comparison, progress: Progress, cancel: Cancel) -> Found:
    """The answers to the comparison itself and to each of its scenarios; why there are none where there are none."""
    names: list[Words | None] = [None, *(scenario.name for scenario in comparison.scenarios)]
    found: Found = []
    before: Answers | None = None
    for done, name in enumerate(names):
        if cancel():
            raise Cancelled
        try:
            shown = comparison if name is None else edits.apply_scenario(comparison, name)
            before = answers_for(shown, before)
            found.append((name or BASE, before))
        except EvenkeelError as error:
            found.append((name or BASE, error))
        progress((done + 1) / len(names))
    return found


def table_lines(found: Found, language: Language, display: Display = AS_IT_IS) -> list[list[tuple[str, str]]]:
    """Three rows for each scenario, its name at the first of them; amounts as the display asks for them."""
    lines = []
    for name, answers in found:
        if isinstance(answers, EvenkeelError):
            lines.append([(words(name, language), ""), (answers.text()(language), "")])
            continue
        results = list(answers.results.values())
        called = words(name, language)
        for line, label, unit in FIGURES:
            shown = [display.figure(result.lines[line], unit) for result in results]
            exact_ones = (hover_value(*figure, language) for figure in shown)
            told = format_answers([value for value, _ in shown], shown[0][1], language)
            told_label = label.filled(a_period=display.a_period())(language)
            lines.append([(called, ""), (told_label, ""), *zip(told, exact_ones, strict=True)])
            called = ""  # stands at the first row of a scenario only
        safe = [(_safe_from(result.break_even, language), "") for result in results]
        lines.append([("", ""), (SAFE_FROM(language), ""), *safe])
    return lines


def _safe_from(found: BreakEven, language: Language) -> str:
    """Whole users, never rounded, or why there are none."""
    if found.status == "always":
        return ANY_SIZE(language)
    return NEVER(language) if found.safe_from is None else exact(found.safe_from)


class ScenarioTable(QDialog):
    """Worked out in another thread."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._comparison, self._language, self._display = session.document, session.language, session.display
        self.setWindowTitle(TITLE(self._language))
        shares = (4, 4, *[3] * len(self._comparison.alternatives))
        self.table, self.progress = PlainTable(shares, frozenset({0, 1})), QProgressBar()
        self.table.setAccessibleName(TITLE(self._language))
        self.progress.setRange(0, 100)
        self.problem = WrappedLabel("bad")
        self.problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        for widget in (self.progress, self.problem, scrolled(self.table), buttons):
            column.addWidget(widget)
        self.resize(WIDTH, HEIGHT)
        self.worker = Worker(self)
        self.worker.answered.connect(self._show)
        self.worker.progressed.connect(lambda share: self.progress.setValue(round(100 * share)))
        self.finished.connect(self._end)
        self.worker.ask(partial(all_answers, self._comparison), at_once=True)

    def _show(self, found: Found) -> None:
        self.progress.hide()
        names = [words(alternative.name, self._language) for alternative in self._comparison.alternatives]
        told = table_lines(found, self._language, self._display)
        lines = [line for line in told if len(line) == len(names) + 2]
        problems = [line for line in told if len(line) != len(names) + 2]
        self.problem.say("\n".join(f"{name}: {why}" for (name, _), (why, _) in problems))
        self.table.show_lines([*(header(self._language) for header in HEADERS), *names], lines)

    def _end(self) -> None:
        self.worker.cancel()
        self.deleteLater()
