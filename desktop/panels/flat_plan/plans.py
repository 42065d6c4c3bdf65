"""Which flat plans a comparison has, what sets them, and what the chart draws of one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from core.comparison.document import Comparison
from core.formula.grammar import parse
from core.formula.tree import names_in
from core.model.definition import Driver
from core.questions.flat_plan import FlatPlanAnswer, flat_plans
from core.questions.words.flat_plan import far_end, subsidy_sentence
from core.record import record
from core.wording.text import Language, Text, Words, words
from desktop.answers import Answers
from desktop.charts.usage.data import UsageData

PLAN = Text("{name}: {plan}", "{name}：{plan}")
# Close together where the curve is steep; the last place is told in words, the tail beyond it has no end.
_SHARES = np.concatenate([np.linspace(0, 0.9, 181), np.linspace(0.9, 0.99, 91)[1:], np.linspace(0.99, 0.9999, 100)[1:]])


@record
class PlanPlace:
    """One flat plan: of which alternative, and which of its plans."""

    alternative: str
    plan: str


def places_of(comparison: Comparison) -> dict[PlanPlace, Words]:
    """Every flat plan with its name, in the order of the columns."""
    found: dict[PlanPlace, Words] = {}
    for alternative in comparison.alternatives:
        plans = comparison.model_of(alternative).flat_plans
        for plan in plans:
            several = PLAN.filled(name=alternative.name, plan=plan.label)
            found[PlanPlace(alternative.id, plan.id)] = several if len(plans) > 1 else alternative.name
    return found


def most_subsidised(comparison: Comparison, places: Iterable[PlanPlace]) -> PlanPlace:
    """The plan to begin with: where the others pay most for the heavy users."""
    return max(places, key=lambda place: float(np.nan_to_num(answer_at(comparison, place).subsidy, nan=-1.0)))


def setting_drivers(comparison: Comparison, place: PlanPlace) -> list[Driver]:
    """The assumptions a plan's definition names itself: its price, its typical use, how far use is spread."""
    model = comparison.model_of(place.alternative)
    plan = next(plan for plan in model.flat_plans if plan.id == place.plan)
    named = [names_in(parse(formula)) for formula in (plan.fee, plan.cost, plan.spread)]
    return [driver for names in named for driver in model.drivers if driver.id in names]


def answer_at(comparison: Comparison, place: PlanPlace) -> FlatPlanAnswer:
    """The answer on one plan."""
    return next(plan for plan in flat_plans(comparison, place.alternative) if plan.id == place.plan)


def shown_plan(answers: Answers, place: PlanPlace) -> FlatPlanAnswer:
    """The answer on one plan with its amounts as they are shown, so that the fee stands beside what it has to pay."""
    display, own = answers.display, answers.comparison.currency
    return answer_at(answers.comparison, place).times(display.amount(1.0, own))


def usage_data(answers: Answers, place: PlanPlace, plan: FlatPlanAnswer, language: Language) -> UsageData:
    """What the chart draws of a plan as it is shown."""
    comparison, display = answers.comparison, answers.display
    currency = display.shown_in(comparison.currency)
    return UsageData(
        name=words(places_of(comparison)[place], language),
        colour_index=[a.id for a in comparison.alternatives].index(place.alternative),
        shares=_SHARES,
        costs=plan.cost_at(_SHARES),
        fee=plan.fee,
        kept=plan.kept,
        mean=plan.mean_cost,
        above=plan.above,
        far=far_end(plan),
        told=subsidy_sentence(plan, currency, display.a_period())(language),
        currency=currency,
        a_period=display.a_period(),
    )
