"""Everything the window shows of a comparison, computed once per change, and only for the alternatives that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from core.comparison.document import Comparison
from core.comparison.parts import Alternative
from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.questions.below_zero import below_zero
from core.questions.break_even import MOST_USERS, OPERATING_PROFIT, margin_of_safety
from core.questions.crossover import Crossover, crossovers
from core.questions.display import AS_IT_IS, Display
from core.questions.reference_checks import CheckedFigure, reference_checks
from core.questions.results import AlternativeResult, alternative_result, line_ids
from core.questions.search.curves import USERS, curve_for
from core.questions.verdict import Verdict, verdict
from core.record import record
from core.wording.numbers import both, count
from core.wording.text import Text

# Where a profit, or what lies between two of them, grazes zero over millions of steps, the exact search takes seconds
# while somebody holds a slider; then it is asked up to fewer users, and the window says so.
SEARCHED_TO = (MOST_USERS, 10_000_000, 100_000, 1_000)
PATIENCE = 6_000  # ranges looked at for one profit or between two; the usual one needs a few hundred at most
ALONE = Text(
    "The break-even of {name} was searched up to {most} users only.", "{name}的盈亏平衡点只搜索到 {most}用户。"
)
BETWEEN = Text(
    "{a} and {b} stay so close that their lead was compared up to {most} users only.",
    "{a}与{b}过于接近，只比较到 {most}用户。",
)
Pair = tuple[str, str]
Found = TypeVar("Found")


@record(eq=False)
class Answers:
    """The answers to one comparison. `results` goes by the ids of the alternatives, in their order.

    During a drag `pairs` may lack those that were not asked for; then the answers are not `exact`. `limits` say what
    could not be found out in full, by the alternative or the pair it is about. The words of the verdict have their
    amounts as `display` shows them; the results are as computed.
    """

    comparison: Comparison
    results: dict[str, AlternativeResult]
    pairs: dict[Pair, tuple[Crossover, ...]]
    limits: dict[str | Pair, Text]
    display: Display = AS_IT_IS

    @cached_property
    def verdict(self) -> Verdict:
        """In words; they are made when they are read, which during a drag is not at every step."""
        return verdict(self.comparison, tuple(self.results.values()), self.display)

    @property
    def exact(self) -> bool:
        """Whether every change of the lead is known."""
        return len(self.pairs) == len(self.results) * (len(self.results) - 1) // 2

    @property
    def crossovers(self) -> tuple[Crossover, ...]:
        """Every change of the lead, pair by pair."""
        return tuple(found for pair in self.pairs.values() for found in pair)

    @property
    def reference_checks(self) -> tuple[CheckedFigure, ...]:
        """Published figures beside our own; worked out when they are looked at."""
        return reference_checks(self.comparison)

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What does not fit together, and what could not be found out in full, in sentences."""
        return (*below_zero(self.comparison, list(self.results.values())), *self.limits.values())


def answers_for(
    comparison: Comparison, before: Answers | None = None, *, display: Display = AS_IT_IS, quick: bool = False
) -> Answers:
    """The answers to a comparison; what `before` already holds for the same values is taken over. `quick` answers
    leave out where the lead changes between alternatives that moved: the slowest part, which only the eye follows.

    Raises `EvenkeelError` for a comparison that cannot be computed.
    """
    limits: dict[str | Pair, Text] = {}
    same = _alike(comparison, before)
    results = {}
    for alternative in comparison.alternatives:
        id = alternative.id
        if before is not None and id in same:
            results[id] = _moved(comparison, alternative, before.results[id])
            _take_over(limits, before, id)
        else:
            results[id] = _result(comparison, alternative, limits)
    pairs = {}
    for pair in combinations(results, 2):
        if before is not None and pair in before.pairs and set(pair) <= same:
            pairs[pair] = before.pairs[pair]
            _take_over(limits, before, pair)
        elif quick:
            _take_over(limits, before, pair)
        else:
            pairs[pair] = _crossovers(comparison, pair, limits)
    return Answers(comparison, results, pairs, limits, display)


def _take_over(limits: dict[str | Pair, Text], before: Answers | None, about: str | Pair) -> None:
    if before is not None and about in before.limits:
        limits[about] = before.limits[about]


def _alike(comparison: Comparison, before: Answers | None) -> set[str]:
    """The alternatives whose business model is that of `before` and whose values differ in the users at most, on which
    neither break-even nor crossovers depend."""
    if before is None:
        return set()
    return {
        a.id
        for a in comparison.alternatives
        if a.id in before.results
        and comparison.models[a.model] is before.comparison.models.get(before.results[a.id].model)
        and {**comparison.values_of(a.id), USERS: 0.0} == {**before.results[a.id].drivers, USERS: 0.0}
    }


def _moved(comparison: Comparison, alternative: Alternative, before: AlternativeResult) -> AlternativeResult:
    """The same answer at another number of users, and under the name of now."""
    values, model = comparison.values_of(alternative.id), comparison.model_of(alternative)
    if values == before.drivers:
        return replace(before, name=alternative.name)
    outputs, found = plan_for(model).evaluate(values), before.break_even
    return replace(
        before,
        name=alternative.name,
        drivers=values,
        lines={id: outputs[id] for id in line_ids(model)},
        break_even=replace(found, margin_of_safety=margin_of_safety(values[USERS], found.safe_from)),
    )


def _result(comparison: Comparison, alternative: Alternative, limits: dict[str | Pair, Text]) -> AlternativeResult:
    def search(most: int) -> AlternativeResult:
        return alternative_result(comparison, alternative.id, OPERATING_PROFIT, most, PATIENCE)

    found, most = _within_reach(search)
    if most < MOST_USERS:
        limits[alternative.id] = ALONE.filled(name=alternative.name, most=both(count, most))
    return found


def _crossovers(comparison: Comparison, pair: Pair, limits: dict[str | Pair, Text]) -> tuple[Crossover, ...]:
    a, b = (comparison.alternative(id) for id in pair)
    first, second = (
        curve_for(plan_for(comparison.model_of(x)), comparison.values_of(x.id), OPERATING_PROFIT) for x in (a, b)
    )
    found, most = _within_reach(lambda most: crossovers(a.id, first, b.id, second, most, PATIENCE))
    if most < MOST_USERS:
        limits[pair] = BETWEEN.filled(a=a.name, b=b.name, most=both(count, most))
    return found


def _within_reach(search: Callable[[int], Found]) -> tuple[Found, int]:
    """The answer up to the largest number of users for which there is one, and that number."""
    for most in SEARCHED_TO[:-1]:
        try:
            return search(most), most
        except EvenkeelError:
            continue
    return search(SEARCHED_TO[-1]), SEARCHED_TO[-1]
