"""Which two drivers a map begins with, and how far its axes reach."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.examples import example_ids, load_example
from core.comparison.new import new_comparison
from core.comparison.parts import SHARED
from core.errors import UsageError
from core.model.definition import Range
from core.questions.axis_choice import axis_for, drivers_to_vary, telling_pair, values_at, values_now
from core.questions.grid import grid
from core.questions.results import alternative_result
from core.wording.text import Text

EXAMPLE = load_example("three-ways")


def test_the_first_map_sets_a_price_that_changes_the_winner_against_users() -> None:
    x, y = telling_pair(EXAMPLE)
    assert x == "users"
    assert drivers_to_vary(EXAMPLE)[y].group == "price"
    found = grid(EXAMPLE, axis_for(EXAMPLE, x, 30), axis_for(EXAMPLE, y, 30))
    assert len({winner for row in found.winner_ids() for winner in row}) > 1


def test_how_busy_machines_are_comes_first_where_it_is_one_number() -> None:
    assert telling_pair(load_example("heavy-users")) == ("users", "utilisation")


@pytest.mark.parametrize("id", example_ids())
def test_no_first_map_has_an_axis_below_zero(id: str) -> None:
    example = load_example(id)
    x, y = telling_pair(example)
    assert x == "users"
    assert axis_for(example, y, 2).low >= 0
    assert len(set(values_now(example, y).values())) == 1


def test_without_machines_a_price_comes_first() -> None:
    plans = new_comparison("x", ["closed-api", "capped-plan"])
    assert drivers_to_vary(plans)[telling_pair(plans)[1]].group == "price"


def test_users_reach_from_none_to_beyond_those_of_now() -> None:
    axis = axis_for(EXAMPLE, "users", 2)
    assert (axis.low, axis.high) == (0.0, 15_000_000.0)


def test_an_axis_is_the_plausible_range_widened_to_the_values_of_now() -> None:
    plausible = drivers_to_vary(EXAMPLE)["plus_price"].range
    axis = axis_for(EXAMPLE, "plus_price", 2)
    assert (axis.low, axis.high) == (plausible.low, plausible.high)
    beyond = edits.set_value(EXAMPLE, "subscription", "plus_price", plausible.high * 2)
    assert axis_for(beyond, "plus_price", 2).high == plausible.high * 2
    own = edits.set_range(EXAMPLE, "subscription", "plus_price", Range(low=15, high=25, reason=Text("x", "x")))
    assert (axis_for(own, "plus_price", 2).low, axis_for(own, "plus_price", 2).high) == (15, 25)


@pytest.mark.parametrize("driver", sorted(drivers_to_vary(EXAMPLE)))
def test_every_axis_offered_can_be_computed(driver: str) -> None:
    other = "plus_price" if driver == "users" else "users"
    grid(EXAMPLE, axis_for(EXAMPLE, other, 3), axis_for(EXAMPLE, driver, 3))


def test_switches_are_no_axes_and_unknown_drivers_are_refused() -> None:
    assert "separate_pools" not in drivers_to_vary(EXAMPLE)
    with pytest.raises(UsageError):
        axis_for(EXAMPLE, "nonsense", 2)


def test_values_at_a_place_are_those_of_the_comparison_set_there() -> None:
    moved = edits.set_value(EXAMPLE, SHARED, "users", 9_000_000)
    moved = edits.set_value(moved, "subscription", "plus_price", 25)
    at = values_at(EXAMPLE, {"users": 9_000_000, "plus_price": 25})
    for alternative in EXAMPLE.alternatives:
        exact = alternative_result(moved, alternative.id, "operating_profit", 1000).lines["operating_profit"]
        assert at[alternative.id] == pytest.approx(exact, rel=1e-12)


def test_only_those_that_have_a_driver_have_a_value() -> None:
    assert set(values_now(EXAMPLE, "plus_price")) == {"subscription"}
    assert len(values_now(EXAMPLE, "utilisation")) == 3
