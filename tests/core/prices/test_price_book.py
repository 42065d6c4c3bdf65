"""The price book against the published figures it claims: DeepSeek's lists, OpenAI's, and plans.

The sections named in the tests are those of the sheet of facts the lists were carried over from.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from core.errors import UsageError
from core.model.definition import Confidence
from core.prices.book import PriceBook, ratio
from core.prices.hours import band_at, price_at, share_of_week, time_average
from core.prices.lists import PriceError, PriceKind, PriceList
from core.wording.text import Text
from tests.core.prices.rows import HIT, MISS, OUT, tokens

# Section B: first day of the list (UTC), dollars, yuan; ".peak" and ".off-peak" are the other hours.
DEEPSEEK = {
    "deepseek-v3 2024-12-26": ((0.014, 0.14, 0.28), (0.1, 1, 2)),
    "deepseek-v3 2025-02-08": ((0.07, 0.27, 1.10), (0.5, 2, 8)),
    "deepseek-v3 2025-02-26": ((0.07, 0.27, 1.10), (0.5, 2, 8)),
    "deepseek-v3 2025-02-26.off-peak": ((0.035, 0.135, 0.55), (0.25, 1, 4)),
    "deepseek-r1 2025-01-20": ((0.14, 0.55, 2.19), (1, 4, 16)),
    "deepseek-r1 2025-02-26": ((0.14, 0.55, 2.19), (1, 4, 16)),
    "deepseek-r1 2025-02-26.off-peak": ((0.035, 0.135, 0.55), (0.25, 1, 4)),
    "deepseek-v3-1 2025-09-05": ((0.07, 0.56, 1.68), (0.5, 4, 12)),
    "deepseek-v3-2 2025-09-29": ((0.028, 0.28, 0.42), (0.2, 2, 3)),
    "deepseek-v4-flash 2026-04-24": ((0.028, 0.14, 0.28), (0.2, 1, 2)),
    "deepseek-v4-flash 2026-04-26": ((0.0028, 0.14, 0.28), (0.02, 1, 2)),
    "deepseek-v4-flash 2026-08-16": ((0.007, 0.22, 0.66), (0.05, 1.5, 4.5)),
    "deepseek-v4-flash 2026-08-16.peak": ((0.014, 0.44, 1.32), (0.10, 3, 9)),
    "deepseek-v4-pro 2026-04-24": ((0.145, 1.74, 3.48), (1, 12, 24)),
    "deepseek-v4-pro 2026-04-26": ((0.003625, 0.435, 0.87), (0.025, 3, 6)),
    "deepseek-v4-pro 2026-08-16": ((0.022, 0.66, 1.98), (0.15, 4.5, 13.5)),
    "deepseek-v4-pro 2026-08-16.peak": ((0.044, 1.32, 3.96), (0.30, 9, 27)),
    "deepseek-v4-pro 2026-09-09": ((0.022, 0.66, 1.98), (0.15, 4.5, 13.5)),
    "deepseek-v4-pro 2026-09-09.peak": ((0.044, 1.32, 3.96), (0.30, 9, 27)),
    "deepseek-flash 2026-09-09": ((0.003, 0.15, 0.60), (0.02, 1, 4)),
    "deepseek-flash 2026-09-09.peak": ((0.006, 0.30, 1.20), (0.04, 2, 8)),
}


@pytest.mark.parametrize("name", DEEPSEEK)
def test_section_b_deepseeks_lists(book: PriceBook, name: str) -> None:
    item, when = name.split()
    usd, cny = DEEPSEEK[name]
    assert tokens(book.row(f"{item}.usd.{when}")) == usd
    assert tokens(book.row(f"{item}.cny.{when}")) == cny


def test_section_b_is_complete(book: PriceBook) -> None:
    rows = {row.id for row in book.rows if row.item.id.startswith("deepseek-")}
    assert len(rows) == 2 * len(DEEPSEEK)


def test_section_b_what_held_when(book: PriceBook) -> None:
    def held(item: str, day: date) -> list[tuple[float | None, ...]]:
        return [tokens(row) for row in book.on(day) if row.item.id == item and row.price_list.currency == "USD"]

    assert held("deepseek-v3", date(2025, 2, 8)) == [(0.014, 0.14, 0.28)]
    assert held("deepseek-v3", date(2025, 2, 9)) == [(0.07, 0.27, 1.10)]
    assert held("deepseek-v3", date(2025, 9, 5)) == [(0.07, 0.27, 1.10), (0.035, 0.135, 0.55)]
    assert held("deepseek-v3", date(2025, 9, 6)) == []
    assert held("deepseek-v3-1", date(2025, 9, 6)) == [(0.07, 0.56, 1.68)]
    assert held("deepseek-v3-1", date(2025, 9, 29)) == []  # the end of a list is not part of it
    assert held("deepseek-flash", date(2026, 11, 23)) == [(0.003, 0.15, 0.60), (0.006, 0.30, 1.20)]


def test_section_b_the_night_discount_of_2025(book: PriceBook) -> None:
    r1 = book.row("deepseek-r1.usd.2025-02-26")
    night = book.row("deepseek-r1.usd.2025-02-26.off-peak")
    assert [round(1 - night.prices[kind] / r1.prices[kind], 3) for kind in (HIT, MISS, OUT)] == [0.75, 0.755, 0.749]
    v3 = book.row("deepseek-v3.usd.2025-02-26")
    v3_night = book.row("deepseek-v3.usd.2025-02-26.off-peak")
    assert [round(1 - v3_night.prices[kind] / v3.prices[kind], 9) for kind in (HIT, MISS, OUT)] == [0.5, 0.5, 0.5]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("when", "output"),
    [
        ("2025-03-01T16:29:59+00:00", 2.19),
        ("2025-03-01T16:30:00+00:00", 0.55),
        ("2025-03-02T00:29:59+00:00", 0.55),
        ("2025-03-02T00:30:00+00:00", 2.19),  # the end of a window is not part of it
        ("2025-03-02T00:30:00+08:00", 0.55),  # the same in Beijing's time
        ("2025-03-02T08:30:00+08:00", 2.19),
    ],
)
def test_section_b_the_night_begins_and_ends_on_the_minute(book: PriceBook, when: str, output: float) -> None:
    assert price_at(book.row("deepseek-r1.usd.2025-02-26").price_list, moment(when))[OUT] == output


@pytest.mark.parametrize(
    ("when", "output"),
    [
        ("2026-11-23T09:00:00+08:00", 1.20),  # a Monday
        ("2026-11-23T11:59:59+08:00", 1.20),
        ("2026-11-23T12:00:00+08:00", 0.60),
        ("2026-11-23T14:00:00+08:00", 1.20),
        ("2026-11-23T18:00:00+08:00", 0.60),
        ("2026-11-27T17:30:00+08:00", 1.20),  # Friday
        ("2026-11-28T10:00:00+08:00", 0.60),  # Saturday
        ("2026-11-29T10:00:00+08:00", 0.60),
        ("2026-11-23T01:00:00+00:00", 1.20),
        ("2026-11-23T04:00:00+00:00", 0.60),
    ],
)
def test_section_b_peak_hours_of_the_weekdays(book: PriceBook, when: str, output: float) -> None:
    assert price_at(book.row("deepseek-flash").price_list, moment(when))[OUT] == output


def test_section_b_the_daily_scheme_had_peaks_on_sundays_too(book: PriceBook) -> None:
    daily = book.row("deepseek-v4-flash.usd.2026-08-16").price_list
    assert price_at(daily, moment("2026-08-23T10:00:00+08:00"))[OUT] == 1.32
    band = band_at(daily, datetime(2026, 8, 23, 5, tzinfo=UTC))
    assert band is None


@pytest.mark.parametrize(
    ("item", "share", "multiplier"),
    [("deepseek-flash", 35 / 168, 1.208), ("deepseek-v4-flash", 49 / 168, 1.292)],
)
def test_section_b_the_average_over_a_week(book: PriceBook, item: str, share: float, multiplier: float) -> None:
    price_list = book.row(item).price_list
    assert share_of_week(price_list.bands[0]) == pytest.approx(share)
    average = time_average(price_list)
    for kind in (HIT, MISS, OUT):
        assert average[kind] / price_list.prices[kind] == pytest.approx(multiplier, abs=5e-4)


def test_section_b_dollar_and_yuan_lists_are_no_conversions(book: PriceBook) -> None:
    """The lists of R1 imply 7.14, 7.27 and 7.31 yuan to the dollar, those of Flash 6.67 and of V4-Pro 6.82."""

    def implied(name: str) -> list[float]:
        usd, cny = DEEPSEEK[name]
        return [round(y / d, 2) for d, y in zip(usd, cny, strict=True)]

    assert implied("deepseek-r1 2025-01-20") == [7.14, 7.27, 7.31]
    assert implied("deepseek-flash 2026-09-09") == [6.67, 6.67, 6.67]
    assert set(implied("deepseek-v4-pro 2026-09-09")) == {6.82}
    with pytest.raises(PriceError, match="different currencies"):
        ratio(book.row("deepseek-r1.cny.2025-01-20"), book.row("deepseek-r1.usd.2025-01-20"), OUT)


# Section C.4: cached, new, output. From the first day of the list on.
OPENAI = {
    "gpt-4-5.usd.2025-02-27": (37.5, 75, 150),
    "gpt-4o": (1.25, 2.5, 10),
    "o1": (7.5, 15, 60),
    "o1-pro": (None, 150, 600),
    "o3.usd.2025-04-16": (2.5, 10, 40),
    "o3.usd.2025-06-10": (0.5, 2, 8),
    "o3-mini": (0.55, 1.1, 4.4),
    "gpt-5": (0.125, 1.25, 10),
    "gpt-5-2.usd.2025-12-11": (0.175, 1.75, 14),
    "gpt-5-4": (0.25, 2.5, 15),
    "gpt-5-5.usd.2026-04-23": (0.5, 5, 30),
    "gpt-5-6-sol.usd.2026-06-26": (0.5, 5, 30),
    "gpt-5-6-terra.usd.2026-06-26": (0.25, 2.5, 15),
    "gpt-5-6-terra.usd.2026-07-30": (0.2, 2, 12),
    "gpt-5-6-luna.usd.2026-06-26": (0.1, 1, 6),
    "gpt-5-6-luna.usd.2026-07-30": (0.02, 0.2, 1.2),
    "gpt-6-astra.usd.2026-09-03": (1, 10, 50),
    "gpt-6-sol.usd.2026-09-22": (0.2, 2, 10),
    "gpt-6-luna.usd.2026-09-22": (0.01, 0.1, 0.5),
    "gpt-6-1-sol.usd.2026-09-30": (0.10, 2, 10),
    "gpt-6-1-terra.usd.2026-10-26": (0.05, 1, 5),
}


@pytest.mark.parametrize("name", OPENAI)
def test_section_c4_openais_lists(book: PriceBook, name: str) -> None:
    assert tokens(book.row(name)) == OPENAI[name]
    assert book.row(name).price_list.batch_discount == 0.5


def test_section_c4_the_ratios_people_quote(book: PriceBook) -> None:
    new, cached = book.row("gpt-4-5"), book.row("gpt-4-5")
    assert ratio(new, book.row("gpt-4o"), MISS) == 30
    assert ratio(new, book.row("deepseek-v3"), MISS) == pytest.approx(277.8, abs=0.05)
    assert ratio(cached, book.row("deepseek-v3.usd.2025-02-26.off-peak"), HIT) == pytest.approx(1071, abs=0.5)
    assert ratio(new, book.row("deepseek-r1"), MISS) == pytest.approx(136, abs=0.5)
    assert ratio(new, book.row("deepseek-v3"), OUT) == pytest.approx(136, abs=0.5)
    assert ratio(new, book.row("deepseek-r1"), OUT) == pytest.approx(68, abs=0.6)


def test_section_c4_the_gap_now(book: PriceBook) -> None:
    sol, flash, peak = (book.row(id) for id in ("gpt-6-1-sol", "deepseek-flash", "deepseek-flash.usd.2026-09-09.peak"))
    assert ratio(sol, flash, MISS) == pytest.approx(13.3, abs=0.05)
    assert ratio(sol, peak, MISS) == pytest.approx(6.7, abs=0.05)
    assert ratio(sol, flash, OUT) == pytest.approx(16.7, abs=0.05)
    assert ratio(sol, peak, OUT) == pytest.approx(8.3, abs=0.05)


def test_section_c4_o3_was_cut_by_four_fifths(book: PriceBook) -> None:
    before, after = book.history("o3")
    assert ratio(after, before, MISS) == pytest.approx(0.2)
    assert before.price_list.valid_until == after.price_list.valid_from == datetime(2025, 6, 10, tzinfo=UTC)


def test_section_c4_what_a_list_cannot_hold_is_told(book: PriceBook) -> None:
    """Cache write 2.5 and 0.125; batch and flex half price, fast twice, from another source than the prices."""
    for name, price in (("gpt-6-sol", "$2.50"), ("gpt-6-luna", "$0.125")):
        note = book.row(name).price_list.note
        assert isinstance(note, Text)
        assert price in note.en
    for name in OPENAI:
        rules = book.row(name).price_list.rules_source
        assert rules is not None
        assert (rules.confidence, rules.checked) == (Confidence.SECONDARY, date(2026, 10, 1))
        assert "batch and flex work costs half, fast work double" in rules.text.en


def test_section_c4_the_long_context_rate_begins_above_272000(book: PriceBook) -> None:
    sol = book.row("gpt-6-1-sol").price_list
    now = moment("2026-11-23T10:00:00+00:00")
    assert price_at(sol, now, 272_000) == {HIT: 0.10, MISS: 2, OUT: 10}
    assert price_at(sol, now, 272_001) == {HIT: 0.20, MISS: 4, OUT: 15}
    assert price_at(book.row("gpt-4o").price_list, now, 10**6) == {HIT: 1.25, MISS: 2.5, OUT: 10}


def test_section_c1_plans(book: PriceBook) -> None:
    fees = {row.item.id: row.prices[PriceKind.FEE] for row in book.on(date(2026, 11, 23)) if row.item.kind == "plan"}
    assert fees == {
        "chatgpt-go": 8,
        "chatgpt-plus": 20,
        "chatgpt-pro-100": 100,
        "chatgpt-pro": 200,
        "chatgpt-business": 25,
        "chatgpt-business-year": 20,
        "chatgpt-enterprise": 80,
    }
    old = {row.item.id: row.prices[PriceKind.FEE] for row in book.on(date(2026, 4, 1)) if row.item.kind == "plan"}
    assert (old["chatgpt-business"], old["chatgpt-business-year"]) == (30, 25)
    enterprise = book.row("chatgpt-enterprise").price_list
    assert (enterprise.low, enterprise.high) == (60, 100)


def test_every_list_says_where_it_comes_from_in_both_languages(book: PriceBook) -> None:
    for row in book.rows:
        source = row.price_list.source
        assert source.text.en
        assert source.text.zh
        assert source.checked <= date(2026, 11, 23)
        assert source.confidence is not Confidence.ASSUMPTION
        assert isinstance(row.price_list.note, Text) or not row.price_list.note
        assert row.name.zh
        assert row.seller


def test_ids_are_unique_and_stable(book: PriceBook) -> None:
    assert len({row.id for row in book.rows}) == len(book.rows)
    assert all(book.row(row.id) is row for row in book.rows)


def test_an_item_stands_for_its_list_of_the_day_or_its_newest(book: PriceBook) -> None:
    assert book.row("deepseek-v3").id == "deepseek-v3.usd.2025-02-26"
    assert book.row("deepseek-v3", date(2025, 1, 1)).id == "deepseek-v3.usd.2024-12-26"
    assert book.row("deepseek-v3", date(2026, 1, 1)).id == "deepseek-v3.usd.2025-02-26"


def test_an_unknown_list_names_the_closest(book: PriceBook) -> None:
    with pytest.raises(UsageError, match="Did you mean deepseek-v3"):
        book.row("deepsek-v3")


def test_no_list_of_an_item_leaves_a_gap(book: PriceBook) -> None:
    """Each list of DeepSeek's begins where the one before it ended."""
    for item in {row.item.id: row.item for row in book.rows if row.item.id.startswith("deepseek-")}.values():
        for currency in ("USD", "CNY"):
            lists: list[PriceList] = [p for p in item.lists if p.currency == currency]
            for earlier, later in pairwise(lists):
                assert earlier.valid_until == later.valid_from
