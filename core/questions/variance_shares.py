"""What makes it uncertain? How much of the variance of a line each uncertain driver explains: alone (first order),
and with everything it does together with others (total). Saltelli's scheme with Jansen's estimators: two independent
sets of draws, and for every driver the first set with that driver alone taken from the second."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.comparison.document import Comparison
from core.engine.arrays import Slots
from core.engine.buffers import scratch
from core.engine.plan import plan_for
from core.engine.sampling.draws import Draws, Quantity
from core.engine.threads import for_each
from core.formula.normal import Floats
from core.questions.break_even import OPERATING_PROFIT
from core.questions.chances.trials import block_sizes, worthwhile
from core.questions.chances.uncertain import Uncertain, uncertain_drivers
from core.questions.progress import Cancel, Progress, Steps
from core.questions.results import target_line
from core.record import record
from core.wording.text import Text

TRIALS = 65_536

INDEPENDENT = Text(
    "These shares take the assumptions as independent of each other; the correlations are left out.",
    "此处的方差占比假定各项假设相互独立，未计入相关系数。",
)


@record
class VarianceShare:
    """One uncertain driver: its shares of the variance and one standard error of each; None: nothing varies,
    or it varies too much to be held.

    `first` is what disappears, on average, when this driver is known; `total` what would remain were all others known.
    """

    where: str
    driver: str
    first: float | None
    total: float | None
    first_error: float | None
    total_error: float | None


@record
class AlternativeShares:
    """The uncertain drivers of one alternative, the greatest total share first."""

    id: str
    rows: tuple[VarianceShare, ...]


@record
class VarianceShares:
    """The answer for one line; `note`: what a reader must know."""

    target: str
    trials: int
    alternatives: tuple[AlternativeShares, ...]
    note: Text | None


def variance_shares(
    comparison: Comparison,
    trials: int = TRIALS,
    seed: int | None = None,
    target: str = OPERATING_PROFIT,
    threads: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> VarianceShares:
    """Shares of every uncertain driver of every alternative in the variance of `target`.

    The first set of draws is that of the simulation with the same seed. Raises `UsageError` for an unknown line and a
    number of trials that makes no sense; `Cancelled`.
    """
    sizes = block_sizes(trials)
    uncertain = uncertain_drivers(comparison)
    seed = comparison.seed if seed is None else seed
    steps = Steps(len(sizes) * len(comparison.alternatives), progress, cancel)
    answers = []
    for alternative in comparison.alternatives:
        line = target_line(comparison.model_of(alternative), target)
        run = _Run(comparison, alternative.id, uncertain, seed, sizes, line)

        def block(number: int, run: _Run = run) -> None:
            steps.begin()
            run.block(number)
            steps.end()

        for_each(block, len(sizes), worthwhile(threads, sizes))
        answers.append(AlternativeShares(alternative.id, run.rows()))
    return VarianceShares(target, trials, tuple(answers), INDEPENDENT if uncertain.correlations else None)


class _Run:
    """One alternative over all blocks."""

    def __init__(
        self, comparison: Comparison, id: str, uncertain: Uncertain, seed: int, sizes: list[int], line: str
    ) -> None:
        plan = plan_for(comparison.model_of(id))
        drawn = uncertain.of_alternative[id]
        self._sizes = sizes
        self._places = [uncertain.places[place] for place in drawn.values()]
        again = [
            Quantity(f"again/{uncertain.quantities[p].name}", uncertain.quantities[p].shape) for p in drawn.values()
        ]
        self._draws = Draws(seed, [*uncertain.quantities, *again], {})
        count = len(uncertain.quantities)
        self._columns = [(plan.tape.outputs[d], p, count + row) for row, (d, p) in enumerate(drawn.items())]
        self._program = plan.program((line,), drawn)
        self._target = plan.tape.outputs[line]
        values: Mapping[str, float | Floats] = {**comparison.values_of(id), **dict.fromkeys(drawn, np.empty(0))}
        self._slots, self._careful = self._program.start(values)
        # Of each block and driver: trials, mean square of f(B) - f(AB), of f(A) - f(AB), and the variance of f.
        self._squares = np.full((len(sizes), len(drawn), 4), np.nan)

    def block(self, number: int) -> None:
        """Evaluates one block: the two sets, and the first with one driver at a time from the second."""
        if self._target not in self._program.moved:
            return
        size, count = self._sizes[number], len(self._columns)
        first, second = scratch("first set", count, size), scratch("second set", count, size)
        for row, (_, place, again) in enumerate(self._columns):
            self._draws.fill(place, number, first[row])
            self._draws.fill(again, number, second[row])
        one, other, mixed = scratch("targets", 3, size)
        self._evaluate(first, one)
        self._evaluate(second, other)
        for row in range(count):
            self._evaluate([second[r] if r == row else first[r] for r in range(count)], mixed)
            self._squares[number, row] = _squares(one, other, mixed)

    def _evaluate(self, rows: Floats | list[Floats], result: Floats) -> None:
        slots: Slots = list(self._slots)
        for row, (slot, _, _) in zip(rows, self._columns, strict=True):
            slots[slot] = row
        self._program.run_chunk(slots, {self._target: result}, careful=self._careful)

    def rows(self) -> tuple[VarianceShare, ...]:
        """The shares over all blocks."""
        shares = [
            VarianceShare(where, driver, *_shares(self._squares[:, row]))
            for row, (where, driver) in enumerate(self._places)
        ]
        return tuple(sorted(shares, key=lambda share: -(share.total or 0.0)))


@np.errstate(over="ignore", invalid="ignore")  # what becomes too large to hold is not defined, without an alarm
def _squares(one: Floats, other: Floats, mixed: Floats) -> tuple[float, float, float, float]:
    known = np.isfinite(one) & np.isfinite(other) & np.isfinite(mixed)
    count = int(np.count_nonzero(known))
    if count < len(one):
        one, other, mixed = one[known], other[known], mixed[known]
    if not count:
        return 0.0, np.nan, np.nan, np.nan
    middle = (np.add.reduce(one) + np.add.reduce(other)) / (2 * count)
    variance = (np.add.reduce((one - middle) ** 2) + np.add.reduce((other - middle) ** 2)) / (2 * count)
    unexplained, total = np.add.reduce((other - mixed) ** 2) / count, np.add.reduce((one - mixed) ** 2) / count
    return float(count), float(unexplained), float(total), float(variance)


@np.errstate(over="ignore", invalid="ignore")
def _shares(blocks: Floats) -> tuple[float | None, float | None, float | None, float | None]:
    """First order, total, and their standard errors from the figures of the blocks."""
    blocks = blocks[blocks[:, 0] > 0]
    weights = blocks[:, 0] / np.add.reduce(blocks[:, 0]) if len(blocks) else np.empty(0)
    unexplained, total, variance = (np.add.reduce(weights * blocks[:, column]) for column in (1, 2, 3))
    if not len(blocks) or variance == 0 or not np.all(np.isfinite(blocks)):
        return None, None, None, None
    first, total = 1 - unexplained / (2 * variance), total / (2 * variance)
    if len(blocks) == 1:
        return float(first), float(total), None, None
    by_block = 1 - blocks[:, 1] / (2 * variance), blocks[:, 2] / (2 * variance)
    # The variance is known far better than the squares, so the same one stands under each block's.
    errors = [
        float(np.sqrt(np.add.reduce(weights * (values - value) ** 2) / (len(blocks) - 1)))
        for values, value in zip(by_block, (first, total), strict=True)
    ]
    return float(first), float(total), errors[0], errors[1]
