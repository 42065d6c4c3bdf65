"""Where in a file a part stands that is no use in itself: a distribution, a day or an outlook that contradicts itself.
Such a part cannot know its place, so it is looked for once it is known to be there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from core.comparison.day_profile import Day, DayError
from core.comparison.distribution import Distribution, DistributionError
from core.comparison.file.naming import Location, place_of
from core.comparison.outlook import Outlook, OutlookError
from core.comparison.placed import at
from core.errors import EvenkeelError
from core.plain.reading import UnfitError, read_json

UNPLACED = (DistributionError, DayError, OutlookError)
PARTS: dict[str, Any] = {"distribution": Distribution, "days": dict[str, Day], "outlook": Outlook}


def with_place(error: EvenkeelError, content: dict[str, Any]) -> EvenkeelError:
    """The error with the place of the first such part in the content; as it is where there is none."""
    for location, value in _parts(content, ()):
        try:
            read_json(PARTS[str(location[-1])], json.dumps(value))
        except UnfitError:
            continue
        except UNPLACED as found:
            return at(place_of(location, content), found)
    return error


def _parts(value: Any, location: Location) -> Iterator[tuple[Location, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in PARTS:
                yield (*location, key), inner
            yield from _parts(inner, (*location, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _parts(inner, (*location, number))
