"""The `.evenkeel` file as text: one JSON object, indented, keys in a fixed order, numbers in their shortest form. Equal
comparisons give the same bytes, however they came about."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from core.comparison.document import Comparison
from core.comparison.file.decoding import decoded, not_ours, refuse_large
from core.comparison.file.migrations import VERSION, migrated
from core.comparison.file.newer import without_unknown_keys
from core.comparison.file.places import first_problem
from core.comparison.file.refusals import FileError
from core.comparison.file.unsound import UNPLACED, with_place
from core.comparison.parts import SHARED
from core.comparison.prospects import KEPT_BY_PLACE
from core.errors import EvenkeelError
from core.model.checking import check
from core.plain.reading import UnfitError, read_json
from core.plain.writing import written
from core.record import record
from core.wording.text import Text

FORMAT = "evenkeel"
# A file reads from what a person changes to what comes with the program; keys at their default are left out.
KEYS = (
    "title", "story", "currency", "alternatives", "shared", "correlations", "scenarios", "reference_checks", "comments",
    "outlook", "days", "seed", "view", "checkpoints", "models",
)  # fmt: skip
LARGEST_WHOLE = 2.0**53  # from here on a whole number would only pretend to be exact


@record
class Opened:
    """What a file holds, what was added to or left out of it on the way in, and whether it may be written back."""

    comparison: Comparison
    notes: tuple[Text, ...] = ()
    read_only: bool = False


def dumps(comparison: Comparison) -> bytes:
    """The file of a comparison. Raises `FileError` when it would be larger than a file may be."""
    plain = written(comparison)
    plain |= {"currency": comparison.currency, "seed": comparison.seed}
    definitions = [*comparison.models.values()]
    for checkpoint in comparison.checkpoints:
        definitions += checkpoint.state.models.values()
    order = {id: None for model in definitions for id in (driver.id for driver in model.drivers)}
    position = {id: place for place, id in enumerate(order)}
    for state in (plain, *(checkpoint["state"] for checkpoint in plain.get("checkpoints", []))):
        _sort_state(state, position)
    content = {"format": FORMAT, "version": VERSION, **{key: plain[key] for key in KEYS if key in plain}}
    text = json.dumps(_shortest(content), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FileError(
            Text("A text in this comparison holds half a character.", "对比中的一段文字含有不完整的字符。"),
            remedy=Text("Type it again.", "请重新输入。"),
        ) from error
    refuse_large(len(data))
    return data


def loads(data: bytes) -> Opened:
    """The comparison in the bytes of a file. Raises `EvenkeelError` for anything that is none, or is not sound."""
    content = decoded(data)
    if content.pop("format", None) != FORMAT:
        raise not_ours()
    version = content.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError(Text("The version of this file is not known.", "无法识别文件的版本。"))
    if version > VERSION:
        return _from_newer(content, version)
    content, notes = migrated(content, version)
    return Opened(_sound(content), notes)


def _sound(content: dict[str, Any]) -> Comparison:
    try:
        comparison = _validated(content)
    except UnfitError as error:
        raise first_problem(error, content) from error
    except UNPLACED as error:
        raise with_place(error, content) from error
    for model in comparison.models.values():
        check(model)
    for checkpoint in comparison.checkpoints:
        for model in checkpoint.state.models.values():
            check(model)
    return comparison


def _validated(content: dict[str, Any]) -> Comparison:
    found: Comparison = read_json(Comparison, json.dumps(content))
    return found


def _from_newer(content: dict[str, Any], version: int) -> Opened:
    try:
        known, left_out = without_unknown_keys(content, _validated)
        comparison = _sound(known)
    except EvenkeelError as error:
        raise FileError(
            Text(
                f"This comparison was saved by a newer Evenkeel (file version {version}).",
                f"这份对比由更新版本的 Evenkeel 保存（文件版本 {version}）。",
            ),
            error.reason or error.title,
            Text("Open it with the newest version.", "请用最新版本打开。"),
        ) from error
    note = Text(
        "This comparison was saved by a newer Evenkeel (file version {version}); it is open for reading only.",
        "这份对比由更新版本的 Evenkeel 保存（文件版本 {version}），只能以只读方式打开。",
    ).filled(version=version)
    omitted = [Text(f"Left out: {place}.", f"未读取：{place}。") for place in left_out]
    return Opened(comparison, (note, *omitted), read_only=True)


def _sort_state(state: dict[str, Any], position: Mapping[str, int]) -> None:
    """Equal comparisons may differ in the order of their dictionaries; files never do."""
    used = [alternative["model"] for alternative in state["alternatives"]]
    places = [SHARED, *(alternative["id"] for alternative in state["alternatives"])]
    for holder, key in ((state, "shared"), *((alternative, "own") for alternative in state["alternatives"])):
        if key in holder:
            holder[key] = _by_position(holder[key], position)
    for scenario in state.get("scenarios", []):
        changes = scenario.get("changes", {})
        if changes:
            scenario["changes"] = {w: _by_position(changes[w], position) for w in places if changes.get(w)}
    _sort_prospects(state, places, position)
    if "models" in state:
        ids = [id for id in dict.fromkeys(used) if id in state["models"]]
        state["models"] = {id: state["models"][id] for id in dict.fromkeys([*ids, *sorted(state["models"])])}
    if "view" in state:
        state["view"] = dict(sorted(state["view"].items()))


def _sort_prospects(state: dict[str, Any], places: list[str], position: Mapping[str, int]) -> None:
    outlook = state.get("outlook", {})
    for holder, keys in ((state, ("days",)), (outlook, KEPT_BY_PLACE)):
        for key in keys:
            if key in holder:
                holder[key] = {where: holder[key][where] for where in places if where in holder[key]}
    drifts = outlook.get("drifts", {})
    for where, values in drifts.items():
        drifts[where] = _by_position(values, position)


def _by_position(values: dict[str, Any], position: Mapping[str, int]) -> dict[str, Any]:
    return {id: values[id] for id in sorted(values, key=position.__getitem__)}


def _shortest(value: Any) -> Any:
    """Whole floats as whole numbers: 1 stays 1."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < LARGEST_WHOLE else value
    if isinstance(value, dict):
        return {key: _shortest(inner) for key, inner in value.items()}
    return [_shortest(inner) for inner in value] if isinstance(value, list) else value
