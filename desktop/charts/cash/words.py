"""The chart over time without the picture: what its marks say, its figures as a table, and as spoken sentences."""

from __future__ import annotations

from core.wording.dates import months
from core.wording.money import about_money
from core.wording.numbers import both
from core.wording.rows import format_row
from core.wording.text import Language, Text
from desktop.charts.cash.data import CashData, CashSeries
from desktop.charts.data import TableTwin
from desktop.charts.profit.reading import value_at
from desktop.charts.words import named
from desktop.round_numbers import ticks

NAME = Text("Cash gathered month by month", "逐月累计现金")
ABOVE = Text("Cash gathered", "累计现金")
BELOW = Text("Money still needed", "尚未收回的资金")
MONTH = Text("month", "月")
MONTH_NUMBER = Text("Month {number}", "第 {number} 个月")
START = Text("Before month 1", "第 1 个月之前")
DEEPEST = Text("needs at most {amount}, in month {month}", "最多需要 {amount}（第 {month} 个月）")
DEEPEST_AT_START = Text("needs at most {amount}, at the start", "最多需要 {amount}（期初）")
SO_FAR = Text("has lost {amount} by month {month}, still losing", "到第 {month} 个月已亏 {amount}，仍在扩大")
BACK = Text("money back from month {month}", "第 {month} 个月回本")
NEEDS = Text("{name}: you need at most {amount}, in month {month}", "{name}：最多需要 {amount}，在第 {month} 个月")
NEEDS_AT_START = Text("{name}: you need at most {amount}, at the start", "{name}：最多需要 {amount}，在期初")
NEEDS_NOTHING = Text("{name} never needs money", "{name}从不需要资金投入")
SINKS = Text(
    "{name}: you have lost {amount} by month {month} and are still losing",
    "{name}：到第 {month} 个月已亏 {amount}，且仍在扩大",
)
BACK_FROM = Text(" and have it back from month {month} on", "，第 {month} 个月起收回")
NOT_BACK = Text(" and do not have it back within {span}", "，{span}内未能收回")
NO_FIGURE = Text("{name} has no figure", "{name}没有数值")
_ROWS = 12


def month_words(month: float) -> Text:
    """What a place on the axis is called."""
    return MONTH_NUMBER.filled(number=round(month)) if round(month) else START


def deepest_words(series: CashSeries, data: CashData) -> Text:
    """The mark at the lowest point."""
    assert series.deepest is not None
    amount = about_money(value_at(series, series.deepest), data.currency)
    sentence = SO_FAR if series.still_falling else DEEPEST if series.deepest else DEEPEST_AT_START
    return sentence.filled(amount=amount, month=series.deepest)


def back_words(series: CashSeries) -> Text:
    """The mark where the money is back."""
    assert series.back is not None
    return BACK.filled(month=series.back)


def path_summary(data: CashData, language: Language) -> str:
    """One sentence for each alternative: how much is needed at most, and when it is back."""
    stop = "。" if language == "zh" else ". "
    return "".join(_sentence(series, data)(language) + stop for series in data.series).strip()


def path_table(data: CashData, language: Language) -> TableTwin:
    """Round months down the side, together with those of every mark."""
    points = {0, data.months, *(round(tick) for tick in ticks(0, data.months, _ROWS))}
    points |= {month for s in data.series for month in (s.deepest, s.back) if month is not None}
    rows = []
    for month in sorted(points):
        cells = format_row([value_at(series, month) for series in data.series], data.currency, language)
        rows.append((month_words(month)(language), *cells))
    return TableTwin((NAME(language), *(series.name for series in data.series)), tuple(rows))


def _sentence(series: CashSeries, data: CashData) -> Text:
    name = Text(series.name, named(series.name).zh)
    if not len(series.cash) or series.cash[-1] != series.cash[-1]:
        return NO_FIGURE.filled(name=name)
    if series.deepest is None:
        return NEEDS_NOTHING.filled(name=name)
    amount = about_money(value_at(series, series.deepest), data.currency)
    if series.still_falling:
        return SINKS.filled(name=series.name, amount=amount, month=series.deepest)
    needs = NEEDS if series.deepest else NEEDS_AT_START
    first = needs.filled(name=series.name, amount=amount, month=series.deepest)
    then = NOT_BACK.filled(span=both(months, data.months))
    if series.back is not None:
        then = BACK_FROM.filled(month=series.back)
    return Text(first.en + then.en, first.zh + then.zh)
