"""Edits of one driver: its value and what is known about it.

`where` is an alternative's id or "shared". What an alternative has linked is changed in the shared place, for all.
"""

from __future__ import annotations

from typing import Any

from core.comparison.distribution import Distribution
from core.comparison.document import Comparison
from core.comparison.edits.links import unlink
from core.comparison.edits.replacing import has_driver, home_of, moved, with_setting
from core.comparison.unknown import unknown_driver
from core.comparison.values import checked_range, checked_value
from core.model.definition import Range, Source
from core.wording.text import Text, Words


def set_value(comparison: Comparison, where: str, driver: str, value: float) -> Comparison:
    """A driver set to a value in its own unit. How uncertain it is goes along: the most likely value moves."""
    home, definition, setting = home_of(comparison, where, driver)
    number = checked_value(definition, value)
    if number == setting.value:
        return comparison
    return with_setting(comparison, home, driver, moved(setting, number))


def set_own_value(comparison: Comparison, alternative: str, driver: str, value: float) -> Comparison:
    """A driver set for one alternative alone: unlinked first where it is shared and the value differs."""
    _, definition, setting = home_of(comparison, comparison.alternative(alternative).id, driver)
    if checked_value(definition, value) == setting.value:
        return comparison
    return set_value(unlink(comparison, alternative, driver), alternative, driver, value)


def set_everywhere(comparison: Comparison, driver: str, value: float) -> Comparison:
    """A driver set in every alternative that has it, linked or not."""
    holders = [a.id for a in comparison.alternatives if has_driver(comparison, a, driver)]
    if not holders:
        known = {d.id: None for a in comparison.alternatives for d in comparison.model_of(a).drivers}
        raise unknown_driver(driver, list(known), Text("this comparison", "这份对比"))
    for id in holders:
        comparison = set_value(comparison, id, driver, value)
    return comparison


def reset_value(comparison: Comparison, where: str, driver: str) -> Comparison:
    """A driver back at the value it started from: the example's or its source's, else the definition's default."""
    _, definition, setting = home_of(comparison, where, driver)
    start = definition.default if setting.start is None else setting.start
    return set_value(comparison, where, driver, start)


def set_range(comparison: Comparison, where: str, driver: str, plausible: Range | None) -> Comparison:
    """A plausible range of one's own, or None for the definition's."""
    _, definition, _ = home_of(comparison, where, driver)
    return _changed(
        comparison, where, driver, range=None if plausible is None else checked_range(definition, plausible)
    )


def set_source(comparison: Comparison, where: str, driver: str, source: Source | None) -> Comparison:
    """Where the present value comes from, or None for nowhere but the definition."""
    _, _, setting = home_of(comparison, where, driver)
    start = setting.start if source is None else setting.value
    return _changed(comparison, where, driver, source=source, start=start)


def set_note(comparison: Comparison, where: str, driver: str, note: Words) -> Comparison:
    """A note beside the value."""
    return _changed(comparison, where, driver, note=note)


def set_private(comparison: Comparison, where: str, driver: str, private: bool) -> Comparison:
    """Whether the value is left out when the comparison is handed on as a template."""
    return _changed(comparison, where, driver, private=private)


def set_distribution(comparison: Comparison, where: str, driver: str, distribution: Distribution | None) -> Comparison:
    """How uncertain the value is, or None for certain."""
    return _changed(comparison, where, driver, distribution=distribution)


def _changed(comparison: Comparison, where: str, driver: str, **fields: Any) -> Comparison:
    home, _, setting = home_of(comparison, where, driver)
    if all(getattr(setting, name) == value for name, value in fields.items()):
        return comparison
    return with_setting(comparison, home, driver, setting.but(**fields))
