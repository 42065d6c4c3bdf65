"""Amounts of money: with the sign before them in English and in tables, with the currency's name after them in
Chinese sentences. The engine's amounts stay in the currency they have; nothing here converts."""

from __future__ import annotations

from core.wording.numbers import both, exact, magnitude_parts
from core.wording.rounding import (
    MINUS,
    NOT_DEFINED,
    decimals_for,
    exponent_of,
    fixed,
    half_up,
    is_defined,
    trimmed,
)
from core.wording.scale import CURRENCY_SIGNS, Currency
from core.wording.text import Language, Text

_NO_CENTS_FROM = 999.995
# What follows an amount in a Chinese sentence.
CURRENCY_WORDS: dict[Currency, str] = {"USD": "美元", "CNY": "元"}


def money(value: float | None, currency: Currency, language: Language) -> str:
    """An amount in a sentence: $1.23M, ¥950, $0.007; 123 万美元, 950 元, 0.007 美元."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    if language == "en":
        return money_in_table(value, currency, language)
    digits, unit = _amount(abs(value), language)
    return f"{_minus(value, digits)}{digits} {unit}{CURRENCY_WORDS[currency]}"


def money_in_table(value: float | None, currency: Currency, language: Language) -> str:
    """An amount in a table cell or a label: $1.23M, \u2212$40k; US$123万, \u2212¥4万."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    digits, unit = _amount(abs(value), language)
    return f"{_minus(value, digits)}{CURRENCY_SIGNS[currency][language]}{digits}{unit}"


def about_money(value: float | None, currency: Currency, digits: int = 3) -> Text:
    """The size of a profit or a loss, without its sign, rounded to `digits` significant digits: "$40k", "4 万美元".

    The sentence around it says "makes about" or "loses about", 盈利约 or 亏损约.
    """
    if value is None or not is_defined(value) or value == 0:
        return both(money, value, currency)
    magnitude = abs(value)
    step = 10.0 ** (exponent_of(magnitude) - digits + 1)
    return both(money, half_up(magnitude / step) * step, currency)


def exact_money(value: float | None, currency: Currency, language: Language, *, cents: bool = False) -> str:
    """An amount for hover texts: $1,234,568, 1,234,568 美元; to the cent below a thousand (`cents`: always), with every
    digit below one unit of money."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    magnitude = abs(value)
    decimals = 2 if cents or magnitude < _NO_CENTS_FROM else 0
    text = _trimmed_money(fixed(magnitude, decimals)) if 1 <= magnitude < 1e13 else exact(magnitude)
    if language == "zh":
        return f"{_minus(value, text)}{text} {CURRENCY_WORDS[currency]}"
    return f"{_minus(value, text)}{CURRENCY_SIGNS[currency][language]}{text}"


def listed_price(value: float | None, currency: Currency, language: Language) -> str:
    """A price as a list publishes it, every digit and never fewer than cents: $0.0028, $0.50, $75; US$0.50."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    digits = exact(abs(value))
    text = _at_least_cents(digits) if "." in digits else digits
    return f"{_minus(value, text)}{CURRENCY_SIGNS[currency][language]}{text}"


def _trimmed_money(text: str) -> str:
    """Whole amounts without cents, others with both: 2.00 -> 2, 2.50 -> 2.50."""
    return text.removesuffix(".00")


def _amount(magnitude: float, language: Language) -> tuple[str, str]:
    """Digits and large unit: cents below 100, three digits below 1 (never fewer than cents), two below 0.1."""
    if 0.0995 <= magnitude < 0.9995:
        return _at_least_cents(trimmed(fixed(magnitude, 3))), ""
    if 0.9995 <= magnitude < 99.995:
        return _trimmed_money(fixed(magnitude, 2)), ""
    if 1e-6 <= magnitude < 0.0995:
        return trimmed(fixed(magnitude, decimals_for(magnitude, 2))), ""
    return magnitude_parts(magnitude, language)


def _at_least_cents(text: str) -> str:
    whole, _, cents = text.partition(".")
    return f"{whole}.{cents:0<2}"


def _minus(value: float, digits: str) -> str:
    return MINUS if value < 0 and digits != "0" else ""
