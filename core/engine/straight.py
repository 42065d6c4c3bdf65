"""The part of a calculation that is a straight line in one driver, whatever its range: worked out once in plain
numbers, so that only what has steps and bends is bounded again and again."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.engine.forms import ROUNDING, Form
from core.engine.tape import Operation


@dataclass(frozen=True, slots=True)
class Bending:
    """What is left to bound over ranges: from `forms` on, through `operations`, to the slot `target`."""

    forms: Mapping[int, Form]
    operations: tuple[Operation, ...]
    target: int


def straight_lines(
    operations: Iterable[Operation], held: Mapping[int, float], driver: int, largest: float, target: int
) -> Bending:
    """Works out what is straight; its forms hold from -`largest` to `largest` of the driver.

    `held` gives the slots that do not depend on the driver. Choices whose test is held are decided here.
    """
    lines = _Lines(held, driver, largest)
    left = [step for operation in operations if (step := lines.take(operation)) is not None]
    return Bending(lines.forms, tuple(left), lines.same.get(target, target))


class _Lines:
    def __init__(self, held: Mapping[int, float], driver: int, largest: float) -> None:
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
        if function == "if_else" and (test := self._held.get(arguments[0])) is not None and not math.isnan(test):
            return arguments[1] if test else arguments[2]
        if function == "round_up" and self._held.get(arguments[1]) == 0:
            return arguments[0]
        return None

    def _straight(self, function: str, arguments: tuple[int, ...]) -> Form | None:
        forms = [self.forms.get(slot) for slot in arguments]
        if any(form is None for form in forms):
            return None
        lines = [(float(form.c0), float(form.c1), float(form.high)) for form in forms if form]
        (c0, c1, pad), (d0, d1, other) = lines[0], lines[-1]
        match function:
            case "add":
                return self._line(c0 + d0, c1 + d1, pad + other)
            case "subtract":
                return self._line(c0 - d0, c1 - d1, pad + other)
            case "negate":
                return self._line(-c0, -c1, pad)
            case "multiply" if c1 == pad == 0:
                return self._line(d0 * c0, d1 * c0, other * abs(c0))
            case "multiply" if d1 == other == 0:
                return self._line(c0 * d0, c1 * d0, pad * abs(d0))
            case "divide" if d1 == other == 0 and d0 != 0:
                return self._line(c0 / d0, c1 / d0, pad / abs(d0))
        return None

    def _line(self, c0: float, c1: float, pad: float) -> Form | None:
        if not math.isfinite(c0 + c1):
            return None
        pad += ROUNDING * (abs(c0) + abs(c1) * self._largest + pad)
        return Form(c0, c1, -pad, pad)
