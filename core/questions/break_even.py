"""When do we break even? Every change between loss and no loss over whole user counts, and from where on it is safe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from core.engine.plan import Plan
from core.questions.search.curves import MOST_USERS, USERS, curve_for
from core.questions.search.sign_changes import MOST_WORK, sign_changes
from core.record import record

MOST_CROSSINGS = 1_000
OPERATING_PROFIT = "operating_profit"

Status = Literal["breaks_even", "always", "never"]


@record
class BreakEven:
    """Where a target line of one alternative is at or above zero, over 1 to a stated maximum of whole users.

    `first`: the smallest count at which it is >= 0. `safe_from`: the smallest count from which it never falls below 0
    again (None when it ends in loss). `crossings`: the first count on the far side of every sign change, in order.
    `margin_of_safety`: (users now - safe_from) / users now.
    """

    target: str
    status: Status
    first: int | None
    safe_from: int | None
    crossings: tuple[int, ...]
    truncated: bool
    margin_of_safety: float | None

    @property
    def profit_zones(self) -> tuple[tuple[int, int | None], ...]:
        """The stretches without loss, first and last count of each; None: to the stated maximum."""
        ups = [self.first] if self.first == 1 else []
        bounds = [*ups, *self.crossings]
        ends = [count - 1 for count in bounds[1::2]]
        starts = bounds[::2]
        return tuple(zip(starts, [*ends, *[None] * (len(starts) - len(ends))], strict=True))


def break_even(
    plan: Plan,
    values: Mapping[str, float],
    target: str = OPERATING_PROFIT,
    most_users: int = MOST_USERS,
    most_work: int = MOST_WORK,
) -> BreakEven:
    """The break-even of one alternative: `values` are its drivers, `target` a money line of its statement or model.

    Raises `EvenkeelError` where the search would take too long (see `sign_changes`).
    """
    found = sign_changes(curve_for(plan, values, target, most_users), most_users, MOST_CROSSINGS, most_work)
    first = 1 if found.starts_above else (found.changes[0] if found.changes else None)
    safe_from = (found.last or 1) if found.ends_above else None
    return BreakEven(
        target=target,
        status=_status(found.starts_above, found.last, first),
        first=first,
        safe_from=safe_from,
        crossings=found.changes,
        truncated=found.truncated,
        margin_of_safety=margin_of_safety(values[USERS], safe_from),
    )


def _status(starts_above: bool, last: int | None, first: int | None) -> Status:
    if first is None:
        return "never"
    return "always" if starts_above and last is None else "breaks_even"


def margin_of_safety(users: float, safe_from: int | None) -> float | None:
    """How far the users now lie above the count from which it is safe, as a share of them; None where neither is."""
    return None if safe_from is None or users <= 0 else (users - safe_from) / users
