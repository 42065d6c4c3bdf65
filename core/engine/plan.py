"""A business model ready to compute: the tape bound to the fastest evaluator for the shape of the question."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from core.engine.careful import careful_array
from core.engine.tape import Operation, Tape, compile_tape
from core.formula.functions import FUNCTIONS
from core.formula.normal import Floats
from core.model.definition import BusinessModel

ALARMS = (ZeroDivisionError, OverflowError, ValueError, FloatingPointError)

# What the evaluators loop over: a function with its argument slots, by number of arguments.
Step = tuple[Callable[..., float], int, int, int, int]


class Plan:
    """Evaluates one business model. Values that are not defined come back as NaN, never as infinity or 0."""

    def __init__(self, model: BusinessModel) -> None:
        self.tape: Tape = compile_tape(model)
        self.drivers = self.tape.drivers
        self.outputs = tuple(self.tape.outputs)
        self._steps = [_scalar_step(operation) for operation in self.tape.operations]
        self._template = [self.tape.constants.get(slot, 0.0) for slot in range(self.tape.size)]
        self._needed: dict[tuple[str, ...], tuple[Operation, ...]] = {}

    def evaluate(self, values: Mapping[str, float]) -> dict[str, float]:
        """Every driver, line and statement line for one set of driver values, in the units of the definition.

        `values` holds all drivers as finite numbers; a driver left out raises KeyError.
        """
        slots = self.slots(values)
        return {id: slots[slot] for id, slot in self.tape.outputs.items()}

    def slots(self, values: Mapping[str, float]) -> list[float]:
        """The value of every slot of the tape for one set of driver values."""
        slots = self._template.copy()
        slots[: len(self.drivers)] = [values[id] for id in self.drivers]
        try:
            _run(self._steps, slots)
            if not math.isfinite(sum(slots)):  # an overflow of * or + raises nothing, but shows here
                raise OverflowError
        except ALARMS:
            return [float(value) for value in self._carefully(values, self.tape.operations)]
        return slots

    def evaluate_arrays(self, values: Mapping[str, float | Floats], wanted: Sequence[str]) -> dict[str, Floats]:
        """The wanted outputs over arrays of driver values, which broadcast against each other and against plain
        numbers; an output that depends on no array comes back as a 0-d array."""
        key = tuple(wanted)
        if key not in self._needed:
            self._needed[key] = self.tape.needed_for(key)
        operations = self._needed[key]
        slots: list[float | Floats] = list(self._template)
        for slot, id in enumerate(self.drivers):
            slots[slot] = _plain(values[id])
        try:
            run_arrays(operations, slots)
        except ALARMS:
            slots = self._carefully(values, operations)
        return {id: np.asarray(slots[self.tape.outputs[id]], dtype=np.float64) for id in key}

    def _carefully(
        self, values: Mapping[str, float] | Mapping[str, float | Floats], operations: Sequence[Operation]
    ) -> list[float | Floats]:
        slots: list[float | Floats] = list(self._template)
        for slot, id in enumerate(self.drivers):
            slots[slot] = values[id]
        run_carefully(operations, slots)
        return slots


def run_arrays(operations: Sequence[Operation], slots: list[float | Floats]) -> None:
    """Fills the slots the operations compute. Raises one of `ALARMS` at the first value that is not defined."""
    with np.errstate(divide="raise", over="raise", invalid="raise", under="ignore"):
        for operation in operations:
            arguments = [slots[slot] for slot in operation.arguments]
            function = FUNCTIONS[operation.function]
            plain = all(type(argument) is float for argument in arguments)
            slots[operation.target] = (function.scalar if plain else function.array)(*arguments)
    # An overflow of plain numbers raises nothing by itself.
    if not math.isfinite(sum(value for value in slots if type(value) is float)):
        raise OverflowError


def run_carefully(operations: Sequence[Operation], slots: list[float | Floats]) -> None:
    """The same with values that are not defined as NaN."""
    for operation in operations:
        slots[operation.target] = careful_array(operation.function, *[slots[slot] for slot in operation.arguments])


def _plain(value: float | Floats) -> float | Floats:
    return value if isinstance(value, np.ndarray) else float(value)


def _scalar_step(operation: Operation) -> Step:
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


_plans: OrderedDict[int, tuple[BusinessModel, Plan]] = OrderedDict()
_MOST_PLANS = 64


def plan_for(model: BusinessModel) -> Plan:
    """The plan of a checked business model, compiled at the first call and kept while in use.

    Definitions are immutable and shared between the versions of a comparison, so the object itself is the key.
    """
    known = _plans.get(id(model))
    if known is None:
        known = _plans[id(model)] = (model, Plan(model))
        if len(_plans) > _MOST_PLANS:
            _plans.popitem(last=False)
    return known[1]
