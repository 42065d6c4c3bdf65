"""What a price file is made of: a seller's items (AI models, plans, GPUs) and the dated price lists of each.

A list holds in one currency from one moment until the moment its successor takes over; nothing is ever converted.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Literal

from core.comparison.day_profile import HALF_HOUR, MINUTES_AHEAD, MINUTES_PER_DAY, PriceWindow, minute_of
from core.errors import EvenkeelError
from core.model.definition import Finite, ModelIdentifier, Source
from core.plain.data import Limits, Plain, Prepared
from core.wording.scale import Currency
from core.wording.text import Text, Words

MOST_ITEMS = 500
MOST_LISTS = 200  # of one item
MOST_BANDS = 8

UNREADABLE = Text("This price list cannot be used.", "这份价目无法使用。")


class PriceError(EvenkeelError):
    """A price list that cannot be: lists that overlap, a moment without a time zone, a price that is missing."""


class PriceKind(StrEnum):
    """What is paid for."""

    CACHE_HIT = "cache_hit"
    CACHE_MISS = "cache_miss"
    OUTPUT = "output"
    FEE = "fee"
    RENT = "rent"
    SERVER_RENT = "server_rent"


# The unit of each kind, after the currency.
UNITS: dict[PriceKind, str] = {
    PriceKind.CACHE_HIT: "Mtoken",
    PriceKind.CACHE_MISS: "Mtoken",
    PriceKind.OUTPUT: "Mtoken",
    PriceKind.FEE: "user/month",
    PriceKind.RENT: "GPU/hour",
    PriceKind.SERVER_RENT: "node/month",
}
LABELS: dict[PriceKind, Text] = {
    PriceKind.CACHE_HIT: Text("Input from cache", "缓存命中输入"),
    PriceKind.CACHE_MISS: Text("Input not in cache", "缓存未命中输入"),
    PriceKind.OUTPUT: Text("Output", "输出"),
    PriceKind.FEE: Text("Fee a month", "月费"),
    PriceKind.RENT: Text("Rent of a GPU", "GPU 租金"),
    PriceKind.SERVER_RENT: Text("Rent of a server", "整机租金"),
}

CURRENCY_NAMES: dict[Currency, Text] = {"USD": Text("US dollars", "美元"), "CNY": Text("yuan", "人民币")}

BandKind = Literal["peak", "off-peak"]
BAND_LABELS: dict[BandKind, Text] = {"peak": Text("peak", "高峰"), "off-peak": Text("off-peak", "非高峰")}

Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
WEEK: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

HALF_HOURS_PER_WEEK = 7 * MINUTES_PER_DAY // HALF_HOUR  # windows begin and end on the half hour

Price = Annotated[Finite, Limits(ge=0)]
Prices = Annotated[dict[PriceKind, Price], Limits(min_length=1)]


def _instant(value: Any) -> Any:
    """A plain date is its first moment in UTC; a moment must say its time zone."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            return value  # refused below by its own type
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise PriceError(
                UNREADABLE,
                Text(f"{value.isoformat()} says no time zone.", f"{value.isoformat()} 未注明时区。"),
                Text("Write it as 2025-09-05T16:00:00Z.", "请写成 2025-09-05T16:00:00Z。"),
            )
        return value.astimezone(UTC)
    return datetime.combine(value, time(), UTC) if isinstance(value, date) else value


Instant = Annotated[datetime, Prepared(_instant)]


def _in_both_languages(value: Any) -> Any:
    """A source's text may be one string, as a name may: it is then said in both languages."""
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return {**value, "text": Text(value["text"], value["text"])}
    return value


PriceSource = Annotated[Source, Prepared(_in_both_languages)]


