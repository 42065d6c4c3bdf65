"""Reading what a later version of the program has written, as far as it is understood: keys that are not known are left
out, and anything else that does not fit refuses the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.comparison.file.naming import place_of, steps_of
from core.comparison.file.places import UNKNOWN_KEYS, first_problem
from core.plain.reading import UnfitError

MOST_PASSES = 20  # one pass uncovers the keys of one level


def without_unknown_keys(
    content: dict[str, Any], validate: Callable[[dict[str, Any]], object]
) -> tuple[dict[str, Any], list[str]]:
    """The content with the keys removed that `validate` does not know, and where they stood. Raises `FileError`."""
    left_out: list[str] = []
    for _ in range(MOST_PASSES):
        try:
            validate(content)
        except UnfitError as error:
            unknown = [finding for finding in error.findings if finding["type"] in UNKNOWN_KEYS]
            if not unknown:
                raise first_problem(error, content) from error
            for finding in unknown:
                path = [step for step, _ in steps_of(finding["loc"], content)]
                left_out.append(place_of(finding["loc"], content))
                _remove(content, path)
        else:
            break
    return content, left_out


def _remove(content: Any, path: list[str | int]) -> None:
    for step in path[:-1]:
        content = content[step]
    content.pop(path[-1], None)
