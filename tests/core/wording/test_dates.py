"""Dates and spans of time in both languages."""

from __future__ import annotations

import math
from datetime import date

from core.wording.dates import days, full_date, month_and_year, months
from core.wording.numbers import both
from core.wording.text import Text


def test_dates() -> None:
    day = date(2026, 11, 23)
    assert both(month_and_year, day) == Text("Nov 2026", "2026 年 11 月")
    assert both(full_date, day) == Text("23 Nov 2026", "2026 年 11 月 23 日")


def test_spans() -> None:
    assert both(months, 14) == Text("14 months", "14 个月")
    assert both(months, 1) == Text("1 month", "1 个月")
    assert both(months, 8.25) == Text("8.3 months", "8.3 个月")
    assert both(days, 65) == Text("65 days", "65 天")
    assert both(days, math.nan) == Text("–", "–")
