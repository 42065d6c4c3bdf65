"""The formulas of one business model as trees, what its quantities are called, and what a formula comes to when it is
worked out by hand with given values."""

from __future__ import annotations

from collections.abc import Mapping

from core.engine.careful import careful_scalar
from core.formula.constants import CONSTANTS
from core.formula.grammar import parse
from core.formula.tree import Call, Name, Node, Number
from core.model.definition import BusinessModel
from core.model.statement import STATEMENT, statement_formulas
from core.record import record
from core.wording.text import Text


@record
class Quantity:
    """What is fixed about a driver, a line, a line of the statement or a constant."""

    id: str
    label: Text
    unit: str
    help: Text


def quantities_of(model: BusinessModel) -> dict[str, Quantity]:
    """Everything a formula of this business model may name, constants included."""
    own = {item.id: Quantity(item.id, item.label, item.unit, item.help) for item in model.quantities}
    statement = {id: Quantity(id, line.name, line.unit, line.help) for id, line in STATEMENT.items()}
    constants = {id: Quantity(id, constant.label, constant.unit, constant.help) for id, constant in CONSTANTS.items()}
    return own | statement | constants


def formulas_of(model: BusinessModel) -> dict[str, Node]:
    """The formula of every line and statement line."""
    return {line.id: parse(line.formula) for line in model.lines} | statement_formulas(model)


def value_of(node: Node, values: Mapping[str, float]) -> float:
    """What a formula comes to, by the engine's own rule for what is not defined (NaN)."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return values[node.id]
    return careful_scalar(node.function, *(value_of(part, values) for part in node.arguments))


def decided(node: Node, values: Mapping[str, float]) -> Node:
    """The formula as it is worked out with these values: only the branch taken, and no rounding to multiples of 0."""
    if not isinstance(node, Call):
        return node
    if node.function == "if_else":
        test, yes, no = node.arguments
        return decided(yes if value_of(test, values) else no, values)
    if node.function == "round_up" and value_of(node.arguments[1], values) == 0:
        return decided(node.arguments[0], values)
    return Call(node.function, tuple(decided(part, values) for part in node.arguments))


def names_in_order(node: Node) -> tuple[str, ...]:
    """Every name in the formula once, from left to right."""
    if isinstance(node, Name):
        return (node.id,)
    if isinstance(node, Number):
        return ()
    return tuple(dict.fromkeys(id for part in node.arguments for id in names_in_order(part)))


def names_used(node: Node, values: Mapping[str, float]) -> frozenset[str]:
    """The names the value depends on: of a choice, those of the test and of the branch taken."""
    if not isinstance(node, Call):
        return frozenset(names_in_order(node))
    parts = node.arguments
    if node.function == "if_else":
        parts = parts[0], parts[1 if value_of(parts[0], values) else 2]
    return frozenset[str]().union(*(names_used(part, values) for part in parts))
