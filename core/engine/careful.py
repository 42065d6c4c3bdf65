"""The one rule for what is not defined. The quick evaluators assume that every value is defined and stop at the
first alarm (division by zero, overflow, the root of a negative number); then the work is done again here, where a
value that cannot be defined becomes NaN and stays NaN through everything that uses it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from core.engine.operation import Operation
from core.formula.functions import FUNCTIONS
from core.formula.normal import Floats

ALARMS = (ZeroDivisionError, OverflowError, ValueError, FloatingPointError)

# Whose array form hands NaN on by itself, so that the arguments need not be looked at.
HAND_ON_NAN = frozenset(
    [
        "add",
        "subtract",
        "multiply",
        "divide",
        "negate",
        "min",
        "max",
        "round_up",
        "ceil",
        "floor",
        "abs",
        "exp",
        "sqrt",
        "log",
    ]
)


def alarmed() -> np.errstate:
    """Where numpy stops at the first value that is not defined."""
    return np.errstate(divide="raise", over="raise", invalid="raise", under="ignore")


def run_carefully(operations: Sequence[Operation], slots: list[float | Floats]) -> None:
    """Fills the slots the operations compute, with NaN where a value is not defined."""
    for operation in operations:
        arguments = [slots[slot] for slot in operation.arguments]
        slots[operation.target] = careful(operation.function, *arguments)


def careful(function: str, *arguments: Floats | float) -> Floats | float:
    """One function of arrays or plain numbers."""
    if all(isinstance(argument, float) for argument in arguments):
        return careful_scalar(function, *map(float, arguments))
    return careful_array(function, *arguments)


def careful_array(function: str, *arguments: Floats | float) -> Floats:
    """One function over arrays: NaN where an argument is NaN or the result is not finite.

    `if_else` asks only for its test and the branch it takes.
    """
    with np.errstate(all="ignore"):
        if function == "if_else":
            test, yes, no = arguments
            chosen: Floats = np.where(np.not_equal(test, 0), yes, no)
            return np.where(np.isnan(test), np.nan, chosen)
        result = np.asarray(FUNCTIONS[function].array(*arguments), dtype=np.float64)
        bad = ~np.isfinite(result)
        if function not in HAND_ON_NAN:
            for argument in arguments:
                bad = bad | np.isnan(argument)
        return np.where(bad, np.nan, result) if np.any(bad) else result


def careful_scalar(function: str, *arguments: float) -> float:
    """One function of plain numbers under the same rule."""
    if function == "if_else":
        test, yes, no = arguments
        return math.nan if math.isnan(test) else yes if test else no
    if any(map(math.isnan, arguments)):
        return math.nan
    try:
        result = FUNCTIONS[function].scalar(*arguments)
    except ALARMS:
        return math.nan
    return result if math.isfinite(result) else math.nan
