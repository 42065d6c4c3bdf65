"""A difference in words: in the figure's own unit and relative to it, and whether it is a good one."""

from __future__ import annotations

from core.questions.actuals import Variance
from core.wording.numbers import percent_change, points
from core.wording.quantities import format_cell
from core.wording.text import Language, Text
from core.wording.unit_words import unit_words

GOOD, BAD = Text("favourable", "有利"), Text("unfavourable", "不利")


def difference_words(amount: float, relative: float | None, unit: str, language: Language) -> str:
    """In the unit and below it in per cent; between two shares in points."""
    if unit_words(unit).kind == "share":
        return points(amount, language)
    plus = "+" if amount > 0 else ""
    told = plus + format_cell(amount, unit, language)
    return told if relative is None else f"{told}\n{percent_change(relative, language)}"


def variance_words(variance: Variance, language: Language) -> str:
    """The variance in money and per cent, and whether it is a good one."""
    told = difference_words(variance.variance, variance.relative, variance.unit, language)
    if variance.favourable is None:
        return told
    return f"{told}\n{(GOOD if variance.favourable else BAD)(language)}"
