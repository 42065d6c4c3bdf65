"""A formula with what people call its quantities instead of their ids."""

from __future__ import annotations

from collections.abc import Mapping

from core.formula.tree import Name, Node, Number
from core.formula.words import SUM, Said, said
from core.questions.workings.formulas import Quantity
from core.wording.numbers import exact
from core.wording.text import Text
from core.wording.unit_words import SWITCH

_SIGNS = frozenset(",:;()+−×÷=，：；（）、")  # a label with one of these in it needs quotes amid a formula


def in_labels(node: Node, quantities: Mapping[str, Quantity]) -> Text:
    """The formula in words. Labels stand in quotes where they would run into the words or signs around them; a name
    alone is its label."""

    def leaf(part: Name | Number, prose: bool) -> Said:
        if isinstance(part, Number):
            return Said(plain_number(part.value), SUM) if part.value < 0 else Said(plain_number(part.value))
        quantity = quantities[part.id]
        label = quantity.label
        quoted = Text(_quoted(label.en, prose), _quoted(label.zh, prose))
        return Said(quoted, switch=quantity.unit == SWITCH)

    return quantities[node.id].label if isinstance(node, Name) else said(node, leaf)


def plain_number(value: float) -> Text:
    """A number that stands in a formula itself, with all its digits."""
    return Text(exact(value), exact(value))


def _quoted(label: str, prose: bool) -> str:
    return f"“{label}”" if prose or not _SIGNS.isdisjoint(label) else label
