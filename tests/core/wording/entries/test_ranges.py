"""Ranges typed into one entry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import EvenkeelError
from core.wording.entries.ranges import parse_range
from core.wording.quantities import editable
from core.wording.text import Text


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("5 to 10", "user", 5, 10),
        ("5-10", "user", 5, 10),
        ("5 – 10", "user", 5, 10),
        ("5到10", "user", 5, 10),
        ("5至10", "user", 5, 10),
        ("5~10", "user", 5, 10),
        ("5～10", "user", 5, 10),
        ("5..10", "user", 5, 10),
        ("-10--5", "USD", -10, -5),
        ("-10 to −5", "USD", -10, -5),
        ("-5-10", "USD", -5, 10),
        ("1e-5-2e-5", "USD", 1e-5, 2e-5),
        ("5-10%", "1", 0.05, 0.1),
        ("0.2-0.4", "1", 0.2, 0.4),
        ("0.5-20", "1", 0.005, 0.2),
        ("20 to 40", "1", 0.2, 0.4),
        ("$5-10M", "USD", 5e6, 1e7),
        ("5-10万", "user", 5e4, 1e5),
        ("500-1k", "user", 500, 1000),
        ("500k to 800k tokens", "Mtoken/user/month", 0.5, 0.8),
        ("7-7", "user", 7, 7),
        ("30% ± 10%", "1", 0.2, 0.4),
        ("30 ± 10%", "1", 0.2, 0.4),
        ("0.3 ± 0.1", "1", 0.2, 0.4),
        ("$200 ± 50", "USD/month", 150, 250),
        ("200 ± 10%", "USD/month", 180, 220),
        ("1.2万 +/- 2000", "user", 10_000, 14_000),
    ],
)
def test_ranges(text: str, unit: str, low: float, high: float) -> None:
    ends = parse_range(text, unit)
    assert (ends.low.value, ends.high.value) == (low, high)


@pytest.mark.parametrize("text", ["3 ± 1", "3+-1", "3 +/- 1", "3上下1"])
def test_a_middle_that_is_written_is_told(text: str) -> None:
    middle = parse_range(text, "user").middle
    assert middle is not None
    assert middle.value == 3
    assert parse_range("2 to 4", "user").middle is None


def test_both_ends_say_what_was_understood() -> None:
    ends = parse_range("5-10k", "user")
    assert (ends.low.understood, ends.high.understood) == (
        Text("= 5,000 users", "= 5,000 个用户"),
        Text("= 10,000 users", "= 10,000 个用户"),
    )


@pytest.mark.parametrize(
    ("text", "unit", "says"),
    [
        ("10-5", "user", "runs backwards"),
        ("5", "user", "not a range"),
        ("-5", "user", "not a range"),
        ("5-10-15", "user", "not a range"),
        ("yes to no", "yes/no", "not a number"),
        ("¥5-10", "USD", "is in yuan"),
        ("5 to", "user", "not a range"),
        ("5 to 1,2", "user", "did you mean 1.2 or 12?"),
        ("", "user", "no number"),
    ],
)
def test_refused_with_a_sentence(text: str, unit: str, says: str) -> None:
    with pytest.raises(EvenkeelError) as caught:
        parse_range(text, unit)
    assert says in caught.value.text().en


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12), st.sampled_from([" to ", "到", "~", "-", " - "]))
def test_two_entries_and_a_word_between_are_a_range(one: float, other: float, between: str) -> None:
    low, high = sorted((one, other))
    ends = parse_range(editable(low, "USD") + between + editable(high, "USD"), "USD")
    assert (ends.low.value, ends.high.value) == (low, high)


@given(st.text("0123456789.,e-~到to%$¥万k ", max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        ends = parse_range(text, "1")
    except EvenkeelError:
        return
    assert ends.low.value <= ends.high.value
