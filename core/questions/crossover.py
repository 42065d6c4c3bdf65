"""At how many users do two alternatives earn the same? The break-even search on the difference of their profits."""

from __future__ import annotations

from core.questions.break_even import MOST_CROSSINGS
from core.questions.search.curves import MOST_USERS, OutputCurve
from core.questions.search.difference_curve import Difference
from core.questions.search.sign_changes import MOST_WORK, sign_changes
from core.record import record


@record
class Crossover:
    """From `users` on, `ahead_above` (the id of `a` or `b`) earns more than the other."""

    a: str
    b: str
    users: int
    ahead_above: str


def crossovers(
    a: str,
    first: OutputCurve,
    b: str,
    second: OutputCurve,
    most_users: int = MOST_USERS,
    most_work: int = MOST_WORK,
) -> tuple[Crossover, ...]:
    """Every change of the lead between two alternatives, in order of users, at most `MOST_CROSSINGS` of them.

    Where both earn the same, `a` counts as ahead. Raises `EvenkeelError` where the search would take too long.
    """
    if first.same_as(second):
        return ()
    found = sign_changes(Difference(first, second), most_users, MOST_CROSSINGS, most_work)
    leaders = (b, a) if found.starts_above else (a, b)
    return tuple(Crossover(a, b, users, leaders[place % 2]) for place, users in enumerate(found.changes))
