"""Edits of checkpoints: moments of the comparison kept under a name, to compare with and to go back to."""

from __future__ import annotations

from core.comparison.document import Comparison
from core.comparison.edits.replacing import checked_name, refuse_taken
from core.comparison.edits.tidying import with_models
from core.comparison.parts import Checkpoint, State, checked_moment
from core.comparison.unknown import is_called, unknown_checkpoint
from core.plain.data import parts_of
from core.wording.text import Words, words


def add_checkpoint(comparison: Comparison, name: Words, moment: str) -> Comparison:
    """The comparison as it stands kept under a name; `moment` is the caller's clock in ISO 8601."""
    name = checked_name(name)
    refuse_taken(name, [checkpoint.name for checkpoint in comparison.checkpoints])
    fields = {field: getattr(comparison, field) for field in parts_of(State)}
    state = State(**{**fields, "models": {}})
    added = Checkpoint(name=name, moment=checked_moment(moment), state=state)
    return comparison.but(checkpoints=(*comparison.checkpoints, added))


def remove_checkpoint(comparison: Comparison, name: Words) -> Comparison:
    """Without one checkpoint."""
    gone = checkpoint_called(comparison, name)
    kept = tuple(checkpoint for checkpoint in comparison.checkpoints if checkpoint is not gone)
    return comparison.but(checkpoints=kept)


def at_checkpoint(comparison: Comparison, name: Words) -> Comparison:
    """The comparison as it was at a checkpoint, with all checkpoints there are now and as it is looked at now."""
    state = checkpoint_called(comparison, name).state
    models = {a.model: state.models.get(a.model) or comparison.models[a.model] for a in state.alternatives}
    fields = {field: getattr(state, field) for field in parts_of(State) if field != "models"}
    return with_models(comparison, models).but(**fields)


def checkpoint_called(comparison: Comparison, name: Words) -> Checkpoint:
    """The checkpoint of this name, in either language. Raises `UsageError` naming the closest one."""
    for checkpoint in comparison.checkpoints:
        if is_called(checkpoint.name, name):
            return checkpoint
    raise unknown_checkpoint(words(name, "en"), [checkpoint.name for checkpoint in comparison.checkpoints])
