"""Thresholds in words: rounded so that the number told is itself on the far side of the threshold, and never the same
words as the value now."""

from __future__ import annotations

import math

from core.wording.numbers import both
from core.wording.quantities import format_cell, format_value
from core.wording.rounding import exponent_of, is_defined
from core.wording.text import Text
from core.wording.unit_words import unit_words

_FEW, _MOST = 3, 12  # significant digits
_SMALL_PART = 0.5  # of the way to the threshold, that rounding may add to it
_ONE_PER_CENT = 0.00995  # from here on a share shows tenths of a per cent


def rounded_beyond(threshold: float, now: float, unit: str) -> float:
    """The threshold with three significant digits, rounded away from the value now; with more where three would tell
    a far longer way. A share is rounded to a tenth of a per cent at most, because no more of it is shown."""
    if not is_defined(threshold) or threshold in (now, 0):
        return threshold
    told, best = format_cell(now, unit, "en"), threshold
    for digits in range(_FEW, _MOST + 1):
        decimals = digits - 1 - exponent_of(abs(threshold))
        if unit_words(unit).kind == "share" and abs(threshold) >= _ONE_PER_CENT:
            decimals = min(decimals, 3)
        rounded = _rounded(threshold, decimals, up=threshold > now)
        if format_cell(rounded, unit, "en") == told:
            break
        best = rounded
        if abs(rounded - threshold) <= _SMALL_PART * abs(threshold - now):
            break
    return best


def _rounded(value: float, decimals: int, *, up: bool) -> float:
    scaled = value * 10.0**decimals if decimals >= 0 else value / 10.0**-decimals
    nearest = round(scaled)
    whole = nearest if math.isclose(scaled, nearest, rel_tol=1e-12) else math.ceil(scaled) if up else math.floor(scaled)
    return whole / 10.0**decimals if decimals >= 0 else whole * 10.0**-decimals


def amount_text(value: float | None, unit: str) -> Text:
    """A value without what it is counted per, for sentences that name the assumption: "$21.50", 21.50 美元, "42%",
    "14,200 tokens", "yes"."""
    words = unit_words(unit)
    plain = unit if words.kind in ("switch", "times") else words.numerator
    return both(format_value, value, plain)
