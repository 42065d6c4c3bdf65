"""The answer above the chart, one line per alternative: from which size on there are no more losses."""

from __future__ import annotations

import math
from collections.abc import Iterable

from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT, BreakEven
from core.questions.results import AlternativeResult
from core.wording.numbers import count_rounded_up, exact
from core.wording.text import Text
from desktop.charts.words import users_text

MOST_ZONES = 3  # told one by one; more of them are only counted

NOT_DEFINED = Text("has no defined profit", "的利润无定义")
NEVER = Text("loses money at any size", "在任何规模下都亏损")
ALWAYS = Text("makes money at any size", "在任何规模下都盈利")
ONCE = Text("makes money from {safe}", "从 {safe}起盈利")
SAFE = Text("has no more losses from {safe}", "从 {safe}起不再亏损")
SAFE_LATER = Text(
    "has no more losses from {safe} (first profit at {first})", "从 {safe}起不再亏损（{first}首次盈利）"
)
ENDS_IN_LOSS = Text("makes money from {first}, but not for good", "从 {first}起盈利，但之后又转亏")
ZONES = Text("Profit zones, in users: {zones}.", "盈利区间（用户数）：{zones}。")
MANY_ZONES = Text(
    "Makes money in {count} separate stretches, the first from {first} users, the last from {last}.",
    "共有 {count} 段盈利区间，第一段从 {first} 用户起，最后一段从 {last} 起。",
)
WHOLE_MACHINES = Text(
    "Costs come in whole machines, so profit falls back a little whenever another one is rented.",
    "机器按整台租用，每多租一台，利润都会先回落一点。",
)
AT_LEAST = Text("at least {count}", "至少 {count}")
FROM_TO = Text("{start} to {end}", "{start} 至 {end}")
FROM = Text("{start} and up", "{start} 及以上")


def headline(result: AlternativeResult, *, short: bool = False) -> Text:
    """What follows the alternative's name; `short` leaves out the first profit where it is not the whole answer."""
    found = result.break_even
    if found.status == "always":
        return ALWAYS
    if found.first is None:
        return NEVER if math.isfinite(result.lines[OPERATING_PROFIT]) else NOT_DEFINED
    first = users_text(found.first, count_rounded_up)
    if found.safe_from is None:
        return ENDS_IN_LOSS.filled(first=first)
    sentence = ONCE if found.first == found.safe_from else SAFE if short else SAFE_LATER
    safe = users_text(found.safe_from, count_rounded_up)
    return sentence.filled(safe=safe, first=Text(count_rounded_up(found.first, "en"), first.zh))


def why_it_zigzags(comparison: Comparison, results: Iterable[AlternativeResult]) -> Text | None:
    """Why a line crosses zero several times, where one does that has whole machines."""
    crossing = (result for result in results if len(result.break_even.crossings) > 1)
    if any(line.unit == "node" for result in crossing for line in comparison.model_of(result.id).lines):
        return WHOLE_MACHINES
    return None


def zones(found: BreakEven) -> Text | None:
    """All stretches in profit, where there is more than one."""
    stretches = found.profit_zones
    if len(stretches) < 2:
        return None
    if len(stretches) > MOST_ZONES or found.truncated:
        count = Text(f"{len(stretches):,}", f"{len(stretches):,}")
        return MANY_ZONES.filled(
            count=AT_LEAST.filled(count=count) if found.truncated else count,
            first=exact(stretches[0][0]),
            last=exact(stretches[-1][0]),
        )
    told = [_zone(start, end) for start, end in stretches]
    return ZONES.filled(zones=Text("; ".join(text.en for text in told), "；".join(text.zh for text in told)))


def _zone(start: int, end: int | None) -> Text:
    return FROM.filled(start=exact(start)) if end is None else FROM_TO.filled(start=exact(start), end=exact(end))
