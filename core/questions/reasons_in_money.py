"""Why the best is ahead at a size where costs are a multiple of revenue: out of every hundred of revenue the amounts
would mean nothing to anybody, so they are told as they are."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.model.definition import Role
from core.model.statement import ids_with_role
from core.questions.break_even import OPERATING_PROFIT
from core.questions.display import Display
from core.questions.results import AlternativeResult
from core.wording.money import about_money
from core.wording.text import Text, Words

MULTIPLE = 2.5  # costs of so many times the revenue are told in money

TAKES_AND_SPENDS = Text(
    "{name} takes in {revenue} {a_period} and spends {direct} on serving customers and {operating} on people, selling"
    " and other operating costs: it {outcome}.",
    "{name}{a_period}收入 {revenue}，服务客户（直接成本）用去 {direct}，人员、获客等运营成本用去 {operating}，"
    "{outcome}。",
)
MAKES, LOSES = Text("makes {amount}", "盈利 {amount}"), Text("loses {amount}", "亏损 {amount}")
LARGEST = Text(
    "What sets {one} apart from {other} most is “{label}”: {first} {a_period}, against {second}.",
    "{one}与{other}差别最大的一项是“{label}”：{a_period} {first}，对方为 {second}。",
)


def is_far_from_covered(result: AlternativeResult) -> bool:
    """Whether costs are a multiple of revenue, or there is none at all."""
    lines = result.lines
    return lines["direct_cost"] + lines["operating_cost"] > MULTIPLE * lines["revenue"]


def reasons_in_money(comparison: Comparison, ranked: Sequence[AlternativeResult], display: Display) -> list[Text]:
    """What each takes in and spends, the best first, and which line sets the best apart from the next best."""
    telling = _Telling(comparison, display)
    told = [telling.one(result) for result in ranked]
    return told[:1] + telling.largest(*ranked[:2]) + told[1:] if len(ranked) > 1 else told


class _Telling:
    def __init__(self, comparison: Comparison, display: Display) -> None:
        self._comparison, self._display = comparison, display

    def one(self, result: AlternativeResult) -> Text:
        profit = result.lines[OPERATING_PROFIT]
        outcome = (MAKES if profit >= 0 else LOSES).filled(amount=self._amount(abs(profit)))
        parts: dict[str, Words] = {
            "revenue": self._amount(result.lines["revenue"]),
            "direct": self._amount(result.lines["direct_cost"]),
            "operating": self._amount(result.lines["operating_cost"]),
        }
        return TAKES_AND_SPENDS.filled(name=result.name, a_period=self._display.a_period(), outcome=outcome, **parts)

    def largest(self, one: AlternativeResult, other: AlternativeResult) -> list[Text]:
        """The cost that differs most in favour of the one; none where nothing does."""
        lines = self._costs(one) | self._costs(other)
        spent = {id: (one.lines.get(id, 0.0), other.lines.get(id, 0.0)) for id in lines}
        most = max(spent, key=lambda id: spent[id][1] - spent[id][0], default=None)
        if most is None or spent[most][1] <= spent[most][0]:
            return []
        first, second = (self._amount(amount) for amount in spent[most])
        names = {"one": one.name, "other": other.name, "label": lines[most]}
        return [LARGEST.filled(**names, first=first, second=second, a_period=self._display.a_period())]

    def _costs(self, result: AlternativeResult) -> dict[str, Text]:
        model = self._comparison.models[result.model]
        labels = {item.id: item.label for item in model.quantities}
        return {
            id: labels[id] for role in (Role.DIRECT_COST, Role.OPERATING_COST) for id in ids_with_role(model, role)
        }

    def _amount(self, amount: float) -> Text:
        own = self._comparison.currency
        return about_money(self._display.amount(amount, own), self._display.shown_in(own))
