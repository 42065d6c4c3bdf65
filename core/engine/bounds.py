"""Walks the tape of a business model with forms instead of numbers: between which two straight lines does an output
lie while the number of users, or another driver, runs over a range?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from core.engine.forms import Form, Ranges, Values, either
from core.engine.operation import Operation
from core.formula.functions import FUNCTIONS


def bound(operations: Sequence[Operation], known: Mapping[int, Form], ranges: Ranges) -> dict[int, Form]:
    """Forms of every slot the operations compute, over `ranges`; `known` holds the slots they start from."""
    forms = dict(known)
    for operation in operations:
        arguments = [forms[slot] for slot in operation.arguments]
        asked = arguments[:1] if operation.function == "if_else" else arguments
        if any(map(_nowhere_defined, asked)):
            forms[operation.target] = Form(np.nan)
        else:
            forms[operation.target] = RULES[operation.function](ranges, *arguments)
    return forms


def _nowhere_defined(form: Form) -> bool:
    if not form.constant:
        return False
    if isinstance(form.c0, float):
        return form.c0 != form.c0
    return bool(np.isnan(form.c0[:1]).all() and np.isnan(form.c0).all())


def _round_up(ranges: Ranges, x: Form, step: Form) -> Form:
    if step.constant and isinstance(step.c0, float) and step.c0 >= 0:
        return x if step.c0 == 0 else _in_steps(ranges, x, step)
    steps, fixed = np.broadcast_to(np.asarray(step.c0), ranges.lo.shape), np.broadcast_to(step.fixed, ranges.lo.shape)
    usable = fixed & (steps > 0)
    rounded = _in_steps(ranges, x, Form(np.where(usable, steps, 1.0)))
    if usable.all():
        return rounded
    if not fixed.all():  # of a step that moves only this is known: the result lies less than one step above x
        least, greatest = ranges.span(step)
        loose = ranges.add(x, ranges.between(np.where(least >= 0, 0.0, -np.inf), greatest))
        x = either(fixed, x, loose)
    return either(usable, rounded, either(~fixed | (steps == 0), x, Form(np.nan)))


def _in_steps(ranges: Ranges, x: Form, step: Form) -> Form:
    return ranges.multiply(step, ranges.ceil(ranges.divide(x, step)))


def _comparison(holds: str) -> Callable[..., Form]:
    """x < y and the like, by the sign of the difference."""

    def rule(ranges: Ranges, x: Form, y: Form) -> Form:
        difference = ranges.subtract(x, y)
        least, greatest = ranges.span(difference)
        never = np.zeros(ranges.lo.shape, dtype=bool)
        apart = (least > 0) | (greatest < 0)
        certain, impossible = {
            "less": (greatest < 0, least >= 0),
            "at_most": (greatest <= 0, least > 0),
            "more": (least > 0, greatest <= 0),
            "at_least": (least >= 0, greatest < 0),
            "equal": (never, apart),
            "unequal": (apart, never),
        }[holds]
        return ranges.flag(certain, impossible, difference)

    return rule


def _rising(function: str, lowest: float) -> Callable[[Ranges, Form], Form]:
    """A function that only rises, defined from `lowest` on."""

    def rule(ranges: Ranges, x: Form) -> Form:
        least, greatest = ranges.span(x)
        with np.errstate(all="ignore"):
            low = FUNCTIONS[function].array(np.asarray(least))
            high = FUNCTIONS[function].array(np.asarray(greatest))
        certain = ranges.undefined_with(x, ranges.between(np.where(least >= lowest, low, -np.inf), high))
        return either(greatest < lowest, Form(np.nan), certain) if np.any(greatest < lowest) else certain

    return rule


def _power(ranges: Ranges, base: Form, exponent: Form) -> Form:
    """The extremes stand at the corners over a positive base, and for a whole exponent over any base on one side of 0;
    an even power of a base that passes 0 goes down to 0. Elsewhere nothing is claimed."""
    if exponent.constant and np.all(np.equal(exponent.c0, 2.0)):
        return ranges.multiply(base, base)
    low, high = ranges.span(base)
    least, greatest = ranges.span(exponent)
    with np.errstate(all="ignore"):
        corners = [np.power(np.asarray(b), e) for b in (low, high) for e in (least, greatest)]
        even = exponent.fixed & (np.mod(least, 2.0) == 0)
        known = (low > 0) | (exponent.fixed & (np.mod(least, 1.0) == 0) & ((high < 0) | (least > 0)))
    bottom, top = np.minimum.reduce(np.broadcast_arrays(*corners)), np.maximum.reduce(np.broadcast_arrays(*corners))
    bottom = np.where(even & (low < 0) & (high > 0), 0.0, bottom)
    certain = ranges.between(np.where(known, bottom, -np.inf), top)
    return ranges.undefined_with(base, ranges.undefined_with(exponent, certain))


def _lognormal_above(ranges: Ranges, x: Form, mean: Form, spread: Form) -> Form:
    """Falls with x and rises with the mean; for a spread that moves only 0 to 1 is certain."""
    (x_low, x_high), (mean_low, mean_high) = ranges.span(x), ranges.span(mean)
    ends: list[Values] = []
    for at, around in ((x_high, mean_low), (x_low, mean_high)):
        mean_value = np.maximum(around, 0.0)
        ends.append(FUNCTIONS["lognormal_above"].array(np.asarray(at), mean_value, np.maximum(spread.c0, 0.0)))
    low, high = np.maximum(ends[0] - 1e-12, 0.0), np.minimum(ends[1] + 1e-12, 1.0)
    return ranges.between(np.where(spread.fixed, low, 0.0), np.where(spread.fixed, high, 1.0))


def _floor(ranges: Ranges, x: Form) -> Form:
    return ranges.negate(ranges.ceil(ranges.negate(x)))


def _minimum(ranges: Ranges, x: Form, y: Form) -> Form:
    return ranges.negate(ranges.maximum(ranges.negate(x), ranges.negate(y)))


RULES: dict[str, Callable[..., Form]] = {
    "add": Ranges.add,
    "subtract": Ranges.subtract,
    "multiply": Ranges.multiply,
    "divide": Ranges.divide,
    "negate": Ranges.negate,
    "power": _power,
    "less": _comparison("less"),
    "at_most": _comparison("at_most"),
    "more": _comparison("more"),
    "at_least": _comparison("at_least"),
    "equal": _comparison("equal"),
    "unequal": _comparison("unequal"),
    "if_else": Ranges.choose,
    "min": _minimum,
    "max": Ranges.maximum,
    "round_up": _round_up,
    "ceil": Ranges.ceil,
    "floor": _floor,
    "abs": Ranges.absolute,
    "exp": _rising("exp", -np.inf),
    "log": _rising("log", 0.0),
    "sqrt": _rising("sqrt", 0.0),
    "lognormal_above": _lognormal_above,
}
