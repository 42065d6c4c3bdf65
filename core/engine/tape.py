"""A business model compiled to a tape: every distinct operation of all its lines once, in an order in which each
reads only what stands before it. Everything that computes (numbers, arrays, bounds) reads this one form."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from core.engine.careful import careful_scalar
from core.engine.operation import Operation, leading_to
from core.formula.constants import CONSTANTS
from core.formula.grammar import parse
from core.formula.tree import Call, Name, Node, Number
from core.model.checking import calculation_order
from core.model.definition import BusinessModel
from core.model.statement import statement_formulas
from core.record import record


@record
class Tape:
    """Slots hold first the drivers, then the constants, then one result per operation.

    `outputs` says in which slot the value of every driver, line and statement line ends up.
    """

    drivers: tuple[str, ...]
    constants: Mapping[int, float]
    operations: tuple[Operation, ...]
    outputs: Mapping[str, int]
    size: int

    def needed_for(self, wanted: Sequence[str]) -> tuple[Operation, ...]:
        """The operations that the wanted outputs depend on, in order."""
        return self.operations_into({self.outputs[id] for id in wanted})

    def operations_into(self, slots: set[int]) -> tuple[Operation, ...]:
        """The operations that these slots depend on, in order."""
        return leading_to(slots, self.operations)

    def depending_on(self, *drivers: str) -> frozenset[int]:
        """The slots whose value can change with any of some drivers, their own included."""
        moved = {self.outputs[driver] for driver in drivers}
        for operation in self.operations:
            if not moved.isdisjoint(operation.arguments):
                moved.add(operation.target)
        return frozenset(moved)


def compile_tape(model: BusinessModel) -> Tape:
    """The tape of a checked business model, statement included. Raises `ModelError` for a loop of lines."""
    formulas = {line.id: parse(line.formula) for line in model.lines} | statement_formulas(model)
    builder = _Builder([driver.id for driver in model.drivers])
    for id in calculation_order(model, formulas):
        builder.outputs[id] = builder.slot_of(formulas[id])
    return Tape(
        drivers=tuple(driver.id for driver in model.drivers),
        constants=builder.constants,
        operations=tuple(builder.operations),
        outputs=builder.outputs,
        size=builder.size,
    )


class _Builder:
    """Numbers every distinct value once: equal parts of different formulas share a slot."""

    def __init__(self, drivers: list[str]) -> None:
        self.outputs = {id: slot for slot, id in enumerate(drivers)}
        self.size = len(drivers)
        self.constants: dict[int, float] = {}
        self.operations: list[Operation] = []
        self._constant_slots: dict[str, int] = {}
        self._known: dict[tuple[str, tuple[int, ...]], int] = {}

    def slot_of(self, node: Node) -> int:
        if isinstance(node, Number):
            return self._constant(node.value)
        if isinstance(node, Name):
            constant = CONSTANTS.get(node.id)
            return self._constant(constant.value) if constant else self.outputs[node.id]
        return self._call(node)

    def _call(self, node: Call) -> int:
        arguments = tuple(self.slot_of(part) for part in node.arguments)
        if all(slot in self.constants for slot in arguments):
            return self._constant(careful_scalar(node.function, *(self.constants[slot] for slot in arguments)))
        key = (node.function, arguments)
        if key not in self._known:
            self._known[key] = self._new_slot()
            self.operations.append(Operation(node.function, self._known[key], arguments))
        return self._known[key]

    def _constant(self, value: float) -> int:
        key = "not defined" if math.isnan(value) else value.hex()
        if key not in self._constant_slots:
            self._constant_slots[key] = self._new_slot()
            self.constants[self._constant_slots[key]] = value
        return self._constant_slots[key]

    def _new_slot(self) -> int:
        self.size += 1
        return self.size - 1
