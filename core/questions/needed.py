"""What would have to be true? For every driver, all values that bring a line to a wanted value, how far away the
nearest of them is, and how plausible; and the nearest two drivers together.

When the line is below the goal now, a value reaches the goal where the line is at or above it; when it is above, where
it is at or below. Of every stretch of such values the ends are given, each of them the last number that still reaches
the goal: so a step that jumps over the goal is answered with the side of the step that fulfils it, and putting a value
back always does. A value at which the line only begins to be defined is no solution, unless it is just the goal there;
nor is the end of a plausible range that is entered with the goal already passed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import Plan, plan_for
from core.questions.progress import Cancel
from core.questions.results import target_line
from core.questions.search.crossings import FINEST, Flags, Span, crossings, passes, reaches
from core.questions.search.extremes import extremes
from core.questions.search.first_place import first_reached
from core.questions.search.levers import Grade, Lever, levers_of, span_of
from core.questions.search.moves import Above, Height, Moves, Nearness, Output
from core.questions.search.pairs import all_pairs, furthest, helpful_pushes
from core.questions.targets import Target
from core.record import record


@record
class NeededValues:
    """The answer for one driver.

    `needed`: every solution in its plausible range, ascending. `beyond`: solutions outside of it, looked for only when
    there is none inside. `nearest`: the one that takes the least change; `change` that change relative to the value
    now (None from 0), `effort` its size for ranking. `best` at `best_at`: how near the goal the line gets within the
    plausible range when nothing there reaches it (None: not defined).
    """

    driver: str
    now: float
    needed: tuple[float, ...]
    beyond: tuple[float, ...]
    nearest: float | None
    change: float | None
    effort: float | None
    grade: Grade
    best: float | None
    best_at: float | None


@record
class NeededPair:
    """Two drivers that reach the goal together, each moved by the same `effort`."""

    drivers: tuple[str, str]
    now: tuple[float, float]
    needed: tuple[float, float]
    changes: tuple[float | None, float | None]
    effort: float


@record
class Needed:
    """All drivers, the smallest change first, those that cannot do it alone last; `now` is the line's value now (None:
    not defined)."""

    alternative: str
    target: str
    goal: float
    now: float | None
    drivers: tuple[NeededValues, ...]
    pair: NeededPair | None


def needed(
    comparison: Comparison,
    alternative: str,
    target: Target | None = None,
    drivers: Sequence[str] | None = None,
    cancel: Cancel | None = None,
) -> Needed:
    """What each driver of one alternative (all, or those named) would have to be for the target.

    Raises `UsageError` for an unknown alternative, driver or line; `Cancelled` when `cancel` says so.
    """
    target = target or Target()
    model = comparison.model_of(alternative)
    line = target_line(model, target.line)
    levers = levers_of(comparison, alternative, drivers)
    question = _Question(plan_for(model), comparison.values_of(alternative), line, target.goal, cancel)
    rows = sorted(question.rows(levers), key=lambda row: _rank(row, target.goal))
    now = question.now
    return Needed(alternative, line, target.goal, _defined(now), tuple(rows), question.pair(levers))


class _Question:
    """One line of one alternative, and the goal it should reach from where it is now."""

    def __init__(
        self, plan: Plan, values: dict[str, float], line: str, goal: float, cancel: Cancel | None = None
    ) -> None:
        self._plan, self._values, self._line, self._goal, self._cancel = plan, values, line, goal, cancel
        self.now = plan.evaluate(values)[line]

    def _height(self, moves: Moves) -> Height:
        return Above(Output(self._plan, moves, self._line, self._cancel), self._goal, below=self.now > self._goal)

    def _alone(self, levers: Sequence[Lever]) -> Height:
        return self._height(Moves.one_by_one(self._values, [lever.driver for lever in levers]))

    def rows(self, levers: Sequence[Lever]) -> list[NeededValues]:
        if not levers:
            return []
        height = self._alone(levers)
        inside = [
            sorted({value for value in found if lever.low <= value <= lever.high})
            for lever, found in zip(levers, self._on_the_way(height, levers), strict=True)
        ]
        open_ = np.array([not found for found in inside])
        found = extremes(Nearness(height), span_of(levers).only(open_))
        touched = reaches(height, np.arange(len(levers)), found.highest_at) & (found.highest == 0)
        for way in np.flatnonzero(open_ & touched).tolist():  # a goal that is reached at one place only
            inside[way] = [float(found.highest_at[way])]
        beyond = self._beyond(levers, np.array([not values for values in inside]))
        return [
            self._row(lever, inside[way], beyond[way], float(found.highest_at[way])) for way, lever in enumerate(levers)
        ]

    def _on_the_way(self, height: Height, levers: Sequence[Lever]) -> list[list[float]]:
        """All solutions in the ranges and from there to the values now: one that stands outside may enter its range
        just where the goal is passed. With the goal reached now, the values now are solutions as well."""
        solutions = solutions_of(height, span_of(levers, with_now=True))
        for way, value in (*_around_now(height, levers), *_entered(height, levers)):
            solutions[way].append(value)
        if self.now != self._goal:
            return solutions
        return [_with_now(found, lever) for found, lever in zip(solutions, levers, strict=True)]

    def _beyond(self, levers: Sequence[Lever], wanted: Flags) -> list[list[float]]:
        """What reaches the goal only outside the plausible range, for the levers wanted."""
        found: list[list[float]] = [[] for _ in levers]
        ways = [way for way in np.flatnonzero(wanted).tolist() for _ in ("below", "above")]
        if not ways:
            return found
        chosen = [levers[way] for way in ways]
        below = np.arange(len(ways)) % 2 == 0
        span = Span(
            np.where(below, [lever.least for lever in chosen], [lever.high for lever in chosen]),
            np.where(below, [lever.low for lever in chosen], [lever.greatest for lever in chosen]),
            np.array([lever.whole for lever in chosen]),
        )
        for way, lever, values in zip(ways, chosen, solutions_of(self._alone(chosen), span), strict=True):
            found[way] += [value for value in values if not lever.low <= value <= lever.high]
        for way in set(ways) if self.now == self._goal else ():
            found[way] = _with_now(found[way], levers[way])
        return found

    def _row(self, lever: Lever, inside: list[float], beyond: list[float], at: float) -> NeededValues:
        nearest = min(inside or beyond, key=lever.effort, default=None)
        missing = bool(inside) or np.isnan(at)
        best = None if missing else self._plan.evaluate({**self._values, lever.driver: at})[self._line]
        return NeededValues(
            lever.driver,
            lever.now,
            tuple(inside),
            tuple(beyond),
            nearest,
            None if nearest is None else lever.change(nearest),
            None if nearest is None else lever.effort(nearest),
            lever.grade(nearest),
            best,
            None if missing else at,
        )

    def pair(self, levers: Sequence[Lever]) -> NeededPair | None:
        """The two drivers that reach the goal with the least effort; None when no two do, or it is reached now."""
        if self.now == self._goal or not levers:
            return None
        pairs = all_pairs(helpful_pushes(self._alone(levers), levers))
        if not pairs:
            return None
        moves = Moves.together(self._values, [[(push.lever.driver, push.step) for push in pair] for pair in pairs])
        found = first_reached(self._height(moves), furthest(pairs))
        if found is None:
            return None
        way, effort = found
        one, two = pairs[way]
        values = one.at(effort), two.at(effort)
        return NeededPair(
            (one.lever.driver, two.lever.driver),
            (one.lever.now, two.lever.now),
            values,
            (one.lever.change(values[0]), two.lever.change(values[1])),
            effort,
        )


def solutions_of(height: Height, span: Span) -> list[list[float]]:
    """Per way, the last value on the reached side of every passage through zero, ascending.

    Where the height begins to be defined it passes nothing: there only a height of just 0 is a solution.
    """
    found = crossings(height, span)
    found = found.only(passes(height, found))
    solutions: list[list[float]] = [[] for _ in span.lo]
    for way, value in zip(found.which, found.reached, strict=True):
        if not solutions[way] or solutions[way][-1] != value:
            solutions[way].append(float(value))
    return solutions


def _around_now(height: Height, levers: Sequence[Lever]) -> list[tuple[int, float]]:
    """Levers that only make sense as whole numbers and stand between two that both reach the goal."""
    ways = [way for way, lever in enumerate(levers) if lever.whole and lever.now != round(lever.now)]
    if not ways:
        return []
    sides = [(way, side(levers[way].now)) for way in ways for side in (math.floor, math.ceil)]
    reached = reaches(height, np.array([way for way, _ in sides]), np.array([value for _, value in sides], dtype=float))
    both = reached[::2] & reached[1::2]
    return [(way, float(value)) for (way, value), there in zip(sides, np.repeat(both, 2), strict=True) if there]


def _entered(height: Height, levers: Sequence[Lever]) -> list[tuple[int, float]]:
    """Levers that stand outside their range and just meet the goal where they enter it."""
    ends = [min(max(lever.now, lever.low), lever.high) for lever in levers]
    ways = [way for way, lever in enumerate(levers) if lever.low <= lever.high and ends[way] != lever.now]
    met = height.at(np.array(ways, dtype=np.intp), np.array([ends[way] for way in ways])) == 0
    return [(way, ends[way]) for way, there in zip(ways, met, strict=True) if there]


def _with_now(solutions: list[float], lever: Lever) -> list[float]:
    """The solutions with the value now, which stands for what lies within the fineness of the search around it."""
    if lever.whole and lever.now != round(lever.now):
        return solutions
    room = FINEST * (lever.high - lever.low)
    return sorted([lever.now, *(other for other in solutions if abs(other - lever.now) > room)])


def _rank(row: NeededValues, goal: float) -> tuple[bool, float]:
    """The smallest change first; what cannot do it alone after all others, the nearest miss first."""
    if row.effort is not None:
        return False, row.effort
    return True, abs(row.best - goal) if row.best is not None else np.inf


def _defined(value: float) -> float | None:
    return None if np.isnan(value) else value
