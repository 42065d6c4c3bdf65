"""What matters most? Every driver alone over its plausible range, all alternatives on one scale: the target at both
ends, and the least and greatest it is anywhere between, so that a valley or a step is not "no effect".

The least and the greatest of a line are exact to a billionth (see `extremes`), over whole numbers where only these make
sense."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT
from core.questions.break_even_rows import break_evens
from core.questions.results import target_line
from core.questions.search.curves import USERS
from core.questions.search.extremes import extremes
from core.questions.search.levers import Lever, levers_of, span_of
from core.questions.search.moves import Moves, Output
from core.record import record

SAMPLED = 33  # places of a driver's range at which the quick answer looks
BREAK_EVEN_COUNTS = ("first", "safe_from")  # targets that are user counts rather than lines


@record
class Bar:
    """One driver of one alternative: the target at the low and the high end of its range, and the least and greatest
    over that part of the range where it is defined (None: nowhere). `where`: the alternative's id, or "shared"."""

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


@record
class AlternativeSensitivity:
    """The bars of one alternative, widest swing first; `base` is the target with the values now."""

    id: str
    base: float | None
    rows: tuple[Bar, ...]


@record
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


def quick_sensitivity(comparison: Comparison) -> Sensitivity:
    """The tornado of operating profit by what it is at some places of every range, both ends included: several times as
    quick as what is exact, and near enough to tell long bars from short ones."""
    return Sensitivity(OPERATING_PROFIT, tuple(_sampled_bars(comparison, a.id) for a in comparison.alternatives))


class _Along:
    """A line of one alternative along each of its drivers alone."""

    def __init__(self, comparison: Comparison, alternative: str, target: str) -> None:
        model, values = comparison.model_of(alternative), comparison.values_of(alternative)
        line, plan = target_line(model, target), plan_for(model)
        self.levers = levers_of(comparison, alternative)
        self.span = span_of(self.levers)
        self.base = plan.evaluate(values)[line]
        self.output = Output(plan, Moves.one_by_one(values, [lever.driver for lever in self.levers]), line)

    def at(self, points: Floats) -> Floats:
        """The line at some points of each driver, a row for each."""
        which = np.repeat(np.arange(len(points)), points.shape[1])
        return self.output.at(which, points.ravel()).reshape(points.shape)


def _line_bars(comparison: Comparison, alternative: str, target: str) -> AlternativeSensitivity:
    along = _Along(comparison, alternative, target)
    at_ends = along.at(np.stack([along.span.lo, along.span.hi], axis=1))
    found = extremes(along.output, along.span)
    results = np.stack([at_ends[:, 0], found.lowest, found.highest, at_ends[:, 1]], axis=1)
    return _ordered(alternative, along.base, along.levers, results)


def _sampled_bars(comparison: Comparison, alternative: str) -> AlternativeSensitivity:
    along = _Along(comparison, alternative, OPERATING_PROFIT)
    points = np.linspace(along.span.lo, along.span.hi, SAMPLED, axis=1)
    points = np.where(along.span.whole[:, None], np.floor(points), points)
    return _ordered(alternative, along.base, along.levers, along.at(points))


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
    """Bars from the target at places of each lever's range, ends first and last, widest swing first."""
    bars = [_bar(lever, row) for lever, row in zip(levers, results.tolist(), strict=True)]
    bars.sort(key=lambda bar: -bar.swing)
    return AlternativeSensitivity(alternative, _defined(base), tuple(bars))


def _bar(lever: Lever, results: Sequence[float]) -> Bar:
    defined = [value for value in results if not math.isnan(value)]
    ends = _defined(results[0]), _defined(results[-1])
    spread = min(defined, default=None), max(defined, default=None)
    return Bar(lever.driver, lever.where, lever.now, lever.low, lever.high, *ends, *spread)


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
