"""What can stand at an end of a bridge: the comparison now, its base, a scenario, a checkpoint, or another file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from core.comparison import edits
from core.comparison.document import Comparison
from core.record import record
from core.wording.text import Text, Words, words

Kind = Literal["now", "base", "scenario", "checkpoint", "file"]
NAMES: dict[Kind, Text] = {
    "now": Text("Now", "当前"),
    "base": Text("Base", "基准"),
    "scenario": Text("Scenario: {name}", "情景：{name}"),
    "checkpoint": Text("Checkpoint: {name}", "存档点：{name}"),
    "file": Text("File: {name}", "文件：{name}"),
}
NOW_IN = Text("Now ({name})", "当前（{name}）")


@record
class Version:
    """One state of a comparison; `name` is its own name in English, by which it is found again."""

    kind: Kind
    name: str = ""


NOW, BASE = Version("now"), Version("base")


@record(eq=False)
class States:
    """Every state at hand: `now` is what is on screen, `document` in the scenario of that name, if in any."""

    document: Comparison
    now: Comparison
    scenario: Words | None = None
    files: Mapping[Path, Comparison] = field(default_factory=dict)

    def offered(self, asked: Collection[Version] = ()) -> dict[Version, Words]:
        """What there is to choose from, and what a person calls it. What is on screen stands there once, as now;
        under its own name only where it was `asked` for under that before it came on screen."""
        found: dict[Version, Words] = {NOW: self._now()}
        if self.scenario is not None or BASE in asked:
            found[BASE] = NAMES["base"]
        on_screen = None if self.scenario is None else words(self.scenario, "en")
        for scenario in self.document.scenarios:
            version = Version("scenario", words(scenario.name, "en"))
            if version.name != on_screen or version in asked:
                found[version] = NAMES["scenario"].filled(name=scenario.name)
        for checkpoint in reversed(self.document.checkpoints):
            called = NAMES["checkpoint"].filled(name=checkpoint.name)
            found[Version("checkpoint", words(checkpoint.name, "en"))] = called
        for path in self.files:
            found[Version("file", str(path))] = NAMES["file"].filled(name=path.stem)
        return found

    def short_name(self, version: Version) -> Words:
        """What a sentence calls a version."""
        if version.kind == "file":
            return Path(version.name).stem
        if version == BASE:
            return NAMES["base"]
        named = self.document.scenarios if version.kind == "scenario" else self.document.checkpoints
        return next((each.name for each in named if words(each.name, "en") == version.name), self._now())

    def at(self, version: Version) -> Comparison:
        """The comparison of a version."""
        if version.kind == "scenario":
            return edits.apply_scenario(self.document, version.name)
        if version.kind == "checkpoint":
            return edits.at_checkpoint(self.document, version.name)
        if version.kind == "file":
            return self.files[Path(version.name)]
        return self.document if version == BASE else self.now

    def _now(self) -> Words:
        return NAMES["now"] if self.scenario is None else NOW_IN.filled(name=self.scenario)
