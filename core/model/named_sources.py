"""Sources that many figures of one file share are written once, in its table `sources`, and named where they are used:
`source = "price-page"`, or with any key that ends in "_source". This module puts them in place before the file is read
any further."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.errors import EvenkeelError
from core.wording.text import Text

Table = dict[str, Any]


def with_sources(table: Table, file: str, shared: Mapping[str, Any] | None = None) -> Table:
    """The table without its `sources`, each named one standing where it was named; `shared` are known to all files.

    Raises `EvenkeelError` naming the file and the name when there is no such source.
    """
    own = table.get("sources", {})
    known = {**(shared or {}), **(own if isinstance(own, dict) else {})}
    return {key: _placed(value, file, known) for key, value in table.items() if key != "sources"}


def _placed(value: Any, file: str, known: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_placed(part, file, known) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _named(part, file, known) if _names_one(key, part) else _placed(part, file, known)
        for key, part in value.items()
    }


def _names_one(key: str, part: Any) -> bool:
    return isinstance(part, str) and (key == "source" or key.endswith("_source"))


def _named(name: str, file: str, known: Mapping[str, Any]) -> Any:
    if name not in known:
        raise EvenkeelError(
            Text(f"The file {file} cannot be used.", f"文件 {file} 无法使用。"),
            Text(f'It has no source called "{name}".', f"其中没有名为“{name}”的来源。"),
        )
    return known[name]
