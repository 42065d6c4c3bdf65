"""The part of a calculation that is a straight line in one driver, whatever its range: worked out once, in plain
numbers or in columns of many cases, so that only what has steps and bends is bounded again and again."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np

from core.engine.forms import ROUNDING, Form, Values
from core.engine.operation import Operation, leading_to
from core.record import record

# What may make a straight line of straight lines.
_STRAIGHT = frozenset(("add", "subtract", "negate", "multiply", "divide"))


@record
class Bending:
    """What is left to bound over ranges: from `forms` on, through `operations`, to the slot `target`."""

    forms: Mapping[int, Form]
    operations: tuple[Operation, ...]
    target: int


def straight_lines(
    operations: Iterable[Operation], held: Mapping[int, Values], driver: int, largest: float, target: int
) -> Bending:
    """Works out what is straight; its forms hold from -`largest` to `largest` of the driver.

    `held` gives the slots that do not depend on the driver. Choices whose test is held are decided here, and what only
    their other side would need is left out.
    """
    lines = _Lines(held, driver, largest)
    left = [step for operation in operations if (step := lines.take(operation)) is not None]
    end = lines.same.get(target, target)
    return Bending(lines.forms, leading_to([end], left), end)


class _Lines:
    def __init__(self, held: Mapping[int, Values], driver: int, largest: float) -> None:
        self.forms = {slot: Form(value) for slot, value in held.items()} | {driver: Form(0.0, 1.0)}
        self.same: dict[int, int] = {}  # slots that turned out to be another slot's value
        self._held = held
        self._largest = largest

    def take(self, operation: Operation) -> Operation | None:
        """Works the operation out if it is straight; otherwise gives what is left to do."""
        arguments = tuple(self.same.get(slot, slot) for slot in operation.arguments)
        twin = self._twin(operation.function, arguments)
        if twin is not None:
            self.same[operation.target] = twin
            return None
        form = self._straight(operation.function, arguments)
        if form is None:
            return Operation(operation.function, operation.target, arguments)
        self.forms[operation.target] = form
        return None

    def _twin(self, function: str, arguments: tuple[int, ...]) -> int | None:
        if function == "if_else":
            test = self._held.get(arguments[0])
            if isinstance(test, float) and not math.isnan(test):
                return arguments[1] if test else arguments[2]
        if function == "round_up" and self._no_step(arguments[1]):
            return arguments[0]
        return None

    def _no_step(self, slot: int) -> bool:
        step = self._held.get(slot)
        return isinstance(step, float) and step == 0

    def _straight(self, function: str, arguments: tuple[int, ...]) -> Form | None:
        x, y = self.forms.get(arguments[0]), self.forms.get(arguments[-1])
        if function not in _STRAIGHT or x is None or y is None:
            return None
        match function:
            case "add":
                return self._line(x.c0 + y.c0, x.c1 + y.c1, x.high + y.high)
            case "subtract":
                return self._line(x.c0 - y.c0, x.c1 - y.c1, x.high + y.high)
            case "negate":
                return self._line(-x.c0, -x.c1, x.high)
            case "multiply" if x.constant:
                return self._line(y.c0 * x.c0, y.c1 * x.c0, y.high * _size(x.c0))
            case "multiply" if y.constant:
                return self._line(x.c0 * y.c0, x.c1 * y.c0, x.high * _size(y.c0))
            case "divide" if y.constant and np.all(y.c0 != 0):
                return self._line(x.c0 / y.c0, x.c1 / y.c0, x.high / _size(y.c0))
        return None

    def _line(self, c0: Values, c1: Values, pad: Values) -> Form | None:
        size = _size(c0) + _size(c1) * self._largest + pad
        if not (math.isfinite(size) if isinstance(size, float) else np.isfinite(size).all()):
            return None
        pad = pad + ROUNDING * size
        return Form(c0, c1, -pad, pad)


def _size(x: Values) -> Values:
    return abs(x) if isinstance(x, float) else np.abs(x)
