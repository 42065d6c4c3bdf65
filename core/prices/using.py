"""`Use these prices`: a row of the price book fills the price assumptions of an alternative in one edit, each with its
source. Which assumption takes which price is declared in resources/prices/uses.toml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import median

from core.comparison.document import Comparison
from core.comparison.edits.filling import fill
from core.comparison.parts import Setting
from core.errors import UsageError
from core.model.definition import Identifier, ModelIdentifier, Source
from core.model.definition_file import read_toml
from core.plain.data import Plain
from core.plain.reading import read
from core.prices.book import PriceRow, priced
from core.prices.files import FOLDER
from core.prices.hours import share_of_week
from core.prices.lists import CURRENCY_NAMES, LABELS, BandKind, PriceError, PriceKind, PriceList
from core.wording.numbers import both, percent
from core.wording.scale import Currency
from core.wording.suggestions import closest
from core.wording.text import Text
from core.wording.unit_words import unit_words

NO_CURRENCY = Text("no currency", "无币种")
CANNOT = Text("These prices cannot be used here.", "此处不能使用这份价目。")


class Use(Plain):
    """A place in a business model that a price list fills."""

    model: ModelIdentifier
    id: Identifier
    label: Text
    drivers: dict[Identifier, PriceKind]
    off_peak_discount: Identifier | None = None
    batch_discount: Identifier | None = None


@cache
def all_uses(folder: Path = FOLDER) -> tuple[Use, ...]:
    """Every place in the built-in business models that a price list can fill."""
    return tuple(read(Use, use, ours=folder == FOLDER) for use in read_toml(folder / "uses.toml")["uses"])


def uses_of(comparison: Comparison, alternative: str, row: PriceRow) -> tuple[Use, ...]:
    """The places of an alternative this row has prices for: none, one, or several to choose from. A business model of
    the user's own takes prices where it has the same assumptions as a built-in one.

    Raises `UsageError` for an unknown alternative.
    """
    return tuple(
        use
        for use in places_of(comparison, alternative)
        if all(priced(row, kind) is not None for kind in use.drivers.values())
    )


def places_of(comparison: Comparison, alternative: str) -> tuple[Use, ...]:
    """Every place of an alternative that price lists can fill. Raises `UsageError` for an unknown alternative."""
    model = comparison.model_of(alternative)
    drivers = {driver.id for driver in model.drivers}
    own = [use for use in all_uses() if use.model == model.id]
    found: dict[tuple[str, ...], Use] = {}
    for use in own or all_uses():
        if use.drivers.keys() <= drivers:
            found.setdefault(tuple(use.drivers), use)
    return tuple(found.values())


def place_of_driver(comparison: Comparison, alternative: str, driver: str) -> Use | None:
    """The place a driver belongs to; None for one that no price list fills. Raises `UsageError`."""
    return next((use for use in places_of(comparison, alternative) if driver in use.drivers), None)


def use_prices(comparison: Comparison, alternative: str, row: PriceRow, use: str | None = None) -> Comparison:
    """The alternative with the row's prices, each with the list as its source; linked prices change for all.

    `use` is the id of one of `uses_of`, needed where there are several. Raises `PriceError` when there is none or the
    currencies differ, `UsageError` for an unknown alternative or use.
    """
    chosen = _chosen(comparison, alternative, row, use)
    model_drivers = {driver.id: driver for driver in comparison.model_of(alternative).drivers}
    for driver in chosen.drivers:
        _refuse_other_currency(row.price_list.currency, unit_words(model_drivers[driver].unit).currency)
    discount = chosen.off_peak_discount if chosen.off_peak_discount in model_drivers else None
    row = row if discount is None else _at_peak(row)
    source = source_of(row)
    settings = {
        driver: Setting(value=priced(row, kind) or 0.0, source=source) for driver, kind in chosen.drivers.items()
    }
    if discount is not None:
        cut = off_peak_discount(row.price_list)
        settings[discount] = Setting(value=cut, source=source, note=_hours_note(row.price_list))
    if chosen.batch_discount in model_drivers and row.price_list.batch_discount is not None:
        rules = source_of(row, row.price_list.rules_source)
        settings[str(chosen.batch_discount)] = Setting(value=row.price_list.batch_discount, source=rules)
    return fill(comparison, alternative, settings)


def _refuse_other_currency(listed: Currency, wanted: Currency | None) -> None:
    if listed != wanted:
        raise PriceError(
            CANNOT,
            Text(
                "The list is in {listed}, the assumption in {wanted}; prices are never converted.",
                "价目以{listed}计价，而该假设以{wanted}计价；价格不做换算。",
            ).filled(listed=CURRENCY_NAMES[listed], wanted=CURRENCY_NAMES[wanted] if wanted else NO_CURRENCY),
            Text(
                "Choose the seller's list in that currency, or type a converted price and name the rate in its source.",
                "请选用该厂商的对应币种价目，或自行填写换算后的价格，并在来源中注明汇率。",
            ),
        )


def source_of(row: PriceRow, other: Source | None = None) -> Source:
    """Where prices of this row come from, with the item and the first day of the list; `other` stands for the list's
    own source, for what has another one."""
    day = row.price_list.valid_from.date().isoformat()
    source = other or row.price_list.source
    since = (
        Text("{name}, list from {day} on: {source}", "{name}，{day} 起的价目：{source}")
        if row.price_list.start_known
        else Text("{name}, seen by {day}: {source}", "{name}，{day} 前已见的价目：{source}")
    )
    return source.but(text=since.filled(name=row.name, day=day, source=source.text))


def off_peak_discount(price_list: PriceList) -> float:
    """How much cheaper the off-peak hours are: the middle one of the discounts on the single prices, for sellers round
    them (R1 at night: 75.0, 75.5 and 74.9 %). 0 for a list without such hours."""
    peak, off_peak = _hours(price_list, "peak"), _hours(price_list, "off-peak")
    cuts = [1 - off_peak[kind] / price for kind, price in peak.items() if price]
    return round(median(cuts), 6) if price_list.bands and cuts else 0.0


def _hours_note(price_list: PriceList) -> Text | str:
    """The share of off-peak usage is an assumption of its own; the note says what it has to be thought over with."""
    if not price_list.bands:
        return ""
    shares = {band.kind: share_of_week(band) for band in price_list.bands}
    off_peak = shares["off-peak"] if "off-peak" in shares else 1 - shares["peak"]
    note = Text(
        "In this list {share} of the hours of a week are off-peak.", "该价目中，一周有 {share} 的时间为非高峰时段。"
    )
    return note.filled(share=both(percent, off_peak))


def _at_peak(row: PriceRow) -> PriceRow:
    """The same list in its dear hours."""
    band = next((band for band in row.price_list.bands if band.kind == "peak"), None)
    return PriceRow(row.seller, row.item, row.price_list, band)


def _hours(price_list: PriceList, kind: BandKind) -> dict[PriceKind, float]:
    return next((band.prices for band in price_list.bands if band.kind == kind), price_list.prices)


def _chosen(comparison: Comparison, alternative: str, row: PriceRow, use: str | None) -> Use:
    found = uses_of(comparison, alternative, row)
    if not found:
        kinds = Text(
            ", ".join(LABELS[kind].en.lower() for kind in row.prices), "、".join(LABELS[kind].zh for kind in row.prices)
        )
        reason = Text("{name} has no assumption for: {kinds}.", "{name}没有对应的假设：{kinds}。")
        raise PriceError(CANNOT, reason.filled(name=comparison.alternative(alternative).name, kinds=kinds))
    if use is None and len(found) == 1:
        return found[0]
    for candidate in found:
        if candidate.id == use:
            return candidate
    if use is None:
        places = Text(", ".join(c.label.en for c in found), "、".join(c.label.zh for c in found))
        raise UsageError(
            Text("These prices could stand in more than one place.", "这份价目可以填入多个位置。"),
            remedy=Text("Choose one: {places}.", "请选择：{places}。").filled(places=places),
        )
    title = Text('There is no place "{use}" for these prices.', "没有名为“{use}”的位置可填入这份价目。")
    raise UsageError(title.filled(use=use), remedy=closest(use, [candidate.id for candidate in found]))
