"""One unit for a whole row or axis: k, M, B, T in English, 万, 亿, 万亿 in Chinese, chosen from the largest value. A
row with less than one of its unit in it is told in the next smaller unit, as long as no figure gets five digits: $531k
beside $3,660k, but $0.53M beside $10.27M.

The large units stand in one table that single numbers (`numbers.py`) use as well, so a label, a table and an axis can
never disagree about where a unit begins.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from core.record import record
from core.wording.rounding import (
    MINUS,
    NOT_DEFINED,
    decimals_for,
    exponent_of,
    fixed,
    half_up,
    is_defined,
    power_of_ten,
)
from core.wording.text import Language

MOST_FLOAT = sys.float_info.max  # what a share of 10³⁰⁷ is in per cent cannot be held

Currency = Literal["USD", "CNY"]
Kind = Literal["number", "share", "USD", "CNY"]


@record
class LargeUnit:
    """A word for a power of ten, used for magnitudes from `starts` on, until the next one takes over."""

    exponent: int
    word: str
    starts: float


LARGE_UNITS: dict[Language, tuple[LargeUnit, ...]] = {
    "en": (
        LargeUnit(0, "", 0),
        LargeUnit(3, "k", 1e4),
        LargeUnit(6, "M", 1e6),
        LargeUnit(9, "B", 1e9),
        LargeUnit(12, "T", 1e12),
    ),
    "zh": (LargeUnit(0, "", 0), LargeUnit(4, "万", 1e4), LargeUnit(8, "亿", 1e8), LargeUnit(12, "万亿", 1e12)),
}
# From here on only powers of ten are shown; nobody says "1,000,000T".
BEYOND_WORDS = 1e16

# The sign before an amount in tables and on axes, where a sentence would end in a word.
CURRENCY_SIGNS: dict[Kind, dict[Language, str]] = {
    "USD": {"en": "$", "zh": "US$"},
    "CNY": {"en": "¥", "zh": "¥"},
}
_MOST_AXIS_DECIMALS = 2
_MOST_ROW_DECIMALS = 2
_FEWEST_DIGITS = 2  # of every value of a row that is worth telling beside the largest
_FIVE_DIGITS = 10_000
_CENTS = 2
_WHOLE_FROM = 1_000.0  # of a unit: a figure of a row that is as large has no decimals
_WORTH_TELLING = 1e-3  # of the largest
_SHARES_IN_WHOLES = 100.0  # from 10,000% on
_FINEST_DECIMALS = 12
_SMALLEST_PLAIN = 1e-9
_SMALLEST_POWER = -300  # dividing by less would divide by nothing
# A value that is not zero but too small for the unit of its row.
_NEARLY_NOTHING = "\u22480"


@record
class Scale:
    """How to write every number of one row or axis: the same unit, the same number of decimals."""

    exponent: int  # numbers are divided by ten to this power
    decimals: int
    prefix: str = ""
    suffix: str = ""
    spare_decimals: int = 2  # how many more a value may take that would otherwise look like nothing
    whole_from: float = math.inf  # in the unit: from here on there are no decimals

    def __call__(self, value: float | None) -> str:
        """The number with its sign, currency and unit; an en dash when it is not defined."""
        if value is None or not is_defined(value):
            return NOT_DEFINED
        text = self._magnitude(abs(value))
        if text == "0":
            return f"{self.prefix}0{'%' if self.suffix == '%' else ''}"
        if text == _NEARLY_NOTHING:
            return text
        return f"{MINUS if value < 0 else ''}{self.prefix}{text}{self.suffix}"

    def decimals_of(self, magnitude: float) -> str:
        """What is written after the point."""
        return self._magnitude(magnitude).partition(".")[2]

    def _magnitude(self, magnitude: float) -> str:
        if magnitude == 0:
            return "0"
        scaled = min(magnitude / 10.0**self.exponent, MOST_FLOAT)
        if scaled >= self.whole_from or half_up(scaled * 10.0**self.decimals) >= self.whole_from * 10.0**self.decimals:
            return fixed(scaled, 0)
        for decimals in range(self.decimals, self.decimals + self.spare_decimals + 1):
            if half_up(scaled * 10.0**decimals):
                return fixed(scaled, decimals)
        return _NEARLY_NOTHING


def large_unit(magnitude: float, language: Language) -> LargeUnit:
    """The unit a magnitude is told in. One that would round up to the next unit's start already belongs there."""
    chosen = LARGE_UNITS[language][0]
    for unit in LARGE_UNITS[language][1:]:
        step = 10.0**chosen.exponent
        if half_up(magnitude / step) * step < unit.starts:
            break
        chosen = unit
    return chosen


def row_scale(values: Iterable[float | None], language: Language, kind: Kind = "number", digits: int = 3) -> Scale:
    """The scale of a table row: the unit of its largest value or the next smaller one, and decimals that show `digits`
    digits of it, two of smaller ones, and no zeros that all of the row would end in.

    `kind` is "number", "share" (fractions told as per cent) or a currency. Values that are not defined do not count.
    """
    defined = [abs(v) for v in values if v is not None and is_defined(v)]
    largest = max(defined, default=0.0)
    if kind == "share":
        return _without_zeros(Scale(-2, 1, suffix="%", whole_from=_SHARES_IN_WHOLES), defined)
    if _beyond_words(largest):
        return _scale_of_powers(largest, 2, _prefix(kind, language))
    unit = large_unit(largest, language)
    decimals = _row_decimals(largest / 10.0**unit.exponent, unit, kind, digits)
    if unit.exponent == 0 and kind == "number" and all(v == half_up(v) for v in defined):
        decimals = 0
    smallest = min((v for v in defined if v > largest * _WORTH_TELLING), default=largest)
    if unit.exponent:
        unit, decimals = _finer(smallest, largest, unit, decimals, language)
    scale = Scale(unit.exponent, decimals, _prefix(kind, language), unit.word, whole_from=_WHOLE_FROM)
    return _without_zeros(scale, defined)


