"""Who earns the most at which size, over the users in view: the strip under the chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from core.formula.normal import Floats
from core.questions.search.curves import Curve
from desktop.answers import Answers
from desktop.charts.data import Line
from desktop.charts.profit.data import WinnerRegion

PLACES = 800


def winner_regions(answers: Answers, curves: Mapping[str, Curve], most: float) -> tuple[WinnerRegion, ...]:
    """From 0 to `most` users without a gap. The lead can change only where two alternatives cross, and "nobody" only
    where one of them begins or ends to make a profit; whoever leads there leads up to the next such point."""
    changes = {float(crossing.users) for crossing in answers.crossovers}
    changes.update(float(users) for result in answers.results.values() for users in result.break_even.crossings)
    starts = np.array([1.0, *sorted(users for users in changes if 1 < users < most)])
    return _regions(list(curves), [curve.at(starts) for curve in curves.values()], starts, most)


def winners_drawn(lines: Sequence[Line], most: float) -> tuple[WinnerRegion, ...]:
    """The same as far as the eye can tell, while crossings are not known during a drag: read off the lines as they are
    drawn, at places closer together than pixels."""
    starts = np.linspace(1.0, most, PLACES)
    heights = (np.interp(starts, line.xs, line.ys, right=np.nan) if len(line.xs) else np.nan * starts for line in lines)
    return _regions([line.key for line in lines], heights, starts, most)


def _regions(keys: list[str], heights: Iterable[Floats], starts: Floats, most: float) -> tuple[WinnerRegion, ...]:
    profits = np.array([np.nan_to_num(height, nan=-np.inf, posinf=np.inf) for height in heights])
    nobody = len(keys)
    found = np.where(profits.max(axis=0) >= 0, profits.argmax(axis=0), nobody)
    first = np.flatnonzero(np.diff(found, prepend=-1))
    leaders, edges = [*keys, None], [0.0, *starts[first[1:]].tolist(), most]
    return tuple(
        WinnerRegion(start, end, leaders[leader])
        for leader, start, end in zip(found[first].tolist(), edges[:-1], edges[1:], strict=True)
    )
