"""Dates and spans of time, without asking the computer's own language settings."""

from __future__ import annotations

from datetime import date

from core.wording.rounding import NOT_DEFINED, decimals_for, fixed, is_defined, signed, trimmed
from core.wording.text import Language

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_and_year(day: date, language: Language) -> str:
    """Nov 2026; 2026 年 11 月."""
    return f"{day.year} 年 {day.month} 月" if language == "zh" else f"{_MONTHS[day.month - 1]} {day.year}"


def full_date(day: date, language: Language) -> str:
    """23 Nov 2026; 2026 年 11 月 23 日."""
    if language == "zh":
        return f"{month_and_year(day, language)} {day.day} 日"
    return f"{day.day} {month_and_year(day, language)}"


def months(number: float | None, language: Language) -> str:
    """14 months; 14 个月. Up to one decimal."""
    return _span(number, language, "month", "个月")


def days(number: float | None, language: Language) -> str:
    """65 days; 65 天. Up to one decimal."""
    return _span(number, language, "day", "天")


def _span(number: float | None, language: Language, noun: str, chinese: str) -> str:
    if number is None or not is_defined(number):
        return NOT_DEFINED
    magnitude = abs(number)
    text = signed(trimmed(fixed(magnitude, min(1, decimals_for(magnitude, 3)))), number)
    if language == "zh":
        return f"{text} {chinese}"
    return f"{text} {noun}" if text == "1" else f"{text} {noun}s"
