"""How much each of several changes contributes to what they do together: Shapley's shares, the average of what a change
adds over all orders in which the changes could come. They add up to the whole and know no order."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.formula.normal import Floats
from core.record import record

Mask = NDArray[np.bool_]  # one row a mixture, one column a change: whether it has been made

MOST_EXACT = 12
PAIRS_OF_ORDERS = 4_096
_ROWS_AT_ONCE = 16_384


@record
class Shares:
    """The share of every change, and its standard error: 0 where all orders were counted. NaN where not defined."""

    contributions: tuple[float, ...]
    errors: tuple[float, ...]
    exact: bool


def shapley(value: Callable[[Mask], Floats], changes: int, seed: int) -> Shares:
    """The shares of so many changes in `value`, which answers for every row of a mask.

    Exact up to `MOST_EXACT` changes; beyond that over `PAIRS_OF_ORDERS` random orders, each also in reverse: the same
    seed gives the same shares, and taking back all changes gives exactly the opposite ones.
    """
    return _counted(value, changes) if changes <= MOST_EXACT else _sampled(value, changes, seed)


def _counted(value: Callable[[Mask], Floats], changes: int) -> Shares:
    mixtures = np.arange(2**changes)
    mask = (mixtures[:, np.newaxis] >> np.arange(changes)) % 2 == 1
    values = value(mask)
    made = mask.sum(axis=1)
    orders = [math.factorial(k) * math.factorial(changes - 1 - k) for k in range(changes)]
    weights = np.array(orders, dtype=np.float64) / math.factorial(changes)
    contributions = []
    for change in range(changes):
        before = mixtures[~mask[:, change]]
        added = values[before | 1 << change] - values[before]
        contributions.append(_sum(weights[made[before]] * added))
    return Shares(tuple(contributions), (0.0,) * changes, exact=True)


def _sampled(value: Callable[[Mask], Floats], changes: int, seed: int) -> Shares:
    random = np.random.Generator(np.random.PCG64(seed))
    ranks = random.random((PAIRS_OF_ORDERS, changes)).argsort(axis=1, kind="stable")
    orders_at_once = max(1, _ROWS_AT_ONCE // (changes + 1))
    blocks = [
        (_added(value, block) + _added(value, changes - 1 - block)) / 2
        for block in np.array_split(ranks, math.ceil(PAIRS_OF_ORDERS / orders_at_once))
    ]
    added = np.concatenate(blocks)
    errors = added.std(axis=0, ddof=1) / math.sqrt(PAIRS_OF_ORDERS)
    contributions = tuple(_sum(column) / PAIRS_OF_ORDERS for column in added.T)
    return Shares(contributions, tuple(errors.tolist()), exact=False)


def _added(value: Callable[[Mask], Floats], ranks: NDArray[np.intp]) -> Floats:
    """What each change adds (columns) when its turn comes in each order (rows)."""
    orders, changes = ranks.shape
    mask = ranks[:, np.newaxis, :] < np.arange(changes + 1)[np.newaxis, :, np.newaxis]
    values = value(mask.reshape(-1, changes)).reshape(orders, changes + 1)
    return np.take_along_axis(np.diff(values, axis=1), ranks, axis=1)


def _sum(values: Floats) -> float:
    """The correctly rounded sum, which depends neither on order nor, but for its sign, on direction; NaN beyond all
    numbers."""
    try:
        return math.fsum(values.tolist())
    except OverflowError:
        return math.nan
