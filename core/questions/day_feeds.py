"""Drivers that follow from a day instead of being typed, set to what the day computes."""

from __future__ import annotations

from collections.abc import Callable

from core.comparison.day_profile import Feed
from core.comparison.document import Comparison
from core.comparison.edits.links import unlink
from core.comparison.edits.replacing import has_driver
from core.comparison.edits.values import set_distribution, set_source, set_value
from core.questions.day import DayAnswer, day_answer, day_for

COMPUTED: dict[Feed, Callable[[DayAnswer], float]] = {
    "utilisation": lambda answer: answer.utilisation,
    "off_peak_share": lambda answer: answer.window_share,
}


def fed_by_days(comparison: Comparison) -> Comparison:
    """The comparison with every driver that a day feeds at the value that follows from that day, and with the day's
    source; it is certain then. The same comparison where nothing changes, so that it can be applied after every edit.

    A day for all sets what is shared in the shared place; the day of one alternative unlinks the driver there.
    """
    for alternative in comparison.alternatives:
        day = day_for(comparison, alternative.id)
        for driver in day.feeds if day else ():
            if day and has_driver(comparison, alternative, driver):
                value = COMPUTED[driver](day_answer(day))
                if alternative.id in comparison.days:
                    comparison = unlink(comparison, alternative.id, driver)
                comparison = set_value(comparison, alternative.id, driver, value)
                comparison = set_source(comparison, alternative.id, driver, day.profile.source)
                comparison = set_distribution(comparison, alternative.id, driver, None)
    return comparison
