"""One unit for a whole row or axis, whatever stands in it."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording.scale import Kind, axis_scale, row_scale, tick_labels
from core.wording.text import LANGUAGES, Language


def test_a_row_has_the_unit_of_its_largest_value() -> None:
    scale = row_scale([1_230_000, 450_000, None, math.nan], "en", "USD")
    assert [scale(v) for v in (1_230_000, 450_000, -300_000, 0, None)] == ["$1,230k", "$450k", "−$300k", "$0", "–"]
    chinese = row_scale([12_300_000, 450_000], "zh", "USD")
    assert [chinese(v) for v in (12_300_000, 450_000)] == ["US$1,230万", "US$45万"]


@pytest.mark.parametrize(
    ("values", "en", "zh"),
    [
        ([47.9e6, 1.195e9], ["$48M", "$1,195M"], ["US$0.48亿", "US$11.95亿"]),
        ([-70e3, 9.6e6], ["−$70k", "$9,600k"], ["−US$7万", "US$960万"]),
        ([290e3, 3.32e6], ["$290k", "$3,320k"], ["US$29万", "US$332万"]),
        ([-531e3, 2.8791e6, -304.7e3], ["−$531k", "$2,879k", "−$305k"], ["−US$53万", "US$288万", "−US$30万"]),
        ([-10.2721e6, 6e6, 531e3], ["−$10.27M", "$6.00M", "$0.53M"], ["−US$1,027万", "US$600万", "US$53万"]),
        ([204e6, 1.13e9], ["$204M", "$1,130M"], ["US$2.0亿", "US$11.3亿"]),
        ([-2.56e6, 103.65e6], ["−$2.6M", "$103.7M"], ["−US$256万", "US$10,365万"]),
        ([7.1e3, 2.879e6], ["$7.1k", "$2,879k"], ["US$0.71万", "US$287.90万"]),
        ([25e3, 50e3], ["$25k", "$50k"], ["US$2.5万", "US$5.0万"]),
        ([45, 12_300], ["$45", "$12,300"], ["US$45", "US$12,300"]),
    ],
)
def test_smaller_values_of_a_row_keep_two_digits(values: list[float], en: list[str], zh: list[str]) -> None:
    assert [row_scale(values, "en", "USD")(value) for value in values] == en
    assert [row_scale(values, "zh", "USD")(value) for value in values] == zh


def test_a_row_carries_into_the_next_unit() -> None:
    assert row_scale([999_950], "en")(999_950) == "1M"
    assert row_scale([99_999_999], "zh")(99_999_999) == "1亿"


def test_something_small_in_a_large_row_is_not_called_nothing() -> None:
    scale = row_scale([4.5e9], "en", "USD")
    assert scale(1_200_000) == "$0.001B"
    assert scale(12) == scale(-12) == "≈0"


def test_beyond_all_words_a_power_of_ten_is_the_unit() -> None:
    scale = row_scale([1.5e20, -2e19], "en", "USD")
    assert [scale(v) for v in (1.5e20, -2e19, 0)] == ["$1.50×10²⁰", "−$0.20×10²⁰", "$0"]
    assert tick_labels([0, 5e16, 1e17], "zh") == ["0", "0.5×10¹⁷", "1.0×10¹⁷"]
    assert row_scale([5e-324], "en")(5e-324) == "≈0"


def test_rows_of_shares_counts_and_prices() -> None:
    assert [row_scale([0.084, 0.55], "zh", "share")(v) for v in (0.084, 0.55, 0)] == ["8.4%", "55.0%", "0%"]
    assert [row_scale([0.5, 0.4], "en", "share")(v) for v in (0.5, 0.4)] == ["50%", "40%"]
    assert [row_scale([0.629, 1.306], "en", "share")(v) for v in (0.629, 1.306)] == ["62.9%", "131%"]
    assert [row_scale([0.4, -2.5], "en", "share")(v) for v in (0.4, -2.5)] == ["40%", "−250%"]
    assert [row_scale([3, 18], "en")(v) for v in (3, 18)] == ["3", "18"]
    assert [row_scale([2.19, 0.5], "en", "USD")(v) for v in (2.19, 0.5)] == ["$2.19", "$0.50"]
    assert row_scale([], "en")(None) == "–"


@pytest.mark.parametrize(
    ("ticks", "language", "kind", "labels"),
    [
        ([0, 5e5, 1e6, 1.5e6], "en", "USD", ["$0", "$0.5M", "$1.0M", "$1.5M"]),
        ([-4e6, 0, 4e6], "zh", "USD", ["−US$400万", "US$0", "US$400万"]),
        ([0, 2e7, 1e8], "zh", "CNY", ["¥0", "¥0.2亿", "¥1.0亿"]),
        ([0, 10_000, 20_000], "zh", "number", ["0", "1万", "2万"]),
        ([0, 2_500, 5_000], "en", "number", ["0", "2,500", "5,000"]),
        ([1e6, 1_000_001, 1_000_002], "en", "number", ["1,000,000", "1,000,001", "1,000,002"]),
        ([0, 125e3, 250e3, 1.125e6], "en", "number", ["0", "125k", "250k", "1,125k"]),
        ([0, 0.01, 0.025, 0.05], "en", "share", ["0%", "1.0%", "2.5%", "5.0%"]),
        ([0, 0.02, 0.04], "zh", "share", ["0%", "2%", "4%"]),
        ([0, 0.00001, 0.00002], "en", "number", ["0", "0.00001", "0.00002"]),
        ([0.0], "en", "USD", ["$0"]),
        ([], "en", "number", []),
    ],
)
def test_ticks(ticks: list[float], language: Language, kind: Kind, labels: list[str]) -> None:
    assert tick_labels(ticks, language, kind) == labels


def test_an_axis_keeps_its_unit_at_both_of_its_spacings() -> None:
    coarse, fine = axis_scale(2e6, 5e5, "en"), axis_scale(2e6, 1e5, "en")
    assert (coarse.suffix, fine.suffix) == ("M", "M")
    assert axis_scale(math.inf, math.nan, "en")(3) == "3"


@given(
    st.integers(-200, 200),
    st.sampled_from([1.0, 2.0, 2.5, 5.0]),
    st.integers(-9, 14),
    st.integers(2, 12),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["number", "share", "USD", "CNY"]),
)
def test_labels_of_an_axis_differ_and_share_a_unit(
    first: int, digit: float, exponent: int, length: int, language: Language, kind: Kind
) -> None:
    step = digit * 10.0**exponent
    labels = tick_labels([(first + i) * step for i in range(length)], language, kind)
    assert len(set(labels)) == length
    units = {re.sub(r"[−0-9.,¥$US]", "", label) for label in labels if not re.fullmatch(r"\D*0%?", label)}
    assert len(units) <= 1
    assert not any(re.search(r"e[+-]?\d|m", label) for label in labels)


@given(st.lists(st.floats(1e4, 1e15), min_size=1, max_size=6), st.sampled_from(LANGUAGES))
def test_five_digits_have_no_decimals_and_none_stand_before_an_english_unit(
    values: list[float], language: Language
) -> None:
    scale = row_scale(values, language, "USD")
    for value in values:
        whole, _, decimals = re.sub(r"[^\d.]", "", scale(value)).partition(".")
        assert len(whole) < 5 or not decimals
        assert len(whole) < 5 or language == "zh" or not scale.suffix


@given(st.lists(st.floats(allow_infinity=False), max_size=6), st.sampled_from(LANGUAGES))
def test_any_row_can_be_written(values: list[float], language: Language) -> None:
    scale = row_scale(values, language, "USD")
    for value in values:
        assert scale(value)
