"""Actual figures: what a line really came to, from the user's own books. An actual is a reference check on one line, in
its unit, without a source: one's own books are their own source."""

from __future__ import annotations

import math

from core.comparison.document import Comparison
from core.comparison.edits.notes import add_reference_check, remove_reference_check
from core.comparison.parts import ReferenceCheck
from core.errors import EvenkeelError, UsageError
from core.model.statement import STATEMENT
from core.wording.suggestions import closest
from core.wording.text import Text

ACTUAL = Text("Actual: {label}", "实际：{label}")


def is_actual(check: ReferenceCheck) -> bool:
    """Whether a reference check is a figure of the user's own rather than a published one."""
    return check.source is None and check.figure.isidentifier()


def set_actual(comparison: Comparison, alternative: str, line: str, value: float) -> Comparison:
    """What a line of an alternative really came to, in the line's own unit; it takes the place of an earlier one.

    `line` is a line, a driver or a line of the statement. Raises `UsageError` for an unknown alternative or line and
    `EvenkeelError` for a figure that is not finite.
    """
    label, unit = _line(comparison, alternative, line)
    if not math.isfinite(value):
        raise EvenkeelError(Text("An actual figure must be a finite number.", "实际数必须是有限的数值。"))
    check = ReferenceCheck(
        name=ACTUAL.filled(label=label), alternative=alternative, figure=line, unit=unit, published=float(value)
    )
    old = _actual(comparison, alternative, line)
    if old is None:
        return add_reference_check(comparison, check)
    if old == check:
        return comparison
    checks = tuple(check if other is old else other for other in comparison.reference_checks)
    return comparison.but(reference_checks=checks)


def clear_actual(comparison: Comparison, alternative: str, line: str) -> Comparison:
    """Without the actual figure of a line. Raises `UsageError` for an unknown alternative or line."""
    _line(comparison, alternative, line)
    old = _actual(comparison, alternative, line)
    return comparison if old is None else remove_reference_check(comparison, old)


def _actual(comparison: Comparison, alternative: str, line: str) -> ReferenceCheck | None:
    for check in comparison.reference_checks:
        if is_actual(check) and (check.alternative, check.figure) == (alternative, line):
            return check
    return None


def _line(comparison: Comparison, alternative: str, line: str) -> tuple[Text, str]:
    """The words and the unit of a line."""
    model = comparison.model_of(alternative)
    if line in STATEMENT:
        return STATEMENT[line].name, STATEMENT[line].unit
    for item in model.quantities:
        if item.id == line:
            return item.label, item.unit
    title = Text('There is no line "{line}" in {name}.', "{name}中没有项目“{line}”。").filled(
        line=line, name=model.label
    )
    raise UsageError(title, remedy=closest(line, [*(item.id for item in model.quantities), *STATEMENT]))
