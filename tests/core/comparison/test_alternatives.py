"""Adding, copying, removing, ordering and naming the columns."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.new import new_comparison
from core.comparison.parts import Comment, ReferenceCheck
from core.errors import EvenkeelError, UsageError
from core.model.definition import BusinessModel
from core.wording.text import Text


def ids(comparison: Comparison) -> list[str]:
    return [a.id for a in comparison.alternatives]


def test_a_new_column_shares_what_is_shared(pair: Comparison, shop: BusinessModel) -> None:
    moved = edits.set_value(pair, "shop", "users", 7)
    added = edits.add_alternative(moved, shop)
    assert ids(added) == ["shop", "club", "shop_2"]
    assert added.values_of("shop_2")["users"] == 7
    assert added.alternatives[2].name != added.alternatives[0].name
    assert added.models == moved.models


def test_another_edition_of_a_definition_gets_an_id_of_its_own(pair: Comparison, shop: BusinessModel) -> None:
    newer = shop.but(version=2)
    added = edits.add_alternative(pair, newer)
    assert added.model_of("shop_2").id == "shop-2"
    assert added.model_of("shop") is pair.model_of("shop")


def test_a_copy_stands_beside_its_original_and_follows_it_in_scenarios(pair: Comparison) -> None:
    dear = edits.add_scenario(pair, "Dear", {"shop": {"price": 99}})
    copied = edits.duplicate(dear, "shop")
    assert ids(copied) == ["shop", "shop_2", "club"]
    assert copied.values_of("shop_2") == copied.values_of("shop")
    assert edits.apply_scenario(copied, "Dear").values_of("shop_2")["price"] == 99
    assert [a.name("zh") for a in edits.duplicate(copied, "shop").alternatives if not isinstance(a.name, str)] == [
        "shop business",
        "shop business（副本） 2",
        "shop business（副本）",
        "club business",
    ]


def test_removing_takes_along_what_spoke_of_it(pair: Comparison) -> None:
    full = edits.add_scenario(pair, "Dear", {"club": {"fee": 9}, "shop": {"price": 9}})
    full = edits.add_comment(full, Comment(where="club", about="fee", text="x"))
    full = edits.add_comment(full, Comment(where="", text="of all"))
    full = edits.add_reference_check(
        full, ReferenceCheck(name="a", alternative="club", figure="sales", unit="USD/month", published=1)
    )
    full = edits.link(full, "club", "fee")
    left = edits.remove(full, "club")
    assert ids(left) == ["shop"]
    assert list(left.models) == ["shop"]
    assert "fee" not in left.shared
    assert left.scenarios[0].changes == {"shop": {"price": 9}}
    assert [c.text for c in left.comments] == ["of all"]
    assert left.reference_checks == ()


def test_the_last_one_stays(pair: Comparison) -> None:
    with pytest.raises(EvenkeelError, match="last business model"):
        edits.remove(edits.remove(pair, "club"), "shop")


def test_twelve_are_the_most(pair: Comparison) -> None:
    full = pair
    for _ in range(10):
        full = edits.duplicate(full, "shop")
    with pytest.raises(EvenkeelError, match="at most 12"):
        edits.duplicate(full, "shop")
    with pytest.raises(EvenkeelError, match="at most 12"):
        edits.add_alternative(full, full.model_of("shop"))


def test_order_and_names(pair: Comparison) -> None:
    assert ids(edits.move(pair, "club", 0)) == ["club", "shop"]
    assert edits.move(pair, "club", 99) is pair
    assert edits.rename(pair, "club", "The club").alternative("club").name == "The club"
    assert edits.rename(pair, "club", pair.alternative("club").name) is pair
    assert edits.set_title(pair, "Mine").title == "Mine"
    assert edits.set_story(pair, "Why").story == "Why"
    for name in ("", "   "):
        with pytest.raises(EvenkeelError, match="cannot be empty"):
            edits.rename(pair, "club", name)
        with pytest.raises(EvenkeelError, match="cannot be empty"):
            edits.set_title(pair, name)


def test_a_new_comparison_of_built_in_models() -> None:
    fresh = new_comparison("Mine", ["maas-resale", "subscription", "maas-resale"])
    assert ids(fresh) == ["maas_resale", "subscription", "maas_resale_2"]
    for alternative in fresh.alternatives:
        for driver in fresh.model_of(alternative).drivers:
            assert fresh.is_shared(alternative.id, driver.id) == driver.linked
    with pytest.raises(UsageError, match="at least one"):
        new_comparison("Mine", [])
    with pytest.raises(UsageError, match="maas-resale"):
        new_comparison("Mine", ["maas"])


def test_a_name_is_one_line(pair: Comparison) -> None:
    first = pair.alternatives[0].id
    assert edits.rename(pair, first, " 1\t2\n3  4 ").alternative(first).name == "1 2 3  4"
    assert edits.set_title(pair, Text("a\tb", "甲\r\n乙")).title == Text("a b", "甲 乙")
    assert edits.add_scenario(pair, "x\ty").scenarios[-1].name == "x y"
    with pytest.raises(EvenkeelError):
        edits.rename(pair, first, "\t\n")
