"""One set of driver values through the tape: a loop over operations on plain numbers, in a few microseconds."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from core.engine.careful import ALARMS, careful_scalar
from core.engine.operation import Operation
from core.engine.tape import Tape
from core.formula.functions import FUNCTIONS

# A function with the slots of its result and its arguments, -1 for an argument it has not.
Step = tuple[Callable[..., float], int, int, int, int]


class ScalarProgram:
    """Some operations of a tape, in order, over a list of plain numbers, one for each slot."""

    def __init__(self, tape: Tape, operations: Sequence[Operation]) -> None:
        self._operations = operations
        self._steps = [_step(operation) for operation in operations]
        self._drivers = tape.drivers
        self._rest = [tape.constants.get(slot, 0.0) for slot in range(len(tape.drivers), tape.size)]

    def slots(self, values: Mapping[str, float]) -> list[float]:
        """The value of every slot; 0 in those that the operations do not compute. NaN: not defined."""
        return self.filled([*map(values.__getitem__, self._drivers)])

    def filled(self, drivers: list[float]) -> list[float]:
        """The same from the drivers' values in the order of the tape."""
        slots = drivers + self._rest
        try:
            _run(self._steps, slots)
            if math.isfinite(sum(slots)):  # an overflow of * or + raises nothing, but shows here
                return slots
        except ALARMS:
            pass
        for operation in self._operations:
            slots[operation.target] = careful_scalar(operation.function, *[slots[a] for a in operation.arguments])
        return slots


def _step(operation: Operation) -> Step:
    first, second, third = (*operation.arguments, -1, -1)[:3]
    return FUNCTIONS[operation.function].scalar, operation.target, first, second, third


def _run(steps: list[Step], slots: list[float]) -> None:
    for function, target, first, second, third in steps:
        if third >= 0:
            slots[target] = function(slots[first], slots[second], slots[third])
        elif second >= 0:
            slots[target] = function(slots[first], slots[second])
        else:
            slots[target] = function(slots[first])
