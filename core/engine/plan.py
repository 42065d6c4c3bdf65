"""A business model ready to compute: the tape bound to the fastest evaluator for the shape of the question."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from core.engine.arrays import FEW, ArrayProgram
from core.engine.scalar import ScalarProgram
from core.engine.tape import Tape, compile_tape
from core.formula.normal import Floats
from core.model.definition import BusinessModel


class Plan:
    """Evaluates one business model. Values that are not defined come back as NaN, never as infinity or 0."""

    def __init__(self, model: BusinessModel) -> None:
        self.tape: Tape = compile_tape(model)
        self.drivers = self.tape.drivers
        self.outputs = tuple(self.tape.outputs)
        self._whole = ScalarProgram(self.tape, self.tape.operations)
        self._parts: dict[tuple[str, ...], ScalarProgram] = {self.outputs: self._whole}
        self._arrays: dict[tuple[tuple[str, ...], frozenset[str]], ArrayProgram] = {}

    def evaluate(self, values: Mapping[str, float], wanted: Sequence[str] | None = None) -> dict[str, float]:
        """Every driver, line and statement line (or those wanted) for one set of driver values, in the units of the
        definition.

        `values` holds all drivers as finite numbers; a driver left out raises KeyError.
        """
        ids = self.outputs if wanted is None else tuple(wanted)
        program = self._parts.get(ids)
        if program is None:
            program = self._parts[ids] = ScalarProgram(self.tape, self.tape.needed_for(ids))
        slots, numbers = program.slots(values), self.tape.outputs
        return {id: slots[numbers[id]] for id in ids}

    def slots(self, values: Mapping[str, float]) -> list[float]:
        """The value of every slot of the tape for one set of driver values."""
        return self._whole.slots(values)

    def program(self, wanted: Sequence[str], arrays: Iterable[str]) -> ArrayProgram:
        """What computes the wanted outputs when these drivers are arrays."""
        key = tuple(wanted), frozenset(arrays)
        if key not in self._arrays:
            self._arrays[key] = ArrayProgram(self.tape, *key)
        return self._arrays[key]

    def evaluate_arrays(
        self, values: Mapping[str, float | Floats], wanted: Sequence[str], threads: int | None = None
    ) -> dict[str, Floats]:
        """The wanted outputs over arrays of driver values, which broadcast against each other and against plain
        numbers; an output that depends on no array comes back as a 0-d array.

        The results are the same to the last bit whatever the number of threads (None: one for each core).
        """
        shapes = {id: value.shape for id, value in values.items() if isinstance(value, np.ndarray)}
        program = self.program(wanted, [id for id in self.drivers if id in shapes])
        shape = set(shapes.values())
        if len(shape) == 1 and len(*shape) == 1 and (rows := next(iter(shape))[0]) >= FEW:
            return program.in_chunks(values, rows, threads)
        return program.at_once(values)


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
