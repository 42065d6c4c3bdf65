"""The goals to choose from, and the question one of them asks."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.questions.any_size import AnySize, any_size
from core.questions.break_even import OPERATING_PROFIT
from core.questions.needed import Needed, needed
from core.questions.progress import Cancel
from core.questions.targets import Target
from core.record import record
from core.wording.text import Text


@record
class Goal:
    """What an alternative could be made to do. `line` is None for breaking even at whatever size; a goal with a `unit`
    has an amount that a person may set, at first `amount`."""

    id: str
    label: Text
    line: str | None
    unit: str = ""
    amount: float = 0.0


GOALS: tuple[Goal, ...] = (
    Goal("break_even", Text("break even", "盈亏平衡"), OPERATING_PROFIT),
    Goal("earn", Text("earn, in $ a month,", "每月盈利（美元）"), OPERATING_PROFIT, "USD", 1_000_000.0),
    Goal("gross_margin", Text("reach a gross margin of", "毛利率达到"), "gross_margin", "1", 0.5),
    Goal("operating_margin", Text("reach an operating margin of", "营业利润率达到"), "operating_margin", "1", 0.2),
    Goal("any_size", Text("break even at some size", "在某个规模下盈亏平衡"), None),
)


@record
class Wish:
    """A whole question: which alternative, what it should do, and how much of it."""

    alternative: str
    goal: Goal
    amount: float


@record(eq=False)
class Answer:
    """What was asked, of which comparison, and what was found."""

    comparison: Comparison
    wish: Wish
    found: Needed | AnySize


def answer(comparison: Comparison, wish: Wish, cancel: Cancel | None = None) -> Answer:
    """The answer to a wish."""
    if wish.goal.line is None:
        return Answer(comparison, wish, any_size(comparison, wish.alternative))
    target = Target(wish.goal.line, wish.amount)
    return Answer(comparison, wish, needed(comparison, wish.alternative, target, cancel=cancel))
