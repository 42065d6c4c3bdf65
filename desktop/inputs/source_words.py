"""What is known about one value, in words: where it comes from, how old that is, how far to trust it, its range."""

from __future__ import annotations

from datetime import date
from html import escape

from core.comparison.document import Comparison
from core.model.confidence_words import CONFIDENCE
from core.model.definition import Range, Source
from core.wording.dates import days, full_date
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.text import Language, Text
from desktop.inputs.rows import Place

CHECKED = Text("checked {date}, {days} ago", "{date}核对，{days}前")
CHECKED_TODAY = Text("checked today", "今天核对")
MOVED = Text("Your own figure, without a source. Before it was {value}:", "您自己的数值，没有来源。原来是 {value}：")
RANGE = Text("{low} to {high}", "{low} 至 {high}")


def source_of(comparison: Comparison, place: Place) -> Source | None:
    """The source of the value in use."""
    return comparison.source_of(place.where, place.driver.id)


def told_source(comparison: Comparison, place: Place, today: date, language: Language) -> str:
    """The source as rich text; for a figure that was moved, that of the figure before."""
    source = source_of(comparison, place)
    if source is not None:
        return source_told(source, today, language)
    before = place.setting(comparison).source or place.driver.source
    template = both(format_value, comparison.start_of(place.where, place.driver.id), place.driver.unit)
    return f"{escape(MOVED.filled(value=template)(language))}<br>{source_told(before, today, language)}"


def range_of(comparison: Comparison, place: Place) -> Range:
    """The range in use: one's own, or the definition's."""
    return place.setting(comparison).range or place.driver.range


def told_range(comparison: Comparison, place: Place, language: Language) -> str:
    """The range and its reason."""
    found, unit = range_of(comparison, place), place.driver.unit
    ends = RANGE.filled(low=both(format_value, found.low, unit), high=both(format_value, found.high, unit))
    return f"{ends(language)}{'。' if language == 'zh' else '. '}{found.reason(language)}"


def source_told(source: Source, today: date, language: Language) -> str:
    """A source as rich text: what it is, with its link, how far to trust it and when it was last looked at."""
    age = (today - source.checked).days
    when = CHECKED_TODAY if age == 0 else CHECKED.filled(date=both(full_date, source.checked), days=both(days, age))
    text = escape(source.text(language))
    if source.url.startswith(("https://", "http://")):
        text = f'<a href="{escape(source.url)}">{text}</a>'
    colon, end = ("；", "。") if language == "zh" else ("; ", ".")
    trust = CONFIDENCE[source.confidence](language)
    return f"{text}<br>{escape(trust[0].upper() + trust[1:])}{colon}{escape(when(language))}{end}"
