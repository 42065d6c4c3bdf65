"""Every scenario beside every business model, one figure at a time: a row per scenario, the best of each row marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice
from math import isfinite

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.display import Display
from core.questions.progress import Cancel, Cancelled, Progress
from core.questions.results import AlternativeResult
from core.record import record
from core.wording.text import Language, Text, Words, words
from desktop.answers import Answers, answers_for
from desktop.commands.scenarios import BASE
from desktop.dialogs.tagged_cells import TAG, TaggedCells
from desktop.panels.chart_frame import scrolled
from desktop.results.rows import ROWS, Row
from desktop.session import Session
from desktop.theme import GRID
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.worker import Worker

TITLE = Text("All scenarios side by side", "所有情景并排对比")
SCENARIO, FIGURE = Text("Scenario", "情景"), Text("Figure shown", "显示的指标")
ON_SCREEN = Text("{name} (on screen)", "{name}（当前显示）")
BEST, LEAST_LOSS = Text("best", "最佳"), Text("smallest loss", "亏损最少")
NO_MARK = Text("\u00a0", "\u3000")  # as high as the words beside it
SPOKEN = Text("{figure}, {mark}", "{figure}，{mark}")
COPY, COPIED = Text("&Copy", "复制(&C)"), Text("Copied", "已复制")
PROBLEM = Text("{name}: {why}", "{name}：{why}")
LESS_IS_BETTER = frozenset({"safe_from"})
FIGURES: tuple[Row, ...] = tuple(
    next(row for row in ROWS if row.id == id) for id in ("operating_profit", "gross_margin", "safe_from")
)
WIDTH, HEIGHT = 112 * GRID, 56 * GRID
Found = list[tuple[Words | None, Answers | EvenkeelError]]  # no name: the comparison itself


@record
class MatrixRow:
    """One scenario: a figure of each business model in words, what marks the best of them, every digit for the tip."""

    name: Words | None
    cells: tuple[str, ...]
    best: frozenset[int]
    mark: Text
    tips: tuple[str, ...]


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
            found.append((name, before))
        except EvenkeelError as error:
            found.append((name, error))
        progress((done + 1) / len(names))
    return found


def matrix(found: Found, figure: Row, language: Language, display: Display) -> list[MatrixRow]:
    """A row for each scenario that can be computed, all in one unit: one compares downwards as well as across."""
    answered = [(name, list(answers.results.values())) for name, answers in found if isinstance(answers, Answers)]
    told = iter(figure.cells([result for _, results in answered for result in results], language, display))
    return [_row(name, results, figure, tuple(islice(told, len(results))), language, display)
            for name, results in answered]  # fmt: skip


def _row(
    name: Words | None, results: Sequence[AlternativeResult], figure: Row, cells: tuple[str, ...], language: Language,
    display: Display,
) -> MatrixRow:  # fmt: skip
    best = _best(figure, results)
    lost = any((figure.figure(results[place]) or 0.0) < 0 for place in best)
    tips = tuple(figure.hover(result, language, display) for result in results)
    return MatrixRow(name, cells, best, LEAST_LOSS if lost else BEST, tips)


def _best(figure: Row, results: Sequence[AlternativeResult]) -> frozenset[int]:
    """The places of the best; of two that are equally good both."""
    values = {place: figure.figure(result) for place, result in enumerate(results)}
    there = {place: value for place, value in values.items() if value is not None and isfinite(value)}
    if len(results) < 2 or not there:
        return frozenset()
    best = (min if figure.id in LESS_IS_BETTER else max)(there.values())
    return frozenset(place for place, value in there.items() if value == best)


class ScenarioTable(QDialog):
    """Worked out in another thread."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._comparison, self._language, self._display = session.document, session.language, session.display
        self._on_screen = session.scenario
        self._found: Found = []
        self.setWindowTitle(TITLE(self._language))
        self.figures = ChoiceList()
        for row in FIGURES:
            self.figures.addItem(row.name(self._display)(self._language), row.id)
        self.figures.setAccessibleName(FIGURE(self._language))
        self.figures.currentIndexChanged.connect(self._fill)
        self.table = PlainTable((4, *[3] * len(self._comparison.alternatives)))
        self.table.setItemDelegate(TaggedCells(self.table))
        self.table.setAccessibleName(TITLE(self._language))
        self.progress, self.problem = QProgressBar(), WrappedLabel("bad")
        self.progress.setRange(0, 100)
        self.problem.hide()
        self._lay_out()
        self.worker = Worker(self)
        self.worker.answered.connect(self._show)
        self.worker.progressed.connect(lambda share: self.progress.setValue(round(100 * share)))
        self.finished.connect(self._end)
        self.worker.ask(partial(all_answers, self._comparison), at_once=True)

    def copy(self) -> None:
        """The whole table as a sheet takes it: what is marked on screen stands there plainly."""
        figure = FIGURES[self.figures.currentIndex()]
        corner = figure.name(self._display)(self._language)
        lines = [[corner, *self._heads()]]
        lines += [[self._called(row.name), *row.cells] for row in self._rows(figure)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        self.copy_button.setText(COPIED(self._language))

    def _show(self, found: Found) -> None:
        self.progress.hide()
        self._found = found
        refused = [(name, problem) for name, problem in found if isinstance(problem, EvenkeelError)]
        told = [PROBLEM.filled(name=name or BASE, why=problem.text())(self._language) for name, problem in refused]
        self.problem.say("\n".join(told))
        self.copy_button.setEnabled(True)
        self._fill()

    def _fill(self) -> None:
        if not self._found:
            return
        rows = self._rows(FIGURES[self.figures.currentIndex()])
        lines = [[(self._marked(row.name), ""), *zip(row.cells, row.tips, strict=True)] for row in rows]
        self.table.show_lines([SCENARIO(self._language), *self._heads()], lines)
        self._mark(rows)
        best = {(number, place + 1) for number, row in enumerate(rows) for place in row.best}
        here = {(number, 0) for number, row in enumerate(rows) if self._is_on_screen(row.name)}
        self.table.embolden(best | here)
        self.copy_button.setText(COPY(self._language))

    def _rows(self, figure: Row) -> list[MatrixRow]:
        return matrix(self._found, figure, self._language, self._display)

    def _mark(self, rows: list[MatrixRow]) -> None:
        """The word under the best figures of each row, which the others and the name keep room for."""
        for number, row in enumerate(rows):
            self.table.item(number, 0).setData(TAG, NO_MARK(self._language) if row.best else None)
            for place, cell in enumerate(row.cells):
                item = self.table.item(number, place + 1)
                best = place in row.best
                item.setData(TAG, (row.mark if best else NO_MARK)(self._language) if row.best else None)
                spoken = SPOKEN.filled(figure=cell, mark=row.mark)(self._language) if best else cell
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _marked(self, name: Words | None) -> str:
        called = self._called(name)
        return ON_SCREEN.filled(name=called)(self._language) if self._is_on_screen(name) else called

    def _is_on_screen(self, name: Words | None) -> bool:
        here = self._on_screen
        return here is name or (here is not None and name is not None and words(here, "en") == words(name, "en"))

    def _called(self, name: Words | None) -> str:
        return words(name or BASE, self._language)

    def _heads(self) -> list[str]:
        return [words(alternative.name, self._language) for alternative in self._comparison.alternatives]

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = QPushButton(COPY(self._language))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self.copy)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        label = QLabel(FIGURE(self._language))
        label.setBuddy(self.figures)
        above = QHBoxLayout()
        above.setSpacing(GRID)
        above.addWidget(label)
        above.addWidget(self.figures)
        above.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(above)
        for widget in (self.progress, self.problem, scrolled(self.table), buttons):
            column.addWidget(widget)
        self.resize(WIDTH, HEIGHT)

    def _end(self) -> None:
        self.worker.cancel()
        self.deleteLater()
