"""What a person could change: one driver of an alternative, or one value that several share, with how far it may go
and how large a change is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

import numpy as np

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.comparison.unknown import unknown_driver
from core.comparison.values import makes_sense
from core.model.definition import Driver, Range
from core.questions.search.crossings import Span
from core.record import record
from core.wording.text import Text
from core.wording.unit_words import SWITCH

# Counted in whole numbers: half a node or half a user is no answer.
WHOLE_UNITS = frozenset({"user", "node", "GPU/node", SWITCH})
# Where the definition sets no end, a value is looked for up to this many times beyond the plausible range.
FURTHEST = 100.0
NOTHING = 1e-9  # of the plausible range: a value below that is taken for 0
WITHIN_REACH = 0.25  # the largest change that is called within reach

Grade = Literal["within_reach", "stretch", "beyond_published", "impossible_alone"]
GRADES: dict[Grade, Text] = {
    "within_reach": Text("within reach", "不难做到"),
    "stretch": Text("a stretch", "比较吃力"),
    "beyond_published": Text("outside anything published", "超出已公布的范围"),
    "impossible_alone": Text("impossible alone", "仅靠它做不到"),
}


@record
class Lever:
    """One driver in one place: `where` is an alternative's id, or "shared".

    `low` to `high` is its plausible range, `least` to `greatest` what makes sense at all (or, where the definition sets
    no end, what is looked at); all four are whole where only whole numbers are.
    """

    where: str
    driver: str
    now: float
    low: float
    high: float
    least: float
    greatest: float
    whole: bool
    unit: str

    @property
    def switch(self) -> bool:
        """A yes/no driver."""
        return self.unit == SWITCH

    @property
    def scale(self) -> float:
        """What changes are measured by: the value now, and from (next to) nothing the width of the plausible range."""
        width = self.high - self.low
        return abs(self.now) if abs(self.now) > NOTHING * width else width or 1.0

    def change(self, value: float) -> float | None:
        """The relative change to `value`; None from (next to) nothing, where no share of it can be named."""
        return (value - self.now) / self.scale if self.scale == abs(self.now) else None

    def effort(self, value: float) -> float:
        """How large a change is, for ranking."""
        return abs(value - self.now) / self.scale

    def grade(self, nearest: float | None) -> Grade:
        """`within_reach`: in the plausible range and a change of at most a quarter; `stretch`: in the range, but more
        than that; `beyond_published`: outside the range, yet a value that makes sense; `impossible_alone`: no value."""
        if nearest is None:
            return "impossible_alone"
        if not self.low <= nearest <= self.high:
            return "beyond_published"
        return "within_reach" if self.effort(nearest) <= WITHIN_REACH else "stretch"


def levers_of(comparison: Comparison, alternative: str, drivers: Iterable[str] | None = None) -> tuple[Lever, ...]:
    """The levers of one alternative, all or those named, in the order of the definition.

    Raises `UsageError` for an unknown alternative or driver.
    """
    found = comparison.alternative(alternative)
    model = comparison.model_of(found)
    known = {driver.id: driver for driver in model.drivers}
    wanted = list(known) if drivers is None else list(drivers)
    for id in wanted:
        if id not in known:
            raise unknown_driver(id, list(known), model.label)
    levers = []
    for id in wanted:
        setting = comparison.setting_of(alternative, id)
        where = SHARED if comparison.is_shared(alternative, id) else found.id
        levers.append(lever(known[id], setting.value, setting.range, where))
    return tuple(levers)


def lever(driver: Driver, now: float, plausible: Range | None = None, where: str = "") -> Lever:
    """The lever of one driver with the value `now`; `plausible` stands for the definition's own range."""
    spread = plausible or driver.range
    low, high = spread.low, spread.high
    if not makes_sense(driver, low):
        low = _closest_to(driver, low, high)
    if driver.maximum is not None:
        high = min(high, driver.maximum)
    least, greatest = _least(driver, low, high), _greatest(driver, low, high)
    whole = driver.unit in WHOLE_UNITS
    if whole:
        low, least = float(math.ceil(low)), float(math.ceil(least))
        high, greatest = float(math.floor(high)), float(math.floor(greatest))
    return Lever(where, driver.id, now, low, high, least, greatest, whole, driver.unit)


def _closest_to(driver: Driver, low: float, high: float) -> float:
    """The smallest value that makes sense when the range starts below it, or at a minimum that makes none itself."""
    minimum = low if driver.minimum is None else driver.minimum
    return minimum if makes_sense(driver, minimum) else minimum + (high - minimum) / FURTHEST**2


def _least(driver: Driver, low: float, high: float) -> float:
    if driver.minimum is None:
        return low - FURTHEST * (max(abs(low), abs(high)) or 1.0)
    if driver.above_minimum:
        return min(low, driver.minimum + (low - driver.minimum) / FURTHEST)
    return driver.minimum


def _greatest(driver: Driver, low: float, high: float) -> float:
    return driver.maximum if driver.maximum is not None else high + FURTHEST * (max(abs(low), abs(high)) or 1.0)


def span_of(levers: Iterable[Lever], *, with_now: bool = False) -> Span:
    """The plausible ranges of the levers, or as far as from there to the value now where that lies outside."""
    levers = list(levers)
    low = np.array([lever.low for lever in levers], dtype=np.float64)
    high = np.array([lever.high for lever in levers], dtype=np.float64)
    whole = np.array([lever.whole for lever in levers], dtype=bool)
    if with_now:
        now = np.array([lever.now for lever in levers], dtype=np.float64)
        low = np.minimum(low, np.where(whole, np.floor(now), now))
        high = np.maximum(high, np.where(whole, np.ceil(now), now))
    return Span(low, high, whole)
