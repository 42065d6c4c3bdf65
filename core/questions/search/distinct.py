"""The different ones of many counts, and which of some are among others. numpy's own `unique` and `isin` would do, but
their first use imports numpy's masked arrays, which takes longer than the first answers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.formula.normal import Floats


def distinct(counts: Floats) -> Floats:
    """Each of these numbers once, from small to large; none of them may be NaN."""
    ordered = np.sort(counts)
    new = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def among(counts: Floats, ordered: Floats) -> NDArray[np.bool_]:
    """Which of the counts are among some others, of which there is at least one, from small to large."""
    nearest = np.minimum(np.searchsorted(ordered, counts), len(ordered) - 1)
    return np.asarray(ordered[nearest] == counts)
