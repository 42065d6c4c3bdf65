"""Everything the window shows of a comparison, computed once per change, and only for the alternatives that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from core.comparison.document import Comparison
from core.comparison.parts import Alternative
from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.questions.break_even import MOST_USERS, OPERATING_PROFIT, margin_of_safety
from core.questions.crossover import Crossover, crossovers
from core.questions.curves import USERS, OutputCurve
from core.questions.reference_checks import CheckedFigure, reference_checks
from core.questions.results import AlternativeResult, alternative_result, line_ids
from core.questions.verdict import Verdict, verdict
from core.wording.numbers import both, count
from core.wording.text import Text

# Where a profit grazes zero over millions of steps the exact search is given up; then it is asked up to fewer users.
SEARCHED_TO = (MOST_USERS, 10_000_000, 100_000, 1_000)
Pair = tuple[str, str]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """The answers to one comparison. `results` goes by the ids of the alternatives, in their order.

    `remarks` say what could not be found out in full.
    """

    comparison: Comparison
    results: dict[str, AlternativeResult]
    pairs: dict[Pair, tuple[Crossover, ...]]
    verdict: Verdict
    reference_checks: tuple[CheckedFigure, ...]
    remarks: tuple[Text, ...]

    @property
    def crossovers(self) -> tuple[Crossover, ...]:
        """Every change of the lead, pair by pair."""
        return tuple(found for pair in self.pairs.values() for found in pair)


def answers_for(comparison: Comparison, before: Answers | None = None) -> Answers:
    """The answers to a comparison; what `before` already holds for the same values is taken over.

    Raises `EvenkeelError` for a comparison that cannot be computed.
    """
    remarks: dict[Text, None] = {}
    same = _alike(comparison, before)
    results = {}
    for alternative in comparison.alternatives:
        if before is not None and alternative.id in same:
            results[alternative.id] = _moved(comparison, alternative, before.results[alternative.id])
        else:
            results[alternative.id] = _result(comparison, alternative.id, remarks)
    pairs = {}
    for a, b in combinations(results, 2):
        known = before.pairs.get((a, b)) if before is not None and {a, b} <= same else None
        pairs[a, b] = _crossovers(comparison, a, b, remarks) if known is None else known
    if before is not None and same:
        remarks |= dict.fromkeys(before.remarks)
    listed = tuple(results.values())
    return Answers(
        comparison, results, pairs, verdict(comparison, listed), reference_checks(comparison), tuple(remarks)
    )


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


def _result(comparison: Comparison, alternative: str, remarks: dict[Text, None]) -> AlternativeResult:
    return _within_reach(lambda most: alternative_result(comparison, alternative, OPERATING_PROFIT, most), remarks)


def _crossovers(comparison: Comparison, a: str, b: str, remarks: dict[Text, None]) -> tuple[Crossover, ...]:
    if _twins(comparison, a, b):
        return ()
    first, second = (
        OutputCurve(plan_for(comparison.model_of(id)), comparison.values_of(id), OPERATING_PROFIT) for id in (a, b)
    )
    return _within_reach(lambda most: crossovers(a, first, b, second, most), remarks)


def _twins(comparison: Comparison, a: str, b: str) -> bool:
    """A duplicate that nobody has changed yet never changes the lead; searching all sizes for that takes long."""
    same_model = comparison.model_of(a) is comparison.model_of(b)
    return same_model and comparison.values_of(a) == comparison.values_of(b)


def _within_reach(search: Callable[[int], Found], remarks: dict[Text, None]) -> Found:
    """The answer up to the largest number of users for which there is one."""
    refused: EvenkeelError | None = None
    for most in SEARCHED_TO:
        try:
            found = search(most)
        except EvenkeelError as error:
            refused = error
            continue
        if refused is not None:
            remark = Text("Break-even was searched up to {most} users only.", "盈亏平衡点只搜索到 {most} 用户。")
            remarks[remark.filled(most=both(count, most))] = None
        return found
    assert refused is not None
    raise refused
