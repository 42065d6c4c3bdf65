"""A quantity as a function of the number of users: what it is at whole counts, and between which lines it lies over
ranges of them. Break-even asks it of an alternative's profit, crossovers of the difference of two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np

from core.engine.bounds import bound
from core.engine.forms import Form, Ranges
from core.engine.plan import ALARMS, Plan, run_arrays, run_carefully
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
        tape = plan.tape
        moved = tape.depending_on(USERS)
        self._users = tape.outputs[USERS]
        self._target = tape.outputs[output]
        self._operations = [step for step in tape.operations_into({self._target}) if step.target in moved]
        self._held = plan.slots(values)
        known = {slot for step in self._operations for slot in step.arguments} | {self._target}
        held = {slot: self._held[slot] for slot in known - moved}
        self._bending = straight_lines(self._operations, held, self._users, most_users, self._target)

    def at(self, users: Floats) -> Floats:
        """The output at each user count."""
        slots: list[float | Floats] = list(self._held)
        slots[self._users] = users
        try:
            run_arrays(self._operations, slots)
        except ALARMS:
            run_carefully(self._operations, slots)
        return np.broadcast_to(np.asarray(slots[self._target], dtype=np.float64), users.shape)

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the output lies over each range of at most `most_users`."""
        return bound(self._bending.operations, self._bending.forms, ranges)[self._bending.target]


class Difference:
    """How much one curve lies above another."""

    def __init__(self, first: Curve, second: Curve) -> None:
        self._first, self._second = first, second

    def at(self, users: Floats) -> Floats:
        """First minus second at each user count."""
        return self._first.at(users) - self._second.at(users)

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the difference lies over each range."""
        return ranges.subtract(self._first.bounds(ranges), self._second.bounds(ranges))
