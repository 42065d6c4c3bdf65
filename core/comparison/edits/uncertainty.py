"""Edits of how uncertain a driver is, as a person makes them: by a range, by another shape over the same range."""

from __future__ import annotations

from collections.abc import Sequence

from core.comparison.document import Comparison
from core.comparison.edits.replacing import has_driver, home_of
from core.comparison.edits.values import set_distribution, set_value
from core.comparison.spread import Kind, between, turned_into, value_between
from core.wording.unit_words import SWITCH


def set_spread(
    comparison: Comparison, where: str, driver: str, low: float, high: float, value: float | None = None
) -> Comparison:
    """A driver somewhere from `low` to `high`: most likely at `value`, where one is given, which becomes its value.
    Without, most likely at the value it has where that lies between, else in the middle, which becomes its value.

    Raises `EvenkeelError` for ends that make no sense for the driver or leave nothing between them.
    """
    _, definition, setting = home_of(comparison, where, driver)
    value = value_between(low, high, setting.value if value is None else value)
    distribution = between(definition, low, high, value)
    if value != setting.value:
        comparison = set_value(comparison, where, driver, value)
    return set_distribution(comparison, where, driver, distribution)


def set_kind(comparison: Comparison, where: str, driver: str, kind: Kind) -> Comparison:
    """An uncertain driver with another shape that reaches as far; a certain one stays certain."""
    _, definition, setting = home_of(comparison, where, driver)
    if setting.distribution is None or setting.distribution.kind == kind:
        return comparison
    changed = turned_into(definition, setting.distribution, kind, setting.value)
    return set_distribution(comparison, where, driver, changed)


def make_uncertain(comparison: Comparison, drivers: Sequence[str]) -> Comparison:
    """These drivers, wherever they stand and are certain, somewhere in their plausible range, which is stretched to the
    present value. Switches stay as they are."""
    for alternative in comparison.alternatives:
        for driver in drivers:
            if not has_driver(comparison, alternative, driver):
                continue
            _, definition, setting = home_of(comparison, alternative.id, driver)
            if setting.distribution is None and definition.unit != SWITCH:
                usual, value = setting.range or definition.range, setting.value
                low, high = min(usual.low, value), max(usual.high, value)
                comparison = set_spread(comparison, alternative.id, driver, low, high)
    return comparison


def make_certain(comparison: Comparison, where: str, driver: str) -> Comparison:
    """A driver that is its value and nothing else."""
    return set_distribution(comparison, where, driver, None)
