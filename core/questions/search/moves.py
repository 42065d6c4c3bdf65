"""Ways of changing the assumptions of a business model, all followed at once: one driver alone over its range, two
drivers together. How far one has gone on each way is one number, `t`; what an output is there, and between which lines
it lies from here to there, is asked of many ways in one go."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from core.engine.arrays import Slots, Step, array_steps, run_arrays
from core.engine.bounds import bound
from core.engine.forms import ROUNDING, Form, Ranges
from core.engine.operation import Operation
from core.engine.plan import Plan
from core.formula.normal import Floats
from core.questions.progress import Cancel, Cancelled
from core.record import record

Places = NDArray[np.intp]


class Moves:
    """On way number w a driver stands at start[w] + slope[w] * t; drivers that no way moves keep their value."""

    def __init__(self, values: Mapping[str, float], moving: Mapping[str, tuple[Floats, Floats]]) -> None:
        self.values = values
        self.moving = moving
        self._moves = np.array([slope != 0 for _, slope in moving.values()])  # of drivers and ways

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

    def moved_on(self, which: Places) -> tuple[str, ...]:
        """The drivers that at least one of these ways moves."""
        if not self.moving:
            return ()
        ways = np.bincount(which, minlength=self._moves.shape[1]) > 0
        moved = np.any(self._moves[:, ways], axis=1)
        return tuple(driver for driver, moves in zip(self.moving, moved, strict=True) if moves)

    def at(self, which: Places, t: Floats, drivers: Iterable[str]) -> dict[str, Floats]:
        """The values of some of the moving drivers at the place `t` of way `which`, for many ways and places."""
        return {driver: start[which] + slope[which] * t for driver, (start, slope) in self._of(drivers)}

    def forms(self, which: Places, ranges: Ranges, drivers: Iterable[str]) -> dict[str, Form]:
        """Some of the moving drivers as lines over t, one range of t for each way in `which`."""
        forms = {}
        for driver, (starts, slopes) in self._of(drivers):
            start, slope = starts[which], slopes[which]
            rounded = (start != 0) & (slope != 0)
            if not np.any(rounded):
                forms[driver] = Form(start, slope)
            else:
                size = np.maximum(np.abs(ranges.lo), np.abs(ranges.hi))
                pad = np.where(rounded, ROUNDING * (np.abs(start) + np.abs(slope) * size), 0.0)
                forms[driver] = Form(start, slope, -pad, pad)
        return forms

    def _of(self, drivers: Iterable[str]) -> Iterator[tuple[str, tuple[Floats, Floats]]]:
        return ((driver, self.moving[driver]) for driver in drivers)


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


@record
class _Part:
    """What of a calculation moves with some drivers, as operations and as steps; the forms of what it starts from and
    holds still; and whether something of that is not defined."""

    operations: Sequence[Operation]
    steps: Sequence[Step]
    held: Mapping[int, Form]
    careful: bool


class Output:
    """An output of a business model along the ways. Whoever looks is stopped with `Cancelled` when `cancel` says so."""

    def __init__(self, plan: Plan, moves: Moves, output: str, cancel: Cancel | None = None) -> None:
        self._tape, self._moves, self._cancel = plan.tape, moves, cancel
        self._target, self._needed = plan.tape.outputs[output], plan.tape.needed_for([output])
        self._slots = plan.slots(moves.values)
        self._parts: dict[tuple[str, ...], _Part] = {}

    def at(self, which: Places, t: Floats) -> Floats:
        """The output at place `t` of way `which`; the engine's own result, to the last bit."""
        drivers, part = self._moved_on(which)
        slots: Slots = list(self._slots)
        for driver, values in self._moves.at(which, t, drivers).items():
            slots[self._tape.outputs[driver]] = values
        run_arrays(part.steps, part.operations, slots, careful=part.careful)
        return np.broadcast_to(np.asarray(slots[self._target], dtype=np.float64), t.shape)

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which the output lies."""
        drivers, part = self._moved_on(which)
        forms = self._moves.forms(which, ranges, drivers)
        moved = {self._tape.outputs[driver]: form for driver, form in forms.items()}
        return bound(part.operations, {**part.held, **moved}, ranges)[self._target]

    def _moved_on(self, which: Places) -> tuple[tuple[str, ...], _Part]:
        """The drivers that move on these ways, few when a search is left with few, and what moves with them."""
        if self._cancel is not None and self._cancel():
            raise Cancelled
        drivers = self._moves.moved_on(which)
        if drivers not in self._parts:
            self._parts[drivers] = self._part(drivers)
        return drivers, self._parts[drivers]

    def _part(self, drivers: Sequence[str]) -> _Part:
        moved = self._tape.depending_on(*drivers)
        operations = [step for step in self._needed if step.target in moved]
        held = ({slot for step in operations for slot in step.arguments} | {self._target}) - moved
        careful = any(math.isnan(self._slots[slot]) for slot in held)
        return _Part(operations, array_steps(operations), {slot: Form(self._slots[slot]) for slot in held}, careful)


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


class Nearness:
    """How near a height comes to zero, from either side: 0 there, below it everywhere else."""

    def __init__(self, height: Height) -> None:
        self._height = height

    def at(self, which: Places, t: Floats) -> Floats:
        """The distance from zero, as a negative number."""
        return -np.abs(self._height.at(which, t))

    def bounds(self, which: Places, ranges: Ranges) -> Form:
        """Lines between which it lies."""
        return ranges.negate(ranges.absolute(self._height.bounds(which, ranges)))


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
