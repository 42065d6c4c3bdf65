"""A day's load and what follows from it: how much is in use at each time, which capacity is paid for, and which hours
are sold at a discount. Plain frozen data; `core.questions.day` computes from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

from core.errors import EvenkeelError
from core.model.definition import Finite, Source
from core.plain.data import Limits, Plain
from core.wording.text import Text, Words

MINUTES_PER_DAY = 1440
HALF_HOUR = 30
MOST_STEPS = MINUTES_PER_DAY
MOST_WINDOWS = 48
LARGEST_LOAD = 1e15  # beyond it a sum over the day is no longer exact

Zone = Literal["UTC", "Beijing"]
MINUTES_AHEAD: dict[Zone, int] = {"UTC": 0, "Beijing": 480}  # neither knows summer time

# The drivers a day can set: each is a share that a day computes.
Feed = Literal["utilisation", "off_peak_share"]


CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z|24:00\Z")


class DayError(EvenkeelError):
    """A day that cannot be: no load at all, steps out of order, a window of no length."""


Clock = str  # 00:30; 24:00 only where something ends


class Step(Plain):
    """From `start` until the start of the next step, over midnight after the last, the load is `load`."""

    start: Clock
    load: Finite

    def __post_init__(self) -> None:
        _refuse_unless_clock(self.start)


Steps = Annotated[tuple[Step, ...], Limits(max_length=MOST_STEPS)]


class PriceWindow(Plain):
    """Hours of the day in half hours, the end not included; over midnight when it ends before it starts."""

    start: Clock
    end: Clock
    zone: Zone = "Beijing"

    def __post_init__(self) -> None:
        _refuse_unless_clock(self.start)
        _refuse_unless_clock(self.end)
        _refuse_unless(
            minute_of(self.start) % HALF_HOUR == 0 and minute_of(self.end) % HALF_HOUR == 0,
            Text("Price windows begin and end on the half hour.", "计价时段须以半小时为界。"),
        )
        _refuse_unless(
            minute_of(self.start) not in (minute_of(self.end), MINUTES_PER_DAY),
            Text(
                "The window has no length; write the whole day as 00:00 to 24:00.",
                "时段长度为零；全天请写 00:00 至 24:00。",
            ),
        )


class LoadProfile(Plain):
    """The course of a day.

    `load`: what is in use, in nodes or in parts of anything (only the shape counts then). `demand`: how the tokens,
    or what they bring, spread over the day; where it is not given they follow the load.
    """

    name: Words
    zone: Zone = "Beijing"
    unit: Literal["node", "1"] = "1"
    load: Steps
    demand: Steps = ()
    source: Source | None = None

    def __post_init__(self) -> None:
        _check_steps(self.load)
        if self.demand:
            _check_steps(self.demand)


class Day(Plain):
    """A load profile and how its capacity is paid for and its tokens are priced.

    `capacity`: "reserved" pays for the peak all day, "elastic" for what is in use, in whole multiples of `increment`
    (in the unit of the load; 0: by the fraction). `windows`: the discount hours; where they overlap they count once.
    `feeds`: the drivers that follow from this day instead of being typed; none unless the user says so.
    """

    profile: LoadProfile
    capacity: Literal["reserved", "elastic"] = "reserved"
    increment: Finite = 0.0
    windows: Annotated[tuple[PriceWindow, ...], Limits(max_length=MOST_WINDOWS)] = ()
    feeds: tuple[Feed, ...] = ()

    def __post_init__(self) -> None:
        _refuse_unless(
            self.increment >= 0, Text("Capacity cannot grow by a negative amount.", "容量的扩容单位不能为负。")
        )


def minute_of(clock: str) -> int:
    """Minutes from midnight to a time written as 00:30."""
    return 60 * int(clock[:2]) + int(clock[3:])


def clock_of(minute: int) -> str:
    """A minute of the day, or of the days around it, as 00:30."""
    hours, minutes = divmod(minute % MINUTES_PER_DAY, 60)
    return f"{hours:02}:{minutes:02}"


def even_steps(weights: Sequence[float]) -> tuple[Step, ...]:
    """Steps of equal length from midnight on, one per weight: 24 for hours, 48 for half hours.

    Raises `DayError` for any other number of weights.
    """
    _refuse_unless(len(weights) in (24, 48), Text("A day takes 24 or 48 figures.", "一天须填写 24 个或 48 个数值。"))
    length = MINUTES_PER_DAY // len(weights)
    return tuple(Step(start=clock_of(place * length), load=float(weight)) for place, weight in enumerate(weights))


def _check_steps(steps: tuple[Step, ...]) -> None:
    starts = [minute_of(step.start) for step in steps]
    _refuse_unless(
        MINUTES_PER_DAY not in starts,
        Text("The day begins at 00:00, not at 24:00.", "一天从 00:00 开始，而不是 24:00。"),
    )
    _refuse_unless(
        starts == sorted(set(starts)),
        Text(
            "The steps of a day must be in order of time, each start once.",
            "各时段须按时间先后排列，且开始时间不得重复。",
        ),
    )
    _refuse_unless(all(step.load >= 0 for step in steps), Text("A load cannot be negative.", "负载不能为负。"))
    _refuse_unless(
        all(step.load <= LARGEST_LOAD for step in steps),
        Text("A load is too large to add up.", "负载数值过大，无法合计。"),
    )
    _refuse_unless(any(step.load > 0 for step in steps), Text("There is no load at any time.", "全天没有任何负载。"))


def _refuse_unless_clock(text: str) -> None:
    _refuse_unless(bool(CLOCK.match(text)), Text("Times are written as 00:30.", "时间请写成 00:30 的形式。"))


def _refuse_unless(sound: bool, reason: Text) -> None:
    if not sound:
        raise DayError(Text("This day cannot be used.", "这样的一天无法使用。"), reason)
