"""One step of a calculation, of which tapes are made and which every evaluator reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.record import record


@record
class Operation:
    """slots[target] = function(slots[a], slots[b], ...)"""

    function: str
    target: int
    arguments: tuple[int, ...]


def leading_to(slots: Iterable[int], operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """Those of the operations that these slots depend on, in order."""
    needed, kept = set(slots), []
    for operation in reversed(operations):
        if operation.target in needed:
            needed.update(operation.arguments)
            kept.append(operation)
    return tuple(reversed(kept))
