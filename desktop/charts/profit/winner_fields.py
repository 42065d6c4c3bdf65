"""The strip of winners in pixels: stretches too narrow to be seen one by one become one close race, and names are
shortened to the words that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from core.record import record
from core.wording.numbers import both, count
from core.wording.text import Text
from desktop.charts.profit.data import WinnerRegion

_SLIVER = 12.0  # pixels
_LEAST = 0.5  # what is narrower is not there at all

NOBODY = Text("nobody makes a profit", "都不盈利")
NO_PROFIT = Text("no profit", "不盈利")  # the same where there is less room
CLOSE_RACE = Text("close race", "难分高下")
MOST = Text("From {start} to {end} users, {name} makes the most.", "{start} 至 {end} 用户：{name}最赚钱。")
NONE = Text("From {start} to {end} users, nobody makes a profit.", "{start} 至 {end} 用户：都不盈利。")
RACE = Text(
    "Close race from {start} to {end} users: the lead changes {changes} times. In turn: {names}.",
    "{start} 至 {end} 用户：难分高下，领先者变换 {changes} 次，依次为：{names}。",
)


@record
class Field:
    """A stretch of the strip: one region, or several that follow each other closely. `left` and `right` in pixels."""

    regions: tuple[WinnerRegion, ...]
    left: float
    right: float

    @property
    def is_race(self) -> bool:
        """Whether several take turns."""
        return len(self.regions) > 1

    @property
    def keys(self) -> tuple[str | None, ...]:
        """Who takes turns, each once."""
        return tuple(dict.fromkeys(region.key for region in self.regions))


def fields_of(regions: Iterable[WinnerRegion], pixel: Callable[[float], float]) -> list[Field]:
    """The fields from left to right. `pixel` tells where a number of users is, kept inside the strip."""
    fields: list[Field] = []
    narrow: list[Field] = []
    for region in regions:
        field = Field((region,), pixel(region.start), pixel(region.end))
        if field.right - field.left < _SLIVER:
            narrow.append(field)
            continue
        fields += [*_merged(narrow), field]
        narrow = []
    return [field for field in (*fields, *_merged(narrow)) if field.right - field.left > _LEAST]


def _merged(narrow: list[Field]) -> list[Field]:
    if len(narrow) < 2:
        return narrow
    return [Field(tuple(region for field in narrow for region in field.regions), narrow[0].left, narrow[-1].right)]


def tip_of(field: Field, name: Callable[[str | None], str]) -> Text:
    """What the pointer is told about a field; `name` gives the words for whoever leads."""
    start, end = both(count, field.regions[0].start), both(count, field.regions[-1].end)
    if field.is_race:
        names = [name(key) for key in field.keys]
        told = Text(", ".join(names), "、".join(names))
        return RACE.filled(start=start, end=end, changes=len(field.regions) - 1, names=told)
    (key,) = field.keys
    return NONE.filled(start=start, end=end) if key is None else MOST.filled(start=start, end=end, name=name(key))


def brief(name: str, names: Sequence[str], fits: Callable[[str], bool]) -> str:
    """The longest beginning of a name that fits, ends with a word and tells it from the other names; "" where none."""
    ends = [match.end() for match in re.finditer(r"[\w.+&]+", name, re.ASCII)] + [len(name)]
    for end in sorted(set(ends), reverse=True):
        words = name[:end]
        if fits(words) and not any(other.startswith(words) for other in names if other != name):
            return words
    return ""
