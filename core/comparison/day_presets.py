"""The days that come with the product: published load profiles, and a flat one to start from."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from core.comparison.day_profile import Day, DayError, even_steps
from core.errors import UsageError
from core.plain.reading import read
from core.wording.suggestions import closest
from core.wording.text import Text

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "profiles"
FLAT = "flat"


@cache
def day_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ids of the built-in days, the flat one first."""
    return tuple(sorted((path.stem for path in folder.glob("*.toml")), key=lambda id: (id != FLAT, id)))


@cache
def load_day(id: str, folder: Path = FOLDER) -> Day:
    """A built-in day; it feeds no driver yet.

    Raises `UsageError` for an unknown id and `EvenkeelError` for a file that cannot be used.
    """
    if id not in day_ids(folder):
        title = Text('There is no load profile "{id}".', "没有负载曲线“{id}”。").filled(id=id)
        raise UsageError(title, remedy=closest(id, day_ids(folder)))
    path = folder / f"{id}.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        profile = table["profile"]
        for curve in ("load", "demand"):
            if curve in profile:
                profile[curve] = _steps(profile[curve])
        return read(Day, table, ours=folder == FOLDER)
    except (OSError, ValueError, KeyError) as error:
        title = Text(f"The load profile {path.name} cannot be used.", f"负载曲线文件 {path.name} 无法使用。")
        raise DayError(title, str(error)) from error


def _steps(curve: object) -> object:
    """In these files a curve is a table of start times and loads, or a list of 24 or 48 figures from midnight on."""
    if isinstance(curve, dict):
        return [{"start": start, "load": load} for start, load in sorted(curve.items())]
    return even_steps(curve) if isinstance(curve, list) else curve
