"""How a business model is written in a file: a TOML table that names the blocks it shares with others, changes some of
their drivers, and adds its own. This module turns such tables into one definition."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from core.errors import EvenkeelError
from core.model.definition import BusinessModel
from core.plain.reading import UnfitError, read
from core.wording.text import Text, Words

Table = dict[str, Any]

NOT_DEFINED = "not defined"  # how a worked example writes that a figure has no value; TOML has no null


def read_toml(path: Path) -> Table:
    """The content of a TOML file. Raises `EvenkeelError` when it is missing or malformed, naming file and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _unusable(path.name, what) from error


def merged(name: str, table: Table, blocks: dict[str, Table], sources: Table) -> Table:
    """The table of a model file with its blocks in place: first the blocks' drivers and lines in the order named, then
    its own, overrides applied and named sources looked up.

    `name` and the keys of `blocks` are file names for messages. Raises `EvenkeelError` for an unknown source and for an
    override of a driver no block has.
    """
    parts = {**blocks, name: table}
    overrides = table.get("overrides", {})
    result = {key: value for key, value in table.items() if key not in ("blocks", "overrides", "drivers", "lines")}
    result["worked_examples"] = [_with_nothing(example) for example in table.get("worked_examples", [])]
    result["lines"] = [line for part in parts.values() for line in part.get("lines", [])]
    result["drivers"] = []
    for file, part in parts.items():
        for driver in part.get("drivers", []):
            changed = driver if file == name else {**driver, **overrides.get(driver.get("id"), {})}
            result["drivers"].append(_with_source(changed, file, sources))
    shared = {driver.get("id") for block in blocks.values() for driver in block.get("drivers", [])}
    for id_ in overrides:
        if id_ not in shared:
            place = f"overrides.{id_}"
            raise _unusable(name, Text(f"{place}: no block has this driver.", f"{place}：没有哪个模块含有该假设。"))
    return result


def definition(table: Table, name: str, *, ours: bool = False) -> BusinessModel:
    """The definition a merged table describes; `ours` came with the program. Raises `EvenkeelError` naming file and
    place when a part is missing, unknown or of the wrong kind."""
    try:
        return read(BusinessModel, table, ours=ours)
    except UnfitError as error:
        first = error.findings[0]
        raise _unusable(name, f"{_place(table, first['loc'])}: {first['msg']}") from error


def _with_source(driver: Table, file: str, sources: Table) -> Table:
    source = driver.get("source")
    if not isinstance(source, str):
        return driver
    if source not in sources:
        place = f"drivers.{driver.get('id')}.source"
        raise _unusable(file, Text(f'{place}: no source is named "{source}".', f"{place}：没有名为“{source}”的来源。"))
    return {**driver, "source": sources[source]}


def _with_nothing(example: Table) -> Table:
    expected = example.get("expected", {})
    return {**example, "expected": {id_: None if value == NOT_DEFINED else value for id_, value in expected.items()}}


def _place(table: Table, location: tuple[int | str, ...]) -> str:
    """Where in the file, in its own words: drivers.users.range.low instead of drivers.0.range.low."""
    words: list[str] = []
    here: Any = table
    for step in location:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
        named = isinstance(step, int) and isinstance(here, dict) and "id" in here
        words.append(str(here["id"]) if named else str(step))
    return ".".join(words)


def _unusable(name: str, reason: Words) -> EvenkeelError:
    title = Text(f"The business model file {name} cannot be used.", f"商业模式文件 {name} 无法使用。")
    return EvenkeelError(title, reason)
