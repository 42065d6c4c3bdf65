"""Pages are found by words of their title and text, in the language of the screen and by titles of the other."""

from __future__ import annotations

import pytest

from core.help import search_help
from core.help.search import EXCERPT, MOST_FOUND
from core.wording.text import Language


@pytest.mark.parametrize(
    ("wanted", "language", "first"),
    [
        ("break-even", "en", "break_even"),
        ("盈亏平衡", "zh", "break_even"),
        ("BREAK", "zh", "break_even"),
        ("margins", "en", "margin"),
        ("churn", "en", "glossary"),
        ("流失", "zh", "driver/subscription/monthly_churn"),
        ("rent gpu hour", "en", "driver/open-weights-api/gpu_hour_price"),
    ],
)
def test_the_best_page_comes_first(wanted: str, language: Language, first: str) -> None:
    assert search_help(wanted, language)[0].topic.id == first


def test_excerpts_are_plain_words_around_what_was_wanted() -> None:
    for found in search_help("545", "en"):
        assert "545" in found.excerpt
        assert len(found.excerpt) <= EXCERPT + 2
        assert not set(found.excerpt) & set("*#|[]")


def test_all_words_must_occur_and_nothing_finds_nothing() -> None:
    assert search_help("", "en") == ()
    assert search_help("   ", "zh") == ()
    assert search_help("break-even unheardof", "en") == ()
    assert len(search_help("the", "en")) == MOST_FOUND


def test_an_assumption_of_several_business_models_is_found_once() -> None:
    found = [hit.topic.title.en for hit in search_help("active users", "en")]
    assert found.count("Active users") == 1
