"""Chances in plain words: counts of twenty that never claim more than was found."""

from __future__ import annotations

import pytest

from core.questions.chances.break_even_chances import BreakEvenChances
from core.questions.variance_shares import VarianceShare
from core.questions.words.uncertainty import (
    beats_sentence,
    break_even_sentence,
    contribution_sentence,
    dots_of,
    error_sentence,
    how_often,
    profit_sentence,
)


@pytest.mark.parametrize(
    ("chance", "words", "dots"),
    [
        (0.0, "none", 0),
        (0.001, "fewer than 1 of 20", 0),
        (0.65, "13 of 20", 13),
        (0.025, "1 of 20", 1),
        (0.999, "more than 19 of 20", 20),
        (1.0, "all", 20),
    ],
)
def test_a_chance_is_a_count_of_twenty(chance: float, words: str, dots: int) -> None:
    assert how_often(chance).en == words
    assert dots_of(chance) == dots


def test_profit_and_rivals() -> None:
    assert profit_sentence("A", 0.65).en == "In 13 of 20 futures, A makes a profit."
    assert profit_sentence("A", 0.65).zh == "20 种可能中有 13 种，A 盈利。"
    assert profit_sentence("A", 0.0).en == "In none of the futures drawn does A make a profit."
    told = beats_sentence([("B", 0.7), ("C", 0.1)])
    assert told is not None
    assert told.en == "It earns more than B in 14 of 20 and C in 2 of 20."
    assert told.zh == "利润高于 B：20 种可能中有 14 种；高于 C：20 种可能中有 2 种。"
    assert beats_sentence([]) is None


def chances(early: float | None, half: float | None, always: float = 0.0, never: float = 0.0) -> BreakEvenChances:
    safe = {"p10": early, "p50": half}
    return BreakEvenChances(1_000, always, never, never, safe, safe)


def test_break_even_over_the_futures() -> None:
    assert "from 3,200 users on, in half of them from 5,001" in break_even_sentence(chances(3_200, 5_000.2)).en
    assert "in more than half of them at no size" in break_even_sentence(chances(3_200, None, never=0.6)).en
    assert "more than 9 of 10" in break_even_sentence(chances(None, None, never=0.95)).en
    assert break_even_sentence(chances(1, 1, always=1.0)).en.startswith("In all futures")
    assert "In 4 of 20 it makes no profit at any size." in break_even_sentence(chances(3_200, 5_000, never=0.2)).en


def test_what_contributes_most() -> None:
    def share(total: float | None) -> VarianceShare:
        return VarianceShare("shared", "x", total, total, None, None)

    one = contribution_sentence([("price", share(0.8)), ("rent", share(0.1))])
    two = contribution_sentence([("price", share(0.5)), ("rent", share(0.4))])
    assert one is not None
    assert two is not None
    assert one.en == "Most of its uncertainty comes from “price” (80% of it)."
    assert two.en == "Most of its uncertainty comes from “price” (50% of it) and “rent” (40%)."
    assert contribution_sentence([("price", share(None))]) is None


def test_the_error_is_that_of_the_draw_and_twice_the_standard_error() -> None:
    assert "give or take 1 in 100 by the luck" in error_sentence(65_536, [0.0049, 0.001, None]).en
    assert "give or take 1 in 1,000" in error_sentence(65_536, [0.0001]).en
    assert "65,536" in error_sentence(65_536, [0.0001]).zh
