"""New comparisons of built-in business models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.comparison.document import Comparison
from core.comparison.edits.alternatives import add_alternative
from core.comparison.presets import apply_preset
from core.comparison.starting import first_of
from core.errors import UsageError
from core.model.library import load_model, model_ids
from core.wording.text import Text, Words


def new_comparison(title: Words, models: Sequence[str], presets: Mapping[str, str] | None = None) -> Comparison:
    """A comparison of built-in business models, in this order, with their default values, or with those of the preset
    named for a model in `presets`.

    Raises `UsageError` for an unknown id or none at all.
    """
    if not models:
        choice = ", ".join(model_ids())
        raise UsageError(
            Text("A comparison needs at least one business model.", "一份对比至少需要一个商业模式。"),
            remedy=Text(f"Choose from: {choice}.", f"可选：{choice}。"),
        )
    first, *rest = [load_model(id) for id in models]
    comparison = first_of(title, first)
    for model in rest:
        comparison = add_alternative(comparison, model)
    for alternative in comparison.alternatives:
        preset = (presets or {}).get(alternative.model)
        if preset is not None:
            comparison = apply_preset(comparison, alternative.id, preset)
    return comparison
