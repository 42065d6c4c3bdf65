"""Where in the content of a file something stands, by the file's own names."""

from __future__ import annotations

from typing import Any

Location = tuple[int | str, ...]  # as pydantic gives it

DIGITS_SHOWN = 20


def shortened(text: str) -> str:
    """A piece of a file as a sentence can show it."""
    return text if len(text) <= DIGITS_SHOWN else text[:DIGITS_SHOWN] + "..."


def place_of(location: Location, content: Any) -> str:
    """Where in the file, by its own names: alternatives > maas > own > utilisation > value."""
    words: list[str] = []
    for step, value in steps_of(location, content):
        named = value.get("id") or value.get("name") if isinstance(step, int) and isinstance(value, dict) else None
        words.append(shortened(named) if isinstance(named, str) else str(step + 1 if isinstance(step, int) else step))
    return " > ".join(words) or "content"


def steps_of(location: Location, content: Any) -> list[tuple[str | int, Any]]:
    """The steps from the whole content to the finding, each with what stands there (None where nothing does).

    Pydantic names the branches of its unions too; those are no part of a file and left out.
    """
    steps: list[tuple[str | int, Any]] = []
    here = content
    last = len(location) - 1
    for position, step in enumerate(location):
        if isinstance(here, list):
            inside = isinstance(step, int) and step < len(here)
        else:
            inside = isinstance(here, dict) and step in here
        if not inside and not (position == last and isinstance(here, dict) and step != "[key]"):
            continue
        here = here[step] if inside else None
        steps.append((step, here))
    return steps
