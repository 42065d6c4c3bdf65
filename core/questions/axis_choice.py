"""Which two drivers are worth setting against each other, and over which range?"""

from __future__ import annotations

import math

import numpy as np

from core.comparison.document import Comparison
from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.model.definition import Driver
from core.questions.break_even import OPERATING_PROFIT
from core.questions.grid import Axis, grid
from core.questions.search.curves import USERS
from core.questions.search.levers import WHOLE_UNITS, lever
from core.wording.unit_words import SWITCH

BUSY_SHARE = "utilisation"  # what decides most about serving, and everybody can picture
FIRST_LOOKED_AT = "price"  # a group: what a seller can decide by itself comes next
BEYOND_NOW = 2.5  # how far an axis of users goes beyond those of now
_POINTS = 24
_LEAST_SHARE = 0.02  # of a map, besides the most frequent winner's


def drivers_to_vary(comparison: Comparison) -> dict[str, Driver]:
    """Every driver of the comparison that can stand on an axis, by id, as the first alternative with it defines it."""
    drivers: dict[str, Driver] = {}
    for alternative in comparison.alternatives:
        for driver in comparison.model_of(alternative).drivers:
            if driver.unit != SWITCH:
                drivers.setdefault(driver.id, driver)
    return drivers


def values_now(comparison: Comparison, driver: str) -> dict[str, float]:
    """The value of a driver in each alternative that has it, by the alternative's id."""
    values = {}
    for alternative in comparison.alternatives:
        if driver in alternative.own:
            values[alternative.id] = alternative.own[driver].value
        elif driver in comparison.shared and any(d.id == driver for d in comparison.model_of(alternative).drivers):
            values[alternative.id] = comparison.shared[driver].value
    return values


def axis_for(comparison: Comparison, driver: str, count: int) -> Axis:
    """A driver over its plausible range, widened where a value of now lies outside; users from 0 to some way beyond
    those of now. Raises `UsageError` for a driver that no alternative has."""
    now = values_now(comparison, driver)
    levers = [
        lever(comparison.driver_of(id, driver), value, comparison.setting_of(id, driver).range, id)
        for id, value in now.items()
    ]
    if not levers:
        comparison.driver_of(comparison.alternatives[0], driver)
    least = max(one.least for one in levers)
    low, high = max(least, min(one.low for one in levers)), max(one.high for one in levers)
    if driver == USERS and max(now.values()) > 0:
        low, high = least, _rounded_up(BEYOND_NOW * max(now.values()))
    low, high = min(low, *now.values()), max(high, *now.values())
    return Axis(driver, low, high if high > low else low + (abs(low) or 1.0), count)


def is_whole(driver: Driver) -> bool:
    """Whether only whole numbers of it make sense."""
    return driver.unit in WHOLE_UNITS


def telling_pair(comparison: Comparison) -> tuple[str, str]:
    """Users, and how busy the machines are; where that changes no winner, the price over which winners change most
    evenly, else any other driver. None of them has an axis below zero, which nobody could make sense of at first, or a
    different value in each alternative, which the map would have to make the same."""
    drivers = [driver for driver in drivers_to_vary(comparison).values() if driver.id != USERS]
    plain = [driver for driver in drivers if _plain(comparison, driver.id)]
    busy = [driver for driver in plain if driver.id == BUSY_SHARE]
    prices = [driver for driver in plain if driver.group == FIRST_LOOKED_AT]
    for candidates in (busy, prices, plain):
        told = {driver.id: _told(comparison, driver.id) for driver in candidates}
        best = max(told, key=lambda id: told[id], default=None)
        if best is not None and told[best] > (1, _LEAST_SHARE):
            return USERS, best
    return USERS, (prices or plain or drivers)[0].id


def _plain(comparison: Comparison, driver: str) -> bool:
    one_value = len(set(values_now(comparison, driver).values())) == 1
    return one_value and axis_for(comparison, driver, _POINTS).low >= 0


def _told(comparison: Comparison, driver: str) -> tuple[int, float]:
    """How many different winners a map over users and this driver has, and how much of it is not the most frequent's;
    "nobody makes a profit" counts as one."""
    try:
        found = grid(comparison, axis_for(comparison, USERS, _POINTS), axis_for(comparison, driver, _POINTS))
    except EvenkeelError:
        return 0, 0.0
    best = np.max(np.stack([np.nan_to_num(values, nan=-np.inf) for values in found.values.values()]), axis=0)
    _, counts = np.unique(np.where(best < 0, -1, found.winner), return_counts=True)
    return len(counts), 1 - float(counts.max() / counts.sum())


def values_at(comparison: Comparison, settings: dict[str, float], target: str = OPERATING_PROFIT) -> dict[str, float]:
    """The target of every alternative with some drivers set otherwise, in every alternative that has them; NaN where
    not defined."""
    results = {}
    for alternative in comparison.alternatives:
        values = comparison.values_of(alternative.id)
        moved = values | {driver: value for driver, value in settings.items() if driver in values}
        results[alternative.id] = plan_for(comparison.model_of(alternative)).evaluate(moved)[target]
    return results


def _rounded_up(value: float) -> float:
    """To two digits."""
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return math.ceil(value / step - 1e-9) * step
