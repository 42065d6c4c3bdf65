"""What comes out? Every line, the statement and the break-even of every alternative, and where they cross."""

from __future__ import annotations

from itertools import combinations

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.errors import UsageError
from core.model.definition import BusinessModel
from core.model.statement import STATEMENT
from core.questions.break_even import OPERATING_PROFIT, BreakEven, break_even
from core.questions.crossover import Crossover, crossovers
from core.questions.search.curves import MOST_USERS, curve_for
from core.questions.search.sign_changes import MOST_WORK
from core.record import record
from core.wording.suggestions import closest
from core.wording.text import Text, Words


@record
class AlternativeResult:
    """One alternative: its drivers, every line and statement line (NaN: not defined), USD a month, and break-even."""

    id: str
    name: Words
    model: str
    drivers: dict[str, float]
    lines: dict[str, float]
    break_even: BreakEven

    @property
    def markup(self) -> float | None:
        """The markup where it is worth showing: without any revenue it is −100 % whatever the cost."""
        return self.lines["markup"] if self.lines["revenue"] else None


@record
class Results:
    """All alternatives side by side."""

    title: Words
    currency: str
    alternatives: tuple[AlternativeResult, ...]
    crossovers: tuple[Crossover, ...]


def results(comparison: Comparison, target: str = OPERATING_PROFIT, most_users: int = MOST_USERS) -> Results:
    """The answer for the whole comparison. Raises `UsageError` for a target no alternative has."""
    return Results(
        comparison.title,
        comparison.currency,
        tuple(alternative_result(comparison, a.id, target, most_users) for a in comparison.alternatives),
        all_crossovers(comparison, target, most_users),
    )


def alternative_result(
    comparison: Comparison,
    alternative: str,
    target: str = OPERATING_PROFIT,
    most_users: int = MOST_USERS,
    most_work: int = MOST_WORK,
) -> AlternativeResult:
    """The answer for one alternative. Raises `UsageError` for an unknown alternative or target, and `EvenkeelError`
    where its break-even takes more than `most_work` (see `sign_changes`)."""
    found = comparison.alternative(alternative)
    model = comparison.model_of(found)
    plan, values = plan_for(model), comparison.values_of(alternative)
    outputs = plan.evaluate(values)
    return AlternativeResult(
        found.id,
        found.name,
        found.model,
        values,
        {id: outputs[id] for id in line_ids(model)},
        break_even(plan, values, target_line(model, target), most_users, most_work),
    )


def all_crossovers(
    comparison: Comparison, target: str = OPERATING_PROFIT, most_users: int = MOST_USERS
) -> tuple[Crossover, ...]:
    """Every change of the lead between every two alternatives, pair by pair. Raises `UsageError`."""
    curves = {
        a.id: curve_for(
            plan_for(comparison.model_of(a)),
            comparison.values_of(a.id),
            target_line(comparison.model_of(a), target),
            most_users,
        )
        for a in comparison.alternatives
    }
    return tuple(
        found
        for (a, first), (b, second) in combinations(curves.items(), 2)
        for found in crossovers(a, first, b, second, most_users)
    )


def line_ids(model: BusinessModel) -> list[str]:
    """Every id that stands among the lines: model lines, drivers with a role, and the statement."""
    with_role = [driver.id for driver in model.drivers if driver.role is not None]
    return [*(line.id for line in model.lines), *with_role, *STATEMENT]


def target_line(model: BusinessModel, target: str) -> str:
    """`target` if this business model has such a line. Raises `UsageError` naming the closest one."""
    known = line_ids(model)
    if target in known:
        return target
    raise UsageError(
        Text('There is no line "{target}" in {model}.', "{model}中没有行项目“{target}”。").filled(
            target=target, model=model.label
        ),
        remedy=closest(target, known),
    )
