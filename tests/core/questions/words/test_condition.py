"""The condition under which the verdict flips, the age of what matters most, and what does matter most."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.questions.decisive import decisive
from core.questions.flip import Flips, flips
from core.questions.results import results
from core.questions.search.curves import USERS
from core.questions.verdict import Verdict, verdict
from core.questions.words.condition import NOTHING_FLIPS, flip_sentence


@pytest.fixture
def three_ways() -> Comparison:
    return load_example("three-ways")


def verdict_of(comparison: Comparison) -> Verdict:
    return verdict(comparison, results(comparison).alternatives)


def told(comparison: Comparison) -> str:
    sentence = flip_sentence(comparison, verdict_of(comparison), flips(comparison))
    return "" if sentence is None else sentence.en


def test_the_nearest_flip_is_told_with_the_value_now(three_ways: Comparison) -> None:
    sentence = "This would flip to ChatGPT-style plan if its “Small plan, fee a month” rose to $21.50 (now $20)."
    assert told(three_ways) == sentence
    flipped = edits.set_value(three_ways, "subscription", "plus_price", 21.5)
    assert verdict_of(three_ways).winner == "api"
    assert results(flipped).alternatives[1].lines["operating_profit"] == max(
        found.lines["operating_profit"] for found in results(flipped).alternatives
    )


def test_one_alone_turns_between_profit_and_loss(three_ways: Comparison) -> None:
    alone = edits.remove(edits.remove(three_ways, "maas"), "api")
    assert told(alone) == "It would turn into a profit if “Small plan, fee a month” rose to $20.30 (now $20)."


def test_sentences_stay_short_in_both_languages(three_ways: Comparison) -> None:
    for users in (1e5, 1e6, 6e6, 5e7):
        comparison = edits.set_value(three_ways, "shared", USERS, users)
        assert len(told(comparison).split()) <= 25


def test_a_tie_has_nothing_to_flip(three_ways: Comparison) -> None:
    found = flips(three_ways)
    tie = Verdict(None, verdict_of(three_ways).headline, ())
    assert flip_sentence(three_ways, tie, found) is None


def test_where_nothing_flips_it_says_so(three_ways: Comparison) -> None:
    found = flips(three_ways)
    firm = Flips(found.winner, found.profit, (), (), None)
    assert flip_sentence(three_ways, verdict_of(three_ways), firm) is NOTHING_FLIPS


def test_five_decide_and_every_alternative_has_its_say(three_ways: Comparison) -> None:
    found = decisive(three_ways)
    assert len(set(found)) == 5
    assert found[:2] == ("utilisation", "official_cache_miss_price")
    for alternative in three_ways.alternatives:
        assert {driver.id for driver in three_ways.model_of(alternative).drivers} & set(found)