class Band(Plain):
    """Hours with prices of their own: on these days (of the window's own zone, by the day a window starts on), in these
    windows, the end of each not included."""

    kind: BandKind
    days: Annotated[tuple[Weekday, ...], Limits(min_length=1)] = WEEK
    windows: Annotated[tuple[PriceWindow, ...], Limits(min_length=1, max_length=MOST_BANDS)]
    prices: Prices

    def half_hours(self) -> frozenset[int]:
        """The half hours of the week in UTC, counted from Monday 00:00, in which the band holds."""
        found: set[int] = set()
        for window in self.windows:
            start, end = minute_of(window.start), minute_of(window.end)
            length = end - start if end > start else end - start + MINUTES_PER_DAY
            for day in self.days:
                first = (WEEK.index(day) * MINUTES_PER_DAY + start - MINUTES_AHEAD[window.zone]) // HALF_HOUR
                found.update((first + place) % HALF_HOURS_PER_WEEK for place in range(length // HALF_HOUR))
        return frozenset(found)


class LongContext(Plain):
    """Requests with more input tokens than `above` cost more as a whole; one of exactly `above` does not."""

    above: Annotated[int, Limits(gt=0)]
    input_factor: Price
    output_factor: Price


class PriceList(Plain):
    """The prices of one item in one currency from `valid_from` on, until `valid_until`, which is not included.

    Where no price for input from cache is listed, cached input costs what new input costs. `start_known` is false when
    the list was only seen on that day and may be older.
    """

    valid_from: Instant
    valid_until: Instant | None = None
    start_known: bool = True
    currency: Currency
    prices: Prices
    low: Price | None = None  # the ends of a published range; `prices` then hold its middle
    high: Price | None = None
    bands: Annotated[tuple[Band, ...], Limits(max_length=MOST_BANDS)] = ()
    batch_discount: Annotated[Finite, Limits(ge=0, le=1)] | None = None
    long_context: LongContext | None = None
    source: PriceSource
    rules_source: PriceSource | None = None  # of the discount and the long-context rate, where it is another one
    note: Words = ""

    def __post_init__(self) -> None:
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise PriceError(
                UNREADABLE,
                Text("A list must start before it ends.", "价目的起始时间须早于截止时间。"),
            )
        if any(band.prices.keys() != self.prices.keys() for band in self.bands):
            raise PriceError(
                UNREADABLE,
                Text(
                    "Peak and off-peak hours need a price for everything the list prices.",
                    "高峰与非高峰时段须列出价目中的每一项价格。",
                ),
            )
        hours = [band.half_hours() for band in self.bands]
        overlap = len(frozenset().union(*hours)) < sum(map(len, hours))
        if overlap or len({band.kind for band in self.bands}) < len(hours):
            raise PriceError(
                UNREADABLE,
                Text(
                    "Peak and off-peak hours are each named once, and no hour is both.",
                    "高峰与非高峰时段各写一次，且不得重叠。",
                ),
            )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the prices come from, then the rules where those have another source."""
        return (self.source,) if self.rules_source is None else (self.source, self.rules_source)

    def holds_at(self, moment: datetime) -> bool:
        """Whether the list is in force; the end is not included."""
        return self.valid_from <= moment and (self.valid_until is None or moment < self.valid_until)


class Item(Plain):
    """An AI model, a plan or a kind of GPU, with every price list it has had."""

    id: ModelIdentifier
    name: Words
    kind: Literal["ai_model", "plan", "gpu"]
    seller: Words = ""  # where it is not the file's own
    lists: Annotated[tuple[PriceList, ...], Limits(min_length=1, max_length=MOST_LISTS)]

    def __post_init__(self) -> None:
        for currency in {price_list.currency for price_list in self.lists}:
            lists = sorted((p for p in self.lists if p.currency == currency), key=lambda p: p.valid_from)
            for earlier, later in pairwise(lists):
                if earlier.valid_until is None or later.valid_from < earlier.valid_until:
                    raise _overlap(self.name, currency, later)


class PriceFile(Plain):
    """One file of price lists: everything one seller asks, or one kind of thing from many sellers."""

    seller: Words
    items: Annotated[tuple[Item, ...], Limits(min_length=1, max_length=MOST_ITEMS)]


def _overlap(name: Words, currency: Currency, later: PriceList) -> PriceError:
    reason = Text(
        "Two lists of {name} in {currency} hold at once from {day} on.",
        "{name} 有两份{currency}价目自 {day} 起同时生效。",
    )
    return PriceError(
        UNREADABLE,
        reason.filled(name=name, currency=CURRENCY_NAMES[currency], day=later.valid_from.date().isoformat()),
        Text("Give the earlier one an end.", "请为较早的一份写明截止时间。"),
    )
