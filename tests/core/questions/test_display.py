"""Amounts by day, month or year and in either currency: looked at otherwise, never changed."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import EvenkeelError
from core.questions.display import USUAL_RATE, Display
from core.wording.rows import format_row
from core.wording.unit_words import unit_label


def test_untouched_by_default() -> None:
    display = Display()
    assert display.figure(12.5, "USD/month") == (12.5, "USD/month")
    assert display.remark("USD") is None


@pytest.mark.parametrize(("period", "months"), [("day", 12 / 365), ("month", 1.0), ("year", 12.0)])
def test_a_day_is_the_365th_of_a_year(period: str, months: float) -> None:
    display = Display(period=period)
    assert display.amount(730.0, "USD") == pytest.approx(730 * months, rel=1e-15)
    assert display.figure(730.0, "USD/user/month") == (pytest.approx(730 * months), f"USD/user/{period}")


def test_both_ways_between_currencies() -> None:
    assert Display(currency="CNY", rate=7).amount(10.0, "USD") == 70
    assert Display(currency="USD", rate=7).amount(70.0, "CNY") == 10
    assert Display(currency="USD", rate=7).amount(70.0, "USD") == 70
    lines = Display(currency="CNY", rate=7).amount(np.array([1.0, np.nan]), "USD")
    assert lines[0] == 7
    assert np.isnan(lines[1])


def test_only_money_is_shown_otherwise() -> None:
    display = Display(period="year", currency="CNY", rate=7)
    assert display.figure(0.5, "1") == (0.5, "1")
    assert display.figure(100.0, "user") == (100.0, "user")
    assert display.figure(None, "USD/month") == (None, "CNY/year")
    assert display.figure(2.0, "USD") == (14.0, "CNY")


def test_units_read_well_in_both_languages() -> None:
    value, unit = Display(period="year", currency="CNY").figure(1e6, "USD/user/month")
    assert unit_label(unit)("en") == "¥ per user a year"
    assert unit_label(unit)("zh") == "元/用户/年"
    assert format_row([value, 0.0], unit, "zh") == ["¥8,736万", "¥0"]


def test_the_rate_says_where_it_comes_from() -> None:
    told = Display(currency="CNY").remark("USD")
    assert told is not None
    assert f"{USUAL_RATE} CNY" in told.en
    assert "28 Feb 2025" in told.en
    assert "List prices" in told.en
    assert "set by you" in Display(currency="CNY", rate=6.8).remark("USD").en


@pytest.mark.parametrize("rate", [0.0, -1.0, float("inf"), float("nan")])
def test_a_rate_is_above_zero(rate: float) -> None:
    with pytest.raises(EvenkeelError):
        Display(rate=rate)
