"""Assumptions that bring a goal no nearer: those without any effect, and those whose better side is used up. To say of
the second kind that they change nothing would be wrong."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.model.definition import Driver
from core.questions.needed import Needed
from core.questions.search.levers import Lever, levers_of
from core.record import record
from core.wording.text import Text

EVEN = 1e-9  # of revenue: a profit nearer to zero than that is none
QUOTED = Text("“{label}”", "“{label}”")
NO_EFFECT = Text("These change nothing here: {labels}.", "以下假设在此没有影响：{labels}。")


@record
class _Kind:
    """What is said of some assumptions while the goal is not reached, and when it is."""

    short: Text
    reached: Text


HIGHER = _Kind(
    Text("A higher value brings nothing more here: {labels}.", "取值再高也不会更好：{labels}。"),
    Text("A higher value takes nothing away here: {labels}.", "取值再高也不会变差：{labels}。"),
)
LOWER = _Kind(
    Text("A lower value brings nothing more here: {labels}.", "取值再低也不会更好：{labels}。"),
    Text("A lower value takes nothing away here: {labels}.", "取值再低也不会变差：{labels}。"),
)
SETTLED = _Kind(
    Text("These are as good as they can be here already: {labels}.", "以下假设在此已处于最有利的取值：{labels}。"),
    Text("These are as bad as they can be here already: {labels}.", "以下假设在此已处于最不利的取值：{labels}。"),
)


def near(one: float, other: float, revenue: float) -> bool:
    """Whether two values of a line are the same for a person."""
    return abs(one - other) <= EVEN * max(abs(revenue), abs(other), 1.0)


def idle_sentences(
    comparison: Comparison, found: Needed, revenue: float, drivers: Sequence[Driver], *, above: bool
) -> tuple[Text, ...]:
    """One sentence for each kind there is; those without any effect come last."""
    sides = _sides(comparison, found, revenue, drivers, above=above)
    sentences = []
    for kind in (HIGHER, LOWER, SETTLED, None):
        those = [driver for driver, side in zip(drivers, sides, strict=True) if side is kind]
        told = NO_EFFECT if kind is None else kind.reached if above else kind.short
        if those:
            sentences.append(told.filled(labels=listed(those)))
    return tuple(sentences)


def _sides(
    comparison: Comparison, found: Needed, revenue: float, drivers: Sequence[Driver], *, above: bool
) -> list[_Kind | None]:
    if found.now is None:
        return [None] * len(drivers)
    plan = plan_for(comparison.model_of(found.alternative))
    values, now = comparison.values_of(found.alternative), found.now

    def harms(lever: Lever, value: float) -> bool:
        then = plan.evaluate({**values, lever.driver: value})[found.target]
        return not near(then, now, revenue) and (then > now if above else then < now)

    levers = levers_of(comparison, found.alternative, [driver.id for driver in drivers])
    return [_side(lever, harms(lever, lever.low), harms(lever, lever.high)) for lever in levers]


def _side(lever: Lever, low: bool, high: bool) -> _Kind | None:
    """By which end of the range takes the line further from the goal."""
    if not low and not high:
        return None
    if lever.switch or (low and high):
        return SETTLED
    return HIGHER if low else LOWER


def listed(drivers: Sequence[Driver]) -> Text:
    """The labels of several assumptions, in quotation marks."""
    quoted = [QUOTED.filled(label=driver.label) for driver in drivers]
    return Text(", ".join(text.en for text in quoted), "、".join(text.zh for text in quoted))
