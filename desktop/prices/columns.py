"""The columns of the price table: what stands in each, by what it is sorted, and what a pointer is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from core.model.confidence_words import CONFIDENCE
from core.model.definition import Confidence
from core.prices.book import PriceRow
from core.prices.lists import CURRENCY_NAMES, LABELS, UNITS, PriceKind
from core.questions.ages import Level, level_of
from core.record import record
from core.wording.dates import days, full_date
from core.wording.money import listed_price
from core.wording.numbers import both, times
from core.wording.text import Text, words
from core.wording.unit_words import unit_label
from desktop.prices.view import ItemKind, View

SHORT_CONFIDENCE: dict[Confidence, Text] = {
    Confidence.PRIMARY: Text("first-hand", "一手"),
    Confidence.SECONDARY: Text("second-hand", "二手"),
    Confidence.ESTIMATE: Text("worked out", "推算"),
    Confidence.ASSUMPTION: Text("assumption", "假设"),
}
NAMES: dict[ItemKind, Text] = {
    "ai_model": Text("AI model", "AI 模型"),
    "plan": Text("Plan", "套餐"),
    "gpu": Text("GPU", "GPU"),
}
SELLER, HOURS = Text("Seller", "厂商"), Text("Hours", "时段")
FROM, UNTIL = Text("From", "起"), Text("Until", "止")
SOURCE, AGE = Text("Source", "来源"), Text("Age", "距核对")
AGE_TIP = Text("Time since the source was last looked at", "距上次核对来源的时间")
# Where the label is long for a column of figures, or leaves open what one pays for.
HEADERS: dict[PriceKind, Text] = {
    PriceKind.CACHE_HIT: Text("From cache", "缓存命中输入"),
    PriceKind.RENT: Text("Rent per GPU hour", "每 GPU 小时租金"),
    PriceKind.SERVER_RENT: Text("Rent per server month", "整机月租金"),
}
# Prices most of which have cents, so that all in their column have them; fees and rents of servers are whole amounts.
IN_CENTS = (PriceKind.CACHE_HIT, PriceKind.CACHE_MISS, PriceKind.OUTPUT, PriceKind.RENT)
SEEN_BY = Text("by {day}", "{day} 前")
SEEN_TIP = Text("Seen on that day; the list may be older.", "当日所见，价目可能更早生效。")
TODAY = Text("today", "今天")
IN_FORCE = Text("in force", "仍有效")
ALL_HOURS = Text("all", "全天")
MOMENT = Text("{day}, {time} UTC", "{day} {time} UTC")
UNLIKE = Text("In another currency than the base: no ratio.", "币种与基准不同，不求倍数。")
TONES: dict[Level, str] = {Level.FRESH: "text", Level.AGEING: "warn", Level.OLD: "bad"}


@record
class Cell:
    """What one cell shows: words, a quieter second line, a tip, and the named colour of the words."""

    words: str
    second: str = ""
    tip: str = ""
    tone: str = "text"


@record
class Column:
    """One column. `gives`: it holds names and takes what room the figures leave."""

    header: Text
    cell: Callable[[PriceRow, View], Cell]
    key: Callable[[PriceRow, View], Any]
    tip: Text | None = None
    right: bool = False
    gives: bool = False


def columns_for(kind: ItemKind, kinds: list[PriceKind], *, sellers: bool, hours: bool) -> list[Column]:
    """The columns for one kind of thing with these kinds of price; `sellers`: there are several; `hours`: some prices
    hold at peak only."""
    prices = [
        Column(HEADERS.get(k, LABELS[k]), partial(_price, kind=k), partial(_price_key, kind=k), _unit(k), right=True)
        for k in kinds
    ]
    return [
        *([Column(SELLER, _seller, _by_seller, gives=True)] if sellers else []),
        Column(NAMES[kind], _name, _by_name, gives=True),
        *([Column(HOURS, _hours, lambda row, view: _hours(row, view).words)] if hours else []),
        *prices,
        Column(FROM, _from, lambda row, _: row.price_list.valid_from),
        Column(UNTIL, _until, lambda row, _: row.price_list.valid_until or datetime.max.replace(tzinfo=UTC)),
        Column(SOURCE, _confidence, lambda row, _: list(Confidence).index(row.price_list.source.confidence)),
        Column(AGE, _age, lambda row, view: _days_old(row, view.today), AGE_TIP),
    ]


def _seller(row: PriceRow, view: View) -> Cell:
    told = words(row.seller, view.language)
    return Cell(told, tip=told)


def _name(row: PriceRow, view: View) -> Cell:
    told = words(row.item.name, view.language)
    return Cell(told, tip=told)


def _by_seller(row: PriceRow, view: View) -> str:
    return words(row.seller, view.language).casefold()


def _by_name(row: PriceRow, view: View) -> str:
    return words(row.item.name, view.language).casefold()


def _unit(kind: PriceKind) -> Text:
    dollars, yuan = (unit_label(f"{currency}/{UNITS[kind]}") for currency in ("USD", "CNY"))
    return Text(
        f"{dollars.en}, or {yuan.en}, as published; sorted dollars first",
        f"{dollars.zh}或{yuan.zh}，按公布币种；排序时美元在前",
    )


def _price(row: PriceRow, view: View, kind: PriceKind) -> Cell:
    price, held = row.prices.get(kind), row.price_list
    if price is None:
        return Cell("–")
    against = view.times(row, kind)
    second, tip = "", f"{CURRENCY_NAMES[held.currency](view.language)}: {unit_label(_of(row, kind))(view.language)}"
    if against is not None:
        second = times(against, view.language)
    elif view.base is not None and view.base.price_list.currency != held.currency:
        second, tip = "–", UNLIKE(view.language)
    told = listed_price(price, held.currency, view.language)
    return Cell(_with_cents(told) if kind in IN_CENTS else told, second, tip)


def _with_cents(told: str) -> str:
    return told if "." in told else f"{told}.00"


def _of(row: PriceRow, kind: PriceKind) -> str:
    return f"{row.price_list.currency}/{UNITS[kind]}"


def _price_key(row: PriceRow, view: View, kind: PriceKind) -> tuple[bool, bool, float]:
    """Dollars before yuan, what has no such price last."""
    del view
    price = row.prices.get(kind)
    return (price is None, row.price_list.currency != "USD", price or 0.0)


def _hours(row: PriceRow, view: View) -> Cell:
    return Cell((row.hours or ALL_HOURS)(view.language))


def _from(row: PriceRow, view: View) -> Cell:
    held = row.price_list
    day = _day(held.valid_from)
    if held.start_known:
        return Cell(day, tip=_moment(held.valid_from)(view.language))
    return Cell(SEEN_BY.filled(day=day)(view.language), tip=SEEN_TIP(view.language))


def _until(row: PriceRow, view: View) -> Cell:
    end = row.price_list.valid_until
    if end is None:
        return Cell(IN_FORCE(view.language))
    return Cell(_day(end), tip=_moment(end)(view.language))


def _day(moment: datetime) -> str:
    """Short enough for a column."""
    return moment.date().isoformat()


def _moment(moment: datetime) -> Text:
    return MOMENT.filled(day=both(full_date, moment.date()), time=f"{moment:%H:%M}")


def _confidence(row: PriceRow, view: View) -> Cell:
    confidence = row.price_list.source.confidence
    return Cell(SHORT_CONFIDENCE[confidence](view.language), tip=CONFIDENCE[confidence](view.language))


def _days_old(row: PriceRow, today: date) -> int:
    return max(0, (today - row.price_list.source.checked).days)


def _age(row: PriceRow, view: View) -> Cell:
    old = _days_old(row, view.today)
    told = days(old, view.language) if old else TODAY(view.language)
    checked = full_date(row.price_list.source.checked, view.language)
    return Cell(told, tip=checked, tone=TONES[level_of(old)])
