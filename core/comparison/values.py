"""Which values a driver may have at all. The plausible range is advice; these rules are not."""

from __future__ import annotations

import math

from core.errors import EvenkeelError
from core.model.definition import Driver, Range
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.text import Text
from core.wording.unit_words import SWITCH

# Far above the size of what costs or counts, and far below what is divided by; what is reckoned from such
# numbers can still be held. With others answers would be lost on the way, and take minutes to be so.
MOST, LEAST_ABOVE = 1e15, 1e-15


def checked_value(driver: Driver, value: float) -> float:
    """`value` as a float. Raises `EvenkeelError` when it makes no sense: a share of 140 %, a price of -1."""
    if not math.isfinite(value):
        problem = Text("{label} must be a finite number.", "{label}必须是有限的数值。")
        raise EvenkeelError(problem.filled(label=_quoted(driver)))
    if driver.unit == SWITCH and value not in (0, 1):
        problem = Text("{label} is either yes (1) or no (0).", "{label}只能是“是”（1）或“否”（0）。")
        raise EvenkeelError(problem.filled(label=_quoted(driver)))
    if makes_sense(driver, value):
        _refuse_beyond_reckoning(driver, value)
        return float(value)
    problem = Text("{label} cannot be {value}: it must be {limits}.", "{label}不能是 {value}：必须{limits}。")
    raise EvenkeelError(
        problem.filled(label=_quoted(driver), value=_shown(driver, value), limits=_limits(driver)),
    )


def makes_sense(driver: Driver, value: float) -> bool:
    """Whether a finite value lies within what the definition allows at all."""
    if driver.minimum is not None and (value < driver.minimum or (driver.above_minimum and value == driver.minimum)):
        return False
    return driver.maximum is None or value <= driver.maximum


def checked_range(driver: Driver, plausible: Range) -> Range:
    """`plausible` itself. Raises `EvenkeelError` when it is empty or leaves what the definition allows at all."""
    if not plausible.low < plausible.high:
        problem = Text("The range of {label} must start below its end.", "{label}的范围下限必须小于上限。")
        raise EvenkeelError(problem.filled(label=_quoted(driver)))
    for end in (plausible.low, plausible.high):
        _refuse_beyond_reckoning(driver, end)
        if not makes_sense(driver, end) and end != driver.minimum:
            problem = Text(
                "The range of {label} cannot reach {value}: it must stay {limits}.",
                "{label}的范围不能达到 {value}：必须{limits}。",
            )
            raise EvenkeelError(
                problem.filled(label=_quoted(driver), value=_shown(driver, end), limits=_limits(driver))
            )
    return plausible


def _refuse_beyond_reckoning(driver: Driver, value: float) -> None:
    if abs(value) > MOST:
        problem = Text(
            "{label} cannot be reckoned with: it must not be larger than 10¹⁵.",
            "无法用{label}进行计算：它不能大于 10¹⁵。",
        )
        raise EvenkeelError(problem.filled(label=_quoted(driver)))
    if driver.above_minimum and driver.minimum is not None and 0 < value - driver.minimum < LEAST_ABOVE:
        problem = Text(
            "{label} cannot be reckoned with: it is too close to {least}.",
            "无法用{label}进行计算：它太接近 {least}。",
        )
        raise EvenkeelError(problem.filled(label=_quoted(driver), least=_shown(driver, driver.minimum)))


def _limits(driver: Driver) -> Text:
    low, high = driver.minimum, driver.maximum
    parts = []
    if low is not None:
        words = Text("above {low}", "大于 {low}") if driver.above_minimum else Text("at least {low}", "不小于 {low}")
        parts.append(words.filled(low=_shown(driver, low)))
    if high is not None:
        parts.append(Text("at most {high}", "不大于 {high}").filled(high=_shown(driver, high)))
    return Text(" and ".join(part.en for part in parts), "且".join(part.zh for part in parts))


def _quoted(driver: Driver) -> Text:
    return Text(f'"{driver.label.en}"', f"“{driver.label.zh}”")


def _shown(driver: Driver, value: float) -> Text:
    return both(exact_value, value, driver.unit)
