"""Who earns the most at which size, over the users in view: the strip under the chart."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.questions.search.curves import Curve
from desktop.answers import Answers
from desktop.charts.profit.data import WinnerRegion

PLACES = 800


def winner_regions(answers: Answers, curves: Mapping[str, Curve], most: float) -> tuple[WinnerRegion, ...]:
    """From 0 to `most` users without a gap. The lead can change only where two alternatives cross, and "nobody" only
    where one of them begins or ends to make a profit; whoever leads there leads up to the next such point. While the
    crossings are not known, during a drag, many places are looked at instead, closer together than pixels."""
    changes = {float(crossing.users) for crossing in answers.crossovers}
    changes.update(float(users) for result in answers.results.values() for users in result.break_even.crossings)
    if not answers.exact:
        changes.update(np.linspace(1.0, most, PLACES).tolist())
    starts = np.array([1.0, *sorted(users for users in changes if 1 < users < most)])
    profits = np.array([np.nan_to_num(curve.at(starts), nan=-np.inf, posinf=np.inf) for curve in curves.values()])
    nobody = len(curves)
    found = np.where(profits.max(axis=0) >= 0, profits.argmax(axis=0), nobody)
    first = np.flatnonzero(np.diff(found, prepend=-1))
    keys, edges = [*curves, None], [0.0, *starts[first[1:]].tolist(), most]
    return tuple(
        WinnerRegion(start, end, keys[leader])
        for leader, start, end in zip(found[first].tolist(), edges[:-1], edges[1:], strict=True)
    )
