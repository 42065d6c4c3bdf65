"""Edits that decide which alternatives share a driver. Linking to a value that is shared takes that value; every other
change of links keeps all values, those of the scenarios too."""

from __future__ import annotations

from collections.abc import Iterable

from core.comparison.checks import unlike_units
from core.comparison.correlated import correlations_linked, correlations_unlinked
from core.comparison.document import Comparison
from core.comparison.edits.replacing import has_driver, with_alternative
from core.comparison.edits.tidying import tidied
from core.comparison.parts import SHARED, Alternative, Scenario
from core.comparison.values import checked_value
from core.formula.units import parse_unit


def link(comparison: Comparison, alternative: str, driver: str) -> Comparison:
    """An alternative takes the shared value of a driver; where none is shared yet, its own becomes the shared one."""
    if comparison.is_shared(alternative, driver):
        return comparison
    found = comparison.alternative(alternative)
    _refuse_unlike_units(comparison, driver, [alternative])
    if driver in comparison.shared:
        checked_value(comparison.driver_of(found, driver), comparison.shared[driver].value)
        scenarios = tuple(_moved(s, alternative, driver, None) for s in comparison.scenarios)
        correlations = correlations_linked(comparison.correlations, [alternative], driver, SHARED)
        changed = _own_dropped(comparison, [found], driver)
        return changed.but(scenarios=scenarios, correlations=correlations)
    scenarios = tuple(_moved(s, alternative, driver, SHARED) for s in comparison.scenarios)
    shared = {**comparison.shared, driver: found.own[driver]}
    correlations = correlations_linked(comparison.correlations, [alternative], driver, alternative)
    changed = comparison.but(shared=shared, scenarios=scenarios, correlations=correlations)
    return _own_dropped(changed, [found], driver)


def link_everywhere(comparison: Comparison, alternative: str, driver: str) -> Comparison:
    """Every alternative that has this driver shares what `alternative` has."""
    setting = comparison.setting_of(alternative, driver)
    holders = [a for a in comparison.alternatives if has_driver(comparison, a, driver)]
    apart = [a for a in holders if driver in a.own]
    if not apart:
        return comparison
    _refuse_unlike_units(comparison, driver, [a.id for a in holders])
    for holder in holders:
        checked_value(comparison.driver_of(holder, driver), setting.value)
    scenarios = tuple(_taken_over(s, alternative, driver, holders) for s in comparison.scenarios)
    kept = SHARED if comparison.is_shared(alternative, driver) else alternative
    correlations = correlations_linked(comparison.correlations, [a.id for a in holders], driver, kept)
    shared = {**comparison.shared, driver: setting}
    changed = comparison.but(shared=shared, scenarios=scenarios, correlations=correlations)
    return _own_dropped(changed, apart, driver)


def unlink(comparison: Comparison, alternative: str, driver: str) -> Comparison:
    """An alternative gets a value of its own, at first the one it shared."""
    if not comparison.is_shared(alternative, driver):
        return comparison
    found = comparison.alternative(alternative)
    changed = with_alternative(
        comparison, found.but(own={**found.own, driver: comparison.shared[driver]})
    )
    last = not any(has_driver(changed, a, driver) and driver not in a.own for a in changed.alternatives)
    comments = tuple(
        c.but(where=alternative) if last and (c.where, c.about) == (SHARED, driver) else c
        for c in comparison.comments
    )
    scenarios = tuple(_with_own(s, alternative, driver) for s in comparison.scenarios)
    correlations = correlations_unlinked(comparison.correlations, alternative, driver, last=last)
    changed = changed.but(scenarios=scenarios, comments=comments, correlations=correlations)
    return tidied(changed) if last else changed


def _own_dropped(comparison: Comparison, alternatives: Iterable[Alternative], driver: str) -> Comparison:
    for alternative in alternatives:
        own = {id: setting for id, setting in alternative.own.items() if id != driver}
        comparison = with_alternative(comparison, alternative.but(own=own))
    return comparison


def _refuse_unlike_units(comparison: Comparison, driver: str, joining: list[str]) -> None:
    linked = [
        a
        for a in comparison.alternatives
        if has_driver(comparison, a, driver) and (a.id in joining or driver not in a.own)
    ]
    units = {str(parse_unit(comparison.driver_of(a, driver).unit)) for a in linked}
    if len(units) > 1:
        raise unlike_units(driver, units)


def _with_own(scenario: Scenario, alternative: str, driver: str) -> Scenario:
    """The alternative changes in the scenario as it did while it was linked."""
    value = scenario.changes.get(SHARED, {}).get(driver)
    own = scenario.changes.get(alternative, {})
    if value is None or driver in own:
        return scenario
    return scenario.but(changes={**scenario.changes, alternative: {**own, driver: value}})


def _moved(scenario: Scenario, alternative: str, driver: str, to: str | None) -> Scenario:
    """The alternative's own change of the driver dropped, or moved to where it is shared from now on."""
    value = scenario.changes.get(alternative, {}).get(driver)
    if value is None:
        return scenario
    changes = {where: dict(values) for where, values in scenario.changes.items()}
    del changes[alternative][driver]
    if to is not None:
        changes.setdefault(to, {})[driver] = value
    return scenario.but(changes={where: values for where, values in changes.items() if values})


def _taken_over(scenario: Scenario, alternative: str, driver: str, holders: Iterable[Alternative]) -> Scenario:
    """What the scenario makes of the driver in one alternative holds for all that share it."""
    linked = driver not in next(a for a in holders if a.id == alternative).own
    shared = scenario.changes.get(SHARED, {}).get(driver)
    value = scenario.changes.get(alternative, {}).get(driver, shared if linked else None)
    places = {a.id for a in holders} | {SHARED}
    changes = {
        where: {id: v for id, v in values.items() if not (where in places and id == driver)}
        for where, values in scenario.changes.items()
    }
    if value is not None:
        changes.setdefault(SHARED, {})[driver] = value
    changes = {where: values for where, values in changes.items() if values}
    return scenario if changes == scenario.changes else scenario.but(changes=changes)
