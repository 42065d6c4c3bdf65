"""What explains the difference? A figure at two ends, and what each thing that differs contributes to the way between:
driver by driver where the business model is the same, line by line where it is not."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.questions.break_even import OPERATING_PROFIT
from core.questions.bridges.by_driver import by_driver, substance
from core.questions.bridges.by_line import by_line
from core.questions.bridges.parts import Bridge, BridgeEnd, End, assembled
from core.questions.results import target_line
from core.wording.text import Words


def end_of(comparison: Comparison, alternative: str, name: Words | None = None) -> End:
    """An alternative of a comparison as an end; a name tells two scenarios or files apart. Raises `UsageError`."""
    found = comparison.alternative(alternative)
    return End(found.name if name is None else name, comparison.model_of(found), comparison.values_of(alternative))


def bridge(start: End, end: End, target: str = OPERATING_PROFIT, seed: int = 1) -> Bridge:
    """The bridge from one end to the other; taken the other way round, every contribution has the opposite sign.

    Raises `UsageError` where an end has no such line, or the ends are different business models and the target is not
    a line of the statement, which is all that they have in common.
    """
    for each in (start, end):
        target_line(each.model, target)
    related = start.model.id == end.model.id or substance(start.model) == substance(end.model)
    changes, terms = (by_driver if related else by_line)(start, end, target)
    return assembled(target, _end(start, target), _end(end, target), changes, terms, seed)


def bridges(
    before: Comparison, after: Comparison, names: tuple[Words, Words], target: str = OPERATING_PROFIT
) -> dict[str, Bridge]:
    """The bridge of every alternative that two comparisons both have, by its id: of two scenarios, checkpoints or
    files. `names` says what the two are called. Raises `UsageError` as `bridge` does."""
    both = {alternative.id for alternative in after.alternatives}
    return {
        alternative.id: bridge(
            end_of(before, alternative.id, names[0]), end_of(after, alternative.id, names[1]), target, before.seed
        )
        for alternative in before.alternatives
        if alternative.id in both
    }


def _end(end: End, target: str) -> BridgeEnd:
    return BridgeEnd(end.name, plan_for(end.model).evaluate(end.values)[target])
