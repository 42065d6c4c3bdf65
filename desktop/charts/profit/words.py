"""The profit chart without the picture: as a table and as sentences to be read aloud."""

from __future__ import annotations

import math

from core.wording.money import about_money, money_in_table
from core.wording.numbers import count, count_rounded_up
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.profit.data import ProfitData, ProfitSeries
from desktop.charts.profit.reading import value_at
from desktop.charts.words import named, users_text
from desktop.round_numbers import ticks

USERS_HEADER = Text("Users", "用户数")
EARNS = Text("{name} makes about {amount} {a_period}", "{name}{a_period}盈利约 {amount}")
LOSES = Text("{name} loses about {amount} {a_period}", "{name}{a_period}亏损约 {amount}")
UNKNOWN = Text("{name} has no figure", "{name}没有数值")
AT = Text("At {users}: ", "{users}时：")
FROM = Text("{name} makes a profit from {users} on, for good.", "{name}从 {users}起一直盈利。")
_ROWS = 10


def profit_table(data: ProfitData, language: Language) -> TableTwin:
    """Round numbers of users down the side, together with "your users" and every break-even point."""
    points = {*ticks(0, data.users_max, _ROWS), data.users}
    points |= {p for s in data.series for p in (s.first, s.safe_from) if p is not None and p <= data.users_max}
    rows = [
        (count(users, language), *(money_in_table(value_at(s, users), data.currency, language) for s in data.series))
        for users in sorted(points)
    ]
    return TableTwin((USERS_HEADER(language), *(s.name for s in data.series)), tuple(rows))


def profit_summary(data: ProfitData, language: Language) -> str:
    """What each alternative earns at "your users", then from where on each is safe."""
    now = "；" if language == "zh" else "; "
    stop = "。" if language == "zh" else ". "
    first = AT.filled(users=users_text(data.users))(language) + now.join(_now(s, data, language) for s in data.series)
    safe = [
        FROM.filled(name=named(s.name), users=users_text(s.safe_from, count_rounded_up))(language)
        for s in data.series
        if s.safe_from is not None
    ]
    return first + stop + ("" if language == "zh" else " ").join(safe)


def _now(series: ProfitSeries, data: ProfitData, language: Language) -> str:
    profit = value_at(series, data.users)
    sentence = UNKNOWN if math.isnan(profit) else EARNS if profit >= 0 else LOSES
    amount = about_money(profit, data.currency)
    return sentence.filled(name=named(series.name), amount=amount, a_period=data.a_period)(language)
