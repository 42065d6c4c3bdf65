"""`evenkeel prices`: the price book, on one day or as a whole, with ratios against a base."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from core.cli.arguments import Subparsers, add_command
from core.cli.output import Answer, Cell, Quantity, Table
from core.errors import UsageError
from core.prices.book import PriceRow, ratio
from core.prices.files import open_prices, price_book
from core.prices.lists import LABELS, UNITS, PriceKind
from core.wording.text import Text, words

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
        "prices": [_row_data(row, base) for row in rows],
    }
    tables = [_table(kind, [row for row in rows if row.item.kind == kind], base) for kind in TABLES]
    remarks = [
        Text(
            "Lists in USD and CNY are published apart; nothing here is converted. Days begin at 00:00 UTC.",
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
    headers = ["id", "seller", "what", "until", *(LABELS[k].en for k in kinds)]
    headers += [f"{LABELS[k].en}, times base" for k in against]
    return Table(headers, [_cells(row, kinds, against, base) for row in rows], TITLES[kind])


def _cells(row: PriceRow, kinds: list[PriceKind], against: list[PriceKind], base: PriceRow | None) -> list[Cell]:
    until = row.price_list.valid_until
    prices = [Quantity(row.prices.get(kind), f"{row.price_list.currency}/{UNITS[kind]}", exact=True) for kind in kinds]
    ratios = [Quantity(_ratio(row, base, kind), "times") for kind in against]
    return [row.id, row.seller, row.name, "" if until is None else until.date().isoformat(), *prices, *ratios]


def _ratio(row: PriceRow, base: PriceRow | None, kind: PriceKind) -> float | None:
    """Blank where the currencies differ, since the lists cannot be compared."""
    if base is None or row.price_list.currency != base.price_list.currency:
        return None
    return ratio(row, base, kind)


def _row_data(row: PriceRow, base: PriceRow | None) -> dict[str, Any]:
    held = row.price_list
    return {
        "id": row.id,
        "item": row.item.id,
        "kind": row.item.kind,
        "name": words(row.name, "en"),
        "seller": words(row.seller, "en"),
        "hours": None if row.hours is None else row.hours.en,
        "valid_from": held.valid_from.isoformat(),
        "start_known": held.start_known,
        "valid_until": None if held.valid_until is None else held.valid_until.isoformat(),
        "currency": held.currency,
        "prices": {kind.value: price for kind, price in row.prices.items()},
        "ratios": None if base is None else {kind.value: _ratio(row, base, kind) for kind in row.prices},
        "batch_discount": held.batch_discount,
        "source": held.source.text.en,
        "confidence": held.source.confidence.value,
        "checked": held.source.checked.isoformat(),
        "note": words(held.note, "en"),
    }
