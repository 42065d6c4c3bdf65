"""What can stand at an end of a bridge: the comparison now, in a scenario, at a checkpoint, or another file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.comparison import edits
from core.comparison.document import Comparison
from core.wording.text import Text, Words, words

Kind = Literal["now", "scenario", "checkpoint", "file"]
NAMES: dict[Kind, Text] = {
    "now": Text("Now", "当前"),
    "scenario": Text("Scenario: {name}", "情景：{name}"),
    "checkpoint": Text("Checkpoint: {name}", "存档点：{name}"),
    "file": Text("File: {name}", "文件：{name}"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a comparison; `name` is its own name in English, by which it is found again."""

    kind: Kind
    name: str = ""


NOW = Version("now")


def versions_of(document: Comparison, files: Mapping[Path, Comparison]) -> dict[Version, Words]:
    """Everything there is to choose from, and what a person calls it."""
    found: dict[Version, Words] = {NOW: NAMES["now"]}
    for scenario in document.scenarios:
        found[Version("scenario", words(scenario.name, "en"))] = NAMES["scenario"].filled(name=scenario.name)
    for checkpoint in reversed(document.checkpoints):
        found[Version("checkpoint", words(checkpoint.name, "en"))] = NAMES["checkpoint"].filled(name=checkpoint.name)
    for path in files:
        found[Version("file", str(path))] = NAMES["file"].filled(name=path.stem)
    return found


def short_name(version: Version, document: Comparison) -> Words:
    """What a sentence calls a version."""
    if version.kind == "file":
        return Path(version.name).stem
    named = document.scenarios if version.kind == "scenario" else document.checkpoints
    return next((each.name for each in named if words(each.name, "en") == version.name), NAMES["now"])


def comparison_at(version: Version, document: Comparison, files: Mapping[Path, Comparison]) -> Comparison:
    """The comparison of a version."""
    if version.kind == "scenario":
        return edits.apply_scenario(document, version.name)
    if version.kind == "checkpoint":
        return edits.at_checkpoint(document, version.name)
    return files[Path(version.name)] if version.kind == "file" else document
