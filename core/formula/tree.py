"""What a formula is made of. The nodes are immutable and compare by value, so equal parts of two formulas are equal."""

from __future__ import annotations

from collections.abc import Iterator

from core.record import record


@record
class Number:
    """A literal number, dimensionless."""

    value: float


@record
class Name:
    """A driver, a line item or a named constant."""

    id: str


@record
class Call:
    """A function of the table applied to its arguments; operators are functions too (`add`, `less`, `if_else` ...)."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Name | Call


def names_in(node: Node) -> frozenset[str]:
    """Every name the formula reads."""
    return frozenset(part.id for part in walk(node) if isinstance(part, Name))


def walk(node: Node) -> Iterator[Node]:
    """The node and all its parts, outermost first."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, Call):
            waiting.extend(part.arguments)
