"""How old are the numbers? Every source has a day on which it was last looked at; prices and rents move, so a source
that nobody has looked at for a quarter of a year deserves another look before anything is decided by it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.model.definition import Source
from core.record import record
from core.wording.text import Text

AGEING_AFTER = 90  # days since a source was looked at
OLD_AFTER = 180


class Level(StrEnum):
    """How far a source has aged."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"


@record
class SourceAge:
    """The source of one driver and its age in days; `where` is an alternative's id or "shared". A source of the future
    is 0 days old."""

    where: str
    driver: str
    source: Source
    days: int

    @property
    def level(self) -> Level:
        """Fresh up to 90 days, old from 181 on."""
        return level_of(self.days)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CHINESE = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_SOME = Text(
    "{count} of the {all} numbers that matter most are more than {days} days old.",
    "最关键的{all}个数字中，有{count}个已超过 {days} 天未核对。",
)
_ONE = Text(
    "{count} of the {all} numbers that matter most is more than {days} days old.",
    "最关键的{all}个数字中，有{count}个已超过 {days} 天未核对。",
)
_ALL = Text(
    "All {all} numbers that matter most are more than {days} days old.",
    "最关键的{all}个数字均已超过 {days} 天未核对。",
)
_THE_ONLY = Text("The number that matters most is more than {days} days old.", "最关键的数字已超过 {days} 天未核对。")


def level_of(days: int) -> Level:
    """How far a source of this age has aged."""
    return Level.OLD if days > OLD_AFTER else Level.AGEING if days > AGEING_AFTER else Level.FRESH


def ages(comparison: Comparison, today: date) -> tuple[SourceAge, ...]:
    """The age of every value that has a source, in the order of the alternatives; what several share is there once.

    A value somebody typed in without a source has no age and is left out.
    """
    found: dict[tuple[str, str], SourceAge] = {}
    for alternative in comparison.alternatives:
        for driver in comparison.model_of(alternative).drivers:
            where = alternative.id if driver.id in alternative.own else SHARED
            source = comparison.source_of(alternative.id, driver.id)
            if source is not None and (where, driver.id) not in found:
                days = max(0, (today - source.checked).days)
                found[where, driver.id] = SourceAge(where, driver.id, source, days)
    return tuple(found.values())


def ageing_drivers(comparison: Comparison, drivers: Iterable[str], today: date) -> tuple[str, ...]:
    """Those of the drivers that in some alternative rest on a source last looked at more than 90 days ago."""
    aged = {age.driver for age in ages(comparison, today) if age.level is not Level.FRESH}
    return tuple(driver for driver in drivers if driver in aged)


def age_sentence(comparison: Comparison, drivers: Iterable[str], today: date) -> Text | None:
    """How many of the decisive drivers have aged, for the verdict: "Two of the five numbers that matter most are more
    than 90 days old." None when none has."""
    drivers = tuple(drivers)
    count = len(ageing_drivers(comparison, drivers, today))
    if not count:
        return None
    words = _sentence(count, len(drivers)).filled(count=_told(count), all=_told(len(drivers)), days=AGEING_AFTER)
    return Text(words.en[0].upper() + words.en[1:], words.zh)


def _sentence(count: int, of: int) -> Text:
    if count < of:
        return _ONE if count == 1 else _SOME
    return _THE_ONLY if count == 1 else _ALL


def _told(count: int) -> Text:
    """Small numbers as words."""
    if count < len(_NUMBERS):
        return Text(_NUMBERS[count], _CHINESE[count])
    return Text(str(count), str(count))
