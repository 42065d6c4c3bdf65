"""Values with their units, as sentences, table cells, unit labels and hover texts say them."""

from __future__ import annotations

import math

import pytest

from core.wording.numbers import both
from core.wording.quantities import editable, exact_value, format_cell, format_value, hover_value
from core.wording.rows import format_answers, format_row
from core.wording.text import Text
from core.wording.unit_words import unit_label, unit_words

TABLE = [
    ("1", 0.55, Text("55%", "55%"), Text("55%", "55%"), Text("%", "%")),
    (
        "USD/Mtoken", 0.0028, Text("$0.0028 per 1M tokens", "每百万 token 0.0028 美元"),
        Text("$0.0028", "US$0.0028"), Text("$ per 1M tokens", "美元/百万 token"),
    ),
    (
        "USD/user/month", 20, Text("$20 per user a month", "每用户每月 20 美元"),
        Text("$20", "US$20"), Text("$ per user a month", "美元/用户/月"),
    ),
    (
        "USD/month", -1_234_000, Text("−$1.23M a month", "每月 −123 万美元"),
        Text("−$1.23M", "−US$123万"), Text("$ a month", "美元/月"),
    ),
    (
        "USD/GPU/hour", 2, Text("$2 per GPU hour", "每 GPU 小时 2 美元"),
        Text("$2", "US$2"), Text("$ per GPU hour", "美元/GPU 小时"),
    ),
    ("CNY", 4e8, Text("¥400M", "4 亿元"), Text("¥400M", "¥4亿"), Text("¥", "元")),
    ("user", 20_000, Text("20,000 users", "2 万个用户"), Text("20k", "2万"), Text("users", "个用户")),
    ("user", 1, Text("1 user", "1 个用户"), Text("1", "1"), Text("users", "个用户")),
    (
        "Mtoken/user/month", 0.5, Text("500k tokens per user a month", "每用户每月 50 万 token"),
        Text("0.5", "0.5"), Text("million tokens per user a month", "百万 token/用户/月"),
    ),
    (
        "token/s/node", 73_700, Text("73.7k tokens a second per node", "每节点每秒 7.37 万 token"),
        Text("73.7k", "7.37万"), Text("tokens a second per node", "token/秒/节点"),
    ),
    ("node", 226.86, Text("227 nodes", "227 个节点"), Text("227", "227"), Text("nodes", "个节点")),
    ("GPU/node", 8, Text("8 GPUs per node", "每节点 8 块 GPU"), Text("8", "8"), Text("GPUs per node", "GPU/节点")),
    (
        "GPU*hour/month", 123_456, Text("123k GPU hours a month", "每月 12.3 万 GPU 小时"),
        Text("123k", "12.3万"), Text("GPU hours a month", "GPU 小时/月"),
    ),
    ("month", 24, Text("24 months", "24 个月"), Text("24", "24"), Text("months", "个月")),
    ("1/month", 0.03, Text("3% a month", "每月 3%"), Text("3%", "3%"), Text("% a month", "%/月")),
    ("times", 10, Text("10×", "10 倍"), Text("10×", "10 倍"), Text("×", "倍")),
    ("yes/no", 1, Text("yes", "是"), Text("yes", "是"), Text("", "")),
    ("yes/no", 0, Text("no", "否"), Text("no", "否"), Text("", "")),
    ("kWh/rack", 12.3, Text("12.3 kWh per rack", "每 rack 12.3 kWh"), Text("12.3", "12.3"),
     Text("kWh per rack", "kWh/rack")),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "value", "sentence", "cell", "label"), TABLE)
def test_every_unit_of_the_product(unit: str, value: float, sentence: Text, cell: Text, label: Text) -> None:
    assert both(format_value, value, unit) == sentence
    assert both(format_cell, value, unit) == cell
    assert unit_label(unit) == label


@pytest.mark.parametrize("unit", [row[0] for row in TABLE])
@pytest.mark.parametrize("value", [None, math.nan, math.inf])
def test_what_is_not_defined_is_a_dash(unit: str, value: float | None) -> None:
    for function in (format_value, format_cell, exact_value):
        assert both(function, value, unit) == Text("–", "–")


def test_entries_and_hover_texts_round_nothing() -> None:
    assert editable(1_234_567.891, "USD/month") == "1,234,567.891"
    assert editable(0.4125, "1") == "41.25%"
    assert editable(-5.0, "USD") == "-5"
    assert (editable(1, "yes/no"), editable(0, "yes/no", "zh")) == ("yes", "否")
    assert editable(math.nan, "USD") == ""
    assert both(exact_value, -1_234.567, "USD/month") == Text("−$1,234.567 a month", "−1,234.567 美元/月")
    assert both(exact_value, 0.4125, "1/month") == Text("41.25% a month", "41.25%/月")
    assert both(exact_value, 12_345, "user") == Text("12,345 users", "12,345 个用户")
    assert both(exact_value, 1.0, "Mtoken/month") == Text("1 million tokens a month", "1 百万 token/月")


def test_answers_on_hover_have_no_cents_from_a_thousand() -> None:
    assert hover_value(1_989_709.6, "USD/month", "en") == "$1,989,710 a month"
    assert hover_value(-9.4712, "CNY/user/year", "zh") == "−9.47 元/用户/年"
    assert hover_value(0.0825, "1", "en") == "8.25%"
    assert hover_value(math.nan, "USD/month", "en") == "–"


def test_shares_far_beyond_all_use_are_told_as_beyond() -> None:
    shares = [-55_935.09, 0.5, 12.0, None, -10.0]
    assert format_answers(shares, "1", "en") == ["below −1,000%", "50%", "above 1,000%", "–", "−1,000%"]
    assert format_answers(shares, "1", "zh")[0] == "低于 −1,000%"
    assert format_answers([-55_935.09], "1", "en") == ["below −1,000%"]
    assert format_answers([1e6, 2e6], "USD", "en") == format_row([1e6, 2e6], "USD", "en")


def test_a_unit_is_taken_apart_once_however_often_a_slider_is_dragged() -> None:
    format_value(73_700, "token/s/node", "zh")
    before = unit_words.cache_info().misses
    for value in range(100):
        format_value(value, "token/s/node", "zh")
    assert unit_words.cache_info().misses == before
