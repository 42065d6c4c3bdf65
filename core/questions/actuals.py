"""What really happened against what the comparison says: the variance of every actual figure, and whether it is a good
one."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.edits.actuals import is_actual
from core.engine.plan import plan_for
from core.model.definition import BusinessModel, Role
from core.model.statement import STATEMENT
from core.questions.reference_checks import CheckedFigure, reference_checks
from core.record import record
from core.wording.text import Text

_BETTER_WHEN_MORE = {Role.REVENUE: True, Role.FUNDING: True, Role.DIRECT_COST: False, Role.OPERATING_COST: False}
_STATEMENT: dict[str, bool] = {
    "revenue": True,
    "direct_cost": False,
    "gross_profit": True,
    "gross_margin": True,
    "operating_cost": False,
    "operating_profit": True,
    "operating_margin": True,
    "markup": True,
    "funding": True,
    "cash_flow": True,
    "revenue_per_user": True,
    "direct_cost_per_user": False,
    "contribution_per_user": True,
}


STATEMENT_GROUP = Text("Statement", "损益表")
LINES_GROUP = Text("Lines of the business model", "商业模式明细")
DRIVERS_GROUP = Text("Assumptions", "假设")


@record
class Figure:
    """A line an actual may be entered for, with what the comparison says: `planned` is NaN where it is not defined."""

    line: str
    label: Text
    unit: str
    group: Text
    planned: float


def figures_of(comparison: Comparison, alternative: str) -> tuple[Figure, ...]:
    """Every line of an alternative: the statement's, the business model's own, then its assumptions. Raises
    `UsageError` for an unknown alternative."""
    model = comparison.model_of(alternative)
    values = comparison.values_of(alternative)
    planned = {**values, **plan_for(model).evaluate(values)}
    named = [(id, line.name, line.unit, STATEMENT_GROUP) for id, line in STATEMENT.items()]
    named += [(line.id, line.label, line.unit, LINES_GROUP) for line in model.lines]
    named += [(driver.id, driver.label, driver.unit, DRIVERS_GROUP) for driver in model.drivers]
    return tuple(Figure(*parts, planned[parts[0]]) for parts in named)


@record
class Variance:
    """One actual figure, in the unit of its line: variance = actual - planned. `favourable` is None where more is
    neither better nor worse, as with a volume, and where nothing varies or the plan is not defined."""

    alternative: str
    line: str
    unit: str
    actual: float
    planned: float
    favourable: bool | None

    @property
    def variance(self) -> float:
        """How much more there was than planned; NaN where the plan is not defined."""
        return self.actual - self.planned

    @property
    def relative(self) -> float | None:
        """The variance as a share of the plan; None where that is 0 or not defined."""
        return self.variance / abs(self.planned) if self.planned and self.planned == self.planned else None


def variances(comparison: Comparison) -> tuple[Variance, ...]:
    """The variance of every actual figure in the comparison, in the order in which they were entered."""
    return tuple(
        _variance(comparison.model_of(figure.check.alternative), figure)
        for figure in reference_checks(comparison)
        if is_actual(figure.check)
    )


def variance_of(comparison: Comparison, alternative: str, figure: Figure, actual: float) -> Variance:
    """What the variance of an actual figure would be."""
    favourable = _favourable(comparison.model_of(alternative), figure.line, actual, figure.planned)
    return Variance(alternative, figure.line, figure.unit, actual, figure.planned, favourable)


def _variance(model: BusinessModel, figure: CheckedFigure) -> Variance:
    check = figure.check
    favourable = _favourable(model, check.figure, check.published, figure.ours)
    return Variance(check.alternative, check.figure, check.unit, check.published, figure.ours, favourable)


def _favourable(model: BusinessModel, line: str, actual: float, planned: float) -> bool | None:
    more_is_better = _more_is_better(model, line)
    more, less = actual > planned, actual < planned
    return None if more_is_better is None or not (more or less) else more is more_is_better


def _more_is_better(model: BusinessModel, line: str) -> bool | None:
    if line in _STATEMENT:
        return _STATEMENT[line]
    role = next((item.role for item in model.quantities if item.id == line), None)
    return _BETTER_WHEN_MORE.get(role) if role is not None else None
