"""Who wins where? Two drivers over two ranges: the target of every alternative at every point, who has the greatest
and by how much, and the line on which each breaks even."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from core.comparison.document import Comparison
from core.comparison.unknown import unknown_driver
from core.comparison.values import checked_value
from core.engine.plan import plan_for
from core.errors import UsageError
from core.formula.normal import Floats
from core.model.definition import Driver
from core.questions.break_even import OPERATING_PROFIT
from core.questions.results import target_line
from core.questions.search.contour import Polyline, zero_lines
from core.record import record
from core.wording.text import Text

MOST_POINTS = 250_000  # in all; more than any chart can show, and answered while one waits


@record
class Axis:
    """A driver from `low` to `high` at `count` points, in the driver's own unit."""

    driver: str
    low: float
    high: float
    count: int

    @property
    def values(self) -> Floats:
        """The points, both ends included."""
        return np.linspace(self.low, self.high, self.count)


@record(eq=False)
class Grid:
    """All arrays have one row for each y and one column for each x; NaN: not defined.

    `values`: the target by alternative. `winner`: the number of the alternative with the greatest value, the first of
    equals, -1 where none is defined. `margin`: how far it lies above the second (NaN: there is none). `break_even`:
    by alternative, the lines on which its operating profit is zero.
    """

    x: Axis
    y: Axis
    target: str
    alternatives: tuple[str, ...]
    values: Mapping[str, Floats]
    winner: NDArray[np.int8]
    margin: Floats
    break_even: Mapping[str, tuple[Polyline, ...]]

    def winner_ids(self) -> list[list[str | None]]:
        """The winners by id."""
        names = np.array([*self.alternatives, None], dtype=object)
        winners: list[list[str | None]] = names[self.winner].tolist()
        return winners


def _plain(_driver: str, typed: str) -> float:
    return float(typed)


def parse_axis(text: str, read: Callable[[str, str], float] = _plain) -> Axis:
    """The axis written as DRIVER=LOW:HIGH:COUNT; `read` makes a number of the text given for a driver.

    Raises `UsageError` for anything else, and what `read` raises.
    """
    driver, _, rest = (part.strip() for part in text.partition("="))
    parts = rest.split(":")
    try:
        count = float(parts[2])
        if len(parts) == 3 and driver and count.is_integer():
            return Axis(driver, read(driver, parts[0]), read(driver, parts[1]), int(count))
    except (ValueError, IndexError):
        pass
    raise UsageError(
        Text(f'"{text}" is not an axis.', f"“{text}”不是坐标轴。"),
        remedy=Text(
            "Write an assumption, a range and a number of points, such as utilisation=0.2:0.8:25.",
            "请写成“假设=下限:上限:点数”，例如 utilisation=0.2:0.8:25。",
        ),
    )


def grid(comparison: Comparison, x: Axis, y: Axis, target: str = OPERATING_PROFIT) -> Grid:
    """The map over two drivers; each is changed in every alternative that has it, linked or not.

    Raises `UsageError` for a driver or line that does not exist, the same driver twice, a range that is empty, too few
    or too many points, and `EvenkeelError` for values that make no sense.
    """
    _check(comparison, x, y)
    ids = tuple(alternative.id for alternative in comparison.alternatives)
    results = {id: _evaluated(comparison, id, x, y, target) for id in ids}
    values = {id: found[0] for id, found in results.items()}
    winner, margin = _winners(list(values.values()))
    break_even = {id: zero_lines(x.values, y.values, found[1]) for id, found in results.items()}
    return Grid(x, y, target, ids, values, winner, margin, break_even)


def _evaluated(comparison: Comparison, alternative: str, x: Axis, y: Axis, target: str) -> tuple[Floats, Floats]:
    """The target and the operating profit of one alternative at every point."""
    model = comparison.model_of(alternative)
    values: dict[str, float | Floats] = {**comparison.values_of(alternative)}
    for axis, points in ((x, x.values[None, :]), (y, y.values[:, None])):
        if axis.driver in values:
            values[axis.driver] = points
    outputs = plan_for(model).evaluate_arrays(values, [target_line(model, target), OPERATING_PROFIT])
    shape = (y.count, x.count)
    return np.broadcast_to(outputs[target], shape), np.broadcast_to(outputs[OPERATING_PROFIT], shape)


def _winners(values: list[Floats]) -> tuple[NDArray[np.int8], Floats]:
    stack = np.stack([np.where(np.isnan(value), -np.inf, value) for value in values])
    winner = np.argmax(stack, axis=0).astype(np.int8)
    best = np.max(stack, axis=0)
    winner[np.isneginf(best)] = -1
    if len(values) == 1:
        return winner, np.full(best.shape, np.nan)
    second = np.partition(stack, len(values) - 2, axis=0)[-2]
    return winner, np.where(np.isneginf(second), np.nan, best - np.where(np.isneginf(second), 0.0, second))


def _check(comparison: Comparison, x: Axis, y: Axis) -> None:
    if x.driver == y.driver:
        raise UsageError(
            Text(f'Both axes show "{x.driver}".', f"两个坐标轴都是“{x.driver}”。"),
            remedy=Text("Choose two different assumptions.", "请选择两个不同的假设。"),
        )
    _check_size(x, y)
    for axis in (x, y):
        _check_range(axis)
        for driver in _definitions(comparison, axis.driver):
            for value in (axis.low, axis.high, axis.values[1]):
                checked_value(driver, float(value))


def _check_size(x: Axis, y: Axis) -> None:
    for axis in (x, y):
        if axis.count < 2:
            counted = "1 point" if axis.count == 1 else f"{axis.count:,} points"
            raise UsageError(
                Text(f"{counted} cannot be shown for {axis.driver}.", f"{axis.driver} 不能取 {axis.count:,} 个点。"),
                remedy=Text("Ask for at least 2.", "请至少取 2 个点。"),
            )
    if x.count * y.count > MOST_POINTS:
        raise UsageError(
            Text(
                f"A map of {x.count:,} times {y.count:,} points is too large.",
                f"{x.count:,} × {y.count:,} 个点的图太大了。",
            ),
            remedy=Text(
                f"Ask for at most {MOST_POINTS:,} in all, such as 500 times 500.",
                f"总点数请不超过 {MOST_POINTS:,}，例如 500 × 500。",
            ),
        )


def _check_range(axis: Axis) -> None:
    if not (math.isfinite(axis.low) and math.isfinite(axis.high)):
        raise UsageError(
            Text(f"The range of {axis.driver} has an end that is no number.", f"{axis.driver} 的范围有一端不是数值。"),
            remedy=Text("Give two finite numbers.", "请给出两个有限的数值。"),
        )
    if not axis.low < axis.high:
        raise UsageError(
            Text(f"The range of {axis.driver} is empty.", f"{axis.driver} 的范围为空。"),
            remedy=Text("Its low end must lie below its high end.", "下限必须小于上限。"),
        )


def _definitions(comparison: Comparison, driver: str) -> list[Driver]:
    """The definitions of a driver in every alternative that has it. Raises `UsageError` when none has."""
    drivers = [d for alternative in comparison.alternatives for d in comparison.model_of(alternative).drivers]
    found = [d for d in drivers if d.id == driver]
    if not found:
        raise unknown_driver(driver, list(dict.fromkeys(d.id for d in drivers)), Text("this comparison", "这份对比"))
    return found
