"""Figures by another period or in another currency than they were computed in, and the formulas that may be told so."""

from __future__ import annotations

import math
from collections.abc import Collection

from core.formula.tree import Name, Node, Number
from core.questions.display import Display
from core.questions.workings.formulas import Quantity

_ALONG = frozenset({"add", "subtract", "negate", "min", "max"})


def as_shown(display: Display, quantity: Quantity, value: float) -> tuple[float, str]:
    """An answer and its unit as the display asks for them."""
    found, unit = display.figure(value, quantity.unit)
    return (math.nan if found is None else found), unit


def scales_along(node: Node, answers: Collection[str]) -> bool:
    """Whether a formula is made of answers alone and comes to twice as much when each of them is twice as much, so that
    it may be worked out in whatever they are shown in."""
    if isinstance(node, Name):
        return node.id in answers
    if isinstance(node, Number):
        return node.value == 0
    return node.function in _ALONG and all(scales_along(part, answers) for part in node.arguments)
