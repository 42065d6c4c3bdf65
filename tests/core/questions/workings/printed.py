"""Reads printed workings as a person with a calculator would: numbers, signs and brackets, and nothing else."""

from __future__ import annotations

import re

from core.formula.grammar import parse
from core.formula.tree import Name, Number, walk
from core.questions.workings.formulas import value_of

SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
# Words of units that hold digits or signs of their own; a multiple (2.5×) has no space before its sign.
UNIT_WORDS = re.compile(r"per 1M tokens|(?<=\d)×(?!\d)")
TOKEN = re.compile(
    r"(?P<minus>−?)[$¥]?(?P<digits>\d[\d,]*(?:\.\d+)?)(?:e(?P<power>-?\d+)|×10(?P<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?P<percent>%?)"
    r"|(?<= )(?P<sign>[+−×÷])(?= |（)"
    r"|(?P<bracket>[()（）])"
)
SIGNS = {"−": "-", "×": "*", "÷": "/", "+": "+", "（": "(", "）": ")", "(": "(", ")": ")"}


def tokens(printed: str) -> list[str]:
    """The printed expression in the formula language, token by token, its words and units left out."""
    text = UNIT_WORDS.sub("", printed).replace("）", "） ")
    found = []
    for match in TOKEN.finditer(text):
        if match["digits"]:
            power = match["power"] or (match["raised"] or "0").translate(SUPERSCRIPTS)
            number = float(f"{match['digits'].replace(',', '')}e{int(power) - (2 if match['percent'] else 0)}")
            found.append(("-" if match["minus"] else "") + repr(number))
        else:
            found.append(SIGNS[match["sign"] or match["bracket"]])
    return found


def worked_out(formula: str) -> float:
    """What a formula without names comes to."""
    tree = parse(formula)
    assert not any(isinstance(part, Name) for part in walk(tree)), formula
    return value_of(tree, {})


def numbers_in(formula: str) -> list[float]:
    """The numbers of a formula, sorted, without their signs: words may put them into another order."""
    return sorted(abs(part.value) for part in walk(parse(formula)) if isinstance(part, Number))


def printed_numbers(printed: str) -> list[float]:
    """The same of a printed expression."""
    return sorted(abs(float(token)) for token in tokens(printed) if token[-1].isdigit())
