"""Setting values: what is accepted, where it lands, and the sentence when it makes no sense."""

from __future__ import annotations

import math
from typing import Any

import pytest

from core.comparison import edits
from core.comparison.distribution import Discrete, Lognormal, Normal, Pert, Triangular, Uniform
from core.comparison.document import Comparison
from core.comparison.examples import load_example
from core.errors import EvenkeelError, UsageError
from core.model.definition import Range
from core.wording.text import Text


def test_a_value_lands_where_it_is_used(pair: Comparison) -> None:
    own = edits.set_value(pair, "shop", "price", 30)
    assert (own.values_of("shop")["price"], own.values_of("club")["price"]) == (30, 20)
    shared = edits.set_value(pair, "shop", "users", 7)
    assert (shared.values_of("shop")["users"], shared.values_of("club")["users"]) == (7, 7)
    assert edits.set_value(pair, "shared", "users", 7) == shared


def test_all_that_has_not_changed_is_the_same_object(pair: Comparison) -> None:
    changed = edits.set_value(pair, "shop", "price", 30)
    assert changed.alternatives[1] is pair.alternatives[1]
    assert changed.models is pair.models
    assert changed.shared is pair.shared


def test_the_same_value_is_no_edit(pair: Comparison) -> None:
    assert edits.set_value(pair, "shop", "price", 20) is pair
    assert edits.set_own_value(pair, "shop", "users", 100) is pair
    assert edits.set_everywhere(pair, "users", 100) is pair
    assert edits.set_note(pair, "shop", "price", "") is pair
    assert edits.reset_value(pair, "shop", "price") is pair


@pytest.mark.parametrize(
    ("driver", "value", "sentence"),
    [
        ("busy_share", 1.4, '"busy_share" cannot be 140%: it must be above 0% and at most 100%.'),
        ("busy_share", 0, '"busy_share" cannot be 0%: it must be above 0% and at most 100%.'),
        ("price", -1, "at least $0"),
        ("price", math.nan, '"price" must be a finite number.'),
        ("price", math.inf, '"price" must be a finite number.'),
        ("users", -math.inf, '"users" must be a finite number.'),
        ("price", 1e300, '"price" cannot be reckoned with: it must not be larger than 10¹⁵.'),
        ("users", 1.1e15, '"users" cannot be reckoned with'),
        ("busy_share", 1e-300, '"busy_share" cannot be reckoned with: it is too close to 0%.'),
    ],
)
def test_a_value_that_makes_no_sense_gets_one_sentence(
    pair: Comparison, driver: str, value: float, sentence: str
) -> None:
    with pytest.raises(EvenkeelError) as caught:
        edits.set_value(pair, "shop", driver, value)
    said = caught.value.text()
    assert sentence in said.en
    assert said.en.count(". ") == 0
    assert said.zh.endswith("。")
    assert caught.value.exit_status == 3


@pytest.mark.parametrize("value", [0, 1e-300, 1e15, 123.4])
def test_what_costs_or_counts_is_within_reckoning(pair: Comparison, value: float) -> None:
    assert edits.set_value(pair, "shop", "price", value).setting_of("shop", "price").value == value


def test_a_switch_is_yes_or_no() -> None:
    example = load_example("three-ways")
    with pytest.raises(EvenkeelError, match=r"either yes \(1\) or no \(0\)"):
        edits.set_value(example, "api", "separate_pools", 0.5)
    assert edits.set_value(example, "api", "separate_pools", 0).values_of("api")["separate_pools"] == 0


@pytest.mark.parametrize("value", [0, 1e9, 1e15])
def test_extreme_values_are_legal(pair: Comparison, value: float) -> None:
    assert edits.set_value(pair, "shop", "users", value).values_of("club")["users"] == value


def test_unknown_names_name_the_closest(pair: Comparison) -> None:
    with pytest.raises(UsageError, match="Did you mean price") as caught:
        edits.set_value(pair, "shop", "prise", 1)
    assert caught.value.exit_status == 2
    with pytest.raises(UsageError, match="Did you mean shop"):
        edits.set_value(pair, "shopp", "price", 1)
    with pytest.raises(UsageError, match="shared assumptions"):
        edits.set_value(pair, "shared", "price", 1)
    with pytest.raises(UsageError, match="Did you mean users"):
        edits.set_everywhere(pair, "user", 1)


def test_for_one_alternative_alone_a_linked_driver_is_unlinked(pair: Comparison) -> None:
    alone = edits.set_own_value(pair, "shop", "users", 5)
    assert (alone.values_of("shop")["users"], alone.values_of("club")["users"]) == (5, 100)
    with pytest.raises(EvenkeelError):
        edits.set_own_value(pair, "shop", "busy_share", 2)


def test_everywhere_reaches_own_and_shared(pair: Comparison) -> None:
    assert {id: edits.set_everywhere(pair, "price", 9).values_of(id)["price"] for id in ("shop", "club")} == {
        "shop": 9,
        "club": 9,
    }
    apart = edits.unlink(pair, "club", "users")
    assert {edits.set_everywhere(apart, "users", 9).values_of(id)["users"] for id in ("shop", "club")} == {9}
    assert edits.set_everywhere(pair, "fee", 9).values_of("club")["fee"] == 9


def test_what_is_known_about_a_value(pair: Comparison) -> None:
    plausible = Range(low=1, high=2, reason=Text("seen", "见过"))
    changed = edits.set_range(pair, "shop", "price", plausible)
    changed = edits.set_note(changed, "shop", "price", "mine")
    changed = edits.set_private(changed, "shop", "price", True)
    changed = edits.set_distribution(changed, "shop", "price", Triangular(low=1, mode=2, high=3))
    setting = changed.setting_of("shop", "price")
    assert (setting.range, setting.note, setting.private) == (plausible, "mine", True)
    assert edits.set_range(changed, "shop", "price", None).setting_of("shop", "price").range is None
    with pytest.raises(EvenkeelError, match="must start below its end"):
        edits.set_range(pair, "shop", "price", plausible.but(low=3))
    with pytest.raises(EvenkeelError, match="cannot reach 200%"):
        edits.set_range(pair, "shop", "busy_share", plausible)


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        (Uniform, {"low": 2, "high": 2}),
        (Triangular, {"low": 1, "mode": 4, "high": 3}),
        (Pert, {"low": 1, "mode": 0, "high": 3}),
        (Normal, {"mean": 1, "sd": 0}),
        (Lognormal, {"mean": 0, "sd": 1}),
        (Discrete, {"values": (1, 2), "weights": (1,)}),
        (Discrete, {"values": (), "weights": ()}),
        (Discrete, {"values": (1, 2), "weights": (1, -1)}),
    ],
)
def test_parameters_that_are_no_distribution(kind: type[Any], parameters: dict[str, Any]) -> None:
    with pytest.raises(EvenkeelError, match="no distribution"):
        kind(**parameters)


def test_names_that_look_like_attributes_are_just_unknown(pair: Comparison) -> None:
    for name in ("__class__", "price.__init__", "{0}", "model_copy", "price\n"):
        with pytest.raises(UsageError):
            edits.set_value(pair, "shop", name, 1)
        with pytest.raises(UsageError):
            edits.set_value(pair, name, "price", 1)
