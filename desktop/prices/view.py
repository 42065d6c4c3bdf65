"""Which rows of the price book are looked at: one kind of thing, a day, words searched for, a base to compare with."""

from __future__ import annotations

from datetime import date
from typing import Literal

from core.prices.book import PriceBook, PriceRow, ratio
from core.prices.lists import CURRENCY_NAMES, PriceKind
from core.record import record
from core.wording.text import Language, Text, words

ItemKind = Literal["ai_model", "plan", "gpu"]

KINDS: dict[ItemKind, Text] = {
    "ai_model": Text("AI models", "AI 模型"),
    "plan": Text("Plans", "套餐"),
    "gpu": Text("GPU rents", "GPU 租金"),
}
# The columns of prices each kind of thing has; a user's own list may fill fewer.
PRICED: dict[ItemKind, tuple[PriceKind, ...]] = {
    "ai_model": (PriceKind.CACHE_HIT, PriceKind.CACHE_MISS, PriceKind.OUTPUT),
    "plan": (PriceKind.FEE,),
    "gpu": (PriceKind.RENT, PriceKind.SERVER_RENT),
}


@record
class View:
    """What a person chose to see. `day` None: every list there ever was; `base` None: no ratios."""

    language: Language
    today: date
    kind: ItemKind = "ai_model"
    search: str = ""
    day: date | None = None
    base: PriceRow | None = None

    def rows(self, book: PriceBook) -> list[PriceRow]:
        """The rows of the book this view shows: what holds today above what is over, the newest lists first, and
        those of one day in the book's order."""
        wanted = self.search.casefold().split()
        listed = book.rows if self.day is None else book.on(self.day)
        shown = [row for row in listed if row.item.kind == self.kind and _holds(row, wanted)]
        shown.sort(key=lambda row: row.price_list.valid_from, reverse=True)
        shown.sort(key=lambda row: _is_over(row, self.today))
        return shown

    def times(self, row: PriceRow, kind: PriceKind) -> float | None:
        """How many times the base's price a row asks; None without a base and where the currencies differ."""
        base = self.base
        if base is None or kind not in row.prices or row.price_list.currency != base.price_list.currency:
            return None
        return ratio(row, base, kind)


def kinds_of(rows: list[PriceRow], kind: ItemKind) -> list[PriceKind]:
    """The kinds of price at least one of the rows has."""
    return [priced for priced in PRICED[kind] if any(priced in row.prices for row in rows)]


def _is_over(row: PriceRow, today: date) -> bool:
    end = row.price_list.valid_until
    return end is not None and end.date() <= today


def _holds(row: PriceRow, wanted: list[str]) -> bool:
    """Whether every word occurs somewhere in the row, in either language."""
    told = (row.seller, row.name, CURRENCY_NAMES[row.price_list.currency])
    whole = " ".join([*(words(text, language) for text in told for language in ("en", "zh")), row.id]).casefold()
    return all(word in whole for word in wanted)
