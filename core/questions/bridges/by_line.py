"""A bridge between two different business models: they have no drivers in common to speak of, but the same statement.
A sum of money is explained by the line items in it, a ratio by the sums it is computed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from core.engine.careful import careful_array
from core.engine.plan import plan_for
from core.errors import UsageError
from core.formula.grammar import parse
from core.formula.normal import Floats
from core.formula.tree import Name, Node, Number, names_in
from core.model.definition import Role
from core.model.statement import STATEMENT, ids_with_role
from core.questions.bridges.parts import SUMS, Change, End, Term
from core.questions.bridges.shapley import Mask
from core.questions.search.curves import USERS
from core.wording.text import Text


def by_line(start: End, end: End, target: str) -> tuple[list[Change], list[Term]]:
    """What differs, and the terms of the target.

    A line that only one business model has is 0 in the other. A ratio is not split further than its sums (and, per
    user, the users): one model's revenue lines without the other's would leave nothing to divide by. Raises
    `UsageError` for a target that is no line of the statement.
    """
    if target not in STATEMENT:
        raise _no_statement_line(target)
    if target in SUMS:
        changes = _changed_lines(start, end, target)
        return changes, [Term((place,), _signed(change, target)) for place, change in enumerate(changes)]
    changes = _changed_sums(start, end, target)
    return changes, [Term(tuple(range(len(changes))), _mixed_sums(start, target, changes))]


def _changed_lines(start: End, end: End, target: str) -> list[Change]:
    before, after = (plan_for(side.model).evaluate(side.values) for side in (start, end))
    labels = [{item.id: item.label for item in side.model.quantities} for side in (start, end)]
    changes = []
    for role in SUMS[target]:
        old, new = (ids_with_role(side.model, role) for side in (start, end))
        for id in sorted({*old, *new}):
            values = before[id] if id in old else 0.0, after[id] if id in new else 0.0
            if values[0] != values[1]:
                larger = abs(values[1]) > abs(values[0])  # the side that has more of it says what it is
                name = labels[larger].get(id) or labels[not larger][id]
                changes.append(Change(id, "line", name, role, *values))
    return changes


def _signed(change: Change, target: str) -> Callable[[Mask], Floats]:
    sign = SUMS[target][change.role] if change.role else 1
    return lambda mask: sign * np.where(mask[:, 0], change.after, change.before)


def _changed_sums(start: End, end: End, target: str) -> list[Change]:
    before, after = (plan_for(side.model).evaluate(side.values) for side in (start, end))
    users = {driver.id: driver.label for driver in start.model.drivers}
    return [
        Change(id, "driver", users[id], None, before[id], after[id])
        if id == USERS
        else Change(id, "line", STATEMENT[id].label, _role_of(id), before[id], after[id])
        for id in sorted(_basis(target))
        if before[id] != after[id]
    ]


def _mixed_sums(start: End, target: str, changes: Sequence[Change]) -> Callable[[Mask], Floats]:
    unchanged = plan_for(start.model).evaluate(start.values)

    def value(mask: Mask) -> Floats:
        sums = {id: np.full(len(mask), unchanged[id]) for id in _basis(target)}
        for column, change in enumerate(changes):
            sums[change.driver] = np.where(mask[:, column], change.after, change.before)
        return _valued(Name(target), sums)

    return value


def _basis(id: str) -> frozenset[str]:
    """The sums over roles, and perhaps the users, that a line of the statement is computed from."""
    formula = STATEMENT[id].formula if id in STATEMENT else None
    if formula is None or isinstance(formula, Role):
        return frozenset({id})
    return frozenset().union(*(_basis(name) for name in names_in(parse(formula))))


def _role_of(id: str) -> Role | None:
    formula = STATEMENT[id].formula
    return formula if isinstance(formula, Role) else None


def _valued(node: Node, sums: Mapping[str, Floats]) -> Floats:
    """A formula of the statement over the sums it is computed from."""
    if isinstance(node, Number):
        return np.asarray(node.value)
    if isinstance(node, Name):
        return sums[node.id] if node.id in sums else _valued(parse(STATEMENT[node.id].formula), sums)
    return careful_array(node.function, *(_valued(part, sums) for part in node.arguments))


def _no_statement_line(target: str) -> UsageError:
    return UsageError(
        Text(
            '"{target}" cannot be compared between different business models.', "不同商业模式之间无法比较“{target}”。"
        ).filled(target=target),
        Text("They have only the statement in common.", "它们只有报表科目是共同的。"),
        Text("Choose a line of the statement, such as operating_profit.", "请选择报表科目，例如 operating_profit。"),
    )
