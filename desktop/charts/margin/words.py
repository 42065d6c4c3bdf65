"""The margin chart in words: what its parts are called, as a table, and as sentences."""

from __future__ import annotations

import math

from core.wording.money import about_money, money_in_table
from core.wording.numbers import both, percent
from core.wording.scale import CURRENCY_SIGNS, Currency
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.margin.data import MarginBar, MarginData
from desktop.charts.words import named

NAME = Text("Where each {sign}100 of revenue goes", "每 {sign}100 收入的去向")
DIRECT = Text("Direct costs", "直接成本")
OPERATING = Text("Operating costs", "运营成本")
LEFT = Text("Left", "剩余")
KEEPS = Text("keeps {amount}", "剩余 {amount}")
LOSES = Text("loses {amount}", "亏损 {amount}")
EVEN = Text("breaks even", "盈亏平衡")
NO_REVENUE = Text(
    "No revenue, so nothing to divide. Costs are {amount} {a_period}.", "没有收入，无从分摊。{a_period}成本 {amount}。"
)
NO_FIGURE = Text("No figure: one of the amounts is not defined.", "没有数值：有一项金额无法计算。")
HEADERS = (
    Text("Business model", "商业模式"), Text("Revenue {a_period}", "{a_period}收入"), Text("Direct costs", "直接成本"),
    Text("Operating costs", "运营成本"), Text("Left", "剩余"), Text("Left of revenue", "剩余占收入"),
)  # fmt: skip


def title(currency: Currency) -> Text:
    """The question the chart answers."""
    return NAME.filled(sign=Text(CURRENCY_SIGNS[currency]["en"], CURRENCY_SIGNS[currency]["zh"]))


def obstacle(bar: MarginBar, data: MarginData) -> Text | None:
    """Why there is no bar to draw, or None where there is one."""
    if not all(map(math.isfinite, (bar.revenue, bar.direct_cost, bar.operating_cost))):
        return NO_FIGURE
    if bar.revenue <= 0:
        amount = about_money(bar.direct_cost + bar.operating_cost, data.currency)
        return NO_REVENUE.filled(amount=amount, a_period=data.a_period)
    return None


def outcome(bar: MarginBar, currency: Currency) -> Text:
    """What comes of each hundred: "keeps $12", "loses $45"."""
    left = bar.left / bar.revenue * 100
    if abs(left) < 0.005:
        return EVEN
    return (KEEPS if left > 0 else LOSES).filled(amount=hundredths(abs(left), currency))


def hundredths(amount: float, currency: Currency) -> Text:
    """An amount out of each hundred, in whole units from ten on."""
    shown = float(round(amount)) if amount >= 10 else round(amount, 1)
    return both(money_in_table, shown, currency)


def margin_table(data: MarginData, language: Language) -> TableTwin:
    """One row per alternative, in amounts a month and per cent."""
    rows = []
    for bar in data.bars:
        amounts = (bar.revenue, bar.direct_cost, bar.operating_cost, bar.left)
        share = bar.left / bar.revenue if bar.revenue > 0 else math.nan
        cells = (money_in_table(amount, data.currency, language) for amount in amounts)
        rows.append((bar.name, *cells, percent(share, language)))
    return TableTwin(tuple(header.filled(a_period=data.a_period)(language) for header in HEADERS), tuple(rows))


def margin_summary(data: MarginData, language: Language) -> str:
    """One sentence per alternative."""
    stop = "。" if language == "zh" else ". "
    sentences = []
    for bar in data.bars:
        why = obstacle(bar, data)
        end = why(language) if why else outcome(bar, data.currency)(language) + stop
        colon = "：" if language == "zh" else ": "
        start = bar.name + colon if why else named(bar.name)(language) + (" " if language == "en" else "")
        sentences.append(start + end)
    return title(data.currency)(language) + stop + "".join(sentences).rstrip()
