"""How amounts are shown: by day, month or year, in dollars or yuan. A matter of looking only: nothing that was typed or
listed is converted, and no answer depends on it. What is shown goes through here, so that all of the screen agrees."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeVar, get_args

import numpy as np

from core.errors import EvenkeelError
from core.formula.tree import Call, Node, Number
from core.record import record
from core.wording.dates import full_date
from core.wording.money import about_money
from core.wording.numbers import both, exact
from core.wording.scale import Currency
from core.wording.text import Text

Period = Literal["day", "month", "year"]
Amount = TypeVar("Amount", float, np.ndarray)

_SHOWN_OF = {"user", "month"}  # what an amount may be counted per and still be no price of a single thing
USUAL_RATE = 7.28  # CNY for one USD
RATE_FROM = Text("as the press converted DeepSeek’s published day", "媒体换算 DeepSeek 所公布数据时的汇率")
RATE_OF = date(2025, 2, 28)
MONTHS_A_YEAR, DAYS_A_YEAR = 12.0, 365.0
MONTHS: dict[Period, float] = {"day": MONTHS_A_YEAR / DAYS_A_YEAR, "month": 1.0, "year": MONTHS_A_YEAR}
A_PERIOD: dict[Period, Text] = {
    "day": Text("a day", "每天"),
    "month": Text("a month", "每月"),
    "year": Text("a year", "每年"),
}
CURRENCY_NAMES: dict[Currency, Text] = {"USD": Text("US dollars", "美元"), "CNY": Text("yuan", "人民币")}
OWN_RATE = Text("1 USD = {rate} CNY, set by you", "1 美元 = {rate} 元人民币（自行设定）")
GIVEN_RATE = Text("1 USD = {rate} CNY, {source} ({day})", "1 美元 = {rate} 元人民币（{source}，{day}）")
AT_RATE = Text("Converted at {rate} yuan a dollar.", "按 1 美元 = {rate} 元折算。")
CONVERTED = Text(
    "Amounts shown in {currency} at {rate}. List prices and typed values stay as they are.",
    "金额按 {rate} 折算为{currency}显示。价目表价格和输入值不折算。",
)


@record
class Display:
    """What a person chose. `currency` None leaves amounts in the currency they have; `rate` is CNY for one USD."""

    period: Period = "month"
    currency: Currency | None = None
    rate: float = USUAL_RATE

    def __post_init__(self) -> None:
        if self.period not in MONTHS or self.currency not in (None, *get_args(Currency)):
            raise ValueError(self)
        if not 0 < self.rate < float("inf"):
            raise EvenkeelError(Text("An exchange rate is a number above zero.", "汇率必须是大于零的数。"))

    def shown_in(self, own: Currency) -> Currency:
        """The currency amounts are shown in that are in `own`."""
        return self.currency or own

    def converts(self, own: Currency) -> bool:
        """Whether amounts in `own` are shown in another currency."""
        return self.shown_in(own) != own

    def a_period(self) -> Text:
        """ "a month", 每月: as sentences say it."""
        return A_PERIOD[self.period]

    def amount(self, monthly: Amount, own: Currency) -> Amount:
        """An amount a month in `own`, as it is shown: by the period, in the currency chosen."""
        return self.sum(monthly * MONTHS[self.period], own)

    def sum(self, value: Amount, own: Currency) -> Amount:
        """A sum of money that belongs to no period, such as cash, in the currency chosen."""
        if not self.converts(own):
            return value
        return value * self.rate if own == "USD" else value / self.rate

    def told(self, monthly: float, own: Currency, digits: int = 3) -> Text:
        """The size of an amount a month in `own`, as a sentence says it beside `a_period`: "$40k", 29 万元."""
        return about_money(self.amount(monthly, own), self.shown_in(own), digits)

    def figure(self, value: float | None, unit: str) -> tuple[float | None, str]:
        """An answer with its unit, as both are shown: ("USD/user/month") -> ("CNY/user/year"). Prices of single things,
        such as a million tokens, stay in what they are listed in."""
        own = _currency_of(unit)
        if own is None:
            return value, unit
        by_month = unit.endswith("/month")
        shown = self.shown_in(own) + unit[len(own) :]
        if by_month:
            shown = shown.removesuffix("month") + self.period
        if value is None:
            return None, shown
        return (self.amount(value, own) if by_month else self.sum(value, own)), shown

    def worked(self, node: Node, unit: str) -> Node:
        """The formula of a figure in `unit` with what makes of it the figure that is shown: × 12 × 7.28."""
        own = _currency_of(unit)
        if own is None:
            return node
        if unit.endswith("/month") and self.period != "month":
            node = Call("multiply", (node, Number(MONTHS_A_YEAR)))
            node = Call("divide", (node, Number(DAYS_A_YEAR))) if self.period == "day" else node
        if self.converts(own):
            node = Call("multiply" if own == "USD" else "divide", (node, Number(self.rate)))
        return node

    def rate_note(self, own: Currency) -> Text | None:
        """The rate in a few words, beside amounts in `own` that are converted."""
        return AT_RATE.filled(rate=both(_plain, self.rate)) if self.converts(own) else None

    def rate_words(self) -> Text:
        """The exchange rate and where it comes from."""
        text = GIVEN_RATE if self.rate == USUAL_RATE else OWN_RATE
        return text.filled(rate=both(_plain, self.rate), source=RATE_FROM, day=both(full_date, RATE_OF))

    def remark(self, own: Currency) -> Text | None:
        """What the screen says while amounts in `own` are converted."""
        if not self.converts(own):
            return None
        return CONVERTED.filled(currency=CURRENCY_NAMES[self.shown_in(own)], rate=self.rate_words())


def _plain(rate: float, language: str) -> str:
    del language
    return exact(rate)


def _currency_of(unit: str) -> Currency | None:
    head, *of = unit.split("/")
    if not set(of) <= _SHOWN_OF:
        return None
    return "USD" if head == "USD" else "CNY" if head == "CNY" else None


AS_IT_IS = Display()
