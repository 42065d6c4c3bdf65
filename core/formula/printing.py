"""Writes a tree back as formula text with as few brackets as the grammar needs; read again it gives the same tree."""

from __future__ import annotations

from core.formula.functions import FUNCTIONS
from core.formula.tree import Call, Name, Node, Number


def text_of(node: Node) -> str:
    """The formula as text."""
    return _text(node, 0)


def _text(node: Node, surrounding: int) -> str:
    if isinstance(node, Number):
        written = repr(node.value).removesuffix(".0")
        return f"({written})" if node.value < 0 and surrounding > 3 else written
    if isinstance(node, Name):
        return node.id
    operator = FUNCTIONS[node.function].operator
    if operator is None:
        return f"{node.function}({', '.join(_text(a, 0) for a in node.arguments)})"
    written = _operation(node, operator.symbol, operator.strength)
    return f"({written})" if operator.strength < surrounding else written


def _operation(node: Call, symbol: str, strength: int) -> str:
    """Left operands may be of the same strength, right ones must bind tighter (and the other way round for `**`)."""
    if node.function == "if_else":
        test, yes, no = node.arguments
        return f"{_text(yes, 1)} if {_text(test, 1)} else {_text(no, 0)}"
    if node.function == "negate":
        return f"-{_text(node.arguments[0], strength)}"
    left, right = node.arguments
    if node.function == "power":
        return f"{_text(left, strength + 1)} ** {_text(right, strength - 1)}"
    tighter_left = strength + 1 if strength == 1 else strength  # comparisons do not chain
    return f"{_text(left, tighter_left)} {symbol} {_text(right, strength + 1)}"
