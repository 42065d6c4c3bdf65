"""Why is that so? What the best one does with every $100 of revenue that the next best does not, and why a loser loses:
the reasons behind the verdict, from the statement."""

from __future__ import annotations

import math
from collections.abc import Sequence

from core.comparison.document import Comparison
from core.model.definition import Role
from core.model.statement import ids_with_role
from core.questions.break_even import OPERATING_PROFIT
from core.questions.display import AS_IT_IS, Display
from core.questions.reasons_in_money import is_far_from_covered, reasons_in_money
from core.questions.results import AlternativeResult
from core.record import record
from core.wording.money import about_money, money
from core.wording.numbers import both
from core.wording.scale import Currency
from core.wording.text import Text

HUNDRED = 100.0
_WORTH_NAMING = 1.0  # out of each hundred: a smaller difference of one line decides nothing
_OF_ITS_KIND = 2.0  # a line may differ that many times more than all of its kind, else other lines make up for it
_NOTHING = 0.5  # out of each hundred, spent by both: not worth a sentence
_MORE = 1.03  # times the other's revenue

SERVING = Text("serving customers", "服务客户（直接成本）")
RUNNING = Text("people, selling and other operating costs", "人员、获客等运营成本")
BOTH_SPEND = Text(
    "Both spend {amount} of every {hundred} of revenue on {what}.",
    "每 {hundred}收入中，两者用于{what}的都是 {amount}。",
)
EACH_SPENDS = Text(
    "Of every {hundred} of revenue, {one} spends {first} on {what}, {other} {second}.",
    "每 {hundred}收入中，用于{what}的，{one}为 {first}，{other}为 {second}。",
)
OUTCOME = Text(
    "So of every {hundred}, {one} {first} and {other} {second}.",
    "因此每 {hundred}收入，{one}{first}，{other}{second}。",
)
KEEPS, LOSES = Text("keeps {amount}", "剩余 {amount}"), Text("loses {amount}", "亏损 {amount}")
LARGEST = Text(
    "The largest single difference is “{label}”: {first} of every {hundred} for {one}, {second} for {other}.",
    "差别最大的一项是“{label}”：每 {hundred}收入中，{one}为 {first}，{other}为 {second}。",
)
TAKES_MORE = Text(
    "{one} also takes in more: {first} {a_period}, against {second}.",
    "{one}收入也更多：{a_period} {first}，对方为 {second}。",
)
TAKES_LESS = Text(
    "{one} is ahead although it takes in less: {first} {a_period}, against {second}.",
    "{one}虽然收入较少，仍然领先：{a_period}收入 {first}，对方为 {second}。",
)
SIZE_DECIDES = Text(
    "What decides is revenue: {one} takes in {first} {a_period}, {other} {second}.",
    "起决定作用的是收入规模：{one}{a_period}收入 {first}，{other}为 {second}。",
)
SPENDS = Text(
    "For every {hundred} it takes in, {name} spends {direct} on serving customers and {operating} on people,"
    " selling and other operating costs: it {outcome}.",
    "{name}每收入 {hundred}，服务客户（直接成本）用去 {direct}，人员、获客等运营成本用去 {operating}，{outcome}。",
)
MOSTLY = Text("Most of it is “{label}”: {amount}.", "其中最大的一项是“{label}”：{amount}。")
NO_REVENUE = Text(
    "{name} has no revenue, but costs of {amount} {a_period}.", "{name}没有收入，但{a_period}成本为 {amount}。"
)


@record
class _Line:
    """One cost, out of every hundred of revenue."""

    label: Text
    role: Role
    amount: float


@record
class _Spent:
    """What one alternative does with every hundred of revenue; `lines` holds each cost by id."""

    result: AlternativeResult
    direct: float
    operating: float
    lines: dict[str, _Line]

    @property
    def left(self) -> float:
        return HUNDRED - self.direct - self.operating

    @property
    def revenue(self) -> float:
        return self.result.lines["revenue"]


def reasons(
    comparison: Comparison, results: Sequence[AlternativeResult], display: Display = AS_IT_IS
) -> tuple[Text, ...]:
    """Why the best is ahead of the next best, then why every other one that loses money loses it. Empty where no profit
    is defined. Amounts are shown in what the display asks for; those out of every hundred are shares of revenue."""
    ranked = sorted(
        (result for result in results if math.isfinite(_profit(result))), key=lambda result: -_profit(result)
    )
    best = ranked[:2]
    if any(map(is_far_from_covered, best)) and any(result.lines["revenue"] > 0 for result in best):
        return tuple(reasons_in_money(comparison, ranked, display))
    telling = _Telling(comparison, display)
    told: list[Text] = []
    explained = 1
    if len(ranked) > 1 and all(result.lines["revenue"] > 0 for result in ranked[:2]):
        told += telling.between(telling.spent(ranked[0]), telling.spent(ranked[1]))
        explained = 2
    elif ranked:
        told += telling.alone(ranked[0])
    for result in ranked[explained:]:
        if _profit(result) < 0 or explained == 1:
            told += telling.alone(result)
    return tuple(told)


