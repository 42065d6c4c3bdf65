"""`evenkeel prices`: the price book, on one day or as a whole, with ratios against a base."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from core.cli.arguments import Subparsers, add_command
from core.cli.output import Answer, Table
from core.cli.price_rows import WHOLE_AFTER, WHOLE_BEFORE, cells, range_of, row_data, whole_cells
from core.errors import UsageError
from core.prices.book import PriceRow
from core.prices.files import open_prices, price_book
from core.prices.lists import LABELS, PriceKind
from core.wording.text import Text

# Prices of one table stand in the same columns; each table has its own.
TABLES: dict[str, tuple[PriceKind, ...]] = {
    "ai_model": (PriceKind.CACHE_HIT, PriceKind.CACHE_MISS, PriceKind.OUTPUT),
    "plan": (PriceKind.FEE,),
    "gpu": (PriceKind.RENT, PriceKind.SERVER_RENT),
}
TITLES = {"ai_model": "AI models, per million tokens", "plan": "plans", "gpu": "GPUs"}


def add_to(subcommands: Subparsers) -> None:
    """Adds the subcommand."""
    parser = add_command(subcommands, "prices", "published prices, dated, with ratios against a base", answer)
    parser.add_argument("--base", metavar="ID", help="show prices as multiples of this list or item")
    parser.add_argument("--on", metavar="DATE", help="only lists in force on this day, such as 2025-02-28")
    parser.add_argument("--add", action="append", default=[], metavar="FILE", help="with a price file of one's own")


def answer(options: argparse.Namespace) -> Answer:
    """The rows of the price book. Raises `EvenkeelError` for an unknown base, a wrong day or an unusable file."""
    book = price_book()
    for path in options.add:
        book = book.with_file(open_prices(Path(path)))
    day = None if options.on is None else _day(options.on)
    base = None if options.base is None else book.row(options.base, day)
    rows = book.rows if day is None else book.on(day)
    data = {
        "schema": "evenkeel-prices/1",
        "on": None if day is None else day.isoformat(),
        "base": None if base is None else base.id,
        "prices": [row_data(row, base) for row in rows],
    }
    tables = [_table(kind, [row for row in rows if row.item.kind == kind], base) for kind in TABLES]
    remarks = [
        Text(
            "Lists in USD and CNY are published separately; nothing here is converted. Days begin at 00:00 UTC.",
            "美元与人民币价目由厂商分别公布，此处不做换算。日期以 UTC 零点起算。",
        )
    ]
    return Answer(data, [table for table in tables if table.rows], remarks)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            Text(f'"{text}" is not a day.', f"“{text}”不是日期。"),
            remedy=Text("Write it as 2026-11-23.", "请写成 2026-11-23。"),
        ) from error


def _table(kind: str, rows: list[PriceRow], base: PriceRow | None) -> Table:
    kinds = [k for k in TABLES[kind] if any(k in row.prices for row in rows)]
    against = [k for k in kinds if base is not None and k in base.prices]
    labels = [*(LABELS[k].en for k in kinds), *(f"{LABELS[k].en}, times base" for k in against)]
    whole = Table(
        [*WHOLE_BEFORE, *labels, *WHOLE_AFTER], [whole_cells(row, kinds, against, base) for row in rows], TITLES[kind]
    )
    priced = [head for k in kinds for head in (LABELS[k].en, *(["× base"] if k in against else []))]
    headers = ["id", "seller", "what", "from", "until", *priced, "range", "confidence"]
    shown = [cells(row, kinds, against, base) for row in rows]
    if not any(range_of(row) for row in rows):  # no room for a column without anything in it
        place = headers.index("range")
        headers.pop(place)
        shown = [[cell for at, cell in enumerate(line) if at != place] for line in shown]
    return Table(headers, shown, TITLES[kind], whole)
