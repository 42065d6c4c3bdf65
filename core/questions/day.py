"""What does a day look like? Peak and average, how busy the capacity paid for is, and how much falls into the discount
hours: all from a load profile, to the minute."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from core.comparison.day_profile import (
    MINUTES_AHEAD,
    MINUTES_PER_DAY,
    Day,
    PriceWindow,
    Step,
    Zone,
    clock_of,
    minute_of,
)
from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.record import record

MINUTES_PER_HOUR = 60


@record
class Stretch:
    """A part of the day over which nothing changes, in the clock of the profile; `end` is 24:00 for the last.

    `load` is in use, `paid` is paid for, both in the unit of the profile; `demand` is how densely the tokens fall, with
    1 for the average of the day.
    """

    start: str
    end: str
    hours: float
    load: float
    paid: float
    demand: float
    discounted: bool


@record
class DayAnswer:
    """A day in figures.

    `used_hours` and `paid_hours` are sums over the 24 hours (node-hours where the profile counts nodes);
    `utilisation` = used / paid; `window_share` is the share of the demand in the discount hours. `cost` and
    `cost_reserved` are USD a day, as the day pays for its capacity and if it paid for the peak all day; None where the
    profile does not count nodes or the business model rents none.
    """

    peak: float
    average: float
    peak_to_average: float
    used_hours: float
    paid_hours: float
    utilisation: float
    window_hours: float
    window_share: float
    stretches: tuple[Stretch, ...]
    cost: float | None
    cost_reserved: float | None


def day_for(comparison: Comparison, alternative: str) -> Day | None:
    """The day of an alternative: its own, else the one for all, else none."""
    return comparison.days.get(alternative) or comparison.days.get(SHARED)


def day_of(comparison: Comparison, alternative: str) -> DayAnswer | None:
    """The day of an alternative in figures, if it has one. Raises `UsageError` for an unknown alternative."""
    values = comparison.values_of(alternative)
    day = day_for(comparison, alternative)
    if day is None:
        return None
    if "gpus_per_node" in values and "gpu_hour_price" in values:
        return day_answer(day, values["gpus_per_node"] * values["gpu_hour_price"])
    return day_answer(day)


def day_answer(day: Day, node_hour_price: float | None = None) -> DayAnswer:
    """A day in figures; with the price of a node for an hour in USD also what it costs."""
    stretches = _stretches(day)
    peak = max(s.load for s in stretches)
    used, paid = _total(stretches, [s.load for s in stretches]), _total(stretches, [s.paid for s in stretches])
    demand = _total(stretches, [s.demand for s in stretches])
    discounted = [s for s in stretches if s.discounted]
    priced = node_hour_price if day.profile.unit == "node" else None
    return DayAnswer(
        peak=peak,
        average=used / 24,
        peak_to_average=peak / (used / 24),
        used_hours=used,
        paid_hours=paid,
        utilisation=used / paid,
        window_hours=math.fsum(s.hours for s in discounted),
        window_share=_total(discounted, [s.demand for s in discounted]) / demand,
        stretches=stretches,
        cost=None if priced is None else paid * priced,
        cost_reserved=None if priced is None else 24 * peak * priced,
    )


def _stretches(day: Day) -> tuple[Stretch, ...]:
    profile = day.profile
    demand = profile.demand or profile.load
    windows = [_minutes_of(window, profile.zone) for window in day.windows]
    edges = {0, MINUTES_PER_DAY, *(edge for window in windows for edge in window)}
    edges |= {minute_of(step.start) for step in (*profile.load, *demand)}
    ordered = sorted(edges)
    peak = max(step.load for step in profile.load)
    mean_demand = _mean(demand)
    return tuple(
        Stretch(
            start=clock_of(start),
            end="24:00" if end == MINUTES_PER_DAY else clock_of(end),
            hours=(end - start) / MINUTES_PER_HOUR,
            load=(load := _at(profile.load, start)),
            paid=peak if day.capacity == "reserved" else _whole_increments(load, day.increment),
            demand=_at(demand, start) / mean_demand,
            discounted=any(_within(window, start) for window in windows),
        )
        for start, end in pairwise(ordered)
    )


def _at(steps: Sequence[Step], minute: int) -> float:
    """What holds at a minute: the last step to have begun, at the start of the day the last of the day before."""
    begun = [step for step in steps if minute_of(step.start) <= minute]
    return (begun or steps)[-1].load


def _mean(steps: Sequence[Step]) -> float:
    starts = [minute_of(step.start) for step in steps]
    ends = [*starts[1:], starts[0] + MINUTES_PER_DAY]
    total = math.fsum(step.load * (end - start) for step, start, end in zip(steps, starts, ends, strict=True))
    return total / MINUTES_PER_DAY


def _minutes_of(window: PriceWindow, zone: Zone) -> tuple[int, int]:
    """First minute and end in the clock of the profile; the whole day starts and ends at the same minute."""
    shift = MINUTES_AHEAD[zone] - MINUTES_AHEAD[window.zone]
    start, end = ((minute_of(clock) + shift) % MINUTES_PER_DAY for clock in (window.start, window.end))
    return start, end


def _within(window: tuple[int, int], minute: int) -> bool:
    start, end = window
    if start < end:
        return start <= minute < end
    return minute >= start or minute < end


def _whole_increments(load: float, increment: float) -> float:
    return increment * math.ceil(load / increment) if increment else load


def _total(stretches: Sequence[Stretch], values: Sequence[float]) -> float:
    """The sum over time, in hours, rounded once: minutes are whole and the hours of a stretch need not be."""
    return (
        math.fsum(
            value * round(stretch.hours * MINUTES_PER_HOUR) for stretch, value in zip(stretches, values, strict=True)
        )
        / MINUTES_PER_HOUR
    )
