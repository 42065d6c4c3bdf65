"""The line under a chart that leaves the program: where its figures come from, and how old they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.comparison.document import Comparison
from core.questions.ages import ages
from core.wording.dates import days, full_date
from core.wording.numbers import both
from core.wording.text import Text, Words

_SOURCE = Text("Source: {name}, {day}", "来源：{name}，{day}")
_WITH_AGE = Text(
    "{source}; oldest of the numbers that matter most: checked {age} ago ({checked})",
    "{source}；最关键的数字中，最久的一个于 {age}前（{checked}）核对",
)


def source_line(comparison: Comparison, name: Words, drivers: Iterable[str], today: date) -> Text:
    """The name of the comparison or its file, the day, and how long ago the oldest source of these drivers was looked
    at; nothing about age where none of them has a source."""
    told = _SOURCE.filled(name=name, day=both(full_date, today))
    wanted = set(drivers)
    known = [age for age in ages(comparison, today) if age.driver in wanted]
    if not known:
        return told
    oldest = max(known, key=lambda age: age.days)
    checked = both(full_date, oldest.source.checked)
    return _WITH_AGE.filled(source=told, age=both(days, oldest.days), checked=checked)
