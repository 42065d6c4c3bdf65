"""How sure, in plain words: "in 13 of 20 futures", never a percentile."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.questions.chances.break_even_chances import BreakEvenChances
from core.questions.variance_shares import VarianceShare
from core.wording.numbers import both, count_rounded_up, percent
from core.wording.text import Text, Words

FUTURES = 20
_SURE = 2.0  # standard errors that "give or take" stands for
_STEPS = (1_000, 500, 200, 100, 50, 20, 10)  # "1 in so many"

OF_TWENTY = Text("{n} of 20", "20 种可能中有 {n} 种")
NONE = Text("none", "没有一种可能")
FEWER = Text("fewer than 1 of 20", "20 种可能中不到 1 种")
MORE = Text("more than 19 of 20", "20 种可能中超过 19 种")
ALL = Text("all", "所有可能")

PROFIT = Text("In {often} futures, {name} makes a profit.", "{often}，{name}盈利。")
PROFIT_ALL = Text("In all futures drawn, {name} makes a profit.", "在模拟的所有可能里，{name}都盈利。")
PROFIT_NONE = Text("In none of the futures drawn does {name} make a profit.", "在模拟的所有可能里，{name}都不盈利。")
UNKNOWN = Text("The profit of {name} is not defined in any future drawn.", "在模拟的所有可能里，{name}的利润都无定义。")
BEATS = Text("It earns more than {rivals}.", "利润{rivals}。")
RIVAL = Text("{name} in {often}", "高于{name}：{often}")

SAFE_HALF = Text(
    "In half of the futures it stays in profit from {half} users on.",
    "一半的可能里，从 {half}用户起一直盈利。",
)
SAFE_SOME = Text(
    "In 1 of 10 futures it stays in profit from {early} users on, in half of them from {half}.",
    "十分之一的可能里，从 {early}用户起一直盈利；一半的可能里，从 {half}用户起。",
)
SAFE_SELDOM = Text(
    "In 1 of 10 futures it stays in profit from {early} users on, in more than half of them at no size.",
    "十分之一的可能里，从 {early}用户起一直盈利；超过一半的可能里，任何规模都做不到。",
)
SAFE_RARELY = Text(
    "In more than 9 of 10 futures there is no number of users from which it stays in profit.",
    "超过九成的可能里，没有哪个用户数能让它一直盈利。",
)
ALWAYS = Text("In {often} futures it makes a profit from the first user on.", "{often}，从第一个用户起就盈利。")
ALWAYS_ALL = Text(
    "In all futures drawn it makes a profit from the first user on.", "在模拟的所有可能里，从第一个用户起就盈利。"
)
NEVER = Text("In {often} it makes no profit at any size.", "{often}，任何规模都不盈利。")

MOST_FROM = Text(
    "Most of its uncertainty comes from “{first}” ({share} of it).", "它的不确定性主要来自“{first}”（占 {share}）。"
)
MOST_FROM_TWO = Text(
    "Most of its uncertainty comes from “{first}” ({share} of it) and “{second}” ({other}).",
    "它的不确定性主要来自“{first}”（占 {share}）和“{second}”（占 {other}）。",
)
ERROR = Text(
    "From {trials} futures drawn: give or take {error} by the luck of the draw. Whether the ranges are right, no"
    " calculation can tell.",
    "共模拟 {trials} 种可能：抽样本身的误差约为 {error}。至于各个范围是否合理，计算无法判断。",
)
ONE_IN = Text("1 in {number}", "{number} 分之一")


def dots_of(chance: float | None) -> int | None:
    """How many of twenty futures come to so much; None where nobody knows."""
    return None if chance is None else math.floor(chance * FUTURES + 0.5)


def how_often(chance: float) -> Text:
    """A chance as a person says it: "13 of 20", "more than 19 of 20", "none"."""
    if chance in (0, 1):
        return ALL if chance else NONE
    number = math.floor(chance * FUTURES + 0.5)
    if number == 0:
        return FEWER
    return MORE if number == FUTURES else OF_TWENTY.filled(n=number)


def profit_sentence(name: Words, chance: float | None) -> Text:
    """How often an alternative makes a profit."""
    if chance is None:
        return UNKNOWN.filled(name=name)
    if chance in (0, 1):
        return (PROFIT_ALL if chance else PROFIT_NONE).filled(name=name)
    return PROFIT.filled(often=how_often(chance), name=name)


def beats_sentence(rivals: Sequence[tuple[Words, float | None]]) -> Text | None:
    """How often it earns more than each of the others; None where there are none."""
    told = [RIVAL.filled(name=name, often=how_often(chance)) for name, chance in rivals if chance is not None]
    if not told:
        return None
    return BEATS.filled(rivals=Text(_listed([text.en for text in told]), "；".join(text.zh for text in told)))


def break_even_sentence(found: BreakEvenChances) -> Text:
    """From how many users on it stays in profit, over the futures."""
    if found.always == 1:
        return ALWAYS_ALL
    if found.always > 0.5:
        return ALWAYS.filled(often=how_often(found.always))
    early, half = found.safe_from["p10"], found.safe_from["p50"]
    if half is None:
        told = SAFE_RARELY if early is None else SAFE_SELDOM.filled(early=both(count_rounded_up, early))
    elif early is None or early == half:
        told = SAFE_HALF.filled(half=both(count_rounded_up, half))
    else:
        told = SAFE_SOME.filled(early=both(count_rounded_up, early), half=both(count_rounded_up, half))
    if not 0 < found.never <= 0.5:
        return told
    never = NEVER.filled(often=how_often(found.never))
    return Text(f"{told.en} {never.en}", told.zh + never.zh)


def contribution_sentence(rows: Sequence[tuple[Words, VarianceShare]]) -> Text | None:
    """Which uncertain driver, or which two, most of it comes from. `rows`: names with shares, the greatest first."""
    known = [(name, row.total) for name, row in rows if row.total]
    if not known:
        return None
    (first, share), rest = known[0], known[1:]
    told = {"first": first, "share": both(percent, _whole(share))}
    if not rest or share > 2 * rest[0][1]:
        return MOST_FROM.filled(**told)
    return MOST_FROM_TWO.filled(**told, second=rest[0][0], other=both(percent, _whole(rest[0][1])))


def error_sentence(trials: int, errors: Sequence[float | None]) -> Text:
    """How far off the chances may be by chance itself: "give or take 1 in 100"."""
    worst = _SURE * max((error for error in errors if error is not None), default=0.0)
    step = next((step for step in _STEPS if worst <= 1 / step), None)
    told = ONE_IN.filled(number=f"{step:,}") if step else both(percent, worst)
    return ERROR.filled(trials=f"{trials:,}", error=told)


def _whole(share: float) -> float:
    """A share to the whole per cent."""
    return math.floor(min(share, 1.0) * 100 + 0.5) / 100


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
