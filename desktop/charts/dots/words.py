"""The chart of futures in words: its parts, as a table, and as sentences."""

from __future__ import annotations

from core.wording.rows import format_row
from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.charts.dots.data import FUTURES, DotsData, DotsRow

NAME = Text("How sure: twenty futures for each business model", "把握有多大：每种商业模式的二十种可能")
EACH = Text("Each mark: 1 of 20 futures", "每个标记：20 种可能中的 1 种")
PROFIT, LOSS = Text("makes a profit", "盈利"), Text("does not", "不盈利")
NOT_KNOWN = Text("not known", "未知")
RANGE = Text("Profit {a_period} in 8 of 10 futures, and in the middle", "十分之八的可能里{a_period}的利润，以及中间值")
HEADERS = (
    Text("Business model", "商业模式"), Text("Profit in", "盈利"), Text("Dots of 20", "20 个标记中"),
    Text("1 of 10 below", "十分之一低于"), Text("Half below", "一半低于"), Text("1 of 10 above", "十分之一高于"),
)  # fmt: skip
SENTENCE = Text("{name}: {words}.", "{name}：{words}。")
SENTENCE_RANGE = Text("{name}: {words}; {low} to {high} {a_period}.", "{name}：{words}；{a_period} {low} 至 {high}。")


def dots_table(data: DotsData, language: Language) -> TableTwin:
    """One row per alternative; the range too, whether it is shown or not."""
    rows = []
    for row in data.rows:
        dots = NOT_KNOWN(language) if row.profits is None else f"{row.profits} / {FUTURES}"
        rows.append((row.name, row.words, dots, *ends_of(row, data, language)))
    return TableTwin(tuple(header(language) for header in HEADERS), tuple(rows))


def dots_summary(data: DotsData, language: Language) -> str:
    """One sentence per alternative."""
    told = []
    for row in data.rows:
        low, _, high = ends_of(row, data, language)
        sentence = SENTENCE.filled(name=row.name, words=row.words)
        if data.ranges and row.has_range:
            sentence = SENTENCE_RANGE.filled(
                name=row.name, words=row.words, low=low, high=high, a_period=data.a_period
            )
        told.append(sentence(language))
    return ("" if language == "zh" else " ").join([NAME(language) + ("。" if language == "zh" else "."), *told])


def ends_of(row: DotsRow, data: DotsData, language: Language) -> list[str]:
    """Low, middle and high of a row, in one unit."""
    return format_row((row.low, row.half, row.high), data.currency, language)
