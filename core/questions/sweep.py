"""A quantity drawn against the number of users: straight where it is straight, and upright at every step."""

from __future__ import annotations

import numpy as np

from core.engine.forms import Ranges
from core.formula.normal import Floats
from core.questions.search.curves import Curve
from core.questions.search.distinct import among, distinct

MOST_STEPS = 300  # more steps than that in view cannot be told apart, and a sampled curve shows them as a band
POINTS = 240


def sweep(curve: Curve, most_users: float, points: int = POINTS) -> tuple[Floats, Floats]:
    """Users from 0 (drawn at its limit, 1 user) to `most_users` and the curve's value there, ready to draw as a line.

    Each step in view stands twice, with the value just before and just after it, so that it is drawn upright.
    NaN where the value is not defined.
    """
    users = np.linspace(0.0, most_users, points)
    steps = _steps(curve, most_users)
    if 0 < len(steps) <= MOST_STEPS:
        users = distinct(np.concatenate([users, steps, steps + 1]))
    users = users[users <= most_users]
    values = curve.at(np.maximum(users, 1.0))
    return _upright(users, values, steps) if 0 < len(steps) <= MOST_STEPS else (users, values)


def _steps(curve: Curve, most_users: float) -> Floats:
    """The last whole count before each step of the curve up to `most_users`, by the edges its bounds meet."""
    lo, hi = np.array([1.0]), np.array([max(most_users, 2.0)])
    found: list[Floats] = []
    ranges = Ranges(lo, hi)
    with np.errstate(all="ignore"):
        curve.bounds(ranges)
    for edge in ranges.edges:
        c0, c1 = float(np.asarray(edge.c0).flat[0]), float(np.asarray(edge.c1).flat[0])
        if not edge.every or c1 == 0 or not np.isfinite(c0 + c1):
            continue
        first, last = sorted((c0 + c1 * lo[0], c0 + c1 * hi[0]))
        if last - first > MOST_STEPS:
            return np.arange(MOST_STEPS + 1.0)
        found.append(np.floor((np.arange(np.ceil(first), np.floor(last) + 1) - c0) / c1))
    return distinct(np.concatenate(found)) if found else np.empty(0)


def _upright(users: Floats, values: Floats, steps: Floats) -> tuple[Floats, Floats]:
    """Moves the point after each step back onto the step, so that the line between the two is vertical."""
    after = among(users, steps + 1) & ~among(users, steps)
    drawn = np.where(after, users - 1, users)
    return drawn, values
