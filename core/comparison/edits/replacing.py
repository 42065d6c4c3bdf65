"""The small steps edits are made of: one part of a comparison replaced, everything else shared with the old one.

These run on every step of a dragged slider, so they copy what changes and validate nothing.
"""

from __future__ import annotations

import re

from core.comparison.document import Comparison
from core.comparison.parts import SHARED, Alternative, Scenario, Setting
from core.comparison.spread import carried_along
from core.comparison.unknown import is_called, unknown_driver, unknown_scenario
from core.errors import EvenkeelError
from core.model.definition import Driver
from core.wording.text import Text, Words, words

_NO_LETTERS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*")


def home_of(comparison: Comparison, where: str, driver: str) -> tuple[str, Driver, Setting]:
    """Where the value lives that `where` uses (its own place or "shared"), the driver's definition, and its setting.

    Raises `UsageError` for a place or driver that does not exist.
    """
    if where == SHARED:
        if driver not in comparison.shared:
            raise unknown_driver(driver, list(comparison.shared), Text("the shared assumptions", "共用假设"))
        return SHARED, shared_definition(comparison, driver), comparison.shared[driver]
    alternative = comparison.alternative(where)
    definition = comparison.driver_of(alternative, driver)
    own = alternative.own.get(driver)
    return (where, definition, own) if own is not None else (SHARED, definition, comparison.shared[driver])


def shared_definition(comparison: Comparison, driver: str) -> Driver:
    """The definition of a shared driver in the first alternative that uses it, else in the first that has it."""
    users = [a for a in comparison.alternatives if driver not in a.own]
    for alternative in (*users, *comparison.alternatives):
        for definition in comparison.models[alternative.model].drivers:
            if definition.id == driver:
                return definition
    raise unknown_driver(driver, list(comparison.shared), Text("the shared assumptions", "共用假设"))


def has_driver(comparison: Comparison, alternative: Alternative, driver: str) -> bool:
    """Whether the business model of an alternative has this driver."""
    return any(definition.id == driver for definition in comparison.models[alternative.model].drivers)


def moved(setting: Setting, value: float) -> Setting:
    """The setting with another value, which its distribution follows."""
    distribution = carried_along(setting.distribution, setting.value, value)
    return setting.but(value=value, distribution=distribution)


def with_setting(comparison: Comparison, home: str, driver: str, setting: Setting) -> Comparison:
    """The comparison with one setting in its place, which `home_of` gave."""
    if home == SHARED:
        return comparison.but(shared={**comparison.shared, driver: setting})
    alternative = comparison.alternative(home)
    return with_alternative(comparison, alternative.but(own={**alternative.own, driver: setting}))


def with_alternative(comparison: Comparison, changed: Alternative) -> Comparison:
    """The comparison with the alternative of the same id replaced."""
    alternatives = tuple(changed if a.id == changed.id else a for a in comparison.alternatives)
    return comparison.but(alternatives=alternatives)


def with_scenario(comparison: Comparison, name: Words, changed: Scenario) -> Comparison:
    """The comparison with the scenario called `name` replaced."""
    old = scenario_called(comparison, name)
    scenarios = tuple(changed if s is old else s for s in comparison.scenarios)
    return comparison.but(scenarios=scenarios)


def scenario_called(comparison: Comparison, name: Words) -> Scenario:
    """The scenario of this name, in either language. Raises `UsageError` naming the closest one."""
    for scenario in comparison.scenarios:
        if is_called(scenario.name, name):
            return scenario
    raise unknown_scenario(words(name, "en"), [scenario.name for scenario in comparison.scenarios])


def checked_name(name: Words) -> Words:
    """`name` in one line. Raises `EvenkeelError` when there is nothing to read in it."""
    name = Text(in_one_line(name.en), in_one_line(name.zh)) if isinstance(name, Text) else in_one_line(name)
    if not words(name, "en") or not words(name, "zh"):
        raise EvenkeelError(Text("A name cannot be empty.", "名称不能为空。"))
    return name


def in_one_line(name: str) -> str:
    """Tabs, line breaks and whatever else has no letter of its own as a space; they come along with what is pasted."""
    return _NO_LETTERS.sub(" ", name).strip()


def refuse_taken(name: Words, taken: list[Words]) -> None:
    """Raises `EvenkeelError` when another scenario or checkpoint answers to this name already."""
    if any(is_called(other, words(name, language)) for other in taken for language in ("en", "zh")):
        problem = Text('There is already one called "{name}".', "已有名为“{name}”的一项。")
        raise EvenkeelError(problem.filled(name=name), remedy=Text("Choose another name.", "请换一个名称。"))
