"""Does it agree with what was published? Published figures beside the comparison's own, with the difference shown."""

from __future__ import annotations

import math
from decimal import Decimal

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.questions.reference_checks import CheckedFigure
from core.wording.dates import full_date
from core.wording.numbers import both, percent_change, points
from core.wording.quantities import exact_value, format_cell
from core.wording.rounding import decimals_for
from core.wording.text import Language, Text, words
from core.wording.unit_words import unit_words
from desktop.answers import Answers
from desktop.panel import Panel
from desktop.plain_table import PlainTable
from desktop.session import Session
from desktop.theme import GRID, Theme

INTRODUCTION = Text(
    "Figures others have published, beside what this comparison works out. The difference is shown, not tuned away.",
    "他人公布的数字与本对比计算结果并列。差异如实列出，不作调整。",
)
HEADERS = (
    Text("Figure", "数字"), Text("Published", "公布值"), Text("Here", "本对比"), Text("Difference", "差异"),
    Text("Source", "来源"),
)  # fmt: skip
SHARES = (19, 17, 17, 16, 31)
WORDS = frozenset({0, 4})
_FEWEST_DIGITS = 2  # of our own figure
NO_SOURCE = Text("no source given", "未注明来源")
CHECKED = Text("Last looked at on {date}", "最近核对：{date}")


class ChecksPanel(Panel):
    """Worth showing only for comparisons that have something published to be checked against."""

    title = Text("Published figures", "公布数字核对")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._introduction = QLabel()
        self._introduction.setWordWrap(True)
        self._introduction.setProperty("tone", "muted")
        self._introduction.setContentsMargins(GRID, 0, GRID, 0)
        self.table = PlainTable(SHARES, WORDS)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._introduction)
        column.addWidget(self.table)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        for plain in (scroll.viewport(), inside):
            plain.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    @staticmethod
    def is_wanted(comparison: Comparison) -> bool:
        """Whether there is anything to show."""
        return bool(comparison.reference_checks)

    def show_answers(self, answers: Answers, language: Language) -> None:
        """One row per published figure."""
        self._introduction.setText(INTRODUCTION(language))
        self.table.setAccessibleName(self.title(language))
        lines = [_line(answers.comparison, figure, language) for figure in answers.reference_checks]
        self.table.show_lines([header(language) for header in HEADERS], lines)


def _line(comparison: Comparison, figure: CheckedFigure, language: Language) -> list[tuple[str, str]]:
    check, unit = figure.check, figure.check.unit
    ours = _as_finely(figure.ours, check.published)
    return [
        (words(check.name, language), words(comparison.alternative(check.alternative).name, language)),
        (exact_value(check.published, unit, language), ""),
        (exact_value(ours, unit, language), exact_value(figure.ours, unit, language)),
        (_difference(figure, language), exact_value(figure.difference, unit, language)),
        (_source(figure, language), _age(figure, language)),
    ]


def _as_finely(ours: float, published: float) -> float:
    """Ours with as many decimals as were published, so that both are read alike; the tip has all of them."""
    if not math.isfinite(ours):
        return ours
    published_decimals = -min(0, int(Decimal(repr(published)).normalize().as_tuple().exponent))
    return round(ours, max(published_decimals, decimals_for(abs(ours), _FEWEST_DIGITS)))


def _difference(figure: CheckedFigure, language: Language) -> str:
    """In the figure's own unit and relative to it; between two shares in points."""
    unit = unit_words(figure.check.unit)
    if unit.kind == "share":
        return points(figure.difference, language)
    plus = "+" if figure.difference > 0 else ""
    told = plus + format_cell(figure.difference, figure.check.unit, language)
    if figure.relative is None:
        return told
    return f"{told}\n{percent_change(figure.relative, language)}"


def _source(figure: CheckedFigure, language: Language) -> str:
    source = figure.check.source
    told = words(NO_SOURCE if source is None else source.text, language)
    return "\n".join(part for part in (told, words(figure.check.remark, language)) if part)


def _age(figure: CheckedFigure, language: Language) -> str:
    source = figure.check.source
    return "" if source is None else CHECKED.filled(date=both(full_date, source.checked))(language)
