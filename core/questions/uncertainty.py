"""How sure are we? Every alternative over many trials: where its lines may end up, the chance of a profit, the chance
that one alternative earns more than another, and where break-even may lie."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import permutations

import numpy as np

from core.comparison.document import Comparison
from core.engine.arrays import ArrayProgram, Slots
from core.engine.buffers import scratch
from core.engine.plan import plan_for
from core.engine.sampling.draws import Draws
from core.engine.threads import for_each
from core.formula.normal import Floats
from core.model.statement import STATEMENT
from core.questions.break_even import OPERATING_PROFIT
from core.questions.chances.block_figures import WIDTH, Figures, block_figures, certain, joined
from core.questions.chances.break_even_chances import BreakEvenChances, break_even_chances
from core.questions.chances.trials import block_sizes, worthwhile
from core.questions.chances.uncertain import Place, Uncertain, uncertain_drivers
from core.questions.progress import Cancel, Progress, Steps
from core.questions.results import line_ids
from core.record import record
from core.wording.text import Text

POOLED = 131_072  # up to so many trials all are kept, and quantiles are those of all of them
BREAK_EVENS = 10_000  # trials whose break-even is looked for

NOTHING_UNCERTAIN = Text(
    "Nothing is uncertain: no assumption has a distribution, so every trial gives the same figures.",
    "没有不确定的假设：没有任何假设设置了分布，因此每次试验结果都相同。",
)
SCATTERED = Text(
    "{count} of the uncertain assumptions are drawn purely at random, because evenly spread draws exist for fewer.",
    "其中 {count} 个不确定假设采用纯随机抽样，因为均匀抽样点覆盖的假设数量有限。",
)


@record
class LineChances:
    """One line over all trials: its figures, one standard error of each, and in how many trials it is not defined."""

    figures: Figures
    errors: Figures
    undefined: int


@record
class AlternativeChances:
    """One alternative: its lines by id, and its break-even (None when it was not asked for)."""

    id: str
    lines: Mapping[str, LineChances]
    break_even: BreakEvenChances | None


@record
class Beats:
    """The share of trials in which `a` earns more than `b`, of those in which both profits are defined."""

    a: str
    b: str
    chance: float | None
    error: float | None


@record
class Simulation:
    """The answer. `uncertain`: the places with a distribution, shared ones first; `note`: what a reader must know."""

    trials: int
    seed: int
    uncertain: tuple[Place, ...]
    alternatives: tuple[AlternativeChances, ...]
    beats: tuple[Beats, ...]
    note: Text | None


def simulate(
    comparison: Comparison,
    trials: int,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
    lines: Sequence[str] = tuple(STATEMENT),
    break_evens: int = BREAK_EVENS,
) -> Simulation:
    """Figures of the wanted lines over `trials` trials, and of break-even over the first `break_evens` of them at most.

    Every alternative sees the same draws of what it shares with others. `seed` None is the comparison's own. The
    answer does not depend on the number of threads (None: one for each core).

    Raises `EvenkeelError` for correlations that contradict each other and for a number of trials that makes no sense;
    `Cancelled` when `cancel` says so.
    """
    sizes = block_sizes(trials)
    seed = comparison.seed if seed is None else seed
    uncertain = uncertain_drivers(comparison)
    draws = uncertain.draws(seed)
    run = _Run(comparison, uncertain, draws, sizes, lines)
    steps = Steps(len(sizes) + len(comparison.alternatives), progress, cancel)

    def block(number: int) -> None:
        steps.begin()
        run.block(number)
        steps.end()

    for_each(block, len(sizes), worthwhile(threads, sizes))
    alternatives = []
    for alternative in comparison.alternatives:
        steps.begin()
        counts = break_even_chances(comparison, alternative.id, uncertain, draws, min(trials, break_evens))
        alternatives.append(AlternativeChances(alternative.id, run.lines_of(alternative.id), counts))
        steps.end()
    return Simulation(trials, seed, uncertain.places, tuple(alternatives), run.beats(), _note(uncertain, draws))


def _note(uncertain: Uncertain, draws: Draws) -> Text | None:
    if not uncertain.places:
        return NOTHING_UNCERTAIN
    return SCATTERED.filled(count=draws.scattered) if draws.scattered else None


class _Alternative:
    """What the blocks need to know of one alternative, and the figures they leave behind."""

    def __init__(self, comparison: Comparison, id: str, drawn: Mapping[str, int], lines: Sequence[str]) -> None:
        plan, values = plan_for(comparison.model_of(id)), comparison.values_of(id)
        known = {*line_ids(comparison.model_of(id)), *plan.outputs}
        self.lines = {line: plan.tape.outputs[line] for line in lines if line in known}
        self.profit = plan.tape.outputs[OPERATING_PROFIT]
        self.program: ArrayProgram = plan.program([*self.lines, OPERATING_PROFIT], drawn)
        self.drawn = {plan.tape.outputs[driver]: place for driver, place in drawn.items()}
        placeholder = np.empty(0)
        self.slots, self.careful = self.program.start({**values, **dict.fromkeys(drawn, placeholder)})
        self.wanted = tuple(dict.fromkeys(slot for slot in self.lines.values() if slot in self.program.moved))
        self.kept = tuple(dict.fromkeys([*self.wanted, *({self.profit} & self.program.moved)]))
        self.figures: Floats = np.empty(0)
        self.pooled: Floats | None = None

    def prepare(self, blocks: int, trials: int) -> None:
        self.figures = np.empty((len(self.wanted), blocks, WIDTH))
        self.pooled = np.empty((len(self.wanted), trials)) if trials <= POOLED else None


class _Run:
    """All alternatives over all blocks; each block writes to places of its own."""

    def __init__(
        self, comparison: Comparison, uncertain: Uncertain, draws: Draws, sizes: list[int], lines: Sequence[str]
    ) -> None:
        self._draws, self._sizes = draws, sizes
        self._starts = np.concatenate([[0], np.cumsum(sizes)])
        self._alternatives = {
            id: _Alternative(comparison, id, drawn, lines) for id, drawn in uncertain.of_alternative.items()
        }
        for alternative in self._alternatives.values():
            alternative.prepare(len(sizes), sum(sizes))
        users = [place for drawn in uncertain.of_alternative.values() for place in drawn.values()]
        self._common = sorted({place for place in users if users.count(place) > 1})
        self._pairs = list(permutations(self._alternatives, 2))
        self._wins = np.zeros((len(self._pairs), len(sizes), 2))

    def block(self, number: int) -> None:
        """Draws one block, evaluates every alternative over it and keeps the figures."""
        size = self._sizes[number]
        common = dict(zip(self._common, scratch("common", len(self._common), size), strict=True))
        for place, row in common.items():
            self._draws.fill(place, number, row)
        profits: dict[str, Floats | float] = {}
        rows = scratch("profits", len(self._alternatives), size)
        for row, (id, alternative) in zip(rows, self._alternatives.items(), strict=True):
            profits[id] = self._evaluate(alternative, number, common, row)
        for pair, (a, b) in enumerate(self._pairs):
            both = np.isfinite(profits[a]) & np.isfinite(profits[b])
            ahead = np.broadcast_to(np.greater(profits[a], profits[b]) & both, (size,))
            self._wins[pair, number] = np.count_nonzero(ahead), np.count_nonzero(np.broadcast_to(both, (size,)))

    def _evaluate(
        self, alternative: _Alternative, number: int, common: Mapping[int, Floats], profit: Floats
    ) -> Floats | float:
        """Keeps the figures of the alternative's lines; returns its profit, copied to `profit` when it varies."""
        size = len(profit)
        own = scratch("own", len(alternative.drawn), size)
        slots: Slots = list(alternative.slots)
        for row, (slot, place) in zip(own, alternative.drawn.items(), strict=True):
            if place in common:
                slots[slot] = common[place]
            else:
                self._draws.fill(place, number, row)
                slots[slot] = row
        results = dict(zip(alternative.kept, scratch("results", len(alternative.kept), size), strict=True))
        alternative.program.run_chunk(slots, results, careful=alternative.careful)
        if alternative.profit in results:
            np.copyto(profit, results[alternative.profit])
        for line, slot in enumerate(alternative.wanted):
            if alternative.pooled is not None:
                alternative.pooled[line, self._starts[number] : self._starts[number + 1]] = results[slot]
            alternative.figures[line, number] = block_figures(results[slot])
        fixed = slots[alternative.profit]
        return profit if alternative.profit in results or isinstance(fixed, np.ndarray) else fixed

    def lines_of(self, id: str) -> dict[str, LineChances]:
        """Every wanted line of an alternative over all blocks."""
        alternative, trials = self._alternatives[id], sum(self._sizes)
        found: dict[int, LineChances] = {}
        for line, slot in enumerate(alternative.wanted):
            blocks = alternative.figures[line]
            pooled = alternative.pooled[line] if alternative.pooled is not None else None
            found[slot] = LineChances(*joined(blocks, pooled), trials - int(np.add.reduce(blocks[:, 0])))
        for slot in alternative.lines.values():
            value = alternative.slots[slot]
            if slot not in found and isinstance(value, float):
                found[slot] = LineChances(*certain(value), trials if math.isnan(value) else 0)
        return {line: found[slot] for line, slot in alternative.lines.items()}

    def beats(self) -> tuple[Beats, ...]:
        """Every ordered pair."""
        return tuple(Beats(a, b, *_share(self._wins[pair])) for pair, (a, b) in enumerate(self._pairs))


def _share(wins: Floats) -> tuple[float | None, float | None]:
    """Share and standard error from (successes, trials) by block."""
    wins = wins[wins[:, 1] > 0]
    if not len(wins):
        return None, None
    weights = wins[:, 1] / np.add.reduce(wins[:, 1])
    shares = wins[:, 0] / wins[:, 1]
    share = float(np.add.reduce(wins[:, 0]) / np.add.reduce(wins[:, 1]))
    if len(wins) == 1:
        return share, None
    return share, float(np.sqrt(np.add.reduce(weights * (shares - share) ** 2) / (len(wins) - 1)))