class _Telling:
    """The sentences, with amounts as they are shown."""

    def __init__(self, comparison: Comparison, display: Display) -> None:
        self._comparison, self._display = comparison, display
        self._own: Currency = comparison.currency
        self._shown = display.shown_in(self._own)
        self._hundred = both(money, HUNDRED, self._shown)

    def spent(self, result: AlternativeResult) -> _Spent:
        """Costs out of every hundred of revenue, which has to be above zero."""
        model, share = self._comparison.models[result.model], HUNDRED / result.lines["revenue"]
        labels = {item.id: item.label for item in model.quantities}
        lines = {
            id: _Line(labels[id], role, result.lines[id] * share)
            for role in (Role.DIRECT_COST, Role.OPERATING_COST)
            for id in ids_with_role(model, role)
        }
        direct, operating = (result.lines[id] * share for id in ("direct_cost", "operating_cost"))
        return _Spent(result, direct, operating, lines)

    def between(self, one: _Spent, other: _Spent) -> list[Text]:
        """Why `one` makes more than `other`."""
        spent = ((SERVING, one.direct, other.direct), (RUNNING, one.operating, other.operating))
        told = [self._spending(one, other, *kind) for kind in spent if max(kind[1:]) > _NOTHING]
        names = {"one": one.result.name, "other": other.result.name, "hundred": self._hundred}
        told.append(OUTCOME.filled(**names, first=self._outcome(one.left), second=self._outcome(other.left)))
        return told + self._largest(one, other) + self._size(one, other)

    def alone(self, result: AlternativeResult) -> list[Text]:
        """What one does with its revenue."""
        if result.lines["revenue"] <= 0:
            costs = self._display.amount(result.lines["direct_cost"] + result.lines["operating_cost"], self._own)
            amount, period = about_money(costs, self._shown), self._display.a_period()
            return [NO_REVENUE.filled(name=result.name, amount=amount, a_period=period)]
        spent = self.spent(result)
        first = SPENDS.filled(
            hundred=self._hundred,
            name=result.name,
            direct=self._amount(spent.direct),
            operating=self._amount(spent.operating),
            outcome=self._outcome(spent.left),
        )
        most = max(spent.lines.values(), key=lambda line: line.amount, default=None)
        if most is None or most.amount <= (spent.direct + spent.operating) / 2:
            return [first]
        return [first, MOSTLY.filled(label=most.label, amount=self._amount(most.amount))]

    def _spending(self, one: _Spent, other: _Spent, what: Text, first: float, second: float) -> Text:
        amounts = self._amount(first), self._amount(second)
        if amounts[0] == amounts[1]:
            return BOTH_SPEND.filled(amount=amounts[0], hundred=self._hundred, what=what)
        return EACH_SPENDS.filled(
            hundred=self._hundred,
            what=what,
            one=one.result.name,
            other=other.result.name,
            first=amounts[0],
            second=amounts[1],
        )

    def _largest(self, one: _Spent, other: _Spent) -> list[Text]:
        """The line that tells them apart most; none where other lines of its kind make up for it."""
        lines = other.lines | one.lines
        found: tuple[float, Text, float, float] | None = None
        for id, line in lines.items():
            first, second = (side.lines[id].amount if id in side.lines else 0.0 for side in (one, other))
            gap, of_kind = abs(first - second), _gap_of_kind(line.role, one, other)
            if _WORTH_NAMING <= gap <= _OF_ITS_KIND * of_kind and (found is None or gap > found[0]):
                found = gap, line.label, first, second
        if found is None:
            return []
        _, label, first, second = found
        parts = {"one": one.result.name, "other": other.result.name, "hundred": self._hundred, "label": label}
        return [LARGEST.filled(**parts, first=self._amount(first), second=self._amount(second))]

    def _size(self, one: _Spent, other: _Spent) -> list[Text]:
        """What revenue has to do with it."""
        amounts = [about_money(self._display.amount(side.revenue, self._own), self._shown) for side in (one, other)]
        parts = {"one": one.result.name, "other": other.result.name, "a_period": self._display.a_period()}
        parts |= {"first": amounts[0], "second": amounts[1]}
        if one.left <= other.left:
            return [SIZE_DECIDES.filled(**parts)]
        if one.revenue > _MORE * other.revenue and one.left > 0:
            return [TAKES_MORE.filled(**parts)]
        return [TAKES_LESS.filled(**parts)] if other.revenue > _MORE * one.revenue and one.left > 0 else []

    def _outcome(self, left: float) -> Text:
        return (KEEPS if left >= 0 else LOSES).filled(amount=self._amount(abs(left)))

    def _amount(self, of_hundred: float) -> Text:
        """Whole units from ten on, one decimal below."""
        shown = float(round(of_hundred)) if abs(of_hundred) >= 10 else round(of_hundred, 1)
        return both(money, shown, self._shown)


def _gap_of_kind(role: Role, one: _Spent, other: _Spent) -> float:
    return abs(one.direct - other.direct if role is Role.DIRECT_COST else one.operating - other.operating)


def _profit(result: AlternativeResult) -> float:
    return result.lines[OPERATING_PROFIT]
