"""What a comparison refuses to be, and what it says about its values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from core.comparison import edits
from core.comparison.document import Comparison
from core.comparison.file.format import dumps, loads
from core.comparison.parts import Alternative, Comment, ReferenceCheck, Scenario, Setting
from core.errors import EvenkeelError, UsageError
from core.plain.data import parts_of
from core.plain.reading import UnfitError, read


def rebuilt(comparison: Comparison, **changes: Any) -> Comparison:
    fields = {field: getattr(comparison, field) for field in parts_of(Comparison)}
    return Comparison(**{**fields, **changes})


def test_values_come_from_the_alternative_or_from_what_is_shared(pair: Comparison) -> None:
    assert pair.values_of("club") == {"users": 100, "price": 20, "rent": 3, "busy_share": 0.4, "fee": 5}
    assert pair.is_shared("club", "users")
    assert not pair.is_shared("club", "fee")
    assert pair.setting_of("shop", "users") is pair.shared["users"]


def test_unknown_names_are_answered_with_the_closest(pair: Comparison) -> None:
    with pytest.raises(UsageError, match="Did you mean club"):
        pair.alternative("clubb")
    with pytest.raises(UsageError, match="Did you mean busy_share"):
        pair.setting_of("shop", "busy_shares")
    with pytest.raises(UsageError, match="There are: shop, club"):
        pair.alternative("xyz")


def test_the_source_speaks_of_the_value_it_was_given_for(pair: Comparison) -> None:
    definition = pair.driver_of("shop", "price")
    assert pair.source_of("shop", "price") == definition.source
    assert pair.source_of("shop", "price") is not None
    moved = edits.set_value(pair, "shop", "price", 25)
    assert moved.source_of("shop", "price") is None
    sourced = edits.set_source(moved, "shop", "price", definition.source)
    assert sourced.source_of("shop", "price") == definition.source
    assert sourced.start_of("shop", "price") == 25
    dragged = edits.set_value(sourced, "shop", "price", 30)
    assert dragged.source_of("shop", "price") is None
    assert edits.reset_value(dragged, "shop", "price") == sourced


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"shared": {}}, 'has no value for "users"'),
        ({"models": {}}, 'needs the business model "shop", which is missing'),
        ({"scenarios": (Scenario(name="a"), Scenario(name="a"))}, "Two scenarios"),
        ({"scenarios": (Scenario(name="a", changes={"pub": {"users": 1}}),)}, '"pub", which is no alternative'),
        ({"scenarios": (Scenario(name="a", changes={"shared": {"price": 1}}),)}, 'no assumption "price" in shared'),
        ({"scenarios": (Scenario(name="a", changes={"shop": {"busy_share": 1.4}}),)}, "cannot be 140%"),
        ({"comments": (Comment(where="pub", text="x"),)}, '"pub", which is no alternative'),
        ({"comments": (Comment(where="shop", about="fee", text="x"),)}, '"fee", which does not exist'),
    ],
)
def test_parts_that_do_not_fit_are_refused(pair: Comparison, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(EvenkeelError, match=sentence):
        rebuilt(pair, **changes)


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [("sales / days_per_month", None), ("gross_profit", None), ("salles", "Did you mean sales"), ("sales +", "place")],
)
def test_a_published_figure_is_a_formula_over_what_exists(pair: Comparison, figure: str, sentence: str | None) -> None:
    check = ReferenceCheck(name="a", alternative="shop", figure=figure, unit="USD/day", published=1)
    if sentence is None:
        assert rebuilt(pair, reference_checks=(check,)).reference_checks == (check,)
    else:
        with pytest.raises(EvenkeelError, match=sentence):
            rebuilt(pair, reference_checks=(check,))


@pytest.mark.parametrize("id", ["shop", "shared"])
def test_ids_are_unique_and_shared_is_not_one(pair: Comparison, id: str) -> None:
    twin = pair.alternative("shop").but(id=id)
    with pytest.raises(EvenkeelError, match=f'the (same )?id "{id}"'):
        rebuilt(pair, alternatives=(*pair.alternatives, twin))


def test_a_shared_driver_nobody_has_is_refused(pair: Comparison) -> None:
    with pytest.raises(EvenkeelError, match="Did you mean users"):
        rebuilt(pair, shared={**pair.shared, "userss": Setting(value=1)})


def test_one_to_twelve_alternatives(pair: Comparison) -> None:
    many = tuple(pair.alternatives[0].but(id=f"a{n}") for n in range(13))
    with pytest.raises(EvenkeelError, match="holds 13; at most 12 are allowed"):
        loads(dumps(pair.but(alternatives=many)))
    assert len(loads(dumps(pair.but(alternatives=many[:12]))).comparison.alternatives) == 12
    with pytest.raises(EvenkeelError, match="needs at least 1"):
        loads(dumps(pair.but(alternatives=())))


@pytest.mark.parametrize("field", ["title", "models", "anything"])
def test_nothing_in_it_can_be_assigned(pair: Comparison, field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(pair, field, "other")


def test_nothing_unknown_is_part_of_it() -> None:
    parts = {"id": "a", "name": "x", "model": "shop", "colour": "red"}
    with pytest.raises(TypeError, match="unknown colour"):
        Alternative(**parts)
    with pytest.raises(UnfitError):
        read(Alternative, parts)
