"""Values with their units: the one place that knows that a share is shown as per cent, a price in cents and a switch
as yes or no."""

from __future__ import annotations

from decimal import Decimal

from core.wording.money import exact_money, money, money_in_table
from core.wording.numbers import compact, count, exact_decimal, magnitude_parts, percent, times
from core.wording.rounding import MINUS, NOT_DEFINED, is_defined
from core.wording.text import Language, Text
from core.wording.unit_words import UnitWords, noun_of, spaced, unit_words

YES = Text("yes", "是")
NO = Text("no", "否")


def format_value(value: float | None, unit: str, language: Language) -> str:
    """A value in full, as a sentence needs it: "$0.55 per 1M tokens", 每百万 token 0.55 美元.

    Shares are fractions; `unit` is a unit text of the definition, such as "USD/user/month". An en dash if not defined.
    """
    if value is None or not is_defined(value):
        return NOT_DEFINED
    words = unit_words(unit)
    amount = _amount(value, words, language)
    if language == "zh":
        return f"{words.every} {amount}" if words.denominators else amount
    return amount + words.tail.en


def format_cell(value: float | None, unit: str, language: Language) -> str:
    """A value for a table or beside its unit label: "$0.55", US$0.55, "55%", "73.7k", 7.37万, "yes"."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    words = unit_words(unit)
    if words.currency:
        return money_in_table(value, words.currency, language)
    if words.kind in ("share", "times", "switch"):
        return _amount(value, words, language)
    return compact(value, language)


def editable(value: float, unit: str, language: Language = "en") -> str:
    """The text to put into an entry: typed back through `parse_number` it gives the same float, bit for bit.

    Shares are written as per cent, switches as yes or no, thousands with commas, the minus as any keyboard has it.
    Nothing is rounded. A value that is not defined gives an empty text.
    """
    if not is_defined(value):
        return ""
    kind = unit_words(unit).kind
    if kind == "switch" and value in (0, 1):
        return (YES if value else NO)(language)
    number = Decimal(repr(float(value)))
    if kind == "share":
        return exact_decimal(number.scaleb(2)) + "%"
    return exact_decimal(number)


def exact_value(value: float | None, unit: str, language: Language) -> str:
    """A value with every digit and its unit, for hover texts: "$12,345.678 a month", 12,345.678 美元/月, "8.25%"."""
    if value is None or not is_defined(value):
        return NOT_DEFINED
    words = unit_words(unit)
    if words.kind == "switch":
        return _amount(value, words, language)
    digits = editable(abs(value), unit)
    minus = MINUS if value < 0 else ""
    if words.kind in ("share", "times"):
        return minus + digits + (words.tail(language) if words.kind == "share" else _times_sign(language))
    noun = noun_of(words.numerator)
    if words.currency and language == "en":
        return f"{minus}{noun.one}{digits}{words.tail(language)}"
    if language == "zh":
        return f"{minus}{digits} {noun.zh if words.denominators else noun.counted}{words.tail(language)}"
    single = digits == "1" and words.numerator != "Mtoken"  # whose one, "1M tokens", holds the number already
    return f"{minus}{digits} {noun.one if single else noun.many}{words.tail(language)}"


def hover_value(value: float | None, unit: str, language: Language) -> str:
    """An answer as exactly as anybody needs it, for hover texts: "$12,346 a month", "$9.47 per user", "8.25%"."""
    currency = unit_words(unit).currency
    if currency is None or value is None or not is_defined(value):
        return exact_value(value, unit, language)
    return exact_money(value, currency, language) + unit_words(unit).tail(language)


def _times_sign(language: Language) -> str:
    return " 倍" if language == "zh" else "×"


def _amount(value: float, words: UnitWords, language: Language) -> str:
    if words.currency:
        return money(value, words.currency, language)
    if words.kind == "share":
        return percent(value, language)
    if words.kind == "times":
        return times(value, language)
    if words.kind == "switch":
        return (YES if value else NO)(language)
    if words.numerator == "Mtoken":
        return _counted(value * 1e6, "token", language)
    return _counted(value, words.numerator, language)


def _counted(value: float, symbol: str, language: Language) -> str:
    """A number of things: "227 nodes", 227 个节点, 7.37 万 token."""
    noun = noun_of(symbol)
    text = count(value, language) if symbol == "user" else _sentence_number(value, language)
    if language == "zh":
        return spaced(text, noun.counted) if not text[-1].isdigit() else f"{text} {noun.counted}"
    return f"{text} {noun.one if text == '1' else noun.many}"


def _sentence_number(value: float, language: Language) -> str:
    digits, unit = magnitude_parts(abs(value), language)
    minus = MINUS if value < 0 and digits != "0" else ""
    return f"{minus}{digits} {unit}" if unit and language == "zh" else f"{minus}{digits}{unit}"
