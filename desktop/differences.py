"""A difference in words: in the figure's own unit and relative to it, and whether it is a good one."""

from __future__ import annotations

import math
from decimal import Decimal

from core.questions.actuals import Variance
from core.wording.numbers import percent_change, points
from core.wording.quantities import format_cell
from core.wording.rounding import decimals_for
from core.wording.text import Language, Text
from core.wording.unit_words import unit_words

_SAME, _MORE = 1e-9, 4  # nearer than that is the same; decimals that are tried to tell two figures apart
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


def as_finely(ours: float, given: float, fewest: int = 2) -> float:
    """Ours with as many decimals as were given, so that both are read alike, and no fewer digits than `fewest`; with
    more where the two would look the same and are not."""
    if not math.isfinite(ours):
        return ours
    given_decimals = -min(0, int(Decimal(repr(given)).normalize().as_tuple().exponent))
    decimals = max(given_decimals, decimals_for(abs(ours), fewest))
    if not math.isclose(ours, given, rel_tol=_SAME):
        decimals = next((d for d in range(decimals, decimals + _MORE) if round(ours, d) != given), decimals)
    return round(ours, decimals)