def _finer(
    smallest: float, largest: float, unit: LargeUnit, decimals: int, language: Language
) -> tuple[LargeUnit, int]:
    """A unit and decimals that leave the smallest value worth telling two of its digits. Without a word for the unit,
    and in Chinese, where units lie ten thousand apart, a figure may get five digits for that."""
    mantissa = smallest / 10.0**unit.exponent
    needed = decimals_for(mantissa, _FEWEST_DIGITS)
    units = LARGE_UNITS[language]
    below = units[units.index(unit) - 1]
    less_than_one = half_up(mantissa * 100) < 100
    if needed > _MOST_ROW_DECIMALS and (language == "zh" or not below.exponent):
        fits = True
    else:
        fits = less_than_one and half_up(largest / 10.0**below.exponent) < _FIVE_DIGITS
    if not fits:
        return unit, max(decimals, min(needed, _MOST_ROW_DECIMALS))
    return below, decimals_for(smallest / 10.0**below.exponent, _FEWEST_DIGITS) if below.exponent else 0


def _without_zeros(scale: Scale, magnitudes: Iterable[float]) -> Scale:
    """Without the decimals that are zeros in all of the row; of cents both or none."""
    ends = [scale.decimals_of(magnitude) for magnitude in magnitudes]
    needed = max((len(end.rstrip("0")) for end in ends), default=scale.decimals)
    if needed and scale.prefix and not scale.exponent and scale.decimals == _CENTS:
        return scale
    return replace(scale, decimals=min(scale.decimals, needed))


def _row_decimals(mantissa: float, unit: LargeUnit, kind: Kind, digits: int) -> int:
    if kind in CURRENCY_SIGNS and unit.exponent == 0 and 0.1 <= mantissa < 100:
        return 2  # cents
    power = 10.0 ** decimals_for(mantissa, digits)
    return decimals_for(half_up(mantissa * power) / power, digits)  # 0.9999 is told as 1.00


@lru_cache(maxsize=256)
def axis_scale(largest: float, step: float, language: Language, kind: Kind = "number") -> Scale:
    """The scale of an axis: `largest` is the greatest magnitude on it, `step` the distance of its closest labels.

    Labels of neighbouring ticks always differ; where the usual unit would need more than two decimals for that, a
    smaller unit is taken.
    """
    if kind == "share":
        return Scale(-2, _step_decimals(step * 100), suffix="%", spare_decimals=0)
    prefix = _prefix(kind, language)
    if not is_defined(largest):  # an axis before it has a range
        return Scale(0, 0, prefix)
    if _beyond_words(largest):
        decimals = _step_decimals(step / 10.0 ** _power_for(largest))
        return replace(_scale_of_powers(largest, decimals, prefix), spare_decimals=0)
    top = large_unit(largest, language).exponent
    for unit in reversed([u for u in LARGE_UNITS[language] if u.exponent <= top]):
        decimals = _step_decimals(step / 10.0**unit.exponent)
        if decimals <= _MOST_AXIS_DECIMALS:
            break
    return Scale(unit.exponent, decimals, prefix, unit.word, spare_decimals=0)


def tick_labels(ticks: Iterable[float], language: Language, kind: Kind = "number") -> list[str]:
    """The labels of one set of ticks, all in one unit."""
    values = list(ticks)
    ordered = sorted(set(values))
    largest = max(map(abs, values), default=0.0)
    step = min((b - a for a, b in pairwise(ordered)), default=largest)
    scale = axis_scale(largest, step, language, kind)
    needed = max((_step_decimals(abs(v) / 10.0**scale.exponent) for v in values if v), default=0)
    return [replace(scale, decimals=max(scale.decimals, needed))(v) for v in values]


def _step_decimals(step: float) -> int:
    """Decimals that write multiples of `step` without rounding, or three digits of it where there is no such number."""
    if step <= 0 or not is_defined(step):
        return 0
    finest = max(0, 2 - exponent_of(step))
    for decimals in range(min(finest, _FINEST_DECIMALS)):
        scaled = step * 10.0**decimals
        if half_up(scaled) and abs(scaled - half_up(scaled)) < 1e-6 * scaled:
            return decimals
    return min(finest, _FINEST_DECIMALS)


def _beyond_words(largest: float) -> bool:
    """Too large for the largest word, or too small for a number with zeros in front."""
    return largest >= BEYOND_WORDS or 0 < largest < _SMALLEST_PLAIN


def _power_for(largest: float) -> int:
    return max(exponent_of(largest), _SMALLEST_POWER)


def _scale_of_powers(largest: float, decimals: int, prefix: str) -> Scale:
    """A power of ten as the common unit, where there is no word for one."""
    power = _power_for(largest)
    return Scale(power, decimals, prefix, power_of_ten(power))


def _prefix(kind: Kind, language: Language) -> str:
    signs = CURRENCY_SIGNS.get(kind)
    return signs[language] if signs else ""
