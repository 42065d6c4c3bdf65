"""Where may break-even lie? The exact break-even of many trials, and how they are spread."""

from __future__ import annotations

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.engine.sampling.draws import Draws
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT
from core.questions.break_even_rows import break_evens
from core.questions.chances.block_figures import SHARES, quantile
from core.questions.chances.trials import block_sizes
from core.questions.chances.uncertain import Uncertain
from core.questions.search.curves import USERS
from core.record import record


@record
class BreakEvenChances:
    """How break-even is spread over a number of trials.

    `always`: share without loss from the first user on; `never`: share without any count that breaks even; `unsafe`:
    share that ends in loss, so that no count is safe. `first` and `safe_from` hold quantiles by name (p05 ... p95) of
    the counts, None where that quantile is a trial that has none.
    """

    trials: int
    always: float
    never: float
    unsafe: float
    first: dict[str, float | None]
    safe_from: dict[str, float | None]


def break_even_chances(
    comparison: Comparison, alternative: str, uncertain: Uncertain, draws: Draws, trials: int
) -> BreakEvenChances | None:
    """Break-even over `trials` trials, the first of each block of draws; None for no trials.

    Draws of `users` play no part: break-even looks at every count.
    """
    if trials < 1:
        return None
    drawn = {driver: place for driver, place in uncertain.of_alternative[alternative].items() if driver != USERS}
    values: dict[str, float | Floats] = dict(comparison.values_of(alternative))
    sizes = block_sizes(trials if drawn else 1)
    for driver, place in drawn.items():
        column, start = np.empty(sum(sizes)), 0
        for block, size in enumerate(sizes):
            draws.fill(place, block, column[start : start + size])
            start += size
        values[driver] = column
    found = break_evens(plan_for(comparison.model_of(alternative)), values, OPERATING_PROFIT)
    return BreakEvenChances(
        trials,
        _share(found.starts_above & (found.first == found.safe_from)),
        _share(np.isinf(found.first)),
        _share(np.isinf(found.safe_from)),
        _quantiles(found.first),
        _quantiles(found.safe_from),
    )


def _share(cases: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> float:
    return float(np.count_nonzero(cases) / len(cases))


def _quantiles(counts: Floats) -> dict[str, float | None]:
    ascending = np.sort(counts)
    found = {name: quantile(ascending, share) for name, share in SHARES.items()}
    return {name: value if np.isfinite(value) else None for name, value in found.items()}
