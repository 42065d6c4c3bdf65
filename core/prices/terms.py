"""What a price list says beside its prices, in sentences: hours, discounts, the long-context rate, published ranges."""

from __future__ import annotations

from core.prices.book import PriceRow
from core.prices.lists import BAND_LABELS, UNITS, WEEK, Band, LongContext, PriceList, Weekday
from core.wording.money import listed_price
from core.wording.numbers import both, count, percent, times
from core.wording.text import Text
from core.wording.unit_words import unit_words

HOURS = Text("{band}: {days}, {windows}.", "{band}：{days}，{windows}。")
BATCH = Text("Work that can wait costs {share} less.", "可延后处理的批量任务便宜 {share}。")
LONG = Text(
    "Above {tokens} input tokens the whole request costs {input} for input and {output} for output.",
    "输入超过 {tokens} token 时，整个请求的输入按标价的 {input}、输出按标价的 {output}计价。",
)
RANGE = Text("Published as a range: {low} to {high}{unit}.", "公布的是区间：{low} 至 {high}{unit}。")
ZONES: dict[str, Text] = {"Beijing": Text("Beijing time", "北京时间"), "UTC": Text("UTC", "UTC 时间")}
EVERY_DAY = Text("every day", "每天")
DAYS: dict[Weekday, Text] = {
    "Mon": Text("Mon", "周一"), "Tue": Text("Tue", "周二"), "Wed": Text("Wed", "周三"), "Thu": Text("Thu", "周四"),
    "Fri": Text("Fri", "周五"), "Sat": Text("Sat", "周六"), "Sun": Text("Sun", "周日"),
}  # fmt: skip


def terms(row: PriceRow) -> tuple[Text, ...]:
    """The sentences about a row's list; none for a list that only has prices."""
    held = row.price_list
    told = [_hours(band) for band in held.bands]
    if held.low is not None and held.high is not None:
        told.append(_range(held, held.low, held.high))
    if held.batch_discount is not None:
        told.append(BATCH.filled(share=both(percent, held.batch_discount)))
    if held.long_context is not None:
        told.append(_long(held.long_context))
    return tuple(told)


def _hours(band: Band) -> Text:
    zone = band.windows[0].zone
    clock = [f"{window.start}–{window.end}" for window in band.windows]
    windows = Text(", ".join(clock), "、".join(clock))
    told = Text("{windows} ({zone})", "{windows}（{zone}）").filled(windows=windows, zone=ZONES[zone])
    label = BAND_LABELS[band.kind]
    label = Text(label.en[0].upper() + label.en[1:], label.zh + "时段")
    return HOURS.filled(band=label, days=_days(band.days), windows=told)


def _days(days: tuple[Weekday, ...]) -> Text:
    """Every day; Mon–Fri where they follow each other; else one by one."""
    places = sorted(WEEK.index(day) for day in days)
    if len(places) == len(WEEK):
        return EVERY_DAY
    listed = [DAYS[WEEK[place]] for place in places]
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:
        return Text("{first}–{last}", "{first}至{last}").filled(first=listed[0], last=listed[-1])
    return Text(", ".join(day.en for day in listed), "、".join(day.zh for day in listed))


def _long(cliff: LongContext) -> Text:
    return LONG.filled(
        tokens=both(count, cliff.above), input=both(times, cliff.input_factor), output=both(times, cliff.output_factor)
    )


def _range(held: PriceList, low: float, high: float) -> Text:
    ends = [both(listed_price, end, held.currency) for end in (low, high)]
    units = {unit_words(f"{held.currency}/{UNITS[kind]}").tail for kind in held.prices}
    return RANGE.filled(low=ends[0], high=ends[1], unit=units.pop() if len(units) == 1 else "")
