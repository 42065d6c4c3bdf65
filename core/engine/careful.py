"""The one rule for what is not defined. The quick evaluators assume that every value is defined and stop at the
first alarm (division by zero, overflow, the root of a negative number); then the work is done again here, where a
value that cannot be defined becomes NaN and stays NaN through everything that uses it."""

from __future__ import annotations

import numpy as np

from core.formula.functions import FUNCTIONS
from core.formula.normal import Floats


def careful_array(function: str, *arguments: Floats | float) -> Floats:
    """One function over arrays: NaN where an argument is NaN or the result is not finite.

    `if_else` asks only for its test and the branch it takes.
    """
    with np.errstate(all="ignore"):
        if function == "if_else":
            test, yes, no = arguments
            chosen: Floats = np.where(np.not_equal(test, 0), yes, no)
            return np.where(np.isnan(test), np.nan, chosen)
        unknown = np.isnan(arguments[0])
        for argument in arguments[1:]:
            unknown = unknown | np.isnan(argument)
        result = np.asarray(_applied(function, arguments), dtype=np.float64)
        return np.where(unknown | ~np.isfinite(result), np.nan, result)


def _applied(function: str, arguments: tuple[Floats | float, ...]) -> Floats:
    """Functions that refuse an argument do so for all elements at once: find out which elements are to blame."""
    form = FUNCTIONS[function].array
    try:
        result: Floats = form(*arguments)
        return result
    except FloatingPointError:
        cells = np.broadcast_arrays(*arguments)
        result = np.full(cells[0].shape, np.nan)
        for place in np.ndindex(result.shape):
            try:
                result[place] = form(*(cell[place] for cell in cells))
            except FloatingPointError:
                continue
        return result


def careful_scalar(function: str, *arguments: float) -> float:
    """One function of plain numbers under the same rule."""
    return float(careful_array(function, *arguments))
