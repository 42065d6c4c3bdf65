"""Every distribution as a table of 65,536 equally likely values, smallest first. Drawing from any of them is then
looking up a row; what a table costs is paid once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from core.engine.sampling.portable import exp, log, normal_quantile
from core.formula.normal import Floats
from core.record import record

CELLS = 65_536
FINER = 2_000  # parts of the first and the last cell
GRID = 131_072  # over which a density is added up

Quantile = Callable[[Floats], Floats]


@record
class Shape:
    """A distribution: its kind, a key of `QUANTILES`, and its parameters by name, in the unit of what it describes.

    `low` and `high` cut it off: values beyond make no sense, and those within share their likelihood.
    """

    kind: str
    parameters: tuple[tuple[str, float | tuple[float, ...]], ...]
    low: float = -np.inf
    high: float = np.inf
    above_low: bool = False  # `low` itself makes no sense either


STANDARD_NORMAL = Shape("normal", (("mean", 0.0), ("sd", 1.0)))


@lru_cache(maxsize=64)
def levels(shape: Shape) -> Floats:
    """The mean of each of the 65,536 equally likely parts, ascending; empty when everything is cut off."""
    quantile = QUANTILES[shape.kind](**dict(shape.parameters))
    table = quantile((np.arange(CELLS) + 0.5) / CELLS)
    edge = (np.arange(FINER) + 0.5) / FINER / CELLS  # the middle of a cell is near enough to its mean but in the tails
    table[0], table[-1] = np.mean(quantile(edge)), np.mean(quantile(1 - edge))
    kept = table[(table > shape.low if shape.above_low else table >= shape.low) & (table <= shape.high)]
    if 0 < len(kept) < CELLS:
        kept = kept[np.arange(CELLS) * len(kept) // CELLS]
    kept.flags.writeable = False
    return kept


def _uniform(low: float, high: float) -> Quantile:
    return lambda u: low + u * (high - low)


def _triangular(low: float, mode: float, high: float) -> Quantile:
    width, rise, fall = high - low, mode - low, high - mode

    def quantile(u: Floats) -> Floats:
        return np.where(u * width < rise, low + np.sqrt(u * width * rise), high - np.sqrt((1 - u) * width * fall))

    return quantile


def _pert(low: float, mode: float, high: float) -> Quantile:
    """A beta distribution between low and high, the mode weighted four times: its distribution function is added up
    from the density on a fine grid by Simpson's rule, and read backwards."""
    first, second = 4 * (mode - low) / (high - low), 4 * (high - mode) / (high - low)
    x = np.arange(2 * GRID + 1) / (2 * GRID)
    x[0], x[-1] = 1e-300, 1 - 2.0**-53
    density = exp(first * log(x) + second * log(1 - x))
    share = np.concatenate([[0.0], np.cumsum(density[:-2:2] + 4 * density[1::2] + density[2::2])])
    share /= share[-1]

    def quantile(u: Floats) -> Floats:
        cell = np.searchsorted(share, u, side="right") - 1
        inside = (u - share[cell]) / (share[cell + 1] - share[cell])
        value: Floats = low + (high - low) * (cell + inside) / GRID
        return value

    return quantile


def _normal(mean: float, sd: float) -> Quantile:
    return lambda u: mean + sd * normal_quantile(u)


def _lognormal(mean: float, sd: float) -> Quantile:
    """`mean` and `sd` of the value itself."""
    variance = log(np.array(1 + (sd / mean) * (sd / mean)))
    middle, spread = log(np.array(mean)) - variance / 2, np.sqrt(variance)
    return lambda u: exp(middle + spread * normal_quantile(u))


def _discrete(values: tuple[float, ...], weights: tuple[float, ...]) -> Quantile:
    order = np.argsort(values, kind="stable")
    ascending = np.array(values, dtype=np.float64)[order]
    share = np.cumsum(np.array(weights, dtype=np.float64)[order])
    return lambda u: ascending[np.searchsorted(share[:-1] / share[-1], u, side="right")]


QUANTILES: dict[str, Callable[..., Quantile]] = {
    "uniform": _uniform,
    "triangular": _triangular,
    "pert": _pert,
    "normal": _normal,
    "lognormal": _lognormal,
    "discrete": _discrete,
}
