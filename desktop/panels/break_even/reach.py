"""How far the axis of users reaches, so that what matters is in view and nothing is squeezed to an edge."""

from __future__ import annotations

import math
from collections.abc import Iterable

from core.questions.results import AlternativeResult
from desktop.round_numbers import nice_step

BEYOND_BREAK_EVEN = 2.5
BEYOND_USERS = 1.25
BEYOND_USERS_ALONE = 2.0  # where nothing breaks even
FARTHEST = 20.0  # break-even points that many times as far out as the rest are left out of view
LEAST = 10.0
_STEPS = 16


def reach(users: float, results: Iterable[AlternativeResult]) -> float:
    """The right end of the axis: some way beyond the farthest break-even worth showing, and beyond the users now."""
    points = sorted(float(p) for result in results if (p := _farthest_point(result)) is not None)
    if not points:
        return _rounded(BEYOND_USERS_ALONE * users)
    limit = FARTHEST * max(users, points[0])
    farthest = max(p for p in points if p <= limit)
    return _rounded(max(BEYOND_BREAK_EVEN * farthest, BEYOND_USERS * users))


def _farthest_point(result: AlternativeResult) -> int | None:
    found = result.break_even
    if found.status != "breaks_even":
        return None
    return found.safe_from if found.safe_from is not None else found.crossings[-1]


def _rounded(users: float) -> float:
    wanted = max(users, LEAST)
    step = nice_step(wanted, _STEPS)
    return math.ceil(wanted / step - 1e-9) * step
