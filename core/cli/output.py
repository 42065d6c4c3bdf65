"""How an answer leaves the program: as tables to read, as JSON, or as CSV; numbers in the last two are unrounded."""

from __future__ import annotations

import csv
import json
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TextIO

from core.wording.quantities import exact_value
from core.wording.rows import format_row
from core.wording.text import Text, Words, words

Format = Literal["table", "json", "csv"]
FORMATS: tuple[Format, ...] = ("table", "json", "csv")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, so that a table can show it as people read it; `exact` with every digit it was given, or
    `said` in words of its own."""

    value: float | None
    unit: str
    exact: bool = False
    said: str = ""


Cell = Words | Quantity | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headers, with a title that may be empty. `whole`: the same with the columns that are too many to read,
    for CSV."""

    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    whole: Table | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a subcommand found: plain data for JSON, tables for people, and remarks below the tables."""

    data: dict[str, Any]
    tables: Sequence[Table] = field(default_factory=tuple)
    remarks: Sequence[Words] = field(default_factory=tuple)


def write(answer: Answer, form: Format, out: TextIO) -> None:
    """Writes the answer in one of `FORMATS`."""
    if form == "json":
        json.dump(_plain(answer.data), out, ensure_ascii=False, indent=2, allow_nan=False)
        out.write("\n")
    elif form == "csv":
        _write_csv(answer.tables, out)
    else:
        _write_tables(answer, out)


def _plain(value: Any) -> Any:
    """The same data with what is not defined as null."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value.en if isinstance(value, Text) else value


def _write_csv(tables: Sequence[Table], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    for number, table in enumerate(table.whole or table for table in tables):
        if number:
            writer.writerow([])
        writer.writerow(table.headers)
        writer.writerows([_raw(cell) for cell in row] for row in table.rows)


def _raw(cell: Cell) -> str:
    value = cell.value if isinstance(cell, Quantity) else cell
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return words(value, "en")


def _shown_row(row: Sequence[Cell]) -> list[str]:
    """Quantities of the same unit in one row share their k or M, so that they compare at a glance."""
    shown = ["–" if cell is None else words(cell, "en") if not isinstance(cell, Quantity) else "" for cell in row]
    amounts = [(place, cell) for place, cell in enumerate(row) if isinstance(cell, Quantity)]
    rounded = [(place, cell) for place, cell in amounts if not (cell.exact or cell.said)]
    for unit in {cell.unit for _, cell in rounded}:
        alike = [(place, cell.value) for place, cell in rounded if cell.unit == unit]
        texts = format_row([value for _, value in alike], unit, "en")
        for (place, _), text in zip(alike, texts, strict=True):
            shown[place] = text
    for place, cell in amounts:
        if cell.exact or cell.said:
            shown[place] = cell.said or exact_value(cell.value, cell.unit.partition("/")[0], "en")
    return shown


def _write_tables(answer: Answer, out: TextIO) -> None:
    for number, table in enumerate(answer.tables):
        if number:
            out.write("\n")
        if table.title:
            out.write(f"{table.title}\n")
        _write_table(table, out)
    out.write("\n" if answer.tables and answer.remarks else "")
    out.writelines(f"{words(remark, 'en')}\n" for remark in answer.remarks)


def _write_table(table: Table, out: TextIO) -> None:
    shown = [list(table.headers), *(_shown_row(row) for row in table.rows)]
    widths = [max(_width(row[column]) for row in shown) for column in range(len(table.headers))]
    right = [any(isinstance(row[column], (Quantity, int)) for row in table.rows) for column in range(len(widths))]
    for row in shown:
        cells = zip(row, widths, right, strict=True)
        line = "  ".join(" " * (w - _width(c)) + c if r else c + " " * (w - _width(c)) for c, w, r in cells)
        out.write(line.rstrip() + "\n")


def _width(text: str) -> int:
    """Columns a terminal needs: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
