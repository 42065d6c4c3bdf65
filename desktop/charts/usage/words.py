"""The chart of sorted users in words."""

from __future__ import annotations

import numpy as np

from core.wording.money import about_money, money_in_table
from core.wording.numbers import both, percent
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.usage.data import UsageData

NAME = Text(
    "Cost of serving each subscriber, from the lightest to the heaviest", "每位订阅用户的服务成本，从最轻到最重"
)
FEE = Text("Fee {amount} {a_period}", "{a_period}费用 {amount}")
KEPT = Text("Left for serving: {amount}", "可用于服务：{amount}")
SUBSIDY = Text("paid by the others", "由其他用户承担")
LIGHT, HEAVY = Text("lightest", "用量最轻"), Text("heaviest", "用量最重")
SUBSCRIBERS = Text("share of subscribers", "订阅用户占比")
BEYOND = Text("continues: 1 in 1,000 costs over {amount}", "继续上升：千分之一超过 {amount}")
HEADERS = (
    Text("Subscribers", "订阅用户"), Text("Cost {a_period}", "{a_period}成本"), Text("Above what is paid", "高于付费"),
)  # fmt: skip
PLACES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999)
_PLACE = Text("at {share}", "第 {share} 处")


def usage_table(data: UsageData, language: Language) -> TableTwin:
    """The cost at some places of the row of subscribers."""
    rows = []
    for place in PLACES if data.defined else ():
        cost = float(np.interp(place, data.shares, data.costs))
        over = cost - data.kept
        told = money_in_table(over, data.currency, language) if over > 0 else "–"
        share = _PLACE.filled(share=both(percent, place))
        rows.append((share(language), money_in_table(cost, data.currency, language), told))
    return TableTwin(tuple(header.filled(a_period=data.a_period)(language) for header in HEADERS), tuple(rows))


def usage_summary(data: UsageData, language: Language) -> str:
    """The chart in a few spoken sentences."""
    fee = FEE.filled(amount=about_money(data.fee, data.currency), a_period=data.a_period)(language)
    stop = "。" if language == "zh" else ". "
    return f"{data.name}{stop}{NAME(language)}{stop}{fee}{stop}{data.told}"
