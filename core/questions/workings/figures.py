"""A formula with its numbers in place, each with as few digits as still lead to the result that is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.formula.printing import text_of
from core.formula.tree import Call, Name, Node, Number
from core.formula.words import SUM, Said, said
from core.questions.workings.formulas import Quantity, value_of
from core.questions.workings.labels import plain_number
from core.wording.numbers import both
from core.wording.quantities import exact_value, format_value
from core.wording.rounding import decimals_for
from core.wording.text import Language, Text
from core.wording.unit_words import unit_words

FEWEST_DIGITS = 6
MOST_DIGITS = 18  # every float is told apart
_ONE_DECIMAL = re.compile(r"(\.\d)(?!\d)")


def rounded(value: float, digits: int = FEWEST_DIGITS) -> float:
    """`value` with so many significant digits; whole numbers keep all of theirs, and cents are never cut in half."""
    decimals = decimals_for(abs(value), digits)
    return float(f"{value:.{2 if decimals == 1 else decimals}f}")


def figure(value: float, unit: str) -> Text:
    """A value with its unit and all digits it has: "$87,115.60 a month", "226.857 nodes", "56.25%"."""
    return both(_figure, value, unit)


def _figure(value: float, unit: str, language: Language) -> str:
    text = exact_value(value, unit, language)
    return _ONE_DECIMAL.sub(r"\g<1>0", text, count=1) if unit_words(unit).currency else text


def digits_needed(node: Node, result: float, unit: str, values: Mapping[str, float]) -> int:
    """With how many digits of each number the formula comes to what is shown for `result`."""
    shown = _shown(result, unit)
    for digits in range(FEWEST_DIGITS, MOST_DIGITS):
        if _shown(value_of(_filled(node, values, digits), {}), unit) == shown:
            return digits
    return MOST_DIGITS


def _shown(value: float, unit: str) -> tuple[float, Text]:
    return rounded(value), both(format_value, value, unit)


def in_digits(node: Node, values: Mapping[str, float], digits: int) -> str:
    """The formula in plain digits, as the formula language and any calculator read it: (12 + 0.5) * 3."""
    return text_of(_filled(node, values, digits))


def _filled(node: Node, values: Mapping[str, float], digits: int) -> Node:
    if isinstance(node, Name):
        return Number(rounded(values[node.id], digits))
    if isinstance(node, Call):
        return Call(node.function, tuple(_filled(part, values, digits) for part in node.arguments))
    return node


def in_figures(node: Node, values: Mapping[str, float], quantities: Mapping[str, Quantity], digits: int) -> Text:
    """The formula to read aloud, every number with its unit."""

    def leaf(part: Name | Number, _prose: bool) -> Said:
        if isinstance(part, Number):
            return _signed(part.value, plain_number(part.value))
        value = rounded(values[part.id], digits)
        return _signed(value, figure(value, quantities[part.id].unit))

    return said(node, leaf)


def _signed(value: float, words: Text) -> Said:
    """A negative amount stands in brackets after a sign."""
    return Said(words, SUM) if value < 0 else Said(words)
