"""What the results table says where there is no revenue, and of margins beyond all use."""

from __future__ import annotations

from core.comparison.edits import set_value
from core.comparison.examples import load_example
from core.questions.display import AS_IT_IS
from core.wording.text import Language
from desktop.answers import answers_for
from desktop.results.rows import ROWS, Row


def row(id: str) -> Row:
    return next(row for row in ROWS if row.id == id)


def told(id: str, users: float, language: Language = "en") -> list[tuple[str, str]]:
    answers = answers_for(set_value(load_example("three-ways"), "shared", "users", users))
    results = list(answers.results.values())
    cells = row(id).cells(results, language, AS_IT_IS)
    return [(cell, row(id).hover(r, language, AS_IT_IS)) for cell, r in zip(cells, results, strict=True)]


def test_without_revenue_neither_margin_nor_markup_is_told_and_why() -> None:
    for id in ("gross_margin", "markup"):
        assert ("–", "There is no revenue that it could be measured by.") in told(id, 0)
        assert ("–", "没有收入，无从计算。") in told(id, 0, "zh")


def test_margins_beyond_all_use_are_told_as_beyond_and_exactly_on_hover() -> None:
    cells = told("gross_margin", 8)
    far = [tip for cell, tip in cells if cell == "below −1,000%"]
    assert far
    assert all(tip.endswith("%") and len(tip) > len("−1,000%") for tip in far)


def test_an_amount_on_hover_has_no_cents() -> None:
    assert next(tip for _, tip in told("operating_profit", 6_000_000)) == "$304,690 a month"
