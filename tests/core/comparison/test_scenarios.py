"""Scenarios and checkpoints: differences from the comparison, and the comparison as it was."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.file.format import dumps, loads
from core.errors import EvenkeelError, UsageError
from core.wording.text import Text

MOMENT = "2026-11-23T10:42:00+08:00"


def test_a_scenario_is_a_difference(pair: Comparison) -> None:
    planned = edits.add_scenario(pair, Text("Price war", "价格战"), {"shop": {"price": 5}, "shared": {"users": 400}})
    for name in ("Price war", "价格战"):
        war = edits.apply_scenario(planned, name)
        assert war.values_of("shop")["price"] == 5
        assert war.values_of("club")["users"] == 400
    dearer = edits.set_value(planned, "club", "price", 50)
    assert edits.apply_scenario(dearer, "Price war").values_of("club")["price"] == 50
    assert planned.values_of("shop") == pair.values_of("shop")


def test_values_in_a_scenario_are_set_where_they_are_used(pair: Comparison) -> None:
    empty = edits.add_scenario(pair, "A")
    changed = edits.set_in_scenario(empty, "A", "shop", "users", 5)
    assert changed.scenarios[0].changes == {"shared": {"users": 5}}
    assert edits.set_in_scenario(changed, "A", "shop", "users", 5) is changed
    assert edits.clear_in_scenario(changed, "A", "shop", "users") == empty
    assert edits.clear_in_scenario(empty, "A", "shop", "users") is empty
    with pytest.raises(EvenkeelError, match="cannot be 140%"):
        edits.set_in_scenario(empty, "A", "shop", "busy_share", 1.4)


def test_a_scenario_may_change_a_shared_driver_for_one_alone(pair: Comparison) -> None:
    data = dumps(edits.add_scenario(pair, "A", {"shop": {"price": 1}})).replace(b'"price": 1\n', b'"users": 1\n')
    alone = edits.apply_scenario(loads(data).comparison, "A")
    assert (alone.values_of("shop")["users"], alone.values_of("club")["users"]) == (1, 100)


def test_a_scenario_that_changes_nothing_is_the_comparison_itself(pair: Comparison) -> None:
    same = edits.add_scenario(pair, "Same", {"shop": {"price": 20}, "shared": {"users": 100}})
    assert edits.apply_scenario(same, "Same") is same


def test_names_of_scenarios(pair: Comparison) -> None:
    planned = edits.add_scenario(edits.add_scenario(pair, "A"), "B")
    assert [s.name for s in edits.rename_scenario(planned, "A", "C").scenarios] == ["C", "B"]
    assert edits.rename_scenario(planned, "A", "A") is planned
    assert [s.name for s in edits.remove_scenario(planned, "A").scenarios] == ["B"]
    with pytest.raises(EvenkeelError, match="already one called"):
        edits.rename_scenario(planned, "A", "B")
    with pytest.raises(EvenkeelError, match="already one called"):
        edits.add_scenario(planned, Text("B", "乙"))
    with pytest.raises(UsageError, match="Did you mean Price war"):
        edits.apply_scenario(edits.add_scenario(pair, "Price war"), "Price wars")
    with pytest.raises(UsageError, match="There is none yet"):
        edits.apply_scenario(pair, "Price war")


def test_a_checkpoint_gives_back_the_comparison_as_it_was(pair: Comparison) -> None:
    kept = edits.add_checkpoint(pair, "Before", MOMENT)
    later = edits.set_view(
        edits.set_title(edits.remove(edits.set_value(kept, "shop", "price", 1), "club"), "T"), {"tab": 1}
    )
    assert list(later.models) == ["shop"]
    assert list(later.checkpoints[0].state.models) == ["club"], "the definition that left stays with the checkpoint"
    back = edits.at_checkpoint(later, "Before")
    assert edits.set_view(back, {}) == kept
    assert edits.at_checkpoint(kept, "Before") == kept


def test_every_checkpoint_keeps_the_definitions_it_was_made_with(pair: Comparison) -> None:
    one = edits.add_checkpoint(pair, "Two columns", MOMENT)
    two = edits.add_checkpoint(edits.remove(one, "shop"), "Club only", MOMENT)
    three = edits.add_alternative(two, pair.model_of("shop").but(version=9))
    assert three.model_of("shop").version == 9
    first = edits.at_checkpoint(three, "Two columns")
    assert first.model_of("shop").version == 1
    again = loads(dumps(first)).comparison
    assert again == first
    assert edits.at_checkpoint(again, "Club only").values_of("club") == pair.values_of("club")
    assert edits.remove_checkpoint(edits.remove_checkpoint(again, "Club only"), "Two columns").checkpoints == ()


def test_checkpoints_in_a_file_repeat_no_definition(pair: Comparison) -> None:
    plain, kept = dumps(pair), dumps(edits.add_checkpoint(pair, "A", MOMENT))
    assert kept.count(b'"formula"') == plain.count(b'"formula"')


def test_a_checkpoint_needs_a_name_of_its_own_and_a_moment(pair: Comparison) -> None:
    kept = edits.add_checkpoint(pair, "A", MOMENT)
    with pytest.raises(EvenkeelError, match="already one called"):
        edits.add_checkpoint(kept, "A", MOMENT)
    with pytest.raises(ValueError, match="isoformat"):
        edits.add_checkpoint(kept, "B", "yesterday")
    with pytest.raises(UsageError, match="Did you mean A"):
        edits.at_checkpoint(kept, "a A")
