"""What the grid shows: which assumptions stand in which group, and which cells each row has.

Adjoining alternatives that share an assumption have one cell together. All of this follows from the comparison, so it
is made anew only when links or alternatives change, not when a value does: rows that change places under the hand
would be worse than an order that is a little out of date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.comparison.document import Comparison
from core.comparison.parts import Setting
from core.model.definition import GROUPS, Driver
from core.record import record
from core.wording.text import LANGUAGES, Text

DECISIVE = "decisive"
HEADINGS: dict[str, Text] = {DECISIVE: Text("What matters most", "最关键的假设"), **GROUPS}


@record
class Place:
    """One cell: the columns it covers, and the alternatives that stand there."""

    driver: Driver  # as the first of its alternatives defines it
    columns: tuple[int, ...]
    alternatives: tuple[str, ...]
    shared: bool
    alone: bool  # no other alternative has this assumption, so there is nobody to share it with
    apart: bool  # it has a value of its own while others share theirs

    @property
    def where(self) -> str:
        """The alternative to edit it by."""
        return self.alternatives[0]

    def setting(self, comparison: Comparison) -> Setting:
        """What this cell shows."""
        if self.shared:
            return comparison.shared[self.driver.id]
        return comparison.alternatives[self.columns[0]].own[self.driver.id]


@record
class Row:
    """One assumption across all alternatives; columns without it have no place."""

    driver: Driver
    group: str
    places: tuple[Place, ...]

    def matches(self, wanted: str) -> bool:
        """Whether every word of a search begins a word of its label, help or id, in either language; Chinese has no
        gaps between words, so there it may stand anywhere."""
        if not wanted:
            return True
        texts = (self.driver.label, self.driver.help)
        found = " ".join([self.driver.id, *(text(language) for text in texts for language in LANGUAGES)]).casefold()
        return all(re.search(_beginning(word), found) for word in wanted.casefold().split())


def _beginning(word: str) -> str:
    return ("(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else "") + re.escape(word)


@record
class Group:
    """Assumptions under one heading."""

    id: str
    label: Text
    rows: tuple[Row, ...]


def groups_of(comparison: Comparison, first: Sequence[str]) -> tuple[Group, ...]:
    """Every assumption of every alternative once: those of `first` in their order under a heading of their own, the
    others in the order of the groups and then of the definitions."""
    known = _holders(comparison)
    decisive = [id for id in first if id in known]
    order = [*decisive, *(id for id in known if id not in decisive)]
    rows: dict[str, list[Row]] = {id: [] for id in HEADINGS}
    for id in order:
        driver = next(iter(known[id].values()))
        group = DECISIVE if id in decisive else driver.group
        rows[group].append(Row(driver, group, _places(comparison, known[id])))
    return tuple(Group(id, label, tuple(rows[id])) for id, label in HEADINGS.items() if rows[id])


def _holders(comparison: Comparison) -> dict[str, dict[int, Driver]]:
    """Which columns have an assumption, and how each defines it."""
    known: dict[str, dict[int, Driver]] = {}
    for column, alternative in enumerate(comparison.alternatives):
        for driver in comparison.models[alternative.model].drivers:
            known.setdefault(driver.id, {})[column] = driver
    return known


def _places(comparison: Comparison, known: dict[int, Driver]) -> tuple[Place, ...]:
    """Cells from left to right; neighbours that share the value become one."""
    id = next(iter(known.values())).id
    linked = {column for column in known if id not in comparison.alternatives[column].own}
    runs: list[list[int]] = []
    for column in known:
        if runs and {column, column - 1} <= linked and runs[-1][-1] == column - 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    return tuple(
        Place(
            driver=known[columns[0]],
            columns=tuple(columns),
            alternatives=tuple(comparison.alternatives[column].id for column in columns),
            shared=columns[0] in linked,
            alone=len(known) == 1,
            apart=columns[0] not in linked and bool(linked),
        )
        for columns in runs
    )
