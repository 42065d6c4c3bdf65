"""Published figures beside the comparison's own, with the difference shown and never tuned away."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.parts import ReferenceCheck
from core.engine.formula_value import formula_value
from core.engine.plan import plan_for
from core.formula.grammar import parse
from core.record import record


@record
class CheckedFigure:
    """One published figure: `ours` in the check's unit (NaN: not defined), difference = ours - published."""

    check: ReferenceCheck
    ours: float

    @property
    def difference(self) -> float:
        """How much ours lies above the published figure, in the check's unit."""
        return self.ours - self.check.published

    @property
    def relative(self) -> float | None:
        """The difference as a share of the published figure; None where that is 0."""
        return self.difference / abs(self.check.published) if self.check.published else None


def reference_checks(comparison: Comparison) -> tuple[CheckedFigure, ...]:
    """Every reference check of the comparison, computed. Raises `EvenkeelError` for a figure that cannot be read."""
    return tuple(CheckedFigure(check, _figure(comparison, check)) for check in comparison.reference_checks)


def _figure(comparison: Comparison, check: ReferenceCheck) -> float:
    plan = plan_for(comparison.model_of(check.alternative))
    return formula_value(parse(check.figure), plan.evaluate(comparison.values_of(check.alternative)))
