"""A day changed by hand: other loads for a part of it, other discount hours."""

from __future__ import annotations

from collections.abc import Iterable

from core.comparison.day_profile import MINUTES_PER_DAY, Day, LoadProfile, PriceWindow, Step, clock_of, minute_of
from core.wording.text import Text

OWN_DAY = Text("Your own day", "自定义的一天")


def with_load(day: Day, start: int, end: int, load: float) -> Day:
    """The day with this load from minute `start` to minute `end` (0 to 1440). What was published about the day before
    no longer speaks of it, so the name and the source go; how tokens spread over the day stays.

    Raises `DayError` for a load that makes no sense, or a day without any.
    """
    starts = sorted({*(minute_of(step.start) for step in day.profile.load), 0, start, end} - {MINUTES_PER_DAY})
    loads = [load if start <= minute < end else load_at(day.profile.load, minute) for minute in starts]
    steps = [
        Step(start=clock_of(minute), load=value)
        for place, (minute, value) in enumerate(zip(starts, loads, strict=True))
        if place == 0 or value != loads[place - 1]
    ]
    if tuple(steps) == day.profile.load:
        return day
    return with_profile(day, load=tuple(steps), name=OWN_DAY, source=None)


def with_profile(day: Day, **fields: object) -> Day:
    """The day with some fields of its profile replaced, all checked. Raises `DayError` where they make no sense."""
    return with_fields(day, profile=LoadProfile(**{**vars(day.profile), **fields}))


def with_fields(day: Day, **fields: object) -> Day:
    """The day with some fields replaced, all checked. Raises `DayError` where they make no sense."""
    return Day(**{**vars(day), **fields})


def with_window(day: Day, place: int, window: PriceWindow | None) -> Day:
    """The day with the discount hours at `place` (the next free one adds them) replaced, or without them (None)."""
    windows = [*day.windows[:place], *([] if window is None else [window]), *day.windows[place + 1 :]]
    return with_fields(day, windows=tuple(windows))


def load_at(steps: Iterable[Step], minute: int) -> float:
    """What holds at a minute: the last step to have begun, at the start of the day the last of the day before."""
    known = list(steps)
    begun = [step for step in known if minute_of(step.start) <= minute]
    return (begun or known)[-1].load
