"""When is an output a straight line over a range, judged by the two ends alone? Between its steps and bends a
calculation of sums, and of products with what stands still, is straight; so if no step and no bend lies between the
ends, it is.

Every operation that can step or bend is asked whether it does the same thing at both ends: it is fed by straight lines
itself, so it then does the same all the way. What is too close to call counts as a bend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.engine.forms import Values
from core.engine.operation import Operation
from core.formula.normal import Floats

CLOSE = 1e-9  # relative: far more than rounding can do
Flags = NDArray[np.bool_]
Slot = Callable[[int], tuple[Values, Values]]  # the values of a slot at both ends of every range
Kind = Literal["held", "stepped", "sloped"]

_ADDING = frozenset(["add", "subtract", "negate", "min", "max", "if_else", "abs"])
_SAME_SIDE = frozenset(["min", "max", "less", "at_most", "more", "at_least", "equal", "unequal"])
_FLAGS = _SAME_SIDE - {"min", "max"}


class Pieces:
    """What to ask at both ends so that an output is known to be straight between them."""

    def __init__(self, operations: Sequence[Operation], moving: int, target: int) -> None:
        """`operations` are those that depend on the slot `moving`, down to `target`."""
        self._kinds: dict[int, Kind] = {moving: "sloped"}
        self._asked: list[Operation] = []
        understood = [self._understands(operation) for operation in operations]
        self.possible = all(understood)
        self._target, self._terms, tree = target, *_terms(operations, target)
        self._inner = [step for step in operations if step.function in ("add", "subtract") and step.target not in tree]

    def straight(self, slot: Slot) -> Flags:
        """Whether nothing steps or bends between the ends of each range."""
        answer: Flags = np.ones(1, dtype=bool)
        with np.errstate(all="ignore"):
            for operation in self._asked:
                answer = answer & _unchanged(operation, slot)
        return answer

    def rounding(self, slot: Slot) -> Floats:
        """By how much rounding can move the output at most, anywhere between the ends: it is a part of the terms the
        output is the sum of, and as many times more of the output as sums inside of factors cancel out."""
        size, cancelled = _largest(slot, self._terms), np.ones(1)
        with np.errstate(all="ignore"):
            for operation in self._inner:
                left = np.minimum(*map(np.abs, slot(operation.target)))
                cancelled = np.maximum(cancelled, _largest(slot, operation.arguments) / left)
            return CLOSE * np.maximum(size, _largest(slot, [self._target]) * cancelled)

    def _understands(self, operation: Operation) -> bool:
        kinds = [self._kinds.get(slot, "held") for slot in operation.arguments]
        function, sloped = operation.function, kinds.count("sloped")
        result: Kind = "sloped" if sloped else "stepped"
        if sloped and (function in _SAME_SIDE or function in ("abs", "ceil", "floor", "round_up")):
            self._asked.append(operation)
            result = "stepped" if function in _FLAGS or function in ("ceil", "floor") else "sloped"
        if function == "if_else" and kinds[0] == "sloped":
            self._asked.append(operation)
        self._kinds[operation.target] = result
        match function:
            case "multiply":
                return sloped < 2
            case "divide":
                return kinds[1] != "sloped"
            case "round_up":
                return kinds[1] == "held" or not sloped
            case "power" | "exp" | "log" | "sqrt" | "lognormal_above":
                return not sloped
        return True


def _unchanged(operation: Operation, slot: Slot) -> Flags:
    """Whether the operation does the same at both ends, with room for rounding."""
    (x, at_hi), *others = (slot(argument) for argument in operation.arguments)
    match operation.function:
        case "ceil" | "floor":
            return _same_step(x, at_hi)
        case "round_up":
            step = np.where(np.equal(others[0][0], 0), np.inf, others[0][0])  # a step of 0 does not round at all
            return np.asarray(np.isinf(step) | _same_step(x / step, at_hi / step))
        case "abs" | "if_else":
            others = [(0.0, 0.0)]
    y, other = others[0]
    apart = _apart(x, y) & _apart(at_hi, other)
    return np.asarray(apart & (np.sign(x - y) == np.sign(at_hi - other)))


def _apart(x: Values, y: Values) -> Flags:
    """Not so close to each other that rounding might tell otherwise."""
    return np.asarray(np.abs(x - y) > CLOSE * (np.abs(x) + np.abs(y)))


def _same_step(x: Values, y: Values) -> Flags:
    """Between the same two whole numbers, and on none of them."""
    whole, room = np.floor(x), CLOSE * (1 + np.abs(x))
    return np.asarray((np.minimum(x, y) > whole + room) & (np.maximum(x, y) < whole + 1 - room))


def _largest(slot: Slot, slots: Iterable[int]) -> Floats:
    plain, size = 0.0, np.zeros(1)
    for each in slots:
        lo, hi = slot(each)
        if isinstance(lo, float):
            plain = max(plain, abs(lo))  # held, so the same at both ends
        else:
            size = np.maximum(size, np.maximum(np.abs(lo), np.abs(hi)))
    return np.maximum(size, plain)


def _terms(operations: Sequence[Operation], target: int) -> tuple[list[int], set[int]]:
    """The slots whose sum the target is, so that their size tells how finely it is known; and the sums among them."""
    by_target = {operation.target: operation for operation in operations}
    terms, sums, waiting = [target], set(), [target]
    while waiting:
        operation = by_target.get(waiting.pop())
        if operation is not None and operation.function in _ADDING and operation.target not in sums:
            sums.add(operation.target)
            terms += operation.arguments
            waiting += operation.arguments
    return [term for term in dict.fromkeys(terms) if term not in sums], sums
