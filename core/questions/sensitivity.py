"""What matters most? Every driver alone over its plausible range, all alternatives on one scale: the target at both
ends, and the least and greatest it is anywhere between, so that a valley or a step is not "no effect"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT
from core.questions.break_even_rows import break_evens
from core.questions.results import target_line
from core.questions.search.curves import USERS
from core.questions.search.levers import Lever, levers_of
from core.questions.search.moves import Moves, Output

POINTS = 33  # of a driver's range at which the target is computed, both ends included
BREAK_EVEN_COUNTS = ("first", "safe_from")  # targets that are user counts rather than lines


@dataclass(frozen=True, slots=True)
class Bar:
    """One driver of one alternative: the target at the low and the high end of its range, and the least and greatest
    over the whole range (None: not defined). `where`: the alternative's id, or "shared"."""

    driver: str
    where: str
    now: float
    low: float
    high: float
    at_low: float | None
    at_high: float | None
    minimum: float | None
    maximum: float | None

    @property
    def swing(self) -> float:
        """How far the target moves; 0 when it is not defined anywhere."""
        return 0.0 if self.maximum is None or self.minimum is None else self.maximum - self.minimum


@dataclass(frozen=True, slots=True)
class AlternativeSensitivity:
    """The bars of one alternative, widest swing first (before them those of drivers that leave the target undefined
    somewhere in their range, such as a break-even that is lost); `base` is the target with the values now."""

    id: str
    base: float | None
    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The tornado of every alternative."""

    target: str
    alternatives: tuple[AlternativeSensitivity, ...]


def sensitivity(comparison: Comparison, target: str = OPERATING_PROFIT) -> Sensitivity:
    """The tornado of every alternative for a line, or for the break-even counts "first" and "safe_from" of operating
    profit (computed at both ends and now; `users` itself does not move them).

    Raises `UsageError` for a target some alternative does not have.
    """
    found = _break_even_bars if target in BREAK_EVEN_COUNTS else _line_bars
    return Sensitivity(target, tuple(found(comparison, a.id, target) for a in comparison.alternatives))


def _line_bars(comparison: Comparison, alternative: str, target: str) -> AlternativeSensitivity:
    model = comparison.model_of(alternative)
    line, plan, values = target_line(model, target), plan_for(model), comparison.values_of(alternative)
    levers = levers_of(comparison, alternative)
    points = np.array([_points(lever) for lever in levers])
    moves = Moves.one_by_one(values, [lever.driver for lever in levers])
    which = np.repeat(np.arange(len(levers)), POINTS)
    results = Output(plan, moves, line).at(which, points.ravel()).reshape(points.shape)
    return _ordered(alternative, plan.evaluate(values)[line], levers, results)


def _points(lever: Lever) -> Floats:
    points = np.linspace(lever.low, lever.high, POINTS)
    return np.floor(points) if lever.whole else points


def _break_even_bars(comparison: Comparison, alternative: str, target: str) -> AlternativeSensitivity:
    plan, values = plan_for(comparison.model_of(alternative)), comparison.values_of(alternative)
    levers = [lever for lever in levers_of(comparison, alternative) if lever.driver != USERS]
    ends = [(lever.driver, end) for lever in levers for end in (lever.low, lever.high)]
    counts = _break_even_counts(plan, values, [(USERS, values[USERS]), *ends], target)
    base, low, high = counts[0], counts[1::2], counts[2::2]
    results = np.stack([low, np.full(len(levers), base), high], axis=1)
    return _ordered(alternative, base, levers, results)


def _break_even_counts(
    plan: Plan, values: dict[str, float], settings: Sequence[tuple[str, float]], target: str
) -> Floats:
    """`first` or `safe_from` with one driver set otherwise, for each of the settings; NaN: there is none."""
    columns = {driver: np.full(len(settings), values[driver]) for driver, _ in settings}
    for row, (driver, value) in enumerate(settings):
        columns[driver][row] = value
    found = break_evens(plan, {**values, **columns})
    counts = found.first if target == "first" else found.safe_from
    return np.where(np.isfinite(counts), counts, np.nan)


def _ordered(alternative: str, base: float, levers: Sequence[Lever], results: Floats) -> AlternativeSensitivity:
    """Bars from the target at points of each lever's range, ends first and last, widest swing first."""
    bars = [(_bar(lever, row), bool(np.any(np.isnan(row)))) for lever, row in zip(levers, results, strict=True)]
    bars.sort(key=lambda item: _rank(*item))
    return AlternativeSensitivity(alternative, _defined(base), tuple(bar for bar, _ in bars))


def _rank(bar: Bar, gaps: bool) -> tuple[bool, float]:
    """Widest swing first, and before it what takes the target away altogether somewhere in its range."""
    return not (gaps and bar.maximum is not None), -bar.swing


def _bar(lever: Lever, results: Floats) -> Bar:
    defined = results[~np.isnan(results)]
    least, greatest = (float(defined.min()), float(defined.max())) if len(defined) else (None, None)
    ends = _defined(results[0]), _defined(results[-1])
    return Bar(lever.driver, lever.where, lever.now, lever.low, lever.high, *ends, least, greatest)


def _defined(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
