"""How much one curve lies above another, bounded where the two are alike by what sets them apart only: two
alternatives on the same machines have the same teeth, which cancel; bounding each alone would keep both."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.engine.forms import Form, Ranges, either
from core.engine.operation import Operation
from core.formula.normal import Floats
from core.questions.search.curves import OutputCurve

SAME = 4e-12  # two profits this close, relative to their size, differ by rounding only
NOTHING = Form(0.0)


class Difference:
    """First minus second. Where they differ by no more than rounding they count as the same, so that a copy of an
    alternative, or one that differs only at other sizes, is not in the lead by accident."""

    def __init__(self, first: OutputCurve, second: OutputCurve) -> None:
        self._first, self._second = first, second
        self._alike = _alike(first, second)
        self._made_by = tuple(
            {operation.target: operation for operation in curve.bending.operations} for curve in (first, second)
        )

    def at(self, users: Floats) -> Floats:
        """The difference at each user count."""
        one, other = self._first.at(users), self._second.at(users)
        apart = one - other
        return np.where(np.abs(apart) <= SAME * (np.abs(one) + np.abs(other)), 0.0, apart)

    def bounds(self, ranges: Ranges) -> Form:
        """Lines between which the difference lies over each range."""
        first, second = self._first.bending, self._second.bending
        walk = _Apart(ranges, self._first.forms(ranges), self._second.forms(ranges), self._alike, *self._made_by)
        apart = walk.between(first.target, second.target)
        (low, high), (least, greatest) = ranges.span(walk.one[first.target]), ranges.span(walk.other[second.target])
        room = SAME * (np.maximum(np.abs(low), np.abs(high)) + np.maximum(np.abs(least), np.abs(greatest)))
        bottom, top = ranges.span(apart)
        nearest = np.maximum(np.maximum(low, -high), 0) + np.maximum(np.maximum(least, -greatest), 0)
        same = np.maximum(np.abs(bottom), np.abs(top)) <= SAME * nearest
        exact = (np.equal(bottom, 0) & np.equal(top, 0)) | same
        zero = np.zeros_like(ranges.lo)
        return Form(
            np.where(exact, zero, apart.c0),
            np.where(exact, zero, apart.c1),
            np.where(exact, zero, apart.low - room),
            np.where(exact, zero, apart.high + room),
        )


def _alike(first: OutputCurve, second: OutputCurve) -> set[tuple[int, int]]:
    """Pairs of slots, one of each curve, that hold the same function of users: what stands in both from the start, and
    the same operation on such pairs."""
    numbers: dict[object, int] = {}

    def numbered(curve: OutputCurve) -> dict[int, int]:
        by_slot = {slot: numbers.setdefault(form, len(numbers)) for slot, form in curve.bending.forms.items()}
        for operation in curve.bending.operations:
            key = (operation.function, *(by_slot[slot] for slot in operation.arguments))
            by_slot[operation.target] = numbers.setdefault(key, len(numbers))
        return by_slot

    one, other = numbered(first), numbered(second)
    slots_by_number: dict[int, list[int]] = {}
    for slot, number in other.items():
        slots_by_number.setdefault(number, []).append(slot)
    return {(slot, twin) for slot, number in one.items() for twin in slots_by_number.get(number, ())}


class _Apart:
    """One walk back from the two targets to where the curves part."""

    def __init__(
        self,
        ranges: Ranges,
        one: Mapping[int, Form],
        other: Mapping[int, Form],
        alike: set[tuple[int, int]],
        made_one: dict[int, Operation],
        made_other: dict[int, Operation],
    ) -> None:
        self.one, self.other = one, other
        self._ranges, self._alike = ranges, alike
        self._made_one, self._made_other = made_one, made_other

    def between(self, slot: int, twin: int) -> Form:
        """One minus the other."""
        if (slot, twin) in self._alike:
            return NOTHING
        first, second = self._made_one.get(slot), self._made_other.get(twin)
        if first is None or second is None or first.function != second.function:
            return self._plainly(slot, twin)
        match first.function:
            case "add" | "subtract":
                parts = [self.between(a, b) for a, b in zip(first.arguments, second.arguments, strict=True)]
                return (self._ranges.add if first.function == "add" else self._ranges.subtract)(*parts)
            case "negate":
                return self._ranges.negate(self.between(first.arguments[0], second.arguments[0]))
            case "multiply" | "divide":
                return self._by_factor(first, second)
            case "max" | "min":
                return self._by_choice(first, second)
        return self._plainly(slot, twin)

    def _plainly(self, slot: int, twin: int) -> Form:
        return self._ranges.subtract(self.one[slot], self.other[twin])

    def _by_factor(self, first: Operation, second: Operation) -> Form:
        (a, b), (c, d) = first.arguments, second.arguments
        combine = self._ranges.multiply if first.function == "multiply" else self._ranges.divide
        if (b, d) in self._alike:
            return combine(self.between(a, c), self.one[b])
        if (a, c) in self._alike and first.function == "multiply":
            return combine(self.one[a], self.between(b, d))
        return self._plainly(first.target, second.target)

    def _by_choice(self, first: Operation, second: Operation) -> Form:
        """Where both take the same side, what sets these sides apart; elsewhere the two as they are."""
        (a, b), (c, d) = first.arguments, second.arguments
        lefts = self._takes_left(self.one[a], self.one[b], first) & self._takes_left(
            self.other[c], self.other[d], second
        )
        if lefts.all():
            return self.between(a, c)
        rights = self._takes_left(self.one[b], self.one[a], first) & self._takes_left(
            self.other[d], self.other[c], second
        )
        if rights.all():
            return self.between(b, d)
        plain = self._plainly(first.target, second.target)
        return either(lefts, self.between(a, c), either(rights, self.between(b, d), plain))

    def _takes_left(
        self, left: Form, right: Form, operation: Operation
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        ahead = (
            self._ranges.subtract(left, right) if operation.function == "max" else self._ranges.subtract(right, left)
        )
        return np.asarray(self._ranges.span(ahead)[0] >= 0)
