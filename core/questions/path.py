"""When is the money back? Month by month: users, profit, cash, what has gathered, and what the whole is worth."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.formula.normal import Floats
from core.model.definition import BusinessModel
from core.questions.break_even import OPERATING_PROFIT
from core.questions.over_time.months import Course, Held, course_of, monthly_values
from core.questions.over_time.present_value import internal_rates, monthly_rate, net_present_value, yearly_rate
from core.questions.search.curves import USERS
from core.record import record
from core.wording.text import Text

CASH_FLOW = "cash_flow"
_ROUNDING = 1e-12  # of all the money moved so far: a sum that falls short of zero by less is zero


@record
class Month:
    """One month: users, and USD. `cumulative` is all cash so far, less what was invested up front."""

    month: int
    users: float
    operating_profit: float
    cash: float
    cumulative: float


@record
class Path:
    """The path of one alternative; money in USD, NaN where not defined, None where there is none.

    `investment` is paid in month 0. `deepest_hole`: the lowest cumulative cash, 0 when it never falls below.
    `payback_month`: the first from which cumulative cash stays at or above 0 to the end (0: it was never below);
    `first_back`: the first at which it is back at 0 after having been below. `npv`: present value, each month's cash
    counted at its end. `irr`: the yearly rate at which that is 0, where there is exactly one (see `internal_rates`,
    yearly too). `runway_month`: the first month that ends with less than nothing in the bank (None: lasts to the end,
    or no `starting_balance` was given).
    """

    id: str
    months: tuple[Month, ...]
    investment: float
    discount_rate: float
    deepest_hole: float
    deepest_month: int
    payback_month: int | None
    first_back: int | None
    npv: float
    irr: float | None
    internal_rates: tuple[float, ...]
    starting_balance: float | None
    runway_month: int | None
    held: tuple[Held, ...]
    why_no_irr: Text | None


def paths(comparison: Comparison) -> tuple[Path, ...]:
    """The path of every alternative under the comparison's outlook. Raises `EvenkeelError` as `monthly_values` does."""
    return tuple(path_of(comparison, alternative.id) for alternative in comparison.alternatives)


def path_of(comparison: Comparison, alternative: str) -> Path:
    """The path of one alternative. Raises `UsageError` for an unknown one, and `EvenkeelError` as `monthly_values`."""
    model = comparison.model_of(alternative)
    return path(alternative, model, comparison.values_of(alternative), course_of(comparison.outlook, alternative))


def path(id: str, model: BusinessModel, values: Mapping[str, float], course: Course) -> Path:
    """The path of a business model whose drivers stand at `values` in month 1."""
    moving, held = monthly_values(model, values, course)
    lines = plan_for(model).evaluate_arrays(moving, (OPERATING_PROFIT, CASH_FLOW))
    profit, cash = (np.broadcast_to(lines[id], (course.months,)) for id in (OPERATING_PROFIT, CASH_FLOW))
    flows = np.concatenate([[-course.investment], cash])
    with np.errstate(over="ignore", invalid="ignore"):
        gathered = np.cumsum(flows)
        slack = _ROUNDING * np.cumsum(np.abs(flows))
    gathered[~np.isfinite(gathered)] = np.nan
    lasting, first_back = _payback(gathered, slack)
    rates = internal_rates(flows)
    deepest = int(np.argmin(gathered))  # the first NaN, where there is one
    return Path(
        id=id,
        months=_months(np.broadcast_to(moving[USERS], cash.shape), profit, cash, gathered),
        investment=course.investment,
        discount_rate=course.discount_rate,
        deepest_hole=float(gathered[deepest]),
        deepest_month=deepest,
        payback_month=lasting,
        first_back=first_back,
        npv=net_present_value(flows, monthly_rate(course.discount_rate)),
        irr=yearly_rate(rates[0]) if len(rates) == 1 else None,
        internal_rates=tuple(yearly_rate(rate) for rate in rates),
        starting_balance=course.balance,
        runway_month=None if course.balance is None else _first(course.balance + gathered < -slack),
        held=held,
        why_no_irr=_why_no_irr(flows, len(rates)),
    )


def _months(users: Floats, profit: Floats, cash: Floats, gathered: Floats) -> tuple[Month, ...]:
    rows = zip(users.tolist(), profit.tolist(), cash.tolist(), gathered[1:].tolist(), strict=True)
    return tuple(Month(place, *row) for place, row in enumerate(rows, 1))


def _payback(gathered: Floats, slack: Floats) -> tuple[int | None, int | None]:
    """The month from which the money stays back, and the first in which it is back; months not defined are not back."""
    below = ~(gathered >= -slack)
    if not below.any():
        return 0, None
    last = int(np.flatnonzero(below)[-1])
    start = int(np.argmax(below))
    back = _first(~below[start:])
    return last + 1 if last + 1 < len(gathered) else None, None if back is None else start + back


def _first(flags: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> int | None:
    return int(np.argmax(flags)) if flags.any() else None


def _why_no_irr(flows: Floats, rates: int) -> Text | None:
    if rates == 1:
        return None
    if not np.all(np.isfinite(flows)):
        return Text(
            "There is no rate of return: the cash of some months is not defined.",
            "没有内部收益率：部分月份的现金流无定义。",
        )
    if rates == 0:
        return Text(
            "There is no rate of return: no rate makes what comes in worth what is paid.",
            "没有内部收益率：任何折现率都不能使流入与流出相抵。",
        )
    return Text(
        "There is no single rate of return: {count} rates fit, because cash turns more than once.",
        "内部收益率不唯一：现金流多次变号，有 {count} 个利率符合。",
    ).filled(count=rates)
