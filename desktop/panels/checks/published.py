"""The rows of published figures: what others have published, ours beside it, and where it was published."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.questions.reference_checks import CheckedFigure
from core.wording.dates import full_date
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.rounding import as_finely
from core.wording.text import Language, Text, words
from desktop.differences import difference_words

HEADERS = (
    Text("Figure", "数字"), Text("Published", "公布值"), Text("Here", "本对比"), Text("Difference", "差异"),
    Text("Source", "来源"),
)  # fmt: skip
SHARES = (19, 17, 17, 16, 31)
WORDS = frozenset({0, 4})
_DIGITS = 3  # of ours: a margin of -24.7 % beside a published -24 % is no -25 %
NO_SOURCE = Text("no source given", "未注明来源")
CHECKED = Text("Last looked at on {date}", "最近核对：{date}")


def published_line(comparison: Comparison, figure: CheckedFigure, language: Language) -> list[tuple[str, str]]:
    """Words and tips of one row."""
    check, unit = figure.check, figure.check.unit
    ours = as_finely(figure.ours, check.published, _DIGITS)
    return [
        (words(check.name, language), words(comparison.alternative(check.alternative).name, language)),
        (exact_value(check.published, unit, language), ""),
        (exact_value(ours, unit, language), exact_value(figure.ours, unit, language)),
        (
            difference_words(figure.difference, figure.relative, unit, language),
            exact_value(figure.difference, unit, language),
        ),
        (_source(figure, language), _age(figure, language)),
    ]


def _source(figure: CheckedFigure, language: Language) -> str:
    source = figure.check.source
    told = words(NO_SOURCE if source is None else source.text, language)
    return "\n".join(part for part in (told, words(figure.check.remark, language)) if part)


def _age(figure: CheckedFigure, language: Language) -> str:
    source = figure.check.source
    return "" if source is None else CHECKED.filled(date=both(full_date, source.checked))(language)
