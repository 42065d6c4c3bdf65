"""Numbers typed by people: what is taken, what is refused, and that an entry's own text comes back unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import EvenkeelError
from core.wording.entries.parsing import parse_number
from core.wording.quantities import editable, format_value
from core.wording.text import LANGUAGES, Language, Text

UNITS = [
    "1", "1/month", "times", "yes/no", "user", "node", "month", "USD", "CNY", "USD/month", "USD/user/month",
    "USD/Mtoken", "USD/GPU/hour", "Mtoken/user/month", "token/s/node", "GPU/node", "GPU*hour/month", "kWh/rack",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1200", "1,200", "1.2k", "1.2K", "1.2 k", "0.12万", "0.12 万", "１，２００", "1 200", "1\u2009200", "1.2e3",
        "$1,200", "US$ 1200", "1200 美元", "$1.2 thousand", "＄１２００", " 1200.00 ", "+1200", "$1,200 a month",
        "1200/month", "1,200 美元/月", "每月 1,200 美元", "1200 USD",
    ],
)  # fmt: skip
def test_many_ways_to_write_twelve_hundred(text: str) -> None:
    assert parse_number(text, "USD/month").value == 1200


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.2M", "USD", 1.2e6),
        ("3B", "USD", 3e9),
        ("1.2亿", "CNY", 1.2e8),
        ("1.2万亿", "CNY", 1.2e12),
        ("¥1,450", "CNY/month", 1450),
        ("￥1,450", "CNY", 1450),
        ("100 万元", "CNY", 1e6),
        ("20%", "1", 0.2),
        ("20％", "1", 0.2),
        ("20 per cent", "1", 0.2),
        ("0.2", "1", 0.2),
        (".2", "1", 0.2),
        ("20", "1", 0.2),
        ("1", "1", 1),
        ("1.5", "1", 0.015),
        ("0.5%", "1", 0.005),
        ("-20", "1", -0.2),
        ("3% a month", "1/month", 0.03),
        ("−5", "USD", -5),
        ("-$5", "USD", -5),
        ("$-5", "USD", -5),
        ("(1,200)", "USD", -1200),
        ("（$1.2k）", "USD", -1200),
        ("0", "USD", 0),
        ("14 个月", "month", 14),
        ("14 months", "month", 14),
        ("2万用户", "user", 20_000),
        ("8 GPUs", "GPU/node", 8),
        ("每节点 8 块 GPU", "GPU/node", 8),
        ("1.2", "Mtoken/user/month", 1.2),
        ("500k tokens", "Mtoken/user/month", 0.5),
        ("50 万 token", "Mtoken/user/month", 0.5),
        ("1.2 million tokens", "Mtoken/user/month", 1.2),
        ("10x", "times", 10),
        ("10 倍", "times", 10),
        ("250%", "times", 2.5),
        ("$0.55 per 1M tokens", "USD/Mtoken", 0.55),
        ("yes", "yes/no", 1),
        ("否", "yes/no", 0),
        ("Ｙｅｓ", "yes/no", 1),
    ],
)
def test_understood(text: str, unit: str, value: float) -> None:
    assert parse_number(text, unit).value == value


def test_it_says_what_it_understood() -> None:
    assert parse_number("1.2万", "user").understood == Text("= 12,000 users", "= 12,000 个用户")
    assert parse_number("20", "1").understood == Text("= 20%", "= 20%")
    assert parse_number("1.2k", "USD/month").understood == Text("= $1,200 a month", "= 1,200 美元/月")


@pytest.mark.parametrize(
    ("text", "unit", "says"),
    [
        ("", "USD", "no number"),
        (" \u3000", "USD", "no number"),
        ("abc", "USD", "not a number"),
        ("nan", "USD", "not a number"),
        ("inf", "1", "not a number"),
        ("-Infinity", "USD", "not a number"),
        ("--5", "USD", "not a number"),
        ("(-5)", "USD", "not a number"),
        ("$", "USD", "not a number"),
        ("{x}", "USD", "not a number"),
        ("1e400", "USD", "too large"),
        ("1e-400", "USD", "too small"),
        ("9" * 101, "USD", "too long"),
        ("1.2.3", "USD", "more than one decimal point"),
        ("1,2,3", "USD", "commas"),
        ("1.200,50", "USD", "commas"),
        ("1,2", "USD", "did you mean 1.2 or 12?"),
        ("0,200", "USD", "did you mean 0.200 or 200?"),
        ("¥5", "USD/month", "is in yuan, and this entry is in US dollars"),
        ("5元", "USD/month", "is in yuan"),
        ("$5", "CNY", "is in US dollars, and this entry is in yuan"),
        ("€5", "USD", "another currency"),
        ("$5", "user", "amount of money"),
        ("20%", "USD", "not a share"),
        ("1.2k", "1", "not a share"),
        ("5 apples", "user", '"apples"'),
        ("$200 a year", "USD/month", '"ayear"'),
        ("1.2M", "Mtoken/user/month", "two ways"),
        ("maybe", "yes/no", "neither yes nor no"),
        ("٣", "USD", "not a number"),
        ("1²", "USD", '"²"'),
    ],
)
def test_refused_with_a_sentence(text: str, unit: str, says: str) -> None:
    with pytest.raises(EvenkeelError) as caught:
        parse_number(text, unit)
    assert says in caught.value.text().en
    assert caught.value.text().zh


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(UNITS))
def test_what_an_entry_shows_is_what_it_reads(value: float, unit: str) -> None:
    if unit == "yes/no":
        value = float(value > 0)
    assert parse_number(editable(value, unit), unit).value == value
    assert parse_number(editable(value, unit, "zh"), unit).value == value


@given(st.floats(1e-5, 9e15), st.booleans(), st.sampled_from(UNITS), st.sampled_from(LANGUAGES))
def test_a_pasted_result_is_read_again(size: float, below: bool, unit: str, language: Language) -> None:
    value = float(size > 1) if unit == "yes/no" else -size if below else size
    shown = format_value(value, unit, language)
    whole = 0.51 if unit == "user" else 0
    if "×10" not in shown:
        assert parse_number(shown, unit).value == pytest.approx(value, rel=0.051, abs=max(whole, 1e-6))


@given(st.text(), st.sampled_from(UNITS))
def test_any_text_is_read_or_refused(text: str, unit: str) -> None:
    try:
        parse_number(text, unit)
    except EvenkeelError as error:
        str(error).encode()


@given(st.text("0123456789.,eE+-−()%％ $¥€元万亿kM到~xyn个月/", max_size=12), st.sampled_from(UNITS))
def test_nearly_right_text_is_read_or_refused(text: str, unit: str) -> None:
    try:
        value = parse_number(text, unit).value
    except EvenkeelError:
        return
    assert abs(value) < float("inf")


@pytest.mark.parametrize(
    ("text", "usual", "value"),
    [
        ("0.4", (0.0, 0.02), 0.004),  # 40% would be far outside
        ("0.4", (0.1, 0.85), 0.4),
        ("0.4", (0.0, 1.0), 0.4),
        ("0.4%", (0.1, 0.85), 0.004),
        ("1", (0.0, 0.05), 0.01),
        ("1", (0.2, 0.9), 1.0),  # neither reading is usual
        ("3", (0.0, 0.02), 0.03),
        ("0", (0.01, 0.02), 0.0),
    ],
)
def test_a_bare_share_is_read_as_it_makes_sense(text: str, usual: tuple[float, float], value: float) -> None:
    assert parse_number(text, "1", usual).value == value
