"""The value of one formula over figures already known: for what no business model has a line for, such as a published
figure to check against."""

from __future__ import annotations

from collections.abc import Mapping

from core.engine.careful import careful_scalar
from core.errors import UsageError
from core.formula.constants import CONSTANTS
from core.formula.tree import Name, Node, Number
from core.wording.text import Text


def formula_value(node: Node, known: Mapping[str, float]) -> float:
    """The value, NaN where it is not defined. Raises `UsageError` for a name that is neither known nor a constant."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        if node.id in CONSTANTS:
            return CONSTANTS[node.id].value
        if node.id not in known:
            raise UsageError(Text(f'There is no figure "{node.id}" here.', f"此处没有“{node.id}”这个数。"))
        return known[node.id]
    return careful_scalar(node.function, *(formula_value(part, known) for part in node.arguments))
