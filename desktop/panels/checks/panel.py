"""Does it agree with what was published, and with what really happened? Both beside the comparison's own figures, with
the difference shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.comparison.edits.actuals import is_actual
from core.questions.actuals import variances
from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.commands.actuals import Actuals
from desktop.panels.checks.actuals_table import ActualsTable
from desktop.panels.checks.published import HEADERS, SHARES, WORDS, published_line
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.wrapped_label import WrappedLabel

PUBLISHED = Text("Published figures", "公布数据")
INTRODUCTION = Text(
    "Figures others have published, beside what this comparison works out. The difference is shown, not tuned away.",
    "他人公布的数据与本对比计算结果并列。差异如实列出，不作调整。",
)
OWN = Text("Your actual figures", "您的实际数")
OWN_INTRODUCTION = Text(
    "What really happened, from your own books, beside what this comparison works out.",
    "来自您自己账目的实际结果，与本对比计算结果并列。",
)

ENTER = Text("Enter an actual figure…", "录入实际数…")


class ChecksPanel(Panel):
    """Worth showing only for comparisons that have something to be checked against."""

    title = Text("Published figures", "公布数据核对")
    is_read = True

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._actuals = Actuals(session, self)
        self._heads = {OWN: QLabel(), PUBLISHED: QLabel()}
        self._introductions = {OWN: WrappedLabel("muted"), PUBLISHED: WrappedLabel("muted")}
        self.enter = QPushButton()
        self.enter.clicked.connect(lambda _=False: self._actuals.ask())
        self.actuals = ActualsTable(theme)
        self.actuals.change_wanted.connect(self._actuals.ask)
        self.actuals.removal_wanted.connect(self._actuals.remove)
        self.table = PlainTable(SHARES, WORDS)
        self._lay_out()

    @staticmethod
    def is_wanted(comparison: Comparison) -> bool:
        """Whether there is anything to show."""
        return bool(comparison.reference_checks)

    def show_answers(self, answers: Answers, language: Language) -> None:
        """One row per figure; a part without any is left out."""
        comparison = answers.comparison
        published = [figure for figure in answers.reference_checks if not is_actual(figure.check)]
        own = variances(comparison)
        for head, told, rows in ((OWN, OWN_INTRODUCTION, own), (PUBLISHED, INTRODUCTION, published)):
            self._heads[head].setText(head(language))
            self._introductions[head].say(told(language) if rows else "")
            self._heads[head].setVisible(bool(rows))
        self.enter.setText(ENTER(language))
        self.actuals.setVisible(bool(own))
        self.actuals.setAccessibleName(OWN(language))
        self.actuals.show_variances(comparison, own, language)
        self.table.setVisible(bool(published))
        self.table.setAccessibleName(self.title(language))
        lines = [published_line(comparison, figure, language) for figure in published]
        self.table.show_lines([header(language) for header in HEADERS], lines)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        top = QHBoxLayout()
        top.addWidget(self._heads[OWN])
        top.addStretch(1)
        top.addWidget(self.enter)
        column.addLayout(top)
        for part in (
            self._introductions[OWN], self.actuals, self._heads[PUBLISHED], self._introductions[PUBLISHED], self.table,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        for head in self._heads.values():
            head.setProperty("tone", "title")
        scroll = ScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        for plain in (scroll.viewport(), inside):
            plain.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
