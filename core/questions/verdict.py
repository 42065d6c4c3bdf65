"""The answer in plain sentences: who makes the most at this size, how much, and from what size each earns money."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT
from core.questions.display import AS_IT_IS, Display
from core.questions.results import AlternativeResult
from core.questions.search.curves import USERS
from core.record import record
from core.wording.money import about_money
from core.wording.numbers import both, count, count_rounded_up
from core.wording.text import Text, Words

# Profits closer together than this share of the larger one are called practically the same.
TIE = 0.03


@record
class Verdict:
    """`winner` is the id of the alternative with the highest operating profit at the users now, None when nothing is
    defined or several are practically the same; `headline` and `sentences` say it in words."""

    winner: str | None
    headline: Text
    sentences: tuple[Text, ...]

    def text(self) -> Text:
        """All of it as one paragraph, for copying."""
        parts = (self.headline, *self.sentences)
        return Text(" ".join(part.en for part in parts), "".join(part.zh for part in parts))

ALL = Text("all", "全部")
EVERYONE: dict[int, Text] = {2: Text("both", "两者都"), 3: Text("all three", "三者都")}


def verdict(comparison: Comparison, results: Sequence[AlternativeResult], display: Display = AS_IT_IS) -> Verdict:
    """The verdict over the results of every alternative of the comparison, in their order, with amounts as shown."""
    ranked = sorted(
        (result for result in results if math.isfinite(_profit(result))), key=lambda result: -_profit(result)
    )
    if not ranked:
        return Verdict(None, Text("No profit is defined with these assumptions.", "在当前假设下，利润无定义。"), ())
    tied = [result for result in ranked if _practically_equal(_profit(result), _profit(ranked[0]))]
    winner = ranked[0].id if len(tied) == 1 else None
    sentences = tuple(_size_sentence(result) for result in results)
    return Verdict(winner, _headline(comparison, results, ranked, tied, display), sentences)


def _profit(result: AlternativeResult) -> float:
    return result.lines[OPERATING_PROFIT]


def _practically_equal(one: float, other: float) -> bool:
    return abs(one - other) <= TIE * max(abs(one), abs(other))


def _headline(
    comparison: Comparison,
    results: Sequence[AlternativeResult],
    ranked: Sequence[AlternativeResult],
    tied: Sequence[AlternativeResult],
    display: Display,
) -> Text:
    best = ranked[0]
    own = comparison.currency
    amount = about_money(display.amount(_profit(best), own), display.shown_in(own))
    parts: dict[str, Words] = {
        "name": best.name, "amount": amount, "users": _users_now(results), "a_period": display.a_period(),
    }  # fmt: skip
    if len(results) == 1:
        return _alone(_profit(best)).filled(**parts)
    if len(tied) > 1:
        return _tie(_profit(best)).filled(**parts, names=_listed([result.name for result in tied]))
    if _profit(best) >= 0:
        return Text(
            "At {users}, {name} makes the most: about {amount} {a_period}.",
            "{users}时，{name}最赚钱，{a_period}约 {amount}。",
        ).filled(**parts)
    return Text(
        "At {users}, {everyone} lose money; {name} loses the least: about {amount} {a_period}.",
        "{users}时，{everyone}亏损；{name}亏得最少，{a_period}约 {amount}。",
    ).filled(**parts, everyone=EVERYONE.get(len(results), ALL))


def _alone(profit: float) -> Text:
    if profit >= 0:
        return Text(
            "At {users}, {name} makes about {amount} {a_period}.", "{users}时，{name}{a_period}约盈利 {amount}。"
        )
    return Text("At {users}, {name} loses about {amount} {a_period}.", "{users}时，{name}{a_period}约亏损 {amount}。")


def _tie(profit: float) -> Text:
    if profit >= 0:
        return Text(
            "At {users}, {names} make practically the same (within 3%): about {amount} {a_period}.",
            "{users}时，{names}的利润基本相同（相差不到 3%），{a_period}约 {amount}。",
        )
    return Text(
        "At {users}, {names} lose practically the same (within 3%): about {amount} {a_period}.",
        "{users}时，{names}的亏损基本相同（相差不到 3%），{a_period}约 {amount}。",
    )


def _users_now(results: Sequence[AlternativeResult]) -> Text:
    """The size spoken of; alternatives that count their own users are each at their own."""
    sizes = {result.drivers[USERS] for result in results}
    if len(sizes) > 1:
        return Text("the sizes set", "各自设定的用户数")
    return Text("{count} users", "{count} 用户").filled(count=both(count, sizes.pop()))


def _size_sentence(result: AlternativeResult) -> Text:
    """From what size on one alternative earns money."""
    found = result.break_even
    parts: dict[str, Words] = {"name": result.name}
    if found.status == "always":
        text = Text("{name} makes money at any size.", "{name}在任何规模下都盈利。")
    elif found.status == "never":
        text = _never(result)
    elif found.safe_from is None:
        start, end = found.profit_zones[0]
        parts |= {"start": both(count_rounded_up, start), "end": both(count, end or start)}
        text = (
            Text("{name} makes money only from {start} to {end} users.", "{name}仅在 {start} 到 {end} 用户之间盈利。")
            if len(found.profit_zones) == 1
            else Text(
                "{name} makes money only here and there, first from {start} to {end} users, and loses it again.",
                "{name}只在个别规模下盈利（最先是 {start} 到 {end} 用户），之后又转为亏损。",
            )
        )
    elif found.first == found.safe_from or _said(found.first) == _said(found.safe_from):
        parts["safe"] = both(count_rounded_up, found.safe_from)
        text = Text("{name} makes money from {safe} users.", "{name}从 {safe} 用户起盈利。")
    else:
        parts |= {"first": both(count_rounded_up, found.first), "safe": both(count_rounded_up, found.safe_from)}
        text = Text(
            "{name} makes money from {first} users, and has no more losses from {safe}.",
            "{name}从 {first} 用户起开始盈利，从 {safe} 用户起不再亏损。",
        )
    return text.filled(**parts)


def _said(users: int | None) -> Text | None:
    """A count as the sentence has it: rounded, two may read the same."""
    return None if users is None else both(count_rounded_up, users)


def _never(result: AlternativeResult) -> Text:
    contribution = result.lines["contribution_per_user"]
    if not math.isfinite(_profit(result)):
        return Text("The profit of {name} is not defined with these assumptions.", "在当前假设下，{name}的利润无定义。")
    if contribution < 0:
        return Text(
            "{name} loses money at any size, because each user costs more than that user brings in.",
            "{name}在任何规模下都亏损，因为每个用户的成本都高于带来的收入。",
        )
    return Text("{name} loses money at any size.", "{name}在任何规模下都亏损。")


def _listed(names: Sequence[Words]) -> Text:
    texts = [name if isinstance(name, Text) else Text(name, name) for name in names]
    english = ", ".join(text.en for text in texts[:-1]) + " and " + texts[-1].en
    return Text(english, "、".join(text.zh for text in texts[:-1]) + "和" + texts[-1].zh)
