"""What the months to come are expected to bring: growth of users, drivers that drift, money put in, and the rate at
which later money counts less. Plain frozen data; `core.questions.path` computes from it."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from core.errors import EvenkeelError
from core.model.definition import Finite, Identifier
from core.plain.data import Limits, Plain, Tagged
from core.wording.text import Text

MOST_MONTHS = 600
_USERS = "users"


class OutlookError(EvenkeelError):
    """Settings of the months to come that make no sense."""


class NoGrowth(Tagged):
    """As many users in every month as now."""

    kind: Literal["none"] = "none"


class ExponentialGrowth(Tagged):
    """Users grow by the same share every month: 0.1 is 10 % a month; below zero they leave."""

    kind: Literal["exponential"] = "exponential"
    monthly: Finite

    def __post_init__(self) -> None:
        _refuse_unless(self.monthly > -1, LOSING_ALL)


class LogisticGrowth(Tagged):
    """Users grow by `monthly` while few, ever slower towards a ceiling (an S-curve)."""

    kind: Literal["logistic"] = "logistic"
    monthly: Finite
    ceiling: Finite

    def __post_init__(self) -> None:
        _refuse_unless(self.monthly > -1, LOSING_ALL)
        _refuse_unless(self.ceiling > 0, Text("The ceiling must be above zero users.", "用户上限必须大于零。"))


Growth = Annotated[NoGrowth | ExponentialGrowth | LogisticGrowth, Limits(discriminator="kind")]


class Drift(Plain):
    """What a driver changes by every month: a share of itself, compounding (-0.02: falls by 2 % a month), or an amount
    in its own unit."""

    kind: Literal["share", "amount"] = "share"
    monthly: Finite

    def __post_init__(self) -> None:
        _refuse_unless(self.kind == "amount" or self.monthly > -1, LOSING_ALL)


class Outlook(Plain):
    """The months to come for a whole comparison.

    Where a setting is kept by place, the key is an alternative's id, or "shared" for all that have no entry of their
    own (and, for a drift, have that driver). Month 1 is the comparison as it stands; changes begin with month 2.
    """

    months: int = 36
    discount_rate: Finite = 0.1  # a share a year
    growth: dict[Identifier, Growth] = field(default_factory=dict)
    drifts: dict[Identifier, dict[Identifier, Drift]] = field(default_factory=dict)
    investment: dict[Identifier, Finite] = field(default_factory=dict)  # USD paid up front, in month 0
    balance: dict[Identifier, Finite] = field(default_factory=dict)  # USD in the bank before that

    def __post_init__(self) -> None:
        months = Text("A path has 1 to {most} months.", "月数须在 1 到 {most} 之间。").filled(most=MOST_MONTHS)
        _refuse_unless(1 <= self.months <= MOST_MONTHS, months)
        _refuse_unless(self.discount_rate > -1, Text("A discount rate must be above -100 %.", "折现率必须高于 -100%。"))
        _refuse_unless(
            all(amount >= 0 for amount in self.investment.values()),
            Text("An investment cannot be negative.", "投资额不能为负。"),
        )
        _refuse_unless(
            not any(_USERS in drifts for drifts in self.drifts.values()),
            Text(
                "Users follow the growth setting and cannot drift as well.", "用户数由增长方式决定，不能再设月度变化。"
            ),
        )


LOSING_ALL = Text("Nothing can fall by 100 % a month or more.", "每月降幅必须小于 100%。")


def _refuse_unless(sound: bool, reason: Text) -> None:
    if not sound:
        raise OutlookError(Text("This outlook makes no sense.", "这样的月度设置没有意义。"), reason)
