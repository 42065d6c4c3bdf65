"""Mean, spread and quantiles of a line over many trials that come block by block, and how far off each may be: blocks
are independent, so the spread between them tells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from core.formula.normal import Floats
from core.record import record

SHARES = {"p05": 0.05, "p10": 0.10, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p90": 0.90, "p95": 0.95}
_COUNT, _MEAN, _SD, _ABOVE, _QUANTILES = 0, 1, 2, 3, 4
HUGE = np.errstate(over="ignore", invalid="ignore")  # what becomes too large to hold is not defined, without an alarm
WIDTH = _QUANTILES + len(SHARES)  # figures kept of a block


@record
class Figures:
    """What can be said of a line over all trials, or how far off each of that may be (one standard error); None: not
    defined or too large to hold, or not known from a single block. Trials in which the line is not defined do not
    count."""

    mean: float | None
    sd: float | None
    p05: float | None
    p10: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    p90: float | None
    p95: float | None
    chance_of_profit: float | None  # share of trials above zero


@HUGE
def block_figures(trials: Floats) -> Floats:
    """Of one block, in the order of the constants above. Sorts `trials` in place."""
    row = np.full(WIDTH, np.nan)
    trials.sort()
    count = int(np.searchsorted(trials, np.nan))  # what is not defined stands last
    row[_COUNT] = count
    if count:
        known = trials[:count]
        row[_MEAN] = np.add.reduce(known) / count
        off = known - row[_MEAN]
        row[_SD] = math.sqrt(np.add.reduce(np.multiply(off, off, out=off)) / count)
        row[_ABOVE] = (count - int(np.searchsorted(known, 0.0, side="right"))) / count
        row[_QUANTILES:] = [quantile(known, share) for share in SHARES.values()]
    return row


def quantile(ascending: Floats, share: float) -> float:
    """The value below which a share of the sorted values lies, between the two nearest by proportion."""
    place = share * (len(ascending) - 1)
    below = int(place)
    low, high = float(ascending[below]), float(ascending[min(below + 1, len(ascending) - 1)])
    return low if low == high else low + (high - low) * (place - below)


@HUGE
def joined(blocks: Floats, pooled: Floats | None = None) -> tuple[Figures, Figures]:
    """Figures over all blocks (one row of `block_figures` each) and their standard errors.

    Quantiles are the mean of the blocks' quantiles, or those of all trials where `pooled` holds them.
    """
    blocks = blocks[blocks[:, _COUNT] > 0]
    if not len(blocks):
        return _figures([None] * 10), _figures([None] * 10)
    weights = blocks[:, _COUNT] / np.add.reduce(blocks[:, _COUNT])
    averages = np.add.reduce(weights[:, None] * blocks, axis=0)
    spread = blocks - averages
    errors = np.sqrt(np.add.reduce(weights[:, None] * spread * spread, axis=0) / max(1, len(blocks) - 1))
    within, between = blocks[:, _SD], spread[:, _MEAN]
    averages[_SD] = math.sqrt(np.add.reduce(weights * (within * within + between * between)))
    if pooled is not None:
        known = np.sort(pooled)
        known = known[: np.searchsorted(known, np.nan)]
        averages[_QUANTILES:] = [quantile(known, share) for share in SHARES.values()]
    known_errors = _ordered(errors) if len(blocks) > 1 else [None] * 10
    return _figures(_ordered(averages)), _figures(known_errors)


def certain(value: float) -> tuple[Figures, Figures]:
    """Figures of a line that is the same in every trial."""
    if math.isnan(value):
        return _figures([None] * 10), _figures([None] * 10)
    return _figures([value, 0.0, *[value] * len(SHARES), float(value > 0)]), _figures([0.0] * 10)


def _ordered(row: Floats) -> list[float | None]:
    return [float(row[_MEAN]), float(row[_SD]), *row[_QUANTILES:].tolist(), float(row[_ABOVE])]


def _figures(values: Sequence[float | None]) -> Figures:
    known = [None if value is None or not math.isfinite(value) else value for value in values]
    return Figures(**{field.name: value for field, value in zip(fields(Figures), known, strict=True)})
