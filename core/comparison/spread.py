"""How uncertain a value is, as a person says it: a range around it. Distributions are made from a range, turned into
another kind that is as wide, and carried along when the value itself is moved."""

from __future__ import annotations

from typing import Literal

from core.comparison.distribution import (
    Discrete,
    Distribution,
    Lognormal,
    Normal,
    Pert,
    Triangular,
    Uniform,
)
from core.comparison.values import checked_value
from core.model.definition import Driver
from core.wording.text import Text

Kind = Literal["pert", "triangular", "uniform", "normal", "lognormal"]

KINDS: dict[Kind, Text] = {
    "pert": Text("Most likely at the value", "取值处最可能"),
    "triangular": Text("Triangle", "三角形"),
    "uniform": Text("All equally likely", "可能性均等"),
    "normal": Text("Bell curve", "钟形曲线"),
    "lognormal": Text("Long tail upwards", "上方长尾"),
}

# A beta-PERT between two ends has a sixth of their distance as its standard deviation, and a bell curve has nearly all
# of its weight within three standard deviations to either side: the same ends serve all kinds.
_SPREADS_BETWEEN_ENDS = 6.0


def value_between(low: float, high: float, value: float) -> float:
    """The value itself where it lies between these ends, else their middle."""
    return value if low <= value <= high else low / 2 + high / 2


def between(driver: Driver, low: float, high: float, value: float, kind: Kind = "pert") -> Distribution:
    """The distribution of a driver from `low` to `high`, most likely at `value` where that lies between them, else in
    the middle. Raises `EvenkeelError` for ends that make no sense for the driver, or are the same."""
    low, high = _checked_end(driver, low), _checked_end(driver, high)
    mode = value_between(low, high, value)
    if kind == "uniform":
        return Uniform(low=low, high=high)
    if kind in ("pert", "triangular"):
        return (Pert if kind == "pert" else Triangular)(low=low, mode=mode, high=high)
    mean, sd = (low + 4 * mode + high) / 6, (high - low) / _SPREADS_BETWEEN_ENDS
    return (Normal if kind == "normal" else Lognormal)(mean=mean, sd=sd)


def ends_of(distribution: Distribution) -> tuple[float, float]:
    """Where a distribution begins and ends for a person: its ends, its least and greatest outcome, or three standard
    deviations to either side of its mean."""
    if isinstance(distribution, Normal | Lognormal):
        reach = distribution.sd * _SPREADS_BETWEEN_ENDS / 2
        return distribution.mean - reach, distribution.mean + reach
    if isinstance(distribution, Discrete):
        return min(distribution.values), max(distribution.values)
    return distribution.low, distribution.high


def turned_into(driver: Driver, distribution: Distribution, kind: Kind, value: float) -> Distribution:
    """A distribution of another kind that reaches as far, as far as that makes sense for the driver."""
    low, high = (_sensible(driver, end) for end in ends_of(distribution))
    return between(driver, low, high, value, kind)


def carried_along(distribution: Distribution | None, before: float, after: float) -> Distribution | None:
    """The distribution of a value that is moved: what was most likely, or the mean, goes with the value as far as the
    distribution allows. One that was not centred on the value is left alone."""
    match distribution:
        case Pert(low=low, high=high) | Triangular(low=low, high=high):
            if distribution.mode == _within(before, low, high):
                return distribution.but(mode=_within(after, low, high))
        case Normal(mean=mean) if mean == before:
            return distribution.but(mean=after)
        case Lognormal(mean=mean) if mean == before and after > 0:
            return distribution.but(mean=after)
    return distribution


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _checked_end(driver: Driver, end: float) -> float:
    """An end may touch what is no possible value itself: drawing cuts it off."""
    return float(end) if end == driver.minimum else checked_value(driver, end)


def _sensible(driver: Driver, end: float) -> float:
    low = end if driver.minimum is None else max(end, driver.minimum)
    return low if driver.maximum is None else min(low, driver.maximum)
