"""Whose day is shown, and where it comes from."""

from __future__ import annotations

from core.comparison.day_presets import FLAT, day_ids, load_day
from core.comparison.day_profile import Day, Feed, minute_of
from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.model.definition import Driver
from core.questions.day import DayAnswer, Stretch, day_answer, day_for, day_of
from core.record import record
from desktop.charts.day.data import DayData, DayStretch

UTILISATION: Feed = "utilisation"
FEEDS: tuple[Feed, ...] = ("utilisation", "off_peak_share")


@record
class Shown:
    """A day in the place it belongs to: an alternative's id or "shared". `given`: it stands in the comparison, rather
    than being the flat one that is shown where there is none."""

    where: str
    day: Day
    given: bool
    answer: DayAnswer


def places(comparison: Comparison) -> tuple[str, ...]:
    """Where a day may be put: the alternatives with machines to keep busy, then all of them."""
    holders = [a.id for a in comparison.alternatives if _has(comparison, a.id, UTILISATION)]
    return (*holders, *([SHARED] if len(holders) > 1 else []))


def shown_at(comparison: Comparison, where: str) -> Shown:
    """The day that holds there."""
    found = comparison.days.get(SHARED) if where == SHARED else day_for(comparison, where)
    day = found or load_day(FLAT)
    answer = day_of(comparison, where) if found is not None and where != SHARED else day_answer(day)
    return Shown(where, day, found is not None, answer or day_answer(day))


def fed_drivers(comparison: Comparison, where: str) -> dict[Feed, tuple[Driver, float]]:
    """The drivers a day can set there, with their values now."""
    ids = [a.id for a in comparison.alternatives] if where == SHARED else [where]
    found: dict[Feed, tuple[Driver, float]] = {}
    for feed in FEEDS:
        for id in ids:
            if feed not in found and _has(comparison, id, feed):
                found[feed] = (comparison.driver_of(id, feed), comparison.values_of(id)[feed])
    return found


def preset_of(day: Day) -> str | None:
    """The built-in day this one has the load of."""
    return next((id for id in day_ids() if load_day(id).profile == day.profile), None)


def day_data(shown: Shown, colour_index: int) -> DayData:
    """What the chart draws."""
    stretches = tuple(_stretch(stretch) for stretch in shown.answer.stretches)
    return DayData(stretches, shown.day.profile.zone, shown.day.profile.unit, colour_index)


def _stretch(stretch: Stretch) -> DayStretch:
    start, end = minute_of(stretch.start) / 60, minute_of(stretch.end) / 60
    return DayStretch(start, end, stretch.load, stretch.paid, stretch.discounted)


def _has(comparison: Comparison, alternative: str, driver: str) -> bool:
    return any(known.id == driver for known in comparison.model_of(alternative).drivers)
