"""A user's own price file has the form of the built-in ones; what is wrong with one is told in a sentence."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import EvenkeelError
from core.help import help_page
from core.prices.files import open_prices, price_book
from core.prices.lists import PriceKind
from core.wording.text import LANGUAGES, Language, Text

ENGLISH, CHINESE = 'text.en = "Our page"\n', 'text.zh = "我们的网页"\n'
SOURCE = f'\n[sources.page]\n{ENGLISH}{CHINESE}confidence = "primary"\nchecked = 2026-11-01\n'
ITEM = '\n[[items]]\nid = "our-model"\nname = "Ours"\nkind = "ai_model"\n'
LIST = (
    '\n[[items.lists]]\nvalid_from = 2026-01-01\nvalid_until = 2026-06-01T08:00:00+08:00\ncurrency = "USD"\n'
    'prices = { cache_miss = 1, output = 4 }\nsource = "page"\n'
)
NEXT = (
    '\n[[items.lists]]\nvalid_from = 2026-06-01\ncurrency = "USD"\n'
    'prices = { cache_miss = 2, output = 5 }\nsource = "page"\n'
)
BAND = '\n[[items.lists.bands]]\nkind = "peak"\nwindows = [{ start = "22:00", end = "02:00", zone = "UTC" }]\n'


def written(folder: Path, *parts: str) -> Path:
    path = folder / "ours.toml"
    path.write_text("".join(('seller = "Our firm"\n', *parts)), "utf-8")
    return path


def test_a_file_of_ones_own_joins_the_book(tmp_path: Path) -> None:
    book = price_book().with_file(open_prices(written(tmp_path, SOURCE, ITEM, LIST, NEXT)))
    before, after = book.history("our-model")
    assert before.seller == "Our firm"
    assert before.prices == {PriceKind.CACHE_MISS: 1, PriceKind.OUTPUT: 4}
    assert before.price_list.valid_until == datetime(2026, 6, 1, tzinfo=UTC) == after.price_list.valid_from
    assert before.price_list.source.text.zh == "我们的网页"


def test_a_sources_text_may_be_one_string_as_a_name_may(tmp_path: Path) -> None:
    source = SOURCE.replace(ENGLISH + CHINESE, 'text = "Our page"\n')
    (item,) = open_prices(written(tmp_path, source, ITEM, NEXT)).items
    assert item.lists[0].source.text == Text("Our page", "Our page")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_the_help_shows_is_one(tmp_path: Path, language: Language) -> None:
    _, sample, _ = help_page("sources", language).split("```")
    path = tmp_path / "shown.toml"
    path.write_text(sample, "utf-8")
    (row,) = price_book().with_file(open_prices(path)).history("our-r1")
    assert row.prices == {PriceKind.CACHE_MISS: 0.4, PriceKind.OUTPUT: 1.6}
    assert row.price_list.source.text(language)


def test_an_item_the_book_has_already_is_refused(tmp_path: Path) -> None:
    file = open_prices(written(tmp_path, SOURCE, ITEM.replace("our-model", "gpt-4o"), NEXT))
    with pytest.raises(EvenkeelError, match='has "gpt-4o" already'):
        price_book().with_file(file)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((SOURCE, ITEM, NEXT, LIST.replace("06-01T08", "06-01T09")), "Two lists of Ours in US dollars hold at once"),
        ((SOURCE, ITEM, NEXT, NEXT.replace("2026-06", "2026-09")), "Two lists of Ours in US dollars hold at once"),
        ((SOURCE, ITEM, LIST.replace("2026-01-01", "2026-07-01")), "must start before it ends"),
        ((SOURCE, ITEM, LIST.replace("+08:00", "")), "says no time zone"),
        ((SOURCE, ITEM, NEXT, BAND, "prices = { output = 9 }\n"), "need a price for everything"),
        ((SOURCE, ITEM, NEXT, *(2 * (BAND, "prices = { cache_miss = 3, output = 9 }\n"))), "no hour is both"),
        ((SOURCE, ITEM, NEXT, BAND.replace("22:00", "22:10"), "prices = { output = 9 }\n"), "half hour"),
        ((ITEM, NEXT), 'no source called "page"'),
        ((SOURCE, ITEM, NEXT, 'rules_source = "rules"\n'), 'no source called "rules"'),
        ((SOURCE.replace(CHINESE, ""), ITEM, NEXT), "source > text > zh is missing"),
        ((SOURCE.replace(ENGLISH + CHINESE, "text = 3\n"), ITEM, NEXT), "source > text"),
        ((SOURCE.replace(ENGLISH + CHINESE, ""), ITEM, NEXT), "source > text is missing"),
        ((SOURCE, ITEM, NEXT.replace("USD", "EUR")), "items > our-model > lists > 1 > currency is not one of"),
        ((SOURCE, ITEM, NEXT.replace("output", "outptu")), "prices"),
        ((SOURCE, ITEM, NEXT.replace("5 }", "-5 }")), "prices > output is outside what is allowed"),
        ((SOURCE, ITEM, NEXT.replace("5 }", '"five" }')), "prices > output"),
        ((SOURCE, ITEM), "lists is missing"),
        ((SOURCE,), "items is missing"),
        ((SOURCE, ITEM, NEXT, "colour = 3\n"), "colour is not known"),
        ((SOURCE, ITEM, "[[[",), "line"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_sentence(tmp_path: Path, parts: tuple[str, ...], reason: str) -> None:
    with pytest.raises(EvenkeelError) as caught:
        open_prices(written(tmp_path, *parts))
    english, chinese = caught.value.text().en, caught.value.text().zh
    assert english.startswith("The price file ours.toml cannot be used.")
    assert reason in english
    assert "comparison" not in english
    assert chinese.startswith("价目文件 ours.toml 无法使用。")


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvenkeelError, match="cannot be used"):
        open_prices(tmp_path / "nothing.toml")
    path = tmp_path / "ours.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EvenkeelError, match="TOML text file"):
        open_prices(path)
    path.write_bytes(b"#" * 2_000_001)
    with pytest.raises(EvenkeelError, match="larger than 2 MB"):
        open_prices(path)


def test_windows_over_midnight_belong_to_the_day_they_start_on(tmp_path: Path) -> None:
    band = BAND.replace("windows", 'days = ["Sun"]\nwindows') + "prices = { cache_miss = 3, output = 9 }\n"
    book = price_book().with_file(open_prices(written(tmp_path, SOURCE, ITEM, NEXT, band)))
    peak = book.history("our-model")[0].price_list.bands[0]
    assert sorted(peak.half_hours()) == [0, 1, 2, 3, 332, 333, 334, 335]  # Sunday 22:00 to Monday 02:00
