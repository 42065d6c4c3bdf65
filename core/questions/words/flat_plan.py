"""Who pays for the heavy users, in plain words."""

from __future__ import annotations

import math

import numpy as np

from core.questions.display import A_PERIOD
from core.questions.flat_plan import FlatPlanAnswer
from core.wording.money import about_money
from core.wording.numbers import both, percent
from core.wording.scale import Currency
from core.wording.text import Text

FAR_END = 0.999  # the place in the tail that is told: one subscriber in a thousand

SUBSIDY = Text(
    "{above} of the subscribers cost more than they pay, and cause {cost} of the cost. Each subscriber pays"
    " {subsidy} {a_period} for them.",
    "{above}的订阅用户成本高于其付费，占总成本的 {cost}；平均每位订阅用户{a_period}为他们承担 {subsidy}。",
)
NOBODY = Text(
    "No subscriber costs more than they pay, so nobody pays for anybody else.",
    "没有订阅用户的成本高于其付费，因此没有人替别人承担成本。",
)
EVERYBODY = Text(
    "Every subscriber costs more than they pay: {short} {a_period} too little each.",
    "每位订阅用户的成本都高于其付费：每人{a_period}差 {short}。",
)
NOT_DEFINED = Text("There is no answer: one of the figures is not defined.", "没有答案：其中有数字无法计算。")
PAYS = Text(
    "What they pay: {kept} {a_period} of the fee of {fee} is left for serving.",
    "所谓付费，指{a_period}费用 {fee} 中可用于服务的 {kept}。",
)
LEAVES = Text(
    "The average subscriber costs {mean} {a_period} to serve and leaves {left}.",
    "平均每位订阅用户{a_period}服务成本 {mean}，余下 {left}。",
)
LACKS = Text(
    "The average subscriber costs {mean} {a_period} to serve, {left} more than is paid for it.",
    "平均每位订阅用户{a_period}服务成本 {mean}，比其付费高出 {left}。",
)
TOP_TENTH = Text(
    "The heaviest tenth of the subscribers cause {share} of the cost.", "用量最高的十分之一订阅用户占总成本的 {share}。"
)
TAIL = Text(
    "Use is not cut off at any cap here: 1 subscriber in 1,000 costs more than {far} {a_period}.",
    "此处用量没有上限：每 1,000 位订阅用户中有 1 位{a_period}成本超过 {far}。",
)
ALL_ALIKE = Text(
    "All subscribers use the same here: there are no heavy users.", "此处所有订阅用户用量相同，没有重度用户。"
)


def subsidy_sentence(plan: FlatPlanAnswer, currency: Currency, a_period: Text = A_PERIOD["month"]) -> Text:
    """How many cost more than they pay, and what the others give up for them. The plan's amounts are for `a_period`."""
    if not math.isfinite(plan.above + plan.subsidy):
        return NOT_DEFINED
    if plan.above == 0:
        return NOBODY
    if plan.above == 1:
        return EVERYBODY.filled(short=about_money(-plan.left, currency), a_period=a_period)
    return SUBSIDY.filled(
        above=both(percent, _two_digits(plan.above)),
        cost=both(percent, _two_digits(plan.above_cost)),
        subsidy=about_money(plan.subsidy, currency, 2),
        a_period=a_period,
    )


def remarks(plan: FlatPlanAnswer, currency: Currency, a_period: Text = A_PERIOD["month"]) -> list[Text]:
    """What else belongs to it: what is left of the fee, the average, the heaviest tenth, and the tail."""
    if not math.isfinite(plan.above + plan.subsidy):
        return []
    told = []
    if plan.kept != plan.fee:
        kept, fee = about_money(plan.kept, currency), about_money(plan.fee, currency)
        told.append(PAYS.filled(kept=kept, fee=fee, a_period=a_period))
    average = LEAVES if plan.left >= 0 else LACKS
    mean, left = about_money(plan.mean_cost, currency), about_money(abs(plan.left), currency)
    told.append(average.filled(mean=mean, left=left, a_period=a_period))
    if plan.spread == 0:
        return [*told, ALL_ALIKE]
    told.append(TOP_TENTH.filled(share=both(percent, _two_digits(plan.top_cost))))
    told.append(TAIL.filled(far=about_money(far_end(plan), currency, 2), a_period=a_period))
    return told


def far_end(plan: FlatPlanAnswer) -> float:
    """What one subscriber in a thousand costs at least."""
    return float(plan.cost_at(np.array([FAR_END]))[0])


def _two_digits(share: float) -> float:
    """A share as one says it: two digits."""
    return float(f"{share:.2g}")
