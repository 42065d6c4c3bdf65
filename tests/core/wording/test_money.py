"""Amounts of money in sentences, tables and hover texts."""

from __future__ import annotations

import math

import pytest

from core.wording.money import about_money, exact_money, listed_price, money, money_in_table
from core.wording.numbers import both
from core.wording.scale import Currency
from core.wording.text import Text


@pytest.mark.parametrize(
    ("value", "currency", "sentence", "table"),
    [
        (1_230_000, "USD", Text("$1.23M", "123 万美元"), Text("$1.23M", "US$123万")),
        (1_230_000, "CNY", Text("¥1.23M", "123 万元"), Text("¥1.23M", "¥123万")),
        (0.007, "USD", Text("$0.007", "0.007 美元"), Text("$0.007", "US$0.007")),
        (0.0725, "USD", Text("$0.073", "0.073 美元"), Text("$0.073", "US$0.073")),
        (0.135, "USD", Text("$0.135", "0.135 美元"), Text("$0.135", "US$0.135")),
        (0.5, "USD", Text("$0.50", "0.50 美元"), Text("$0.50", "US$0.50")),
        (19.99, "USD", Text("$19.99", "19.99 美元"), Text("$19.99", "US$19.99")),
        (200, "USD", Text("$200", "200 美元"), Text("$200", "US$200")),
        (1_450, "CNY", Text("¥1,450", "1,450 元"), Text("¥1,450", "¥1,450")),
        (-40_000, "USD", Text("−$40k", "−4 万美元"), Text("−$40k", "−US$4万")),
        (999_950, "USD", Text("$1M", "100 万美元"), Text("$1M", "US$100万")),
        (0, "USD", Text("$0", "0 美元"), Text("$0", "US$0")),
        (math.nan, "USD", Text("–", "–"), Text("–", "–")),
    ],
)
def test_amounts(value: float, currency: Currency, sentence: Text, table: Text) -> None:
    assert both(money, value, currency) == sentence
    assert both(money_in_table, value, currency) == table


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (-40_123, 2, Text("$40k", "4 万美元")),
        (312_345, 3, Text("$312k", "31.2 万美元")),
        (12_345_678, 3, Text("$12.3M", "1,230 万美元")),
        (1_234, 2, Text("$1,200", "1,200 美元")),
        (0, 3, Text("$0", "0 美元")),
        (None, 3, Text("–", "–")),
    ],
)
def test_about_an_amount(value: float | None, digits: int, text: Text) -> None:
    assert about_money(value, "USD", digits) == text


def test_exact_amounts() -> None:
    assert both(exact_money, -1_234_567.891, "USD") == Text("−$1,234,568", "−1,234,568 美元")
    assert exact_money(1_989_709.6, "USD", "en", cents=True) == "$1,989,709.60"
    assert [exact_money(value, "USD", "en") for value in (999.994, 999.996, 45.5)] == ["$999.99", "$1,000", "$45.50"]
    assert both(exact_money, 2.0, "CNY") == Text("¥2", "2 元")
    assert exact_money(0.003625, "USD", "en") == "$0.003625"
    assert exact_money(None, "USD", "en") == "–"


def test_a_listed_price_keeps_every_digit_and_never_fewer_than_cents() -> None:
    told = [listed_price(value, "USD", "en") for value in (0.0028, 0.5, 1.1, 2.245, 75.0, 150_000.0)]
    assert told == ["$0.0028", "$0.50", "$1.10", "$2.245", "$75", "$150,000"]
    assert listed_price(0.5, "USD", "zh") == "US$0.50"
    assert listed_price(None, "CNY", "zh") == "–"
