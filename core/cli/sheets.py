"""CSV for other programs: plain, unrounded numbers in the units of the JSON, so that every figure is the same in both.

The shape, for whoever reads it: sheets of rows under headers, a blank line between two sheets. A number is written in
full with a point and no unit or comma; a share is a fraction (0.25 for 25%); what is not defined, or is not there, is
an empty cell. Only what is a word is written as one: ids, names, units, statuses and grades as the JSON has them. Where
a thing has several numbers, such as the crossings of a break-even, each stands in a row of its own, all of them.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from core.cli.harmless import harmless
from core.record import record
from core.wording.text import Text, Words

Plain = Words | float | int | bool | None


@record
class Sheet:
    """Rows of plain values under headers."""

    headers: Sequence[str]
    rows: Sequence[Sequence[Plain]]


def sheet_of(headers: Sequence[str], records: Iterable[Mapping[str, Any]]) -> Sheet:
    """The sheet of records, such as rows of the JSON, with these of their keys as columns; a key may be missing."""
    return Sheet(headers, [[record.get(header) for header in headers] for record in records])


def write_sheets(sheets: Sequence[Sheet], out: TextIO) -> None:
    """All sheets that have rows; where none has, the headers tell that there is nothing."""
    writer = csv.writer(out, lineterminator="\n")
    for number, sheet in enumerate([sheet for sheet in sheets if sheet.rows] or sheets[:1]):
        if number:
            writer.writerow([])
        writer.writerow(sheet.headers)
        writer.writerows([_cell(value) for value in row] for row in sheet.rows)


def _cell(value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value + 0.0).removesuffix(".0") if math.isfinite(value) else ""  # minus zero is zero
    return harmless(value.en if isinstance(value, Text) else str(value))
