"""Single numbers as the wording table of the product has them, and what must hold for any number."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording.numbers import both, compact, count, count_rounded_up, exact, percent, percent_change, points, times
from core.wording.rows import format_row
from core.wording.text import LANGUAGES, Language, Text

UNITS = {"k": 1e3, "M": 1e6, "B": 1e9, "T": 1e12, "万": 1e4, "亿": 1e8, "万亿": 1e12, "": 1.0}
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def read_back(text: str) -> float:
    match = re.fullmatch(r"(−?)([0-9,.]+)(?:×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))? ?(\D*)", text)
    assert match, text
    sign, digits, power, unit = match.groups()
    value = float(digits.replace(",", "")) * UNITS[unit] * 10.0 ** int((power or "0").translate(SUPERSCRIPTS))
    return -value if sign else value


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (0, "0", "0"),
        (950, "950", "950"),
        (1_234, "1,234", "1,234"),
        (9_999.4, "9,999", "9,999"),
        (9_999.5, "10k", "1万"),
        (12_345, "12.3k", "1.23万"),
        (12_350, "12.4k", "1.24万"),
        (-12_345, "−12.3k", "−1.23万"),
        (999_499, "999k", "99.9万"),
        (999_950, "1M", "100万"),
        (1_230_000, "1.23M", "123万"),
        (12_345_678, "12.3M", "1,235万"),
        (99_999_999, "100M", "1亿"),
        (120_000_000, "120M", "1.2亿"),
        (4_500_000_000, "4.5B", "45亿"),
        (999_960_000_000, "1T", "1万亿"),
        (1.2e12, "1.2T", "1.2万亿"),
        (1e17, "1×10¹⁷", "1×10¹⁷"),
        (12.345, "12.3", "12.3"),
        (0.0072, "0.0072", "0.0072"),
        (3e-9, "3×10⁻⁹", "3×10⁻⁹"),
        (-0.0, "0", "0"),
        (None, "–", "–"),
        (math.nan, "–", "–"),
        (-math.inf, "–", "–"),
    ],
)
def test_compact_numbers(value: float | None, english: str, chinese: str) -> None:
    assert both(compact, value) == Text(english, chinese)


@pytest.mark.parametrize(
    ("users", "nearest", "at_least"),
    [
        (3_667, Text("3,667", "3,667"), Text("3,667", "3,667")),
        (3_666.2, Text("3,666", "3,666"), Text("3,667", "3,667")),
        (20_000, Text("20,000", "2 万"), Text("20,000", "2 万")),
        (44_412, Text("44,412", "44,412"), Text("44,412", "44,412")),
        (123_450, Text("123,000", "12.3 万"), Text("124,000", "12.4 万")),
        (999_600, Text("1M", "100 万"), Text("1M", "100 万")),
        (1_230_001, Text("1.23M", "123 万"), Text("1.24M", "124 万")),
        (None, Text("–", "–"), Text("–", "–")),
    ],
)
def test_user_counts(users: float | None, nearest: Text, at_least: Text) -> None:
    assert both(count, users) == nearest
    assert both(count_rounded_up, users) == at_least


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.084, "8.4%"),
        (0.55, "55%"),
        (0.845, "84.5%"),
        (5.452, "545%"),
        (0.00031, "0.031%"),
        (0.9996, "100%"),
        (0.0, "0%"),
        (1e-9, "0%"),
        (-0.03, "−3%"),
        (None, "–"),
        (math.nan, "–"),
    ],
)
def test_per_cent(share: float | None, text: str) -> None:
    assert both(percent, share) == Text(text, text)


def test_changes_carry_their_sign() -> None:
    assert percent_change(0.18, "en") == "+18%"
    assert percent_change(-0.03, "zh") == "−3%"
    assert percent_change(0.0, "en") == percent_change(1e-9, "en") == "0%"
    assert percent_change(None, "en") == "–"
    assert both(points, 0.03) == Text("+3 pts", "+3 个百分点")
    assert both(points, -0.01) == Text("−1 pt", "−1 个百分点")
    assert both(points, 0.0) == Text("0 pts", "0 个百分点")
    assert both(points, math.nan) == Text("–", "–")
    assert both(times, 2.5) == Text("2.5×", "2.5 倍")


@pytest.mark.parametrize(
    ("multiple", "told"),
    [
        (75 / 2.5, "30"),
        (75 / 0.27, "277.8"),
        (37.5 / 0.035, "1,071"),
        (99.96, "100"),
        (999.96, "1,000"),
        (-136.4, "−136.4"),
    ],
)
def test_ratios_in_the_hundreds_keep_a_tenth(multiple: float, told: str) -> None:
    assert both(times, multiple) == Text(f"{told}×", f"{told} 倍")
    assert times(None, "en") == times(float("nan"), "zh") == "–"


def test_exact_keeps_every_digit() -> None:
    assert exact(-1_234_567.891) == "−1,234,567.891"
    assert exact(1e-12) == "1×10⁻¹²"
    assert exact(0.1 + 0.2) == "0.30000000000000004"
    assert exact(None) == "–"


@given(st.floats(-1e300, 1e300), st.sampled_from(LANGUAGES))
def test_a_compact_number_is_near_and_carries(value: float, language: Language) -> None:
    text = compact(value, language)
    assert not re.search(r"1,?000[kMB]|10,?000万|10,?000亿", text)
    assert "e" not in text
    assert "-" not in text
    assert read_back(text) == pytest.approx(value, rel=0.051 if language == "zh" else 0.0051, abs=1e-300)


@given(st.lists(st.floats(-1e15, 1e15), min_size=2, max_size=2), st.sampled_from(LANGUAGES))
def test_a_larger_number_never_reads_smaller(pair: list[float], language: Language) -> None:
    low, high = sorted(pair)
    assert read_back(compact(low, language)) <= read_back(compact(high, language))


@given(st.integers(1, 10**15), st.sampled_from(LANGUAGES))
def test_a_count_rounded_up_is_enough(users: int, language: Language) -> None:
    shown = read_back(count_rounded_up(users, language))
    assert users * (1 - 1e-12) <= shown <= users * 1.0101


@pytest.mark.parametrize("share", [1e299, 1e305, 1e307, 1.7e308, -1.7e308])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_beyond_all_per_cents_can_still_be_written(share: float, language: Language) -> None:
    assert percent(share, language).endswith("%")
    assert format_row([share, 0.5], "1", language)[0].endswith("%")
