"""Which two drivers, moved together, reach a goal with the least effort?

Both move by the same effort: the same share of their value now (from 0, of their plausible range), each in the
direction in which it helps by itself, and no further than its plausible range. Drivers counted in whole numbers
stand still: there is no equal effort between a fifth of a price and a fifth of a node.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from core.formula.normal import Floats
from core.questions.search.levers import Lever
from core.questions.search.moves import Height
from core.record import record

TRIED = 16  # places on either side at which is seen whether a driver helps
INSIDE = 1 - 2.0**-50  # so that rounding leaves no range


@record
class Push:
    """A lever on its way in the helpful direction: it stands at now + step * t for t from 0 to `furthest`."""

    number: int
    lever: Lever
    step: float
    furthest: float

    def at(self, t: float) -> float:
        """The value after an effort of t."""
        return self.lever.now + self.step * t


def helpful_pushes(height: Height, levers: Sequence[Lever]) -> list[Push]:
    """The levers that help at all, each in the direction that helps more; way w of `height` is lever w alone."""
    candidates = [push for number, lever in enumerate(levers) for push in _both_ways(number, lever)]
    if not candidates:
        return []
    t = np.outer([push.furthest for push in candidates], np.arange(TRIED + 1) / TRIED)
    start = np.array([[push.lever.now] for push in candidates])
    step = np.array([[push.step] for push in candidates])
    which = np.repeat([push.number for push in candidates], TRIED + 1)
    heights = _known(height.at(which, (start + step * t).ravel())).reshape(t.shape)
    gain = np.max(heights, axis=1) - heights[:, 0]
    better: dict[int, tuple[float, Push]] = {}
    for push, gained in zip(candidates, gain, strict=True):
        if gained > 0 and (push.number not in better or gained > better[push.number][0]):
            better[push.number] = (float(gained), push)
    return [push for _, push in better.values()]


def _both_ways(number: int, lever: Lever) -> list[Push]:
    if lever.whole or not lever.low <= lever.now <= lever.high:
        return []
    ends = ((lever.scale, lever.high - lever.now), (-lever.scale, lever.now - lever.low))
    return [Push(number, lever, step, room / lever.scale * INSIDE) for step, room in ends if room > 0]


def _known(heights: Floats) -> Floats:
    return np.where(np.isnan(heights), -1e300, heights)


def all_pairs(pushes: Sequence[Push]) -> list[tuple[Push, Push]]:
    """Every two of them."""
    return list(combinations(pushes, 2))


def furthest(pairs: Sequence[tuple[Push, Push]]) -> Floats:
    """How far each pair can go before one of the two leaves its range."""
    return np.array([min(one.furthest, other.furthest) for one, other in pairs], dtype=np.float64)
