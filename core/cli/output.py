"""How an answer leaves the program: as tables to read, as JSON, or as CSV (see `sheets`); numbers in the last two are
plain and unrounded."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import field
from typing import Any, Literal, TextIO

from core.cli.harmless import escaped_json, harmless
from core.cli.sheets import Plain, Sheet, write_sheets
from core.record import record
from core.wording.quantities import exact_value
from core.wording.rows import format_row
from core.wording.text import Text, Words, words

Format = Literal["table", "json", "csv"]
FORMATS: tuple[Format, ...] = ("table", "json", "csv")


@record
class Quantity:
    """A number with its unit, so that a table can show it as people read it; `exact` with every digit it was given."""

    value: float | None
    unit: str
    exact: bool = False


@record
class Shown:
    """A number that a table shows in words of its own, whatever stands beside it."""

    value: float | int | None
    text: str


Cell = Words | Quantity | Shown | int | None


@record
class Table:
    """Rows under headers, with a title that may be empty. `whole`: the same with the columns that are too many to read,
    for CSV."""

    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    whole: Table | None = None


@record
class Answer:
    """What a subcommand found: plain data for JSON, tables for people, and remarks below the tables; `sheets` is what
    CSV holds where that is not simply the tables."""

    data: dict[str, Any]
    tables: Sequence[Table] = field(default_factory=tuple)
    remarks: Sequence[Words] = field(default_factory=tuple)
    sheets: Sequence[Sheet] | None = None


def write(answer: Answer, form: Format, out: TextIO) -> None:
    """Writes the answer in one of `FORMATS`."""
    if form == "json":
        out.write(escaped_json(json.dumps(_plain(answer.data), ensure_ascii=False, indent=2, allow_nan=False)) + "\n")
    elif form == "csv":
        sheets = answer.sheets
        write_sheets([plain_sheet(table.whole or table) for table in answer.tables] if sheets is None else sheets, out)
    else:
        _write_tables(answer, out)


def _plain(value: Any) -> Any:
    """The same data with what is not defined as null."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, float):
        return value + 0.0 if math.isfinite(value) else None  # minus zero is zero
    return value.en if isinstance(value, Text) else value


def plain_sheet(table: Table) -> Sheet:
    """What a table says, with its numbers as they are."""
    return Sheet(table.headers, [[_raw(cell) for cell in row] for row in table.rows])


def _raw(cell: Cell) -> Plain:
    return cell.value if isinstance(cell, (Quantity, Shown)) else cell


def _shown_row(row: Sequence[Cell]) -> list[str]:
    """Quantities of the same unit in one row share their k or M, so that they compare at a glance."""
    shown = [_worded(cell) for cell in row]
    rounded = [(place, cell) for place, cell in enumerate(row) if isinstance(cell, Quantity) and not cell.exact]
    for unit in {cell.unit for _, cell in rounded}:
        alike = [(place, cell.value) for place, cell in rounded if cell.unit == unit]
        texts = format_row([value for _, value in alike], unit, "en")
        for (place, _), text in zip(alike, texts, strict=True):
            shown[place] = text
    for place, cell in enumerate(row):
        if isinstance(cell, Quantity) and cell.exact:
            shown[place] = exact_value(cell.value, cell.unit.partition("/")[0], "en")
    return shown


def _worded(cell: Cell) -> str:
    """All but quantities, which depend on those beside them."""
    match cell:
        case None:
            return "–"
        case Quantity():
            return ""
        case Shown(text=text):
            return text
    return harmless(words(cell, "en"))


def _write_tables(answer: Answer, out: TextIO) -> None:
    for number, table in enumerate(answer.tables):
        if number:
            out.write("\n")
        if table.title:
            out.write(f"{harmless(table.title)}\n")
        _write_table(table, out)
    out.write("\n" if answer.tables and answer.remarks else "")
    out.writelines(f"{harmless(words(remark, 'en'))}\n" for remark in answer.remarks)


def _write_table(table: Table, out: TextIO) -> None:
    shown = [[harmless(header) for header in table.headers], *(_shown_row(row) for row in table.rows)]
    widths = [max(_width(row[column]) for row in shown) for column in range(len(table.headers))]
    numbers = (Quantity, Shown, int)
    right = [any(isinstance(row[column], numbers) for row in table.rows) for column in range(len(widths))]
    for row in shown:
        cells = zip(row, widths, right, strict=True)
        line = "  ".join(" " * (w - _width(c)) + c if r else c + " " * (w - _width(c)) for c, w, r in cells)
        out.write(line.rstrip() + "\n")


def _width(text: str) -> int:
    """Columns a terminal needs: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
