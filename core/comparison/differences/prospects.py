"""How the months to come and the days of two comparisons differ, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from core.comparison.day_profile import Day
from core.comparison.differences.change import COMPARISON, Change, altered
from core.comparison.outlook import Drift, ExponentialGrowth, LogisticGrowth, NoGrowth, Outlook
from core.model.definition import Driver
from core.wording.numbers import both, exact
from core.wording.quantities import exact_value
from core.wording.text import Text, Words

GROWTH = Text("Growth of users ({place})", "用户增长（{place}）")
INVESTMENT = Text("Investment up front ({place})", "前期投资（{place}）")
BALANCE = Text("Money in the bank at the start ({place})", "期初资金（{place}）")
DRIFT = Text("{driver} by the month ({place})", "{driver}的月度变化（{place}）")
DAY = Text("The day ({place})", "一天的负载（{place}）")


def outlook_changes(
    before: Outlook, after: Outlook, names: Mapping[str, Words], drivers: Mapping[str, Driver]
) -> Iterator[Change]:
    """The differences of two outlooks; `names` says what a sentence calls each place, `drivers` the definitions."""
    months = Text("Months to come", "展望月数")
    yield from altered(COMPARISON, "outlook.months", months, before.months, after.months)
    rates = before.discount_rate, after.discount_rate
    rate = Text("Discount rate a year", "年折现率")
    yield from altered(COMPARISON, "outlook.discount_rate", rate, *rates, (_share(rates[0]), _share(rates[1])))
    yield from _by_place("growth", GROWTH, before.growth, after.growth, names, growth_words)
    yield from _by_place("investment", INVESTMENT, before.investment, after.investment, names, _money)
    yield from _by_place("balance", BALANCE, before.balance, after.balance, names, _money)
    for where in dict.fromkeys([*before.drifts, *after.drifts]):
        old, new = before.drifts.get(where, {}), after.drifts.get(where, {})
        for id in dict.fromkeys([*old, *new]):
            subject = DRIFT.filled(driver=drivers[id].label, place=names.get(where, where))
            was, now = (drift_words(drifts[id], drivers[id].unit) if id in drifts else None for drifts in (old, new))
            yield from altered(where, f"outlook.drifts.{id}", subject, was, now)


def day_changes(before: Mapping[str, Day], after: Mapping[str, Day], names: Mapping[str, Words]) -> Iterator[Change]:
    """The differences of the days."""
    for where in dict.fromkeys([*before, *after]):
        old, new = before.get(where), after.get(where)
        if old != new:
            was, now = (None if day is None else day_words(day) for day in (old, new))
            subject = DAY.filled(place=names.get(where, where))
            if was != now:
                yield from altered(where, "day", subject, was, now)
            else:
                sentence = Text("{subject}: the load differs from hour to hour.", "{subject}：各时段的负载不同。")
                yield Change(where, "day", was, now, sentence.filled(subject=subject))


def growth_words(growth: NoGrowth | ExponentialGrowth | LogisticGrowth) -> Text:
    """How users grow, as people read it."""
    match growth:
        case ExponentialGrowth(monthly=monthly):
            return Text("{share} a month", "每月 {share}").filled(share=_share(monthly))
        case LogisticGrowth(monthly=monthly, ceiling=ceiling):
            text = Text("{share} a month at first, up to {most} users", "起初每月 {share}，上限 {most} 个用户")
            return text.filled(share=_share(monthly), most=exact(ceiling))
    return Text("none", "无增长")


def drift_words(drift: Drift, unit: str) -> Text:
    """How a driver drifts, as people read it."""
    each = _share(drift.monthly) if drift.kind == "share" else both(exact_value, drift.monthly, unit)
    text = Text("{each} of itself", "按比例每月 {each}") if drift.kind == "share" else Text("{each}", "每月 {each}")
    return text.filled(each=each)


def day_words(day: Day) -> Text:
    """A day in one line: its load, how capacity is paid for, the discount hours and what it feeds."""
    capacity = {"reserved": Text("reserved", "预留"), "elastic": Text("elastic", "弹性")}[day.capacity]
    text = Text("{name}, {capacity} capacity", "{name}，{capacity}容量").filled(
        name=day.profile.name, capacity=capacity
    )
    if day.increment:
        by = Text(" by {step}", "，按 {step} 扩容").filled(step=exact(day.increment))
        text = Text(text.en + by.en, text.zh + by.zh)
    hours = ", ".join(f"{window.start}-{window.end} {window.zone}" for window in day.windows)
    feeds = ", ".join(day.feeds)
    parts = [Text("discount {hours}", "优惠时段 {hours}").filled(hours=hours)] if hours else []
    parts += [Text("sets {feeds}", "决定 {feeds}").filled(feeds=feeds)] if feeds else []
    return Text(", ".join([text.en, *(p.en for p in parts)]), "，".join([text.zh, *(p.zh for p in parts)]))


def _by_place(
    field: str,
    subject: Text,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    names: Mapping[str, Words],
    shown: Callable[[Any], Text],
) -> Iterator[Change]:
    for where in dict.fromkeys([*before, *after]):
        old, new = (shown(values[where]) if where in values else None for values in (before, after))
        yield from altered(where, f"outlook.{field}", subject.filled(place=names.get(where, where)), old, new)


def _share(value: float) -> Text:
    return both(exact_value, value, "1")


def _money(value: float) -> Text:
    return both(exact_value, value, "USD")
