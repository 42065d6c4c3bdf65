"""Many sets of driver values through the tape at once. Lines that see plain numbers only are computed once; small or
broadcast arrays (a map of 200 by 1 against 1 by 200 values) go through numpy as they are; many rows go through in
chunks, with a few buffers used again and again, on all cores. The results do not depend on chunks or threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from core.engine.buffers import RESULT, assign_buffers, scratch
from core.engine.careful import ALARMS, alarmed, run_carefully
from core.engine.operation import Operation
from core.engine.scalar import ScalarProgram
from core.engine.tape import Tape
from core.engine.threads import for_each
from core.formula.functions import FUNCTIONS
from core.formula.normal import Floats

CHUNK = 65_536  # rows; with fewer the threads spend their time handing the interpreter to each other
FEW = 8_192  # rows that are not worth a chunk

Slots = list[float | Floats]
Step = tuple[Callable[..., Any], int, int, int, int]


class ArrayProgram:
    """The wanted outputs of a tape when some drivers are arrays and the others plain numbers."""

    def __init__(self, tape: Tape, wanted: Sequence[str], arrays: Iterable[str]) -> None:
        moved = {tape.outputs[id] for id in arrays}
        needed = tape.needed_for(wanted)
        for operation in needed:
            if not moved.isdisjoint(operation.arguments):
                moved.add(operation.target)
        self.wanted = {id: tape.outputs[id] for id in wanted}
        self.moved = frozenset(moved)
        self.operations = tuple(operation for operation in needed if operation.target in moved)
        self._drivers = tape.drivers
        self._moving = [(slot, id) for slot, id in enumerate(tape.drivers) if slot in moved]
        self._plain = ScalarProgram(tape, [operation for operation in needed if operation.target not in moved])
        self._steps = array_steps(self.operations)
        self._kept = tuple(dict.fromkeys(slot for slot in self.wanted.values() if slot in moved))
        self._places, self._buffers = assign_buffers(self.operations, self._kept)
        self._fed = {slot for operation in self.operations for slot in operation.arguments} - self.moved

    def start(self, values: Mapping[str, float | Floats]) -> tuple[Slots, bool]:
        """The slots with all that is plain computed, and whether everything that moves must be computed carefully."""
        given = [0.0 if slot in self.moved else float(values[id]) for slot, id in enumerate(self._drivers)]
        slots: Slots = list(self._plain.filled(given))
        for slot, id in self._moving:
            slots[slot] = values[id]
        return slots, any(slots[slot] != slots[slot] for slot in self._fed)

    def at_once(self, values: Mapping[str, float | Floats]) -> dict[str, Floats]:
        """The wanted outputs, every operation over whole arrays."""
        slots, careful = self.start(values)
        run_arrays(self._steps, self.operations, slots, careful=careful)
        return {id: np.asarray(slots[slot], dtype=np.float64) for id, slot in self.wanted.items()}

    def in_chunks(self, values: Mapping[str, float | Floats], rows: int, threads: int | None) -> dict[str, Floats]:
        """The wanted outputs, a chunk of rows at a time; the arrays among the values all have `rows` rows."""
        slots, careful = self.start(values)
        results = {slot: np.empty(rows) for slot in self._kept}
        chunks = -(-rows // CHUNK)
        size = -(-rows // chunks)

        def chunk(number: int) -> None:
            part = slice(number * size, (number + 1) * size)
            piece = [slot[part] if isinstance(slot, np.ndarray) else slot for slot in slots]
            self.run_chunk(piece, {slot: result[part] for slot, result in results.items()}, careful=careful)

        for_each(chunk, chunks, threads)
        return {id: results[slot] if slot in results else np.asarray(slots[slot]) for id, slot in self.wanted.items()}

    def run_chunk(self, slots: Slots, results: Mapping[int, Floats], *, careful: bool = False) -> None:
        """Fills the results (by slot, of one size) from slots as `start` gives them, moving drivers in rows of it."""
        buffers = scratch("operations", self._buffers, len(next(iter(results.values()), ())))
        places = zip(self._steps, self._places, strict=True)
        views = list(buffers)  # one object for each buffer, by which a function knows its argument again
        into = [results[step[1]] if place == RESULT else views[place] for step, place in places]
        run_arrays(self._steps, self.operations, slots, careful=careful, into=into)
        for slot, result in results.items():
            if slots[slot] is not result:
                result[...] = slots[slot]


def array_steps(operations: Sequence[Operation]) -> tuple[Step, ...]:
    """The operations as what the loops over arrays read."""
    steps: list[Step] = []
    for operation in operations:
        first, second, third = (*operation.arguments, -1, -1)[:3]
        steps.append((FUNCTIONS[operation.function].array, operation.target, first, second, third))
    return tuple(steps)


def run_arrays(
    steps: Sequence[Step],
    operations: Sequence[Operation],
    slots: Slots,
    *,
    careful: bool = False,
    into: Sequence[Floats] | None = None,
) -> None:
    """Fills the slots of the operations (and `steps` made of them), each of which has an array among its arguments;
    NaN: not defined. The values are written to the arrays of `into`, one for each operation, where it can be done."""
    if not careful:
        try:
            with alarmed():
                if into is None:
                    _run(steps, slots)
                else:
                    _run_into(steps, slots, into)
            return
        except ALARMS:
            pass
    run_carefully(operations, slots)


def _run(steps: Sequence[Step], slots: Slots) -> None:
    for form, target, first, second, third in steps:
        if third >= 0:
            slots[target] = form(slots[first], slots[second], slots[third])
        elif second >= 0:
            slots[target] = form(slots[first], slots[second])
        else:
            slots[target] = form(slots[first])


def _run_into(steps: Sequence[Step], slots: Slots, into: Sequence[Floats]) -> None:
    for (form, target, first, second, third), out in zip(steps, into, strict=True):
        if third >= 0:
            form(slots[first], slots[second], slots[third], out=out)
        elif second >= 0:
            form(slots[first], slots[second], out=out)
        else:
            form(slots[first], out=out)
        slots[target] = out
