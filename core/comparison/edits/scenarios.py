"""Edits of scenarios: named sets of driver values over the comparison, kept as differences from it."""

from __future__ import annotations

from collections.abc import Mapping

from core.comparison.correlated import correlations_unlinked
from core.comparison.document import Comparison
from core.comparison.edits.replacing import (
    checked_name,
    home_of,
    moved,
    refuse_taken,
    scenario_called,
    with_alternative,
    with_scenario,
)
from core.comparison.parts import SHARED, Scenario, Setting
from core.comparison.values import checked_value
from core.wording.text import Words


def add_scenario(
    comparison: Comparison, name: Words, changes: Mapping[str, Mapping[str, float]] | None = None
) -> Comparison:
    """One more scenario, with the values it changes: where (an alternative's id or "shared"), driver, value."""
    name = checked_name(name)
    refuse_taken(name, [scenario.name for scenario in comparison.scenarios])
    changed = comparison.but(scenarios=(*comparison.scenarios, Scenario(name=name)))
    for where, values in (changes or {}).items():
        for driver, value in values.items():
            changed = set_in_scenario(changed, name, where, driver, value)
    return changed


def rename_scenario(comparison: Comparison, name: Words, new_name: Words) -> Comparison:
    """A scenario under another name."""
    scenario = scenario_called(comparison, name)
    new_name = checked_name(new_name)
    if scenario.name == new_name:
        return comparison
    refuse_taken(new_name, [other.name for other in comparison.scenarios if other is not scenario])
    return with_scenario(comparison, name, scenario.but(name=new_name))


def remove_scenario(comparison: Comparison, name: Words) -> Comparison:
    """Without one scenario."""
    scenario = scenario_called(comparison, name)
    return comparison.but(scenarios=tuple(s for s in comparison.scenarios if s is not scenario))


def set_in_scenario(comparison: Comparison, name: Words, where: str, driver: str, value: float) -> Comparison:
    """A driver set in a scenario only: for all that share it, or for the one alternative that has it as its own."""
    scenario = scenario_called(comparison, name)
    home, definition, _ = home_of(comparison, where, driver)
    number = checked_value(definition, value)
    place = where if driver in scenario.changes.get(where, {}) else home
    values = scenario.changes.get(place, {})
    if values.get(driver) == number:
        return comparison
    changes = {**scenario.changes, place: {**values, driver: number}}
    return with_scenario(comparison, name, scenario.but(changes=changes))


def clear_in_scenario(comparison: Comparison, name: Words, where: str, driver: str) -> Comparison:
    """A driver in a scenario back at what the comparison says."""
    scenario = scenario_called(comparison, name)
    home, _, _ = home_of(comparison, where, driver)
    place = where if driver in scenario.changes.get(where, {}) else home
    values = scenario.changes.get(place, {})
    if driver not in values:
        return comparison
    rest = {id: value for id, value in values.items() if id != driver}
    changes = {key: old for key, old in {**scenario.changes, place: rest}.items() if old}
    return with_scenario(comparison, name, scenario.but(changes=changes))


def apply_scenario(comparison: Comparison, name: Words) -> Comparison:
    """The comparison as the scenario has it. A linked driver that a scenario changes for one alternative alone is
    unlinked there."""
    scenario = scenario_called(comparison, name)
    changed = comparison
    shared = _with_values(comparison.shared, scenario.changes.get(SHARED, {}))
    if shared != comparison.shared:
        changed = changed.but(shared=shared)
    for alternative in comparison.alternatives:
        values = scenario.changes.get(alternative.id, {})
        before = {id: alternative.own.get(id) or shared[id] for id in values}
        own = {**alternative.own, **_with_values(before, values)}
        kept = {id: s for id, s in own.items() if id in alternative.own or s != shared[id]}
        if kept != alternative.own:
            changed = with_alternative(changed, alternative.but(own=kept))
            for id in [id for id in kept if id not in alternative.own]:
                correlations = correlations_unlinked(changed.correlations, alternative.id, id)
                changed = changed.but(correlations=correlations)
    return changed


def _with_values(settings: Mapping[str, Setting], values: Mapping[str, float]) -> dict[str, Setting]:
    return {
        id: moved(setting, values[id]) if values.get(id, setting.value) != setting.value else setting
        for id, setting in settings.items()
    }
