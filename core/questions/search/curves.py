"""A quantity as a function of the number of users: what it is at whole counts, and between which lines it lies over
ranges of them. Break-even asks it of an alternative's profit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol

import numpy as np

from core.engine.arrays import Slots, Step, array_steps, run_arrays
from core.engine.bounds import bound
from core.engine.forms import Edge, Form, Ranges
from core.engine.operation import Operation
from core.engine.plan import Plan
from core.engine.straight import straight_lines
from core.formula.normal import Floats

USERS = "users"
MOST_USERS = 1_000_000_000


class Curve(Protocol):
    """What the search for sign changes needs to know."""

    def at(self, users: Floats) -> Floats:
        """The value at each user count, NaN where not defined; the engine's own result, to the last bit."""
        ...

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the value lies over each range."""
        ...


class OutputCurve:
    """One output of a business model, all drivers but `users` held."""

    def __init__(self, plan: Plan, values: Mapping[str, float], output: str, most_users: float = MOST_USERS) -> None:
        outputs = plan.tape.outputs
        self._users, self._target = outputs[USERS], outputs[output]
        self._operations, self._steps, fed = _moving(plan, self._target)
        self._held = plan.slots(values)
        held = {slot: self._held[slot] for slot in fed}
        self._careful = any(map(math.isnan, held.values()))
        self._inputs = held
        self.bending = straight_lines(self._operations, held, self._users, most_users, self._target)
        self._first: tuple[tuple[float, float], Mapping[int, Form], list[Edge]] | None = None

    def same_as(self, other: OutputCurve) -> bool:
        """Whether the other curve is this one again, as a copy of an alternative has it."""
        return self._operations == other._operations and self._target == other._target and self._inputs == other._inputs

    def at(self, users: Floats) -> Floats:
        """The output at each user count."""
        slots: Slots = list(self._held)
        slots[self._users] = users
        run_arrays(self._steps, self._operations, slots, careful=self._careful)
        return np.broadcast_to(np.asarray(slots[self._target], dtype=np.float64), users.shape)

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the output lies over each range of at most `most_users`."""
        return self.forms(ranges)[self.bending.target]

    def forms(self, ranges: Ranges) -> Mapping[int, Form]:
        """The lines of every slot that bends; `ranges` learns the edges. One range alone is where every search begins,
        so what is found there is kept for the next search."""
        if len(ranges.lo) > 1:
            return bound(self.bending.operations, self.bending.forms, ranges)
        key = float(ranges.lo[0]), float(ranges.hi[0])
        if self._first is None or self._first[0] != key:
            alone = Ranges(ranges.lo, ranges.hi)
            self._first = key, bound(self.bending.operations, self.bending.forms, alone), alone.edges
        _, forms, edges = self._first
        ranges.edges += edges
        return forms


@lru_cache(maxsize=256)
def _moving(plan: Plan, target: int) -> tuple[tuple[Operation, ...], tuple[Step, ...], frozenset[int]]:
    """What of a calculation depends on the users, whatever the values: its operations, twice, and the slots it is fed
    from."""
    moved = plan.tape.depending_on(USERS)
    operations = tuple(step for step in plan.tape.operations_into({target}) if step.target in moved)
    known = {slot for step in operations for slot in step.arguments} | {target}
    return operations, array_steps(operations), frozenset(known - moved)


def curve_for(plan: Plan, values: Mapping[str, float], output: str, most_users: float = MOST_USERS) -> OutputCurve:
    """The curve of one output of an alternative, made at the first call and kept while in use: its break-even, its
    crossovers with others and its drawing all ask for the same."""
    return _kept(plan, tuple((id, values[id]) for id in plan.drivers if id != USERS), output, most_users)


@lru_cache(maxsize=64)
def _kept(plan: Plan, values: tuple[tuple[str, float], ...], output: str, most_users: float) -> OutputCurve:
    return OutputCurve(plan, {**dict(values), USERS: 1.0}, output, most_users)
