"""The verdict says in so many words how many lose money."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.examples import load_example
from core.questions.results import results
from core.questions.verdict import verdict
from core.wording.text import Text


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (2, Text("both lose money; ", "两者都亏损；")),
        (3, Text("all three lose money; ", "三者都亏损；")),
        (4, Text("all lose money; ", "全部亏损；")),
    ],
)
def test_how_many_lose_money(count: int, told: Text) -> None:
    comparison = load_example("three-ways")
    if count == 2:
        comparison = edits.remove(comparison, "api")
    if count == 4:
        comparison = edits.duplicate(comparison, "maas")
    comparison = edits.set_value(comparison, "shared", "users", 2_000_000)
    headline = verdict(comparison, results(comparison).alternatives).headline
    assert told.en in headline.en
    assert told.zh in headline.zh
