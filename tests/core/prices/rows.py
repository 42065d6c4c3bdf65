"""What tests of the price book look at in a row."""

from __future__ import annotations

from core.prices.book import PriceRow
from core.prices.lists import PriceKind

HIT, MISS, OUT = PriceKind.CACHE_HIT, PriceKind.CACHE_MISS, PriceKind.OUTPUT


def tokens(row: PriceRow) -> tuple[float | None, ...]:
    return tuple(row.prices.get(kind) for kind in (HIT, MISS, OUT))
