"""Linking and unlinking: what keeps its value, and what moves along."""

from __future__ import annotations

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.parts import Comment
from core.errors import EvenkeelError, UsageError
from core.model.definition import BusinessModel


def users(comparison: Comparison) -> list[float]:
    return [comparison.values_of(a.id)["users"] for a in comparison.alternatives]


def test_unlinking_keeps_the_value_and_linking_back_restores_the_document(pair: Comparison) -> None:
    apart = edits.unlink(pair, "shop", "users")
    assert users(apart) == users(pair)
    assert not apart.is_shared("shop", "users")
    assert edits.link(apart, "shop", "users") == pair


def test_linking_takes_the_shared_value(pair: Comparison) -> None:
    apart = edits.set_own_value(pair, "shop", "users", 5)
    assert users(edits.link(apart, "shop", "users")) == [100, 100]


def test_the_first_to_link_brings_its_value(pair: Comparison) -> None:
    linked = edits.link(edits.set_value(pair, "club", "price", 30), "club", "price")
    assert linked.is_shared("club", "price")
    assert [linked.values_of(id)["price"] for id in ("shop", "club")] == [20, 30]
    both = edits.link(linked, "shop", "price")
    assert [both.values_of(id)["price"] for id in ("shop", "club")] == [30, 30]


def test_linking_everywhere_gives_all_the_same(pair: Comparison) -> None:
    mixed = edits.set_value(edits.set_own_value(pair, "shop", "users", 5), "club", "price", 30)
    assert users(edits.link_everywhere(mixed, "shop", "users")) == [5, 5]
    assert users(edits.link_everywhere(mixed, "club", "users")) == [100, 100]
    prices = edits.link_everywhere(mixed, "shop", "price")
    assert [prices.is_shared(id, "price") for id in ("shop", "club")] == [True, True]


def test_a_shared_value_nobody_uses_is_dropped(pair: Comparison) -> None:
    apart = edits.unlink(edits.unlink(pair, "shop", "users"), "club", "users")
    assert "users" not in apart.shared
    assert users(apart) == users(pair)


def test_what_is_so_already_is_no_edit(pair: Comparison) -> None:
    assert edits.link(pair, "shop", "users") is pair
    assert edits.unlink(pair, "shop", "price") is pair
    assert edits.link_everywhere(pair, "shop", "users") is pair


def test_scenarios_keep_their_values(pair: Comparison) -> None:
    crowd = edits.add_scenario(pair, "Crowd", {"shared": {"users": 900}})
    for apart in (
        edits.unlink(crowd, "shop", "users"),
        edits.unlink(edits.unlink(crowd, "shop", "users"), "club", "users"),
    ):
        assert users(edits.apply_scenario(apart, "Crowd")) == [900, 900]
    dear = edits.add_scenario(pair, "Dear", {"shop": {"price": 99}})
    linked = edits.link(dear, "shop", "price")
    assert edits.apply_scenario(linked, "Dear").values_of("shop")["price"] == 99
    everywhere = edits.link_everywhere(dear, "shop", "price")
    assert edits.apply_scenario(everywhere, "Dear").values_of("club")["price"] == 99


def test_a_comment_on_a_shared_value_follows_the_last_who_had_it(pair: Comparison) -> None:
    noted = edits.add_comment(pair, Comment(where="shared", about="users", text="why?"))
    apart = edits.unlink(edits.unlink(noted, "shop", "users"), "club", "users")
    assert [(c.where, c.about) for c in apart.comments] == [("club", "users")]


def test_other_units_cannot_be_shared(pair: Comparison, shop: BusinessModel) -> None:
    drivers = tuple(
        d.but(unit="USD/month" if d.id == "price" else d.unit, id=d.id) for d in shop.drivers
    )
    other = shop.but(id="pub", drivers=drivers)
    three = edits.add_alternative(edits.link(pair, "shop", "price"), other)
    with pytest.raises(EvenkeelError, match=r"cannot be shared: it is counted in \[USD/month\], \[USD/user/month\]"):
        edits.link(three, "pub", "price")
    with pytest.raises(EvenkeelError, match="cannot be shared"):
        edits.link_everywhere(three, "pub", "price")


def test_unknown_drivers_cannot_be_linked(pair: Comparison) -> None:
    with pytest.raises(UsageError, match="Did you mean users"):
        edits.link(pair, "shop", "user")
    with pytest.raises(UsageError):
        edits.unlink(pair, "shop", "fee")
