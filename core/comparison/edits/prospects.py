"""Edits of the months to come and of the day."""

from __future__ import annotations

from core.comparison.day_profile import Day
from core.comparison.document import Comparison
from core.comparison.outlook import Outlook
from core.comparison.parts import SHARED
from core.comparison.prospects import check_prospects


def set_outlook(comparison: Comparison, outlook: Outlook) -> Comparison:
    """The comparison with other months to come."""
    return _checked(comparison, outlook, comparison.days)


def set_day(comparison: Comparison, where: str, day: Day | None) -> Comparison:
    """The comparison with a day for an alternative, or for all ("shared") without one of their own; None removes it."""
    if where != SHARED:
        comparison.alternative(where)
    days = {place: kept for place, kept in comparison.days.items() if place != where}
    return _checked(comparison, comparison.outlook, days if day is None else {**days, where: day})


def _checked(comparison: Comparison, outlook: Outlook, days: dict[str, Day]) -> Comparison:
    drivers = {a.id: {d.id: d for d in comparison.model_of(a).drivers} for a in comparison.alternatives}
    check_prospects(outlook, days, drivers)
    if (outlook, days) == (comparison.outlook, comparison.days):
        return comparison
    return comparison.but(outlook=outlook, days=days)
