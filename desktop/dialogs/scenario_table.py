"""Every scenario beside every business model: profit, margin, and from where on it is safe."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.progress import Cancel, Cancelled, Progress
from core.wording.text import Language, Text, Words, words
from desktop.answers import Answers, answers_for
from desktop.chart_frame import scrolled
from desktop.plain_table import PlainTable
from desktop.results_rows import ROWS
from desktop.scenarios import BASE
from desktop.session import Session
from desktop.theme import GRID
from desktop.worker import Worker
from desktop.wrapped_label import WrappedLabel

TITLE = Text("All scenarios side by side", "所有情景并排对比")
HEADERS = (Text("Scenario", "情景"), Text("Figure", "指标"))
FIGURES = ("operating_profit", "gross_margin", "safe_from")
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


def table_lines(found: Found, language: Language) -> list[list[tuple[str, str]]]:
    """Three rows for each scenario, its name at the first of them."""
    lines = []
    rows = [row for row in ROWS if row.id in FIGURES]
    for name, answers in found:
        if isinstance(answers, EvenkeelError):
            lines.append([(words(name, language), ""), (answers.text()(language), "")])
            continue
        results = list(answers.results.values())
        for place, row in enumerate(rows):
            cells = zip(row.cells(results, language), (row.hover(r, language) for r in results), strict=True)
            lines.append([(words(name, language) if place == 0 else "", ""), (row.label(language), ""), *cells])
    return lines


class ScenarioTable(QDialog):
    """Worked out in another thread."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._comparison, self._language = session.document, session.language
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
        lines = [line for line in table_lines(found, self._language) if len(line) == len(names) + 2]
        problems = [line for line in table_lines(found, self._language) if len(line) != len(names) + 2]
        self.problem.say("\n".join(f"{name}: {why}" for (name, _), (why, _) in problems))
        self.table.show_lines([*(header(self._language) for header in HEADERS), *names], lines)

    def _end(self) -> None:
        self.worker.cancel()
        self.deleteLater()
