"""How users and drifting drivers move over the months to come: each as an array with one value a month."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.comparison.outlook import Drift, ExponentialGrowth, LogisticGrowth, NoGrowth, Outlook
from core.comparison.parts import SHARED
from core.errors import EvenkeelError
from core.formula.normal import Floats
from core.model.definition import BusinessModel, Driver
from core.questions.search.curves import USERS
from core.record import record
from core.wording.text import Text

AnyGrowth = NoGrowth | ExponentialGrowth | LogisticGrowth
_ROUNDING = 1e-12  # 1,210 users computed as 1,209.9999999999998 are 1,210


@record
class Course:
    """The outlook of one alternative: `investment` and `balance` in USD, `discount_rate` a share a year."""

    months: int
    discount_rate: float
    growth: AnyGrowth
    drifts: Mapping[str, Drift]
    investment: float
    balance: float | None


@record
class Held:
    """A driver that drifts against the end of what makes sense and stays there from `month` on."""

    driver: str
    month: int
    value: float


def course_of(outlook: Outlook, alternative: str) -> Course:
    """What holds for one alternative: its own settings, else the shared ones."""
    return Course(
        months=outlook.months,
        discount_rate=outlook.discount_rate,
        growth=outlook.growth.get(alternative) or outlook.growth.get(SHARED) or NoGrowth(),
        drifts={**outlook.drifts.get(SHARED, {}), **outlook.drifts.get(alternative, {})},
        investment=outlook.investment.get(alternative, outlook.investment.get(SHARED, 0.0)),
        balance=outlook.balance.get(alternative, outlook.balance.get(SHARED)),
    )


def monthly_values(
    model: BusinessModel, values: Mapping[str, float], course: Course
) -> tuple[dict[str, float | Floats], tuple[Held, ...]]:
    """The drivers over the months: those that move as arrays, the others as the numbers they are.

    Month 1 is `values`; users are whole in every month, rounded down. A driver stops at the smallest or greatest value
    that makes sense for it. Raises `EvenkeelError` where it would have to stop at a value that makes no sense itself
    (machines that are never busy), or grows beyond all numbers.
    """
    passed = np.arange(float(course.months))
    result: dict[str, float | Floats] = dict(values)
    held: list[Held] = []
    for driver in model.drivers:
        if driver.id == USERS:
            result[USERS] = _whole(_finite(driver, grown(values[USERS], course.growth, passed)))
        elif driver.id in course.drifts:
            free = _finite(driver, drifted(values[driver.id], course.drifts[driver.id], passed))
            result[driver.id] = kept = _kept(driver, free)
            if np.any(kept != free):
                month = int(np.argmax(kept != free))
                held.append(Held(driver.id, month + 1, float(kept[month])))
    return result, tuple(held)


def grown(users: float, growth: AnyGrowth, passed: Floats) -> Floats:
    """Users after so many months, not rounded."""
    match growth:
        case ExponentialGrowth(monthly=monthly):
            return _compounded(users, monthly, passed)
        case LogisticGrowth(monthly=monthly, ceiling=ceiling) if users > 0:
            with np.errstate(over="ignore"):
                return ceiling / (1 + (ceiling / users - 1) * (1 + monthly) ** -passed)
    return np.full_like(passed, users)


def drifted(value: float, drift: Drift, passed: Floats) -> Floats:
    """A driver after so many months."""
    if drift.kind == "amount":
        return value + drift.monthly * passed
    return _compounded(value, drift.monthly, passed)


def _compounded(value: float, monthly: float, passed: Floats) -> Floats:
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        return np.asarray(value * (1 + monthly) ** passed, dtype=np.float64)


def _whole(users: Floats) -> Floats:
    return np.floor(users * (1 + _ROUNDING))


def _kept(driver: Driver, values: Floats) -> Floats:
    lowest = -np.inf if driver.minimum is None else driver.minimum
    highest = np.inf if driver.maximum is None else driver.maximum
    kept = np.clip(values, lowest, highest)
    if driver.above_minimum and np.any(kept == lowest):
        raise _senseless(
            driver,
            int(np.argmax(kept == lowest)),
            Text("It must stay above its smallest value.", "该假设必须高于其下限。"),
        )
    return kept


def _finite(driver: Driver, values: Floats) -> Floats:
    if not np.all(np.isfinite(values)):
        beyond = int(np.argmin(np.isfinite(values)))
        raise _senseless(driver, beyond, Text("It grows beyond all numbers.", "数值增长超出可计算范围。"))
    return values


def _senseless(driver: Driver, place: int, reason: Text) -> EvenkeelError:
    title = Text(
        'The change of "{label}" a month cannot go on beyond month {month}.',
        "“{label}”的月度变化到第 {month} 个月后无法继续。",
    )
    return EvenkeelError(
        title.filled(label=driver.label, month=place),
        reason,
        Text("Choose a smaller change, or fewer months.", "请减小每月变化，或缩短月数。"),
    )
