"""The price book: every list of every seller as rows, what held on a day, the history of an item, and ratios between
rows."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cached_property

from core.errors import UsageError
from core.prices.lists import BAND_LABELS, Band, Item, PriceError, PriceFile, PriceKind, PriceList
from core.record import record
from core.wording.suggestions import closest
from core.wording.text import Text, Words


@record
class PriceRow:
    """One list of one item, or its peak or off-peak hours (`band`; None is all other hours)."""

    seller: Words
    item: Item
    price_list: PriceList
    band: Band | None = None

    @property
    def id(self) -> str:
        """Item, currency and first day: "deepseek-v3.usd.2025-02-26", with ".off-peak" for a band."""
        day = self.price_list.valid_from.date().isoformat()
        name = f"{self.item.id}.{self.price_list.currency.lower()}.{day}"
        return name if self.band is None else f"{name}.{self.band.kind}"

    @property
    def name(self) -> Text:
        """The item, and the hours where they matter."""
        item = self.item.name if isinstance(self.item.name, Text) else Text(self.item.name, self.item.name)
        if self.hours is None:
            return item
        return Text("{item}, {hours}", "{item}（{hours}）").filled(item=item, hours=self.hours)

    @property
    def hours(self) -> Text | None:
        """Peak or off-peak; None for a list with one price at all hours."""
        if self.band is not None:
            return BAND_LABELS[self.band.kind]
        if not self.price_list.bands:
            return None
        return BAND_LABELS["off-peak" if self.price_list.bands[0].kind == "peak" else "peak"]

    @property
    def prices(self) -> dict[PriceKind, float]:
        """The prices of these hours, in the list's currency."""
        return self.price_list.prices if self.band is None else self.band.prices


@record
class PriceBook:
    """The price lists of all sellers: those of the product and those a user opened."""

    files: tuple[PriceFile, ...]

    @cached_property
    def rows(self) -> tuple[PriceRow, ...]:
        """Every list, its bands after it, in the order of the files; the lists of an item oldest first."""
        return tuple(
            PriceRow(item.seller or file.seller, item, price_list, band)
            for file in self.files
            for item in file.items
            for price_list in sorted(item.lists, key=lambda p: (p.currency != "USD", p.valid_from))
            for band in (None, *price_list.bands)
        )

    def with_file(self, file: PriceFile) -> PriceBook:
        """The book with one more file. Raises `PriceError` when it names an item that is in the book already."""
        known = {item.id for other in self.files for item in other.items}
        twice = next((item.id for item in file.items if item.id in known), None)
        if twice is not None:
            raise PriceError(
                Text("These prices cannot be added.", "无法添加这些价目。"),
                Text(f'The price book has "{twice}" already.', f"价目簿中已有“{twice}”。"),
                Text("Give yours another id.", "请换一个 id。"),
            )
        return PriceBook((*self.files, file))

    def on(self, day: date) -> tuple[PriceRow, ...]:
        """The rows in force as a day begins, in UTC."""
        return tuple(row for row in self.rows if row.price_list.holds_at(_beginning_of(day)))

    def history(self, item: str) -> tuple[PriceRow, ...]:
        """Every row of an item, oldest first, dollars before yuan. Raises `UsageError` naming the closest item."""
        found = tuple(row for row in self.rows if row.item.id == item)
        if not found:
            raise self._unknown(item)
        return found

    def row(self, id: str, day: date | None = None) -> PriceRow:
        """The row of this id; the id of an item alone stands for its list of that day, else for its newest.

        A list in dollars goes before one in yuan. Raises `UsageError` naming the closest id.
        """
        exact = next((row for row in self.rows if row.id == id), None)
        if exact is not None:
            return exact
        lists = [row for row in self.history(id) if row.band is None]
        lists = [row for row in lists if row.price_list.currency == lists[0].price_list.currency]
        in_force = [row for row in lists if day is not None and row.price_list.holds_at(_beginning_of(day))]
        return (in_force or lists)[-1]

    def _unknown(self, id: str) -> UsageError:
        known = [*dict.fromkeys(row.item.id for row in self.rows), *(row.id for row in self.rows)]
        return UsageError(Text(f'There is no price list "{id}".', f"没有名为“{id}”的价目。"), remedy=closest(id, known))


def _beginning_of(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def ratio(row: PriceRow, base: PriceRow, kind: PriceKind) -> float | None:
    """How many times the base's price of this kind a row asks; None where one of them has no such price or it is 0.

    Input from cache costs what new input costs where no price for it is listed. Raises `PriceError` for lists in
    different currencies: published lists are not conversions of each other.
    """
    if row.price_list.currency != base.price_list.currency:
        raise PriceError(
            Text("Prices in different currencies have no ratio.", "不同币种的价目不能求倍数。"),
            Text(
                "Sellers publish a list for each currency; one is not a conversion of the other.",
                "厂商按币种分别定价，价目之间并非按汇率换算。",
            ),
            Text("Choose a base in the same currency.", "请选择同币种的基准价目。"),
        )
    ours, theirs = priced(row, kind), priced(base, kind)
    return None if ours is None or not theirs else ours / theirs


def priced(row: PriceRow, kind: PriceKind) -> float | None:
    """The price of a kind; input from cache at the price of new input where it is not listed apart. None: no price."""
    if kind is PriceKind.CACHE_HIT and kind not in row.prices:
        return row.prices.get(PriceKind.CACHE_MISS)
    return row.prices.get(kind)
