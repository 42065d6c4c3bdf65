"""A bridge within one business model: which drivers differ, which of them move each term of the figure, and the value
of the term in every mixture of the two ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from core.engine.plan import Plan, plan_for
from core.formula.normal import Floats
from core.model.definition import BusinessModel, Role
from core.model.statement import ids_with_role
from core.questions.bridges.parts import SUMS, Change, End, Term
from core.questions.bridges.shapley import Mask
from core.wording.text import Text

FORMULAS = Text("Formulas of the business model", "商业模式的公式")

Substance = tuple[tuple[tuple[str, Role | None], ...], tuple[tuple[str, str, Role], ...]]


def by_driver(start: End, end: End, target: str) -> tuple[list[Change], list[Term]]:
    """The drivers whose values differ, in the order of their ids, and the terms of the target.

    Where the figure is a sum of lines, each line is a term of its own: it depends on fewer drivers than the sum, so
    that more differing drivers can be counted exactly. Two versions of a definition differ in their formulas as a
    whole: one change more, which takes along the drivers that only one of them has.
    """
    changes = _changed_drivers(start, end)
    if substance(start.model) == substance(end.model):
        return changes, _terms_of_lines(start, end, target, changes)
    columns = [change.driver for change in changes]
    changes.append(Change("formulas", "formulas", FORMULAS, None, math.nan, math.nan))
    return changes, [Term(tuple(range(len(changes))), _mixed_definitions(start, end, target, columns))]


def _changed_drivers(start: End, end: End) -> list[Change]:
    labels = {driver.id: driver for driver in (*start.model.drivers, *end.model.drivers)}
    changed = (id for id in start.values if id in end.values and start.values[id] != end.values[id])
    return [
        Change(id, "driver", labels[id].label, labels[id].role, start.values[id], end.values[id])
        for id in sorted(changed)
    ]


def _terms_of_lines(start: End, end: End, target: str, changes: Sequence[Change]) -> list[Term]:
    plan = plan_for(start.model)
    moved = [plan.tape.depending_on(change.driver) for change in changes]
    signed = [(id, sign) for role, sign in SUMS.get(target, {}).items() for id in ids_with_role(start.model, role)]
    terms = []
    for line, sign in signed or [(target, 1)]:
        movers = tuple(place for place, slots in enumerate(moved) if plan.tape.outputs[line] in slots)
        columns = [changes[place].driver for place in movers]
        terms.append(Term(movers, _mixed_values(plan, start.values, end.values, columns, line, sign)))
    return terms


def _mixed_values(
    plan: Plan, before: Mapping[str, float], after: Mapping[str, float], columns: Sequence[str], line: str, sign: int
) -> Callable[[Mask], Floats]:
    def value(mask: Mask) -> Floats:
        mixed = _mixture(before, before, after, columns, mask)
        return sign * np.broadcast_to(plan.evaluate_arrays(mixed, (line,))[line], len(mask))

    return value


def _mixed_definitions(start: End, end: End, target: str, columns: Sequence[str]) -> Callable[[Mask], Floats]:
    def value(mask: Mask) -> Floats:
        result = np.empty(len(mask))
        for side, rows in ((start, ~mask[:, -1]), (end, mask[:, -1])):
            mixed = _mixture(side.values, start.values, end.values, columns, mask[rows])
            result[rows] = plan_for(side.model).evaluate_arrays(mixed, (target,))[target]
        return result

    return value


def _mixture(
    others: Mapping[str, float],
    before: Mapping[str, float],
    after: Mapping[str, float],
    columns: Sequence[str],
    mask: Mask,
) -> dict[str, float | Floats]:
    mixed: dict[str, float | Floats] = dict(others)
    for column, id in enumerate(columns):
        mixed[id] = np.where(mask[:, column], after[id], before[id])
    return mixed


def substance(model: BusinessModel) -> Substance:
    """What decides the figures of a definition: its drivers and formulas with their roles, whatever their order."""
    return (
        tuple(sorted((driver.id, driver.role) for driver in model.drivers)),
        tuple(sorted((line.id, line.formula, line.role) for line in model.lines)),
    )
