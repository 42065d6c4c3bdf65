"""What no longer refers to anything after a change of structure goes with it, in the same step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.comparison.correlated import correlations_within
from core.comparison.document import Comparison
from core.comparison.parts import EVERYWHERE, SHARED, Checkpoint, Scenario
from core.comparison.prospects import prospects_within
from core.model.definition import BusinessModel


def tidied(comparison: Comparison) -> Comparison:
    """Without shared settings and definitions nobody uses, and without what speaks of alternatives that are gone."""
    drivers = {a.id: {d.id: d for d in comparison.models[a.model].drivers} for a in comparison.alternatives}
    used = set().union(*(drivers[a.id].keys() - a.own.keys() for a in comparison.alternatives))
    shared = {id: setting for id, setting in comparison.shared.items() if id in used}
    places = {SHARED: shared.keys(), **drivers}
    kept = {a.model for a in comparison.alternatives}
    outlook, days = prospects_within(comparison.outlook, comparison.days, drivers)
    update: dict[str, Any] = {
        "shared": shared,
        "outlook": outlook,
        "days": days,
        "correlations": correlations_within(
            comparison.correlations, {SHARED: shared, **{a.id: a.own for a in comparison.alternatives}}
        ),
        "scenarios": tuple(_within(scenario, places) for scenario in comparison.scenarios),
        "reference_checks": tuple(c for c in comparison.reference_checks if c.alternative in drivers),
        "comments": tuple(
            c
            for c in comparison.comments
            if c.where == EVERYWHERE or c.where in drivers or (c.where == SHARED and (not c.about or c.about in shared))
        ),
    }
    return with_models(
        comparison.but(**update), {id: model for id, model in comparison.models.items() if id in kept}
    )


def _within(scenario: Scenario, places: Mapping[str, Any]) -> Scenario:
    changes = {
        where: {id: value for id, value in values.items() if id in places[where]}
        for where, values in scenario.changes.items()
        if where in places
    }
    changes = {where: values for where, values in changes.items() if values}
    return scenario if changes == scenario.changes else scenario.but(changes=changes)


def with_models(comparison: Comparison, models: dict[str, BusinessModel]) -> Comparison:
    """With other definitions; every checkpoint keeps the definitions it was made with."""
    checkpoints = tuple(_keeping(checkpoint, comparison.models, models) for checkpoint in comparison.checkpoints)
    return comparison.but(models=models, checkpoints=checkpoints)


def _keeping(checkpoint: Checkpoint, old: dict[str, BusinessModel], new: dict[str, BusinessModel]) -> Checkpoint:
    state = checkpoint.state
    needed = {id: state.models.get(id) or old[id] for id in dict.fromkeys(a.model for a in state.alternatives)}
    own = {id: model for id, model in needed.items() if new.get(id) != model}
    if own == state.models:
        return checkpoint
    return checkpoint.but(state=state.but(models=own))
