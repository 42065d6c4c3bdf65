"""The different ones of many counts. numpy's own `unique` would do, but its first use imports numpy's masked arrays,
which takes longer than the first answers."""

from __future__ import annotations

import numpy as np

from core.formula.normal import Floats


def distinct(counts: Floats) -> Floats:
    """Each of these numbers once, from small to large; none of them may be NaN."""
    ordered = np.sort(counts)
    new = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]
