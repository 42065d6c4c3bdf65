"""The sentences of a break-even's workings."""

from __future__ import annotations

import math

from core.questions.break_even import OPERATING_PROFIT, BreakEven
from core.questions.display import AS_IT_IS, Display
from core.questions.workings.figures import figure, rounded
from core.questions.workings.formulas import Quantity
from core.wording.numbers import exact
from core.wording.text import Text

MOST_ZONES = 100
FEW_DIGITS = 2  # of amounts below one; larger ones keep all of theirs

_PROFIT = Text("the profit", "利润")
_QUOTED = Text("“{label}”", "“{label}”")
_NOT_DEFINED = Text("not defined", "无定义")

_ALWAYS = Text(
    "From the first user to {most}, {noun} is never below 0.", "从第一个用户到 {most} 用户，{noun}始终不低于 0。"
)
_NEVER = Text(
    "At every size up to {most} users, {noun} is below 0.", "在 {most} 用户以内的任何规模下，{noun}都低于 0。"
)
_SAFE = Text("From {first} users on, {noun} never falls below 0 again.", "从 {first} 用户起，{noun}不再低于 0。")
_SAFE_LATER = Text(
    "At {first} users {noun} first reaches 0; from {safe} users on, it never falls below 0 again.",
    "{noun}在 {first} 用户时首次达到 0，从 {safe} 用户起不再低于 0。",
)
_ENDS_IN_LOSS = Text(
    "At {first} users {noun} first reaches 0, but it does not stay there.",
    "{noun}在 {first} 用户时首次达到 0，但之后又低于 0。",
)
_EACH_LOSES = Text(
    "With the users set now, each user costs more than that user brings in.",
    "按当前用户数计算，每个用户的成本都高于带来的收入。",
)
_ZONE = Text("No loss from {start} to {end} users.", "{start} 至 {end} 用户之间不亏损。")
_LAST_ZONE = Text("No loss from {start} users on.", "{start} 用户及以上不亏损。")
_AT = Text(
    "At {before_users} users {noun} is {before}; at {users} it is {after}.",
    "{before_users} 用户时{noun}为 {before}；{users} 用户时为 {after}。",
)
_STEP = Text(
    "With one user more, {label} steps from {before} to {after}.", "再多一个用户，{label}就从 {before}跳到 {after}。"
)
_GRADUAL = Text(
    "No cost steps up there: it falls little by little as users are added.",
    "此处没有成本跳升，而是随用户增加逐渐下降。",
)


def noun_of(target: Quantity) -> Text:
    """How the target is spoken of."""
    return _PROFIT if target.id == OPERATING_PROFIT else _QUOTED.filled(label=target.label)


def headline(answer: BreakEven, noun: Text, most_users: int, each_loses: bool) -> Text:
    """The answer in one sentence; `each_loses`: an average user brings in less than that user costs."""
    most = exact(most_users)
    if answer.status == "always":
        return _ALWAYS.filled(most=most, noun=noun)
    if answer.first is None:
        told = _NEVER.filled(most=most, noun=noun)
        return Text(f"{told.en} {_EACH_LOSES.en}", told.zh + _EACH_LOSES.zh) if each_loses else told
    first = exact(answer.first)
    if answer.safe_from is None:
        return _ENDS_IN_LOSS.filled(first=first, noun=noun)
    if answer.safe_from == answer.first:
        return _SAFE.filled(first=first, noun=noun)
    return _SAFE_LATER.filled(first=first, safe=exact(answer.safe_from), noun=noun)


def zone_words(answer: BreakEven) -> tuple[Text, ...]:
    """The stretches without loss, where there are several or one ends; at most the first hundred."""
    zones = [zone for zone in answer.profit_zones[:MOST_ZONES] if not (answer.truncated and zone[1] is None)]
    if len(zones) == 1 and zones[0][1] is None:
        return ()
    return tuple(
        _LAST_ZONE.filled(start=exact(start)) if end is None else _ZONE.filled(start=exact(start), end=exact(end))
        for start, end in zones
    )


def at_words(users: int, noun: Text, unit: str, before: float, after: float, display: Display = AS_IT_IS) -> Text:
    """The target just before a count and at it."""
    return _AT.filled(
        before_users=exact(users - 1),
        users=exact(users),
        noun=noun,
        before=_told(before, unit, display),
        after=_told(after, unit, display),
    )


def step_words(label: Text, unit: str, before: float, after: float, display: Display = AS_IT_IS) -> Text:
    """A line that moves in whole steps takes one."""
    ends = {"before": _told(before, unit, display), "after": _told(after, unit, display)}
    return _STEP.filled(label=_QUOTED.filled(label=label), **ends)


def gradual_words() -> Text:
    """Nothing steps where the target falls below 0."""
    return _GRADUAL


def joined(*sentences: Text) -> Text:
    """Sentences in a row."""
    return Text(" ".join(text.en for text in sentences), "".join(text.zh for text in sentences))


def _told(value: float, unit: str, display: Display) -> Text:
    shown, unit = display.figure(value, unit)
    if shown is None or math.isnan(shown):
        return _NOT_DEFINED
    return figure(rounded(shown, FEW_DIGITS), unit)
