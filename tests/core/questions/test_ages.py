"""Sources age with the clock: the levels, the count among the numbers that matter most, and the sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import duplicate, set_source, set_value
from core.comparison.examples import load_example
from core.comparison.parts import SHARED
from core.model.definition import Confidence, Source
from core.questions.ages import Level, age_sentence, ageing_drivers, ages, level_of
from core.questions.decisive import decisive
from core.wording.text import Text

TODAY = date(2026, 11, 23)


def source(checked: date) -> Source:
    return Source(text=Text("A page", "网页"), confidence=Confidence.PRIMARY, checked=checked)


@pytest.fixture(scope="module")
def fresh() -> Comparison:
    """The three ways with every source looked at today."""
    comparison = load_example("three-ways")
    for age in ages(comparison, TODAY):
        comparison = set_source(comparison, age.where, age.driver, source(TODAY))
    return comparison


@pytest.mark.parametrize(
    ("days", "level"),
    [(0, Level.FRESH), (90, Level.FRESH), (91, Level.AGEING), (180, Level.AGEING), (181, Level.OLD)],
)
def test_ninety_days_and_half_a_year(days: int, level: Level) -> None:
    assert level_of(days) is level


def test_every_value_with_a_source_has_an_age_and_what_is_shared_is_there_once(fresh: Comparison) -> None:
    found = ages(fresh, TODAY)
    assert {age.days for age in found} == {0}
    assert len({(age.where, age.driver) for age in found}) == len(found)
    assert [age.where for age in found if age.driver == "users"] == [SHARED]
    assert [age.where for age in found if age.driver == "utilisation"] == ["api", "subscription", "maas"]
    assert ages(fresh, TODAY - timedelta(days=5))[0].days == 0  # a clock that is behind makes nothing negative


def test_a_hundred_days_on_all_badges_and_the_sentence_have_changed(fresh: Comparison) -> None:
    matter = decisive(fresh)
    assert {age.level for age in ages(fresh, TODAY)} == {Level.FRESH}
    assert age_sentence(fresh, matter, TODAY) is None
    later = TODAY + timedelta(days=100)
    assert {age.level for age in ages(fresh, later)} == {Level.AGEING}
    sentence = age_sentence(fresh, matter, later)
    assert sentence == Text(
        "All five numbers that matter most are more than 90 days old.", "最关键的五个数字均已超过 90 天未核对。"
    )
    assert {age.level for age in ages(fresh, TODAY + timedelta(days=200))} == {Level.OLD}


def test_the_example_as_it_is_ages_too() -> None:
    """Some of its prices are of 2025, and say so today; a hundred days on more numbers do."""
    ways = load_example("three-ways")
    drivers = {age.driver for age in ages(ways, TODAY)}
    now, later = (ageing_drivers(ways, drivers, TODAY + timedelta(days=d)) for d in (0, 100))
    assert "premium_output_price" in now
    assert set(now) < set(later)


@pytest.mark.parametrize(
    ("aged", "en", "zh"),
    [
        (1, "One of the five numbers that matter most is", "一"),
        (2, "Two of the five numbers that matter most are", "两"),
    ],
)
def test_the_sentence_counts_among_the_decisive(fresh: Comparison, aged: int, en: str, zh: str) -> None:
    matter = ("utilisation", "users", "gpu_hour_price", "cache_hit_share", "staff_cost")
    comparison = fresh
    for driver in matter[:aged]:
        where = "maas" if driver == "utilisation" else SHARED
        comparison = set_source(comparison, where, driver, source(TODAY - timedelta(days=91)))
    assert ageing_drivers(comparison, matter, TODAY) == matter[:aged]
    assert age_sentence(comparison, matter, TODAY) == Text(
        f"{en} more than 90 days old.", f"最关键的五个数字中，有{zh}个已超过 90 天未核对。"
    )


def test_a_single_number_and_many(fresh: Comparison) -> None:
    later = TODAY + timedelta(days=91)
    assert age_sentence(fresh, ("users",), later) == Text(
        "The number that matters most is more than 90 days old.", "最关键的数字已超过 90 天未核对。"
    )
    many = tuple(driver.id for driver in fresh.model_of("api").drivers)[:12]
    sentence = age_sentence(fresh, (*many, "no_source"), later)
    assert sentence is not None
    assert sentence.en.startswith("12 of the 13 numbers")
    assert sentence.zh.startswith("最关键的 13 个数字中，有 12 个")


def test_a_value_of_ones_own_without_a_source_has_no_age(fresh: Comparison) -> None:
    changed = set_value(fresh, "maas", "utilisation", 0.33)
    assert ("maas", "utilisation") not in {(age.where, age.driver) for age in ages(changed, TODAY)}
    late = TODAY + timedelta(days=100)
    assert ageing_drivers(changed, ("utilisation",), late) == ("utilisation",)  # the other two still rest on theirs
    assert len(ages(duplicate(fresh, "maas"), TODAY)) > len(ages(fresh, TODAY))
