"""What a figure of the statement means in one sentence, where more can be said than its definition: losses by their
name, and the two margins side by side, so that 545 % on cost is never taken for 545 % of revenue."""

from __future__ import annotations

import math
from collections.abc import Mapping

from core.questions.display import AS_IT_IS, Display
from core.wording.money import money
from core.wording.numbers import both, percent
from core.wording.scale import Currency
from core.wording.text import Text

_LOSSES: dict[str, Text] = {
    "gross_profit": Text(
        "A loss of about {amount} {a_period} before operating cost: direct cost is higher than revenue.",
        "{a_period}毛亏损约 {amount}：直接成本高于收入。",
    ),
    "operating_profit": Text(
        "A loss of about {amount} {a_period}: direct and operating cost together are higher than revenue.",
        "{a_period}亏损约 {amount}：直接成本与运营费用合计高于收入。",
    ),
    "cash_flow": Text("About {amount} {a_period} flows out.", "{a_period}净流出约 {amount}。"),
    "contribution_per_user": Text(
        "Each user costs about {amount} {a_period} more than that user brings in.",
        "每个用户{a_period}的直接成本比带来的收入高约 {amount}。",
    ),
}
_LEFT = Text(
    "Of each {hundred} of revenue, {left} is left after direct cost.", "每 {hundred}收入，扣除直接成本后余 {left}。"
)
_LACKING = Text(
    "For each {hundred} of revenue, direct cost takes {cost}: {lacking} more than comes in.",
    "每 {hundred}收入对应直接成本 {cost}，入不敷出 {lacking}。",
)
_SAME_AS_MARKUP = Text(
    "The same profit measured on cost is a markup of {markup}.", "同样的毛利按成本计算，成本利润率为 {markup}。"
)
_SAME_AS_MARGIN = Text(
    "A markup of {markup} on cost is the same as a gross margin of {margin} of revenue.",
    "成本利润率 {markup} 等同于毛利率 {margin}。",
)


def meaning_of(id: str, values: Mapping[str, float], currency: Currency, display: Display = AS_IT_IS) -> Text | None:
    """The sentence for a line of the statement with these values, in `currency` a month; None where its definition says
    it all."""
    value = values[id]
    if math.isnan(value):
        return None
    if id in _LOSSES and value < 0:
        return _LOSSES[id].filled(amount=display.told(value, currency), a_period=display.a_period())
    if id == "gross_margin":
        return _gross_margin(values, display.shown_in(currency))
    if id == "markup" and not math.isnan(values["gross_margin"]):
        return _SAME_AS_MARGIN.filled(markup=both(percent, value), margin=both(percent, values["gross_margin"]))
    return None


def _gross_margin(values: Mapping[str, float], currency: Currency) -> Text:
    margin, markup = values["gross_margin"], values["markup"]

    def amount(share: float) -> Text:
        return both(money, abs(share) * 100, currency)

    if margin < 0:
        told = _LACKING.filled(hundred=amount(1), cost=amount(1 - margin), lacking=amount(margin))
    else:
        told = _LEFT.filled(hundred=amount(1), left=amount(margin))
    if math.isnan(markup):
        return told
    more = _SAME_AS_MARKUP.filled(markup=both(percent, markup))
    return Text(f"{told.en} {more.en}", told.zh + more.zh)
