"""What is known about one value, in words: where it comes from, how old that is, how far to trust it, its range."""

from __future__ import annotations

from datetime import date
from html import escape

from core.comparison.document import Comparison
from core.model.definition import Confidence, Range, Source
from core.wording.dates import days, full_date
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.text import Language, Text
from desktop.inputs.rows import Place

CONFIDENCE: dict[Confidence, Text] = {
    Confidence.PRIMARY: Text("first-hand: the company's own document", "一手资料：公司自己的文件"),
    Confidence.SECONDARY: Text("second-hand: press or somebody else's page", "二手资料：媒体或第三方页面"),
    Confidence.ESTIMATE: Text("worked out from other figures", "由其他数字推算"),
    Confidence.ASSUMPTION: Text("an assumption: nobody publishes it", "假设：无公开数据"),
}
CHECKED = Text("checked {date}, {days} ago", "{date}核对，{days}前")
CHECKED_TODAY = Text("checked today", "今天核对")
MOVED = Text("Your own figure, without a source. Before it was {value}:", "你自己的数值，没有来源。原来是 {value}：")
RANGE = Text("{low} to {high}", "{low} 至 {high}")


def source_of(comparison: Comparison, place: Place) -> Source | None:
    """The source of the value in use."""
    return comparison.source_of(place.where, place.driver.id)


def told_source(comparison: Comparison, place: Place, today: date, language: Language) -> str:
    """The source as rich text; for a figure that was moved, that of the figure before."""
    source = source_of(comparison, place)
    if source is not None:
        return _told(source, today, language)
    before = place.setting(comparison).source or place.driver.source
    template = both(format_value, comparison.start_of(place.where, place.driver.id), place.driver.unit)
    return f"{escape(MOVED.filled(value=template)(language))}<br>{_told(before, today, language)}"


def range_of(comparison: Comparison, place: Place) -> Range:
    """The range in use: one's own, or the definition's."""
    return place.setting(comparison).range or place.driver.range


def told_range(comparison: Comparison, place: Place, language: Language) -> str:
    """The range and its reason."""
    found, unit = range_of(comparison, place), place.driver.unit
    ends = RANGE.filled(low=both(format_value, found.low, unit), high=both(format_value, found.high, unit))
    return f"{ends(language)}{'。' if language == 'zh' else '. '}{found.reason(language)}"


def _told(source: Source, today: date, language: Language) -> str:
    age = (today - source.checked).days
    when = CHECKED_TODAY if age == 0 else CHECKED.filled(date=both(full_date, source.checked), days=both(days, age))
    text = escape(source.text(language))
    if source.url.startswith(("https://", "http://")):
        text = f'<a href="{escape(source.url)}">{text}</a>'
    colon, end = ("；", "。") if language == "zh" else ("; ", ".")
    return f"{text}<br>{escape(CONFIDENCE[source.confidence](language))}{colon}{escape(when(language))}{end}"
