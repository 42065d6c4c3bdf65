"""The tornado in words: what stands at the ends of a bar, a bar on its own, all of it as a table and as sentences."""

from __future__ import annotations

import math

from core.wording.quantities import format_cell, hover_value
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.tornado.data import TornadoBar, TornadoBlock, TornadoData

LOW = Text("assumption at its low end", "假设取下限")
HIGH = Text("assumption at its high end", "假设取上限")
LOW_SHORT, HIGH_SHORT = Text("at its low end", "取下限"), Text("at its high end", "取上限")
NOW = Text("now {value}", "现在 {value}")
NEVER = Text("never", "无法实现")
NOT_DEFINED = Text("not defined", "无定义")
TORN = Text("{end}: {value}", "{end}：{value}")
AT = Text("at {end}: {value}", "取 {end} 时：{value}")
BETWEEN = Text("in between from {least} to {greatest}", "中间最低 {least}，最高 {greatest}")
RANGE = Text("{least} to {greatest}", "{least} 至 {greatest}")
NOTHING_MORE = "–"
HEADERS = (
    Text("Business model", "商业模式"), Text("Assumption", "假设"), Text("Now", "现在"),
    Text("At its low end", "取下限时"), Text("At its high end", "取上限时"), Text("In between", "中间"),
)  # fmt: skip


def result(value: float, unit: str, language: Language) -> str:
    """A value of the target."""
    if math.isnan(value):
        return NOT_DEFINED(language)
    return NEVER(language) if math.isinf(value) else format_cell(value, unit, language)


def now_words(block: TornadoBlock, unit: str, language: Language) -> str:
    """Where the target stands."""
    return NOW.filled(value=result(block.base, unit, language))(language)


def torn(end: str, value: float, unit: str, language: Language) -> str:
    """The assumption at an end and what comes of it: beside a bar that is longer than the axis, and in the table."""
    return TORN.filled(end=end, value=result(value, unit, language))(language)


def end_words(bar: TornadoBar, low: float, high: float, unit: str, language: Language) -> tuple[str, str]:
    """What stands at the left and at the right of a bar on an axis from `low` to `high`: the assumption at the end that
    leads there, and where the bar is torn off what comes of it."""
    ends = [(bar.low, bar.at_low), (bar.high, bar.at_high)]
    if bar.at_high < bar.at_low:
        ends.reverse()
    left, right = (end if low <= value <= high else torn(end, value, unit, language) for end, value in ends)
    return left, right


def bar_words(bar: TornadoBar, unit: str, language: Language) -> list[str]:
    """One bar, exactly: what it is, both ends, and what is beyond them."""
    lines = [f"{bar.label}{': ' if language == 'en' else '：'}{NOW.filled(value=bar.now)(language)}"]
    for end, value in ((bar.low, bar.at_low), (bar.high, bar.at_high)):
        lines.append(AT.filled(end=end, value=_exact(value, unit, language))(language))
    if beyond_ends(bar):
        lines.append(
            BETWEEN.filled(least=_exact(bar.least, unit, language), greatest=_exact(bar.greatest, unit, language))(
                language
            )
        )
    return lines


def beyond_ends(bar: TornadoBar) -> bool:
    """Whether the target goes further between the ends than at them."""
    ends = [value for value in (bar.at_low, bar.at_high) if not math.isnan(value)]
    return bool(ends) and (bar.least < min(ends) or bar.greatest > max(ends))


def tornado_table(data: TornadoData, language: Language) -> TableTwin:
    """One row per bar."""
    rows = [
        (
            block.name,
            bar.label,
            bar.now,
            torn(bar.low, bar.at_low, data.unit, language),
            torn(bar.high, bar.at_high, data.unit, language),
            _between(bar, data.unit, language),
        )
        for block in data.blocks
        for bar in block.bars
    ]
    return TableTwin(tuple(header(language) for header in HEADERS), tuple(rows))


def _between(bar: TornadoBar, unit: str, language: Language) -> str:
    if not beyond_ends(bar):
        return NOTHING_MORE
    ends = {"least": result(bar.least, unit, language), "greatest": result(bar.greatest, unit, language)}
    return RANGE.filled(**ends)(language)


def tornado_summary(data: TornadoData, language: Language) -> str:
    """The title and a sentence for each alternative."""
    stop, colon = ("。", "：") if language == "zh" else (". ", ": ")
    told = [f"{block.name}{colon}{block.sentence}" for block in data.blocks]
    return data.title + stop + ("" if language == "zh" else " ").join(told)


def _exact(value: float, unit: str, language: Language) -> str:
    if not math.isfinite(value):
        return result(value, unit, language)
    return hover_value(float(f"{value:.8g}"), unit, language)
