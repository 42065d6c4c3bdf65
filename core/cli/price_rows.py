"""One row of the price book as the command line writes it: what fits a terminal, everything as plain data, and
everything as cells for a spreadsheet."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from core.cli.output import Cell, Quantity
from core.prices.book import PriceRow, ratio
from core.prices.lists import UNITS, Band, PriceKind
from core.wording.money import listed_price
from core.wording.text import words

# What a spreadsheet has beside the prices.
WHOLE_BEFORE = ("id", "seller", "what", "from", "start known", "until", "currency")
WHOLE_AFTER = (
    *("low", "high", "batch discount", "long context above", "times input", "times output", "days", "hours"),
    *("source", "confidence", "checked", "source of rules", "note"),
)


def row_data(row: PriceRow, base: PriceRow | None) -> dict[str, Any]:
    """Everything about a row, as plain data."""
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
        "ratios": None if base is None else {kind.value: ratio_of(row, base, kind) for kind in row.prices},
        "low": held.low,
        "high": held.high,
        "bands": [_band_data(band) for band in held.bands],
        "batch_discount": held.batch_discount,
        "long_context": None if held.long_context is None else asdict(held.long_context),
        "source": held.source.text.en,
        "confidence": held.source.confidence.value,
        "checked": held.source.checked.isoformat(),
        "url": held.source.url or None,
        "rules_source": None if held.rules_source is None else held.rules_source.text.en,
        "note": words(held.note, "en"),
    }


def cells(row: PriceRow, kinds: list[PriceKind], against: list[PriceKind], base: PriceRow | None) -> list[Cell]:
    """What fits a terminal: when, each price with its multiple after it, a published range, and how far to trust it."""
    held = row.price_list
    day = held.valid_from.date().isoformat()
    since = day if held.start_known else f"by {day}"
    until = "" if held.valid_until is None else held.valid_until.date().isoformat()
    figures = [
        figure
        for kind in kinds
        for figure in (_price(row, kind), *([_multiple(row, base, kind)] if kind in against else []))
    ]
    return [row.id, row.seller, row.name, since, until, *figures, range_of(row), held.source.confidence.value]


def whole_cells(row: PriceRow, kinds: list[PriceKind], against: list[PriceKind], base: PriceRow | None) -> list[Cell]:
    """Everything, under `WHOLE_BEFORE`, the prices and their multiples, and `WHOLE_AFTER`."""
    held, cliff, source = row.price_list, row.price_list.long_context, row.price_list.source
    band = row.band
    return [
        *(row.id, row.seller, row.name, held.valid_from.isoformat(), "yes" if held.start_known else "no"),
        *("" if held.valid_until is None else held.valid_until.isoformat(), held.currency),
        *(_price(row, kind) for kind in kinds),
        *(_multiple(row, base, kind) for kind in against),
        *(Quantity(end, held.currency) for end in (held.low, held.high)),
        Quantity(held.batch_discount, "1"),
        None if cliff is None else cliff.above,
        *(
            Quantity(factor, "times")
            for factor in ((cliff.input_factor, cliff.output_factor) if cliff else (None, None))
        ),
        *("" if band is None else " ".join(band.days), "" if band is None else _windows(band)),
        *(source.text, source.confidence.value, source.checked.isoformat()),
        "" if held.rules_source is None else held.rules_source.text,
        held.note,
    ]


def ratio_of(row: PriceRow, base: PriceRow | None, kind: PriceKind) -> float | None:
    """Blank where the currencies differ, since the lists cannot be compared."""
    if base is None or row.price_list.currency != base.price_list.currency:
        return None
    return ratio(row, base, kind)


def _price(row: PriceRow, kind: PriceKind) -> Quantity:
    return Quantity(row.prices.get(kind), f"{row.price_list.currency}/{UNITS[kind]}", exact=True)


def _multiple(row: PriceRow, base: PriceRow | None, kind: PriceKind) -> Quantity:
    return Quantity(ratio_of(row, base, kind), "times")


def range_of(row: PriceRow) -> str:
    """The ends of a published range; empty where one price was published."""
    held = row.price_list
    if held.low is None or held.high is None:
        return ""
    return "–".join(listed_price(end, held.currency, "en") for end in (held.low, held.high))


def _band_data(band: Band) -> dict[str, Any]:
    windows = [asdict(window) for window in band.windows]
    return {"kind": band.kind, "days": list(band.days), "windows": windows}


def _windows(band: Band) -> str:
    return " ".join(f"{window.start}-{window.end} {window.zone}" for window in band.windows)
