"""One step of a calculation, of which tapes are made and which every evaluator reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operation:
    """slots[target] = function(slots[a], slots[b], ...)"""

    function: str
    target: int
    arguments: tuple[int, ...]
