"""The built-in business models: which there are, and each as a whole definition."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from core.errors import EvenkeelError, UsageError
from core.model.checking import check
from core.model.definition import BusinessModel
from core.model.definition_file import Table, definition, merged, read_toml
from core.wording.suggestions import did_you_mean
from core.wording.text import Text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "models"


@cache
def model_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ids of the built-in business models in the order in which they are offered.

    Raises `EvenkeelError` when the list cannot be read.
    """
    path = folder / "index.toml"
    ids = read_toml(path).get("models")
    if not isinstance(ids, list) or not all(isinstance(id_, str) for id_ in ids):
        raise EvenkeelError(
            Text(f"{path.name} cannot be used.", f"{path.name} 无法使用。"),
            Text('It has no list "models".', "其中缺少列表“models”。"),
        )
    return tuple(ids)


@cache
def load_model(model_id: str, folder: Path = FOLDER) -> BusinessModel:
    """The whole definition of a built-in business model, its blocks merged in.

    Raises `UsageError` for an unknown id and `EvenkeelError`, naming file and place, for an invalid definition.
    """
    if model_id not in model_ids(folder):
        raise _unknown(model_id, model_ids(folder))
    path = folder / f"{model_id}.toml"
    table = read_toml(path)
    blocks: dict[str, dict[str, Any]] = {}
    for name in table.get("blocks", []):
        blocks[f"blocks/{name}.toml"] = _part(folder / "blocks" / f"{name}.toml")
    whole = merged(path.name, table, blocks, _part(folder / "sources.toml"))
    ours = folder == FOLDER  # then tests have checked it: a start need not do so again
    model = definition(whole, path.name, ours=ours)
    if not ours:
        check(model)
    return model


@cache
def _part(path: Path) -> Table:
    """A file that several business models are made of: read once, changed by nobody."""
    return read_toml(path)


def _unknown(model_id: str, known: tuple[str, ...]) -> UsageError:
    names = ", ".join(known)
    return UsageError(
        Text(f'There is no business model "{model_id}".', f"没有名为“{model_id}”的商业模式。"),
        Text(f"The built-in ones are {names}.", f"内置的有 {names}。"),
        did_you_mean(model_id, known) or "",
    )
