"""Ways of changing the assumptions of a business model, all followed at once: one driver alone over its range, two
drivers together. How far one has gone on each way is one number, `t`; what an output is there, and between which lines
it lies from here to there, is asked of many ways in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from core.engine.bounds import bound
from core.engine.forms import ROUNDING, Form, Ranges
from core.engine.plan import Plan
from core.formula.normal import Floats
from core.questions.progress import Cancel, Cancelled

Places = NDArray[np.intp]


class Moves:
    """On way number w a driver stands at start[w] + slope[w] * t; drivers that no way moves keep their value."""

    def __init__(self, values: Mapping[str, float], moving: Mapping[str, tuple[Floats, Floats]]) -> None:
        self.values = values
        self.moving = moving

    @classmethod
    def one_by_one(cls, values: Mapping[str, float], drivers: Sequence[str | None]) -> Self:
        """On way w the driver named there takes the value t itself; a way without a name moves nothing."""
        moving: dict[str, tuple[Floats, Floats]] = {}
        for way, driver in enumerate(drivers):
            if driver is not None:
                if driver not in moving:
                    moving[driver] = _standing(values[driver], len(drivers))
                start, slope = moving[driver]
                start[way], slope[way] = 0.0, 1.0
        return cls(values, moving)

    @classmethod
    def together(cls, values: Mapping[str, float], ways: Sequence[Sequence[tuple[str, float]]]) -> Self:
        """On way w each driver named there moves from its value by t times the step beside its name."""
        moving: dict[str, tuple[Floats, Floats]] = {}
        for way, steps in enumerate(ways):
            for driver, step in steps:
                if driver not in moving:
                    moving[driver] = _standing(values[driver], len(ways))
                moving[driver][1][way] = step
        return cls(values, moving)

    def at(self, which: Places, t: Floats) -> dict[str, float | Floats]:
        """Every driver's value at the place `t` of way `which`, for many ways and places."""
        moved = {driver: start[which] + slope[which] * t for driver, (start, slope) in self.moving.items()}
        return {**self.values, **moved}

    def forms(self, which: Places, ranges: Ranges) -> dict[str, Form]:
        """Every moving driver as a line over t, one range of t for each way in `which`."""
        forms = {}
        for driver, (starts, slopes) in self.moving.items():
            start, slope = starts[which], slopes[which]
            rounded = (start != 0) & (slope != 0)
            if not np.any(rounded):
                forms[driver] = Form(start, slope)
            else:
                size = np.maximum(np.abs(ranges.lo), np.abs(ranges.hi))
                pad = np.where(rounded, ROUNDING * (np.abs(start) + np.abs(slope) * size), 0.0)
                forms[driver] = Form(start, slope, -pad, pad)
        return forms


def _standing(value: float, ways: int) -> tuple[Floats, Floats]:
    return np.full(ways, float(value)), np.zeros(ways)


class Height(Protocol):
    """How far a wish is fulfilled along each way: fulfilled where the height is 0 or more."""

    def at(self, which: Places, t: Floats) -> Floats:
        """The height at place `t` of way `which`, NaN where not defined."""
        ...

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which the height lies over a range of t on each way of `which`."""
        ...


class Output:
    """An output of a business model along the ways. Whoever looks is stopped with `Cancelled` when `cancel` says so."""

    def __init__(self, plan: Plan, moves: Moves, output: str, cancel: Cancel | None = None) -> None:
        self._plan, self._moves, self._output, self._cancel = plan, moves, output, cancel
        tape = plan.tape
        moved = frozenset[int]().union(*(tape.depending_on(driver) for driver in moves.moving))
        self._operations = [step for step in tape.needed_for([output]) if step.target in moved]
        self._target = tape.outputs[output]
        self._drivers = {driver: tape.outputs[driver] for driver in moves.moving}
        held = plan.slots(moves.values)
        self._held = {slot: Form(held[slot]) for step in self._operations for slot in step.arguments}
        self._held.setdefault(self._target, Form(held[self._target]))

    def at(self, which: Places, t: Floats) -> Floats:
        """The output at place `t` of way `which`; the engine's own result, to the last bit."""
        self._go_on()
        outputs = self._plan.evaluate_arrays(self._moves.at(which, t), [self._output])
        return np.broadcast_to(outputs[self._output], t.shape)

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which the output lies."""
        self._go_on()
        known = dict(self._held)
        for driver, form in self._moves.forms(which, ranges).items():
            known[self._drivers[driver]] = form
        return bound(self._operations, known, ranges)[self._target]

    def _go_on(self) -> None:
        if self._cancel is not None and self._cancel():
            raise Cancelled


class Above:
    """How far an output lies above a goal (or below it)."""

    def __init__(self, output: Height, goal: float, *, below: bool = False) -> None:
        self._output, self._goal, self._below = output, goal, below

    def at(self, which: Places, t: Floats) -> Floats:
        """The distance from the goal, negative on the wrong side."""
        value = self._output.at(which, t)
        return self._goal - value if self._below else value - self._goal

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which the distance lies."""
        value, goal = self._output.bounds(which, ranges), Form(self._goal)
        return ranges.subtract(goal, value) if self._below else ranges.subtract(value, goal)


class Lead:
    """How far one output lies above another; both move along the same ways."""

    def __init__(self, first: Height, second: Height) -> None:
        self._first, self._second = first, second

    def at(self, which: Places, t: Floats) -> Floats:
        """First minus second."""
        return self._first.at(which, t) - self._second.at(which, t)

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which the difference lies."""
        return ranges.subtract(self._first.bounds(which, ranges), self._second.bounds(which, ranges))


class Leads:
    """Several leads in one: way p * n + w is way w (of n) of pair number p, the first output of the pair minus the
    second, or minus nothing where that is None. Every output is bounded once for all pairs it stands in."""

    def __init__(self, outputs: Sequence[Height], pairs: Sequence[tuple[int, int | None]], ways: int) -> None:
        self._outputs, self._ways = outputs, ways
        self._firsts = np.array([first for first, _ in pairs])
        self._seconds = np.array([-1 if second is None else second for _, second in pairs])

    def at(self, which: Places, t: Floats) -> Floats:
        """First minus second."""
        pair, way = np.divmod(which, self._ways)
        first, second = np.zeros(t.shape), np.zeros(t.shape)
        for number, output in enumerate(self._outputs):
            for side, numbers in ((first, self._firsts), (second, self._seconds)):
                rows = np.flatnonzero(numbers[pair] == number)
                if len(rows):
                    side[rows] = output.at(way[rows], t[rows])
        return first - second

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which the difference lies."""
        pair, way = np.divmod(which, self._ways)
        first, second = np.zeros((4, len(which))), np.zeros((4, len(which)))
        for number, output in enumerate(self._outputs):
            leads, follows = self._firsts[pair] == number, self._seconds[pair] == number
            rows = np.flatnonzero(leads | follows)
            if len(rows):
                form = output.bounds(way[rows], Ranges(ranges.lo[rows], ranges.hi[rows]))
                for part, values in enumerate((form.c0, form.c1, form.low, form.high)):
                    spread = np.broadcast_to(np.asarray(values), rows.shape)
                    first[part, rows] = np.where(leads[rows], spread, first[part, rows])
                    second[part, rows] = np.where(follows[rows], spread, second[part, rows])
        return ranges.subtract(Form(*first), Form(*second))
