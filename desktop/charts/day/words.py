"""The chart of a day without the picture: what stands on it, its figures as a table, and as spoken sentences."""

from __future__ import annotations

from core.wording.numbers import compact
from core.wording.quantities import format_value
from core.wording.rows import format_row
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.day.data import DayData

NAME = Text("Load over a day", "一天的负载")
IN_USE, PAID = Text("in use", "使用中"), Text("paid for", "付费容量")
CAPACITY = Text("capacity paid for: {amount}", "付费容量：{amount}")
DISCOUNT = Text("discount hours", "优惠时段")
YES, NO = Text("yes", "是"), Text("no", "否")
ZONES = {"Beijing": Text("Beijing time", "北京时间"), "UTC": Text("UTC", "UTC 时间")}
NODES, RELATIVE = Text("nodes", "节点"), Text("load of each hour, relative", "各小时负载（相对值）")
BESIDE = Text("relative", "相对值")  # the same in the head of a column
FROM, TO = Text("From", "从"), Text("To", "到")
SENTENCE = Text(
    "Between {low} and {high} in use, up to {paid} paid for, {zone}.",
    "使用量在 {low} 与 {high} 之间，付费容量最高 {paid}，{zone}。",
)
HOUR_WORDS = Text("{start}–{end}: {load} in use, {paid} paid for", "{start}–{end}：使用 {load}，付费 {paid}")


def clock(hour: float) -> str:
    """13.5 is 13:30."""
    minutes = round(hour * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def amount(value: float, data: DayData, language: Language) -> str:
    """A load with its unit, where it has one."""
    return format_value(value, "node", language) if data.unit == "node" else compact(value, language)


def hour_words(data: DayData, hour: int, language: Language) -> str:
    """One hour, as it is read out."""
    stretch = data.at(hour)
    values = {"load": amount(stretch.load, data, language), "paid": amount(stretch.paid, data, language)}
    return HOUR_WORDS.filled(start=clock(hour), end=clock(hour + 1), **values)(language)


def day_summary(data: DayData, language: Language) -> str:
    """Least, most, what is paid for, and the discount hours."""
    loads = [stretch.load for stretch in data.stretches]
    values = {"low": min(loads), "high": max(loads), "paid": max(stretch.paid for stretch in data.stretches)}
    told = {name: amount(value, data, language) for name, value in values.items()}
    sentence = SENTENCE.filled(**told, zone=ZONES[data.zone])(language)
    windows = ", ".join(f"{clock(start)}–{clock(end)}" for start, end in data.windows())
    if not windows:
        return sentence
    stop, colon = ("。", "：") if language == "zh" else (".", ": ")
    words = DISCOUNT(language)
    told_windows = f"{words[0].upper()}{words[1:]}{colon}{windows}{stop}"
    return sentence + ("" if language == "zh" else " ") + told_windows


def day_table(data: DayData, language: Language) -> TableTwin:
    """One row per stretch of the day."""
    unit = (NODES if data.unit == "node" else BESIDE)(language)
    loads = format_row([s.load for s in data.stretches], "node", language)
    paid = format_row([s.paid for s in data.stretches], "node", language)
    headers = (FROM(language), TO(language), f"{IN_USE(language)} ({unit})", PAID(language), DISCOUNT(language))
    rows = tuple(
        (clock(s.start), clock(s.end), load, bought, (YES if s.discounted else NO)(language))
        for s, load, bought in zip(data.stretches, loads, paid, strict=True)
    )
    return TableTwin(headers, rows)
