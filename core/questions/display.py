"""How amounts are shown: by day, month or year, in dollars or yuan. A matter of looking only: nothing that was typed or
listed is converted, and no answer depends on it. What is shown goes through here, so that all of the screen agrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar, get_args

import numpy as np

from core.errors import EvenkeelError
from core.formula.constants import CONSTANTS
from core.wording.dates import full_date
from core.wording.numbers import both, exact
from core.wording.scale import Currency
from core.wording.text import Text

Period = Literal["day", "month", "year"]
Amount = TypeVar("Amount", float, np.ndarray)

USUAL_RATE = 7.28  # CNY for one USD
RATE_FROM = Text("as the press converted DeepSeek’s published day", "媒体换算 DeepSeek 所公布数据时的汇率")
RATE_OF = date(2025, 2, 28)
MONTHS: dict[Period, float] = {"day": 1 / CONSTANTS["days_per_month"].value, "month": 1.0, "year": 12.0}
A_PERIOD: dict[Period, Text] = {
    "day": Text("a day", "每天"),
    "month": Text("a month", "每月"),
    "year": Text("a year", "每年"),
}
CURRENCY_NAMES: dict[Currency, Text] = {"USD": Text("US dollars", "美元"), "CNY": Text("yuan", "人民币")}
OWN_RATE = Text("1 USD = {rate} CNY, set by you", "1 美元 = {rate} 元人民币（自行设定）")
GIVEN_RATE = Text("1 USD = {rate} CNY, {source} ({day})", "1 美元 = {rate} 元人民币（{source}，{day}）")
CONVERTED = Text(
    "Amounts shown in {currency} at {rate}. List prices and typed values stay as they are.",
    "金额按 {rate} 折算为{currency}显示。价目表价格和输入值不折算。",
)


@dataclass(frozen=True, slots=True)
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

    def figure(self, value: float | None, unit: str) -> tuple[float | None, str]:
        """A figure of the statement with its unit, as both are shown: ("USD/user/month") -> ("CNY/user/year")."""
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
    head = unit.split("/", 1)[0]
    return "USD" if head == "USD" else "CNY" if head == "CNY" else None
