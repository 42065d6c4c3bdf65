"""A day changed by hand says so, and keeps what was not touched."""

from __future__ import annotations

import pytest

from core.comparison.day_editing import OWN_DAY, load_at, with_load, with_window
from core.comparison.day_presets import day_ids, load_day
from core.comparison.day_profile import DayError, PriceWindow, minute_of

PUBLISHED = load_day(day_ids()[1])
FLAT = load_day("flat")


def test_only_the_hour_that_was_set_changes() -> None:
    changed = with_load(PUBLISHED, 14 * 60, 15 * 60, 500)
    for minute in range(0, 1440, 15):
        before = load_at(PUBLISHED.profile.load, minute)
        assert load_at(changed.profile.load, minute) == (500 if 840 <= minute < 900 else before)


def test_the_last_and_the_first_hour_do_not_run_into_each_other() -> None:
    late = with_load(FLAT, 23 * 60, 24 * 60, 3)
    assert [load_at(late.profile.load, minute) for minute in (0, 22 * 60, 23 * 60, 1439)] == [1, 1, 3, 3]
    early = with_load(FLAT, 0, 60, 3)
    assert [load_at(early.profile.load, minute) for minute in (0, 59, 60, 1439)] == [3, 3, 1, 1]


def test_equal_neighbours_become_one_step_again() -> None:
    there_and_back = with_load(with_load(FLAT, 600, 660, 2), 600, 660, 1)
    assert [minute_of(step.start) for step in there_and_back.profile.load] == [0]


def test_a_changed_day_is_no_longer_the_published_one() -> None:
    changed = with_load(PUBLISHED, 0, 60, 1)
    assert changed.profile.source is None
    assert changed.profile.name == OWN_DAY
    assert changed.profile.demand == PUBLISHED.profile.demand
    assert with_load(FLAT, 0, 60, 1) is FLAT


@pytest.mark.parametrize("load", [-1.0, 1e16, float("nan")])
def test_senseless_loads_are_refused(load: float) -> None:
    with pytest.raises((DayError, ValueError)):
        with_load(FLAT, 0, 60, load)


def test_a_day_without_any_load_is_refused() -> None:
    with pytest.raises(DayError):
        with_load(FLAT, 0, 1440, 0)


def test_discount_hours_are_added_replaced_and_removed() -> None:
    first, second = PriceWindow(start="00:30", end="08:30"), PriceWindow(start="12:00", end="13:00", zone="UTC")
    day = with_window(with_window(FLAT, 0, first), 1, second)
    assert day.windows == (first, second)
    assert with_window(day, 0, second).windows == (second, second)
    assert with_window(day, 0, None).windows == (second,)
