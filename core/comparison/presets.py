"""Presets: sets of values with their sources that describe one firm, or one kind of user, taken over in one edit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any

from core.comparison.document import Comparison
from core.comparison.edits.filling import fill, fill_own
from core.comparison.file.places import first_problem
from core.comparison.parts import Setting
from core.errors import UsageError
from core.model.definition import Confidence, Finite, Identifier, ModelIdentifier, Source
from core.model.definition_file import read_toml
from core.model.library import FOLDER as MODELS
from core.model.named_sources import with_sources
from core.plain.data import Limits, Plain
from core.plain.reading import UnfitError, read
from core.wording.suggestions import closest
from core.wording.text import Text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "presets"


class PresetValue(Plain):
    """One value of a preset: never without a source, which may say that it is an assumption."""

    value: Finite
    source: Source
    note: Text | None = None


class Preset(Plain):
    """A named set of values. One with a `model` describes a firm, one without describes what users ask for and changes
    what the alternatives share."""

    id: ModelIdentifier
    model: ModelIdentifier | None = None
    name: Text
    help: Text
    drivers: Annotated[dict[Identifier, PresetValue], Limits(min_length=1)]


class _PresetFile(Plain):
    presets: tuple[Preset, ...]


@cache
def all_presets(folder: Path = FOLDER) -> tuple[Preset, ...]:
    """Every preset, in the order in which they are offered. Raises `EvenkeelError` for a file that cannot be used."""
    shared = read_toml(MODELS / "sources.toml")
    names = read_toml(folder / "index.toml")["files"]
    return tuple(preset for name in names for preset in _read(folder / f"{name}.toml", shared))


def presets_of(comparison: Comparison, alternative: str) -> tuple[Preset, ...]:
    """The presets an alternative can take: those of its business model, then those of users. Raises `UsageError`."""
    model = comparison.model_of(alternative)
    drivers = {driver.id for driver in model.drivers}
    own = presets_for(model.id)
    users = [preset for preset in all_presets() if preset.model is None]
    return tuple(preset for preset in (*own, *users) if preset.drivers.keys() <= drivers)


def presets_for(model: str) -> tuple[Preset, ...]:
    """The presets that describe a firm with this built-in business model."""
    return tuple(preset for preset in all_presets() if preset.model == model)


def confidences(preset: Preset) -> dict[Confidence, int]:
    """How many values of a preset rest on what, the surest first; what none rests on is left out."""
    found = [given.source.confidence for given in preset.drivers.values()]
    return {confidence: found.count(confidence) for confidence in Confidence if confidence in found}


def apply_preset(comparison: Comparison, alternative: str, id: str) -> Comparison:
    """The alternative with the values of a preset, each with its source.

    A firm's values become the alternative's own where they differ from what it shares (what is the same stays linked);
    those of the users change in place, for all that share them. Raises `UsageError` for a preset that does not fit.
    """
    offered = presets_of(comparison, alternative)
    preset = next((preset for preset in offered if preset.id == id), None)
    if preset is None:
        title = Text('There is no preset "{id}" for {name}.', "{name}没有预设“{id}”。")
        name = comparison.alternative(alternative).name
        raise UsageError(title.filled(id=id, name=name), remedy=closest(id, [p.id for p in offered]))
    settings = {
        driver: Setting(value=given.value, source=given.source, note=given.note or "")
        for driver, given in preset.drivers.items()
    }
    return (fill if preset.model is None else fill_own)(comparison, alternative, settings)


def _read(path: Path, shared: dict[str, Any]) -> tuple[Preset, ...]:
    table = with_sources(read_toml(path), path.name, shared)
    try:
        return read(_PresetFile, table, ours=path.parent == FOLDER).presets
    except UnfitError as error:
        raise first_problem(error, table) from error
