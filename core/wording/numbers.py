"""Single numbers as people read them: compact figures, counts, per cent and percentage points.

Where a number is not defined (None, not a number, infinite) every function gives an en dash.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from core.wording.rounding import (
    NOT_DEFINED,
    ceiling,
    decimals_for,
    exponent_of,
    fixed,
    half_up,
    is_defined,
    power_of_ten,
    scientific,
    signed,
    trimmed,
)
from core.wording.scale import BEYOND_WORDS, MOST_FLOAT, large_unit
from core.wording.text import Language, Text

_SMALLEST_PLAIN = 1e-6
_ROUNDED_COUNTS = 100_000


def both(function: Callable[..., str], *arguments: object, **options: object) -> Text:
    """The result of a formatting function in both languages: `both(compact, 12_345)`."""
    return Text(function(*arguments, language="en", **options), function(*arguments, language="zh", **options))


def compact(value: float | None, language: Language) -> str:
    """A short figure for tables and labels: 950, 1,234, 12.3k, 1.23M; in Chinese 1.23万, 123万, 1.23亿."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    digits, unit = magnitude_parts(abs(value), language)
    return signed(digits + unit, value)


def magnitude_parts(magnitude: float, language: Language, digits: int = 3) -> tuple[str, str]:
    """The digits and the large unit of a magnitude, for whoever puts a space or a currency between or around them."""
    if magnitude >= BEYOND_WORDS or 0 < magnitude < _SMALLEST_PLAIN:
        return scientific(magnitude, digits), ""
    unit = large_unit(magnitude, language)
    mantissa = magnitude / 10.0**unit.exponent
    return trimmed(fixed(mantissa, decimals_for(mantissa, digits))), unit.word


def count(value: float | None, language: Language) -> str:
    """A number of users in a sentence: exact below 100,000, three digits above: "44,412", "1.23M"; "2 万", "123 万"."""
    return _count(value, language, half_up)


def count_rounded_up(value: float | None, language: Language) -> str:
    """A number of users that is needed at least, such as a break-even: as `count`, never rounded down."""
    return _count(value, language, ceiling)


def _count(value: float | None, language: Language, to_whole: Callable[[float], int]) -> str:
    if value is None or not is_defined(value):
        return NOT_DEFINED
    magnitude = abs(value)
    step = 10 ** (exponent_of(magnitude) - 2) if magnitude >= _ROUNDED_COUNTS else 1
    rounded = to_whole(magnitude / step) * step
    told_in_digits = rounded < 1_000_000 if language == "en" else rounded < _ROUNDED_COUNTS and rounded % 100
    if told_in_digits:
        return signed(f"{rounded:,}", value)
    digits, unit = magnitude_parts(rounded, language)
    return signed(f"{digits} {unit}" if unit and language == "zh" else digits + unit, value)


def exact(value: float | None) -> str:
    """Every digit there is, for hover texts and entries: 1,234,567.89. The same in both languages."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    text = exact_decimal(Decimal(repr(abs(value))))
    mantissa, _, exponent = text.partition("e")
    return signed(f"{mantissa}{power_of_ten(int(exponent))}" if exponent else text, value)


def exact_decimal(number: Decimal) -> str:
    """Every digit of a decimal number with an ordinary hyphen as minus; powers of ten as 1e-300 where zeros abound."""
    if number.is_zero():
        return "0"
    if not -7 <= number.adjusted() < 16:
        digits, _, exponent = f"{number.normalize():e}".partition("e")
        return f"{digits}e{int(exponent)}"
    return trimmed(f"{number:,f}")


def percent(share: float | None, language: Language) -> str:
    """A fraction as per cent: 0.084 -> 8.4%, 0.55 -> 55%, 5.452 -> 545%, 0.00031 -> 0.031%."""
    if share is None or not is_defined(share):
        return NOT_DEFINED
    return signed(_percent_digits(min(abs(share) * 100, MOST_FLOAT), language), share) + "%"


def percent_change(share: float | None, language: Language) -> str:
    """A relative change with its sign: +18%, \u22123%, 0%."""
    text = percent(share, language)
    return "+" + text if share is not None and share > 0 and text not in (NOT_DEFINED, "0%") else text


def points(share: float | None, language: Language) -> str:
    """A difference of two shares: +3 pts, +3 个百分点."""
    if share is None or not is_defined(share):
        return NOT_DEFINED
    digits = _percent_digits(min(abs(share) * 100, MOST_FLOAT), language)
    text = f"+{digits}" if share > 0 and digits != "0" else signed(digits, share)
    if language == "zh":
        return f"{text} 个百分点"
    return f"{text} pt" if digits == "1" else f"{text} pts"


def times(multiple: float | None, language: Language) -> str:
    """A multiple: 2.5×, 2.5 倍. The hundreds keep a tenth, as such ratios are quoted: 277.8×, 30×, 1,071×."""
    if multiple is None or not is_defined(multiple):
        return NOT_DEFINED
    hundreds = 99.95 <= abs(multiple) < 999.95
    text = signed(trimmed(fixed(abs(multiple), 1)), multiple) if hundreds else compact(multiple, language)
    return f"{text} 倍" if language == "zh" else f"{text}×"


def _percent_digits(hundredths: float, language: Language) -> str:
    if hundredths == 0:
        return "0"
    if hundredths < 0.995:
        return trimmed(fixed(hundredths, decimals_for(hundredths, 2))) if hundredths > 1e-4 else "0"
    if hundredths < 9_999.5:
        return trimmed(fixed(hundredths, 1 if hundredths < 99.95 else 0))
    return "".join(magnitude_parts(hundredths, language))
