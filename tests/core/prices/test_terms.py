"""What a price list says beside its prices."""

from __future__ import annotations

import pytest

from core.prices.files import price_book
from core.prices.terms import terms


@pytest.mark.parametrize(
    ("row", "english", "chinese"),
    [
        (
            "deepseek-v4-pro.usd.2026-09-09",
            "Peak: Mon–Fri, 09:00–12:00, 14:00–18:00 (Beijing time).",
            "高峰时段：周一至周五，09:00–12:00、14:00–18:00（北京时间）。",
        ),
        (
            "deepseek-r1.usd.2025-02-26",
            "Off-peak: every day, 16:30–00:30 (UTC).",
            "非高峰时段：每天，16:30–00:30（UTC 时间）。",
        ),
        ("gpt-4-5.usd.2025-02-27", "Work that can wait costs 50% less.", "可延后处理的批量任务便宜 50%。"),
        (
            "h100-on-demand.usd.2023-01-01",
            "Published as a range: $7 to $12 per GPU hour.",
            "公布的是区间：US$7 至 US$12/GPU 小时。",
        ),
    ],
)
def test_terms_in_both_languages(row: str, english: str, chinese: str) -> None:
    (told,) = terms(price_book().row(row))
    assert (told.en, told.zh) == (english, chinese)


def test_the_long_context_rate_says_what_it_multiplies() -> None:
    _, told = terms(price_book().row("gpt-6-1-sol"))
    assert told.en == "Above 272,000 input tokens the whole request costs 2× for input and 1.5× for output."


def test_a_plain_list_has_no_terms() -> None:
    assert terms(price_book().row("deepseek-v3.usd.2024-12-26")) == ()
