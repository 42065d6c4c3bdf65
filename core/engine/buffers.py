"""Which operation writes into which buffer: as few buffers as possible, so that they stay in the processor's cache."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence

import numpy as np

from core.engine.operation import Operation
from core.formula.normal import Floats

RESULT = -1  # written where the caller wants it
_kept = threading.local()


def assign_buffers(operations: Sequence[Operation], wanted: Collection[int]) -> tuple[tuple[int, ...], int]:
    """For each operation the number of its buffer, or `RESULT` for a wanted slot; and how many buffers there are.

    A buffer is free again after the last operation that reads it, which may itself write into it.
    """
    last = {slot: number for number, operation in enumerate(operations) for slot in operation.arguments}
    place: dict[int, int] = {}
    free: list[int] = []
    count = 0
    for number, operation in enumerate(operations):
        free += sorted(
            {place[slot] for slot in operation.arguments if last[slot] == number and place.get(slot, -1) >= 0}
        )
        if operation.target in wanted:
            place[operation.target] = RESULT
        else:
            if not free:
                free.append(count)
                count += 1
            place[operation.target] = free.pop()
    return tuple(place[operation.target] for operation in operations), count


def scratch(purpose: str, count: int, size: int) -> Floats:
    """`count` buffers of `size` numbers, the same memory for every call of a thread: fresh memory costs time."""
    held: dict[str, Floats] = _kept.__dict__.setdefault("numbers", {})
    if purpose not in held or held[purpose].size < count * size:
        held[purpose] = np.empty(count * size)
    return held[purpose][: count * size].reshape(count, size)
