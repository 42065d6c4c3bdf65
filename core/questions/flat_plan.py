"""Who pays for the heavy users? On a plan of one fee for any use: what serving each subscriber costs, from the lightest
to the heaviest, how many cost more than they pay, and what the others give up for them.

Usage is lognormal with mean m and coefficient of variation v. With s^2 = ln(1 + v^2), u = ln(m) - s^2 / 2 and
d = (ln(kept) - u) / s: 1 - F(d) of the subscribers cost more than is kept of their fee, they cause 1 - F(d - s) of the
cost, and the part of their cost above the fee is m (1 - F(d - s)) - kept (1 - F(d)) a subscriber, F being the standard
normal distribution (partial expectations of the lognormal, as in Johnson, Kotz and Balakrishnan, "Continuous Univariate
Distributions" 1, 1994, chapter 14). The tail is not cut off at any cap.
"""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np

from core.comparison.document import Comparison
from core.engine.formula_value import formula_value
from core.engine.plan import plan_for
from core.formula.grammar import parse
from core.formula.normal import Floats
from core.model.definition import FlatPlan
from core.record import record
from core.wording.text import Text

_NORMAL = NormalDist()
TOP = 0.1  # "the heaviest tenth"


@record
class FlatPlanAnswer:
    """One plan of one alternative, in USD a user and month; shares are of its subscribers or of their serving cost.

    `kept`: what the fee leaves for serving. `above`: share of subscribers who cost more than that; `above_cost`: their
    share of the cost; `subsidy`: their cost above the fee, spread over all subscribers; `top_cost`: share of the cost
    that the heaviest tenth causes; `left`: what is left of the fee after the average cost. NaN: not defined.
    """

    id: str
    label: Text
    fee: float
    kept: float
    mean_cost: float
    spread: float
    above: float
    above_cost: float
    subsidy: float
    top_cost: float

    @property
    def left(self) -> float:
        """What an average subscriber leaves, or costs beyond the fee where negative."""
        return self.kept - self.mean_cost

    def times(self, factor: float) -> FlatPlanAnswer:
        """The same with every amount so many times as large: by another period, or in another currency."""
        amounts = {name: getattr(self, name) * factor for name in ("fee", "kept", "mean_cost", "subsidy")}
        return replace(self, **amounts)

    def cost_at(self, share: Floats) -> Floats:
        """What serving costs at each share of the subscribers, sorted from the lightest (0) to the heaviest (1)."""
        sigma = _sigma(self.spread)
        inside = np.clip(share, 1e-9, 1 - 1e-9)
        places = np.array([_NORMAL.inv_cdf(p) for p in inside.tolist()])
        return self.mean_cost * np.exp(sigma * places - sigma * sigma / 2)


def flat_plans(comparison: Comparison, alternative: str) -> tuple[FlatPlanAnswer, ...]:
    """Every flat plan of an alternative, in the order of its business model; empty where it sells none.

    Raises `UsageError` for an unknown alternative.
    """
    model = comparison.model_of(alternative)
    if not model.flat_plans:
        return ()
    figures = plan_for(model).evaluate(comparison.values_of(alternative))
    return tuple(_answer(plan, figures) for plan in model.flat_plans)


def _answer(plan: FlatPlan, figures: dict[str, float]) -> FlatPlanAnswer:
    fee, kept, cost, spread = (
        formula_value(parse(formula), figures) for formula in (plan.fee, plan.kept, plan.cost, plan.spread)
    )
    above, above_cost = _shares_above(kept, cost, spread)
    sigma = _sigma(spread)
    return FlatPlanAnswer(
        plan.id,
        plan.label,
        fee,
        kept,
        cost,
        spread,
        above,
        above_cost,
        subsidy=cost * above_cost - kept * above,
        top_cost=_NORMAL.cdf(sigma - _NORMAL.inv_cdf(1 - TOP)),
    )


def _sigma(spread: float) -> float:
    return math.sqrt(math.log1p(spread * spread))


def _shares_above(kept: float, cost: float, spread: float) -> tuple[float, float]:
    """Share of subscribers who cost more than `kept`, and their share of the cost."""
    if not math.isfinite(kept + cost + spread) or cost < 0 or spread < 0:
        return math.nan, math.nan
    if kept <= 0:
        return (1.0, 1.0) if cost > 0 else (0.0, 0.0)
    sigma = _sigma(spread)
    if sigma == 0 or cost == 0:
        return (1.0, 1.0) if cost > kept else (0.0, 0.0)
    d = (math.log(kept) - math.log(cost) + sigma * sigma / 2) / sigma
    return _NORMAL.cdf(-d), _NORMAL.cdf(sigma - d)
