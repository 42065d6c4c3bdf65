"""The slow part, in another thread: first the chances, which come at once, then break-even and what contributes."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.questions.break_even import OPERATING_PROFIT
from core.questions.progress import Cancel, Progress
from core.questions.uncertainty import Simulation, simulate
from core.questions.variance_shares import VarianceShares, variance_shares
from core.record import record

TRIALS = 65_536
_FIRST_PART = 0.15  # of the progress: the shares; looking for break-evens takes the rest


@record(eq=False)
class Found:
    """The answer on one comparison; without `shares` it is only the first part, and break-even is not known yet."""

    comparison: Comparison
    simulation: Simulation
    shares: VarianceShares | None


def first_part(comparison: Comparison, _progress: Progress, cancel: Cancel) -> Found:
    """Chances of a profit and of being ahead: quick enough to be waited for."""
    simulation = simulate(comparison, TRIALS, cancel=cancel, lines=(OPERATING_PROFIT,), break_evens=0)
    return Found(comparison, simulation, None)


def second_part(comparison: Comparison, progress: Progress, cancel: Cancel) -> Found:
    """All of it."""
    shares = variance_shares(comparison, TRIALS, progress=lambda done: progress(done * _FIRST_PART), cancel=cancel)
    simulation = simulate(
        comparison,
        TRIALS,
        progress=lambda done: progress(_FIRST_PART + done * (1 - _FIRST_PART)),
        cancel=cancel,
        lines=(OPERATING_PROFIT,),
    )
    return Found(comparison, simulation, shares)
