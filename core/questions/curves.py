"""A quantity as a function of the number of users: what it is at whole counts, and between which lines it lies over
ranges of them. Break-even asks it of an alternative's profit, crossovers of the difference of two."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from core.engine.arrays import Slots, array_steps, run_arrays
from core.engine.bounds import bound
from core.engine.forms import Form, Ranges
from core.engine.plan import Plan
from core.engine.straight import straight_lines
from core.formula.normal import Floats

USERS = "users"
MOST_USERS = 1_000_000_000
SAME = 4e-12  # two profits this close, relative to their size, differ by rounding only


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
        self._steps = array_steps(self._operations)
        self._held = plan.slots(values)
        known = {slot for step in self._operations for slot in step.arguments} | {self._target}
        held = {slot: self._held[slot] for slot in known - moved}
        self._careful = any(map(math.isnan, held.values()))
        self._bending = straight_lines(self._operations, held, self._users, most_users, self._target)

    def same_as(self, other: OutputCurve) -> bool:
        """Whether the other curve is this one again, as a copy of an alternative has it."""
        return self._operations == other._operations and self._target == other._target and self._held == other._held

    def at(self, users: Floats) -> Floats:
        """The output at each user count."""
        slots: Slots = list(self._held)
        slots[self._users] = users
        run_arrays(self._steps, self._operations, slots, careful=self._careful)
        return np.broadcast_to(np.asarray(slots[self._target], dtype=np.float64), users.shape)

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the output lies over each range of at most `most_users`."""
        return bound(self._bending.operations, self._bending.forms, ranges)[self._bending.target]


class Difference:
    """How much one curve lies above another. Where they differ by no more than rounding they count as the same, so
    that a copy of an alternative, or one that differs only at other sizes, is not in the lead by accident."""

    def __init__(self, first: Curve, second: Curve) -> None:
        self._first, self._second = first, second

    def at(self, users: Floats) -> Floats:
        """First minus second at each user count."""
        one, other = self._first.at(users), self._second.at(users)
        apart = one - other
        return np.where(np.abs(apart) <= SAME * (np.abs(one) + np.abs(other)), 0.0, apart)

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the difference lies over each range."""
        one, other = self._first.bounds(ranges), self._second.bounds(ranges)
        (low, high), (least, greatest) = ranges.span(one), ranges.span(other)
        room = SAME * (np.maximum(np.abs(low), np.abs(high)) + np.maximum(np.abs(least), np.abs(greatest)))
        apart = ranges.subtract(one, other)
        bottom, top = ranges.span(apart)
        nearest = np.maximum(np.maximum(low, -high), 0) + np.maximum(np.maximum(least, -greatest), 0)
        same = np.maximum(np.abs(bottom), np.abs(top)) <= SAME * nearest
        zero = np.zeros_like(ranges.lo)
        return Form(
            np.where(same, zero, apart.c0),
            np.where(same, zero, apart.c1),
            np.where(same, zero, apart.low - room),
            np.where(same, zero, apart.high + room),
        )
