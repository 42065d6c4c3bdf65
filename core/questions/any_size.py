"""For an alternative that breaks even at no size: what would have to be true so that it does at some size? For every
driver the nearest value, other things equal, with which some number of users brings no loss.

Every value tried is asked over all whole user counts. Between now and either end of its range each driver is tried at
evenly spaced values; between the last that fails and the first that helps the border is narrowed down, as if there
were only one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT, break_even
from core.questions.break_even_rows import breaks_even_somewhere
from core.questions.results import target_line
from core.questions.search.crossings import FINEST, PIECES, Flags
from core.questions.search.curves import USERS
from core.questions.search.levers import Grade, Lever, levers_of
from core.questions.search.moves import Places
from core.record import record

TRIED = 32  # values on either side of the value now


@record
class AnySizeValue:
    """One driver: the nearest value with which the alternative breaks even somewhere (None: no value tried does)."""

    driver: str
    now: float
    nearest: float | None
    change: float | None
    effort: float | None
    grade: Grade


@record
class AnySize:
    """The answer, the smallest change first, those that cannot do it alone last; no drivers when the alternative
    breaks even somewhere already."""

    alternative: str
    target: str
    breaks_even: bool
    drivers: tuple[AnySizeValue, ...]


def any_size(comparison: Comparison, alternative: str, target: str = OPERATING_PROFIT) -> AnySize:
    """What would have to be true for an alternative to break even at some size, 1 to a billion users.

    Raises `UsageError` for an unknown alternative or line.
    """
    model = comparison.model_of(alternative)
    plan, values, line = plan_for(model), comparison.values_of(alternative), target_line(model, target)
    if break_even(plan, values, line).status != "never":
        return AnySize(alternative, line, True, ())
    levers = [lever for lever in levers_of(comparison, alternative) if lever.driver != USERS]
    found = _Search(plan, values, line, levers).nearest([(lever.low, lever.high) for lever in levers])
    left = [lever for lever in levers if lever.driver not in found]
    found |= _Search(plan, values, line, left).nearest([(lever.least, lever.greatest) for lever in left])
    rows = [_row(lever, found.get(lever.driver)) for lever in levers]
    rows.sort(key=lambda row: np.inf if row.effort is None else row.effort)
    return AnySize(alternative, line, False, tuple(rows))


def _row(lever: Lever, nearest: float | None) -> AnySizeValue:
    if nearest is None:
        return AnySizeValue(lever.driver, lever.now, None, None, None, lever.grade(None))
    return AnySizeValue(
        lever.driver, lever.now, nearest, lever.change(nearest), lever.effort(nearest), lever.grade(nearest)
    )


class _Search:
    """Asks of many values of many drivers at once whether some user count brings no loss."""

    def __init__(self, plan: Plan, values: dict[str, float], line: str, levers: Sequence[Lever]) -> None:
        self._plan, self._values, self._line, self._levers = plan, values, line, levers
        self._whole = np.array([lever.whole for lever in levers], dtype=bool)

    def nearest(self, ends: Sequence[tuple[float, float]]) -> dict[str, float]:
        """Of each lever the value nearest to now, on the way to either end, that helps; by driver."""
        if not self._levers:
            return {}
        levers = np.repeat(np.arange(len(self._levers)), 2)
        before = np.repeat(np.array([lever.now for lever in self._levers], dtype=np.float64), 2)
        after = np.array(ends, dtype=np.float64).ravel()
        finest = np.abs(after - before) * FINEST
        found = self._first(levers, before, after, TRIED)
        while np.any(open_ := found.helps & self._wide(found, levers, finest)):
            narrower = self._first(levers[open_], found.before[open_], found.after[open_], PIECES)
            found.before[open_], found.after[open_] = narrower.before, narrower.after
        nearest: dict[str, float] = {}
        for way in np.flatnonzero(found.helps).tolist():
            lever, value = self._levers[way // 2], float(found.after[way])
            if lever.driver not in nearest or lever.effort(value) < lever.effort(nearest[lever.driver]):
                nearest[lever.driver] = value
        return nearest

    def _wide(self, found: _Border, levers: Places, finest: Floats) -> Flags:
        width = np.abs(found.after - found.before)
        return np.where(self._whole[levers], width > 1, width > finest)

    def _first(self, levers: Places, before: Floats, after: Floats, steps: int) -> _Border:
        """The first of some evenly spaced values from `before` (left out) to `after` that helps, and the one before."""
        values = before[:, None] + (after - before)[:, None] * (np.arange(steps + 1) / steps)
        values[:, -1] = after
        outward = np.where((after < before)[:, None], np.floor(values), np.ceil(values))
        values[:, 1:] = np.where(self._whole[levers][:, None], outward, values)[:, 1:]
        helps = self._helps(np.repeat(levers, steps), values[:, 1:].ravel()).reshape(-1, steps)
        first, row = np.argmax(helps, axis=1), np.arange(len(levers))
        return _Border(values[row, first], values[row, first + 1], np.any(helps, axis=1))

    def _helps(self, levers: Places, values: Floats) -> Flags:
        """Whether the alternative breaks even at some size with one lever at a value, for many of both."""
        columns = {
            lever.driver: np.where(levers == number, values, self._values[lever.driver])
            for number, lever in enumerate(self._levers)
        }
        return breaks_even_somewhere(self._plan, {**self._values, **columns}, self._line)


@record
class _Border:
    """Neighbouring values before and after the border; `helps`: whether there is one at all."""

    before: Floats
    after: Floats
    helps: Flags
