"""Drivers that move together: set, refused, carried along by every change of structure, saved and told in words."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.comparison import edits
from core.comparison.correlated import correlations_copied
from core.comparison.correlation import Correlation, Place
from core.comparison.differences.difference import differences
from core.comparison.document import Comparison
from core.comparison.file.format import dumps, loads
from core.comparison.file.limits import MOST_CORRELATIONS
from core.errors import EvenkeelError, UsageError

MOMENT = "2026-11-23T10:42:00+08:00"


def at(name: str) -> Place:
    where, driver = name.split(".")
    return Place(where=where, driver=driver)


def correlated(comparison: Comparison, **coefficients: float) -> Comparison:
    """With correlations written like shop.price~shared.users."""
    for pair, coefficient in coefficients.items():
        first, second = pair.split("~")
        comparison = edits.set_correlation(comparison, at(first), at(second), coefficient)
    return comparison


def told(comparison: Comparison) -> dict[str, float]:
    return {
        "~".join(sorted(f"{place.where}.{place.driver}" for place in c.pair)): c.coefficient
        for c in comparison.correlations
    }


def test_a_correlation_is_set_changed_and_taken_away(pair: Comparison) -> None:
    some = correlated(pair, **{"shop.price~shared.users": 0.6})
    assert told(some) == {"shared.users~shop.price": 0.6}
    assert correlated(some, **{"shared.users~shop.price": 0.6}) is some
    more = correlated(some, **{"club.fee~shop.price": -0.2, "shared.users~shop.price": 0.5})
    assert told(more) == {"shared.users~shop.price": 0.5, "club.fee~shop.price": -0.2}
    for nothing in (None, 0, 0.0):
        assert edits.set_correlation(some, at("shared.users"), at("shop.price"), nothing) == pair
        assert edits.set_correlation(pair, at("shared.users"), at("shop.price"), nothing) is pair


def test_what_is_linked_is_meant_where_it_is_shared(pair: Comparison) -> None:
    assert told(correlated(pair, **{"shop.users~shop.price": 0.6})) == {"shared.users~shop.price": 0.6}
    with pytest.raises(EvenkeelError, match="with itself"):
        correlated(pair, **{"shop.users~club.users": 0.6})


@pytest.mark.parametrize("coefficient", [1.01, -2, math.nan, math.inf])
def test_a_coefficient_lies_between_minus_1_and_1(pair: Comparison, coefficient: float) -> None:
    with pytest.raises(EvenkeelError, match="between -1 and 1"):
        edits.set_correlation(pair, at("shop.price"), at("club.price"), coefficient)


def test_unknown_drivers_and_places_are_refused_with_the_closest_name(pair: Comparison) -> None:
    with pytest.raises(UsageError, match="Did you mean price"):
        correlated(pair, **{"shop.prices~club.price": 0.1})
    with pytest.raises(UsageError, match="Did you mean shop"):
        correlated(pair, **{"shops.price~club.price": 0.1})
    with pytest.raises(UsageError, match="the shared assumptions"):
        correlated(pair, **{"shared.price~club.price": 0.1})


def test_coefficients_that_contradict_each_other_are_refused(pair: Comparison) -> None:
    chain = correlated(pair, **{"shop.price~club.price": 0.7, "club.price~club.fee": 0.6})
    with pytest.raises(EvenkeelError, match="cannot all hold") as caught:
        correlated(chain, **{"shop.price~club.fee": -0.5})
    assert "closer to 0" in str(caught.value)
    closed = correlated(chain, **{"shop.price~club.fee": 0.6})
    tight = correlated(closed, **{"club.price~club.fee": 0.85})
    with pytest.raises(EvenkeelError, match="cannot all hold"):  # without this one the other two contradict each other
        edits.set_correlation(tight, at("shop.price"), at("club.fee"), None)


def test_a_copy_moves_like_its_original(pair: Comparison) -> None:
    some = correlated(pair, **{"shop.price~shop.busy_share": 0.9, "shop.price~shared.users": 0.3})
    assert told(edits.duplicate(some, "shop")) == {
        "shop.busy_share~shop.price": 0.9,
        "shared.users~shop.price": 0.3,
        "shop_2.busy_share~shop_2.price": 0.9,
        "shared.users~shop_2.price": 0.3,
    }


def test_a_copy_moves_with_what_is_outside_only_where_that_can_hold(pair: Comparison) -> None:
    some = correlated(pair, **{"shop.price~shop.busy_share": 0.5, "shop.price~shared.users": 0.8})
    assert told(edits.duplicate(some, "shop")).keys() - told(some).keys() == {"shop_2.busy_share~shop_2.price"}


def test_unlinking_keeps_what_moved_with_the_shared_driver(pair: Comparison) -> None:
    some = correlated(pair, **{"shared.users~shared.rent": 0.5, "shared.users~shop.price": 0.4})
    once = edits.unlink(some, "shop", "users")
    assert told(once) == {"shared.rent~shared.users": 0.5, "shared.rent~shop.users": 0.5, "shop.price~shop.users": 0.4}
    assert told(edits.unlink(once, "club", "users")) == {
        "club.users~shared.rent": 0.5,
        "shared.rent~shop.users": 0.5,
        "shop.price~shop.users": 0.4,
    }


def test_unlinking_leaves_alone_what_could_not_hold_for_both(pair: Comparison) -> None:
    some = correlated(pair, **{"shared.users~shared.rent": 0.9, "shared.users~shop.price": 0.4})
    assert told(edits.unlink(some, "shop", "users")) == {"shared.rent~shared.users": 0.9, "shop.price~shop.users": 0.4}
    tight = correlated(pair, **{"shared.rent~shop.price": 0.9})
    tight = tight.but(
        correlations=(
                *tight.correlations,
                Correlation(first=at("shared.users"), second=at("shop.price"), coefficient=0.9),
                Correlation(first=at("shared.users"), second=at("shared.rent"), coefficient=0.9),
            ),
    )
    assert told(edits.unlink(tight, "shop", "users")) == told(tight)


def test_linking_takes_over_what_moves_with_the_shared_driver(pair: Comparison) -> None:
    apart = edits.unlink(pair, "shop", "users")
    some = correlated(apart, **{"shop.users~shop.price": 0.9, "shared.users~club.fee": 0.2})
    assert told(edits.link(some, "shop", "users")) == {"club.fee~shared.users": 0.2}
    assert told(edits.link_everywhere(some, "shop", "users")) == {"shared.users~shop.price": 0.9}
    assert told(edits.link_everywhere(some, "club", "users")) == {"club.fee~shared.users": 0.2}
    own = correlated(pair, **{"shop.price~shop.busy_share": 0.9, "club.price~club.fee": 0.2})
    assert told(edits.link(own, "shop", "price")) == {"shared.price~shop.busy_share": 0.9, "club.fee~club.price": 0.2}
    assert told(edits.link_everywhere(own, "shop", "price")) == {"shared.price~shop.busy_share": 0.9}


def test_what_is_gone_is_correlated_with_nothing(pair: Comparison) -> None:
    some = correlated(
        pair, **{"shop.price~shared.users": 0.4, "shared.users~shared.rent": 0.3, "club.fee~club.price": 0.5}
    )
    assert told(edits.remove(some, "shop")) == {"shared.rent~shared.users": 0.3, "club.fee~club.price": 0.5}
    alone = edits.remove(correlated(some, **{"club.fee~shop.price": 0.1}), "club")
    assert told(alone) == {"shared.users~shop.price": 0.4, "shared.rent~shared.users": 0.3}


def test_a_scenario_for_one_alone_and_a_checkpoint_keep_correlations(pair: Comparison) -> None:
    some = correlated(pair, **{"shared.users~shop.price": 0.4})
    data = dumps(edits.add_scenario(some, "A", {"shop": {"price": 1}})).replace(b'"price": 1\n', b'"users": 1\n')
    assert told(edits.apply_scenario(loads(data).comparison, "A")) == {"shop.price~shop.users": 0.4}
    kept = edits.add_checkpoint(some, "Before", MOMENT)
    later = correlated(kept, **{"shared.users~shop.price": 0})
    assert told(edits.at_checkpoint(loads(dumps(later)).comparison, "Before")) == told(some)


def test_no_edit_makes_more_correlations_than_a_file_may_hold() -> None:
    many = tuple(
        Correlation(first=at(f"shop.a{n}"), second=at(f"shared.b{n}"), coefficient=0.1)
        for n in range(MOST_CORRELATIONS)
    )
    assert correlations_copied(many, "shop", "shop_2") == many


def test_a_file_with_correlations_comes_back(pair: Comparison) -> None:
    some = correlated(pair, **{"shop.price~shared.users": 0.6})
    assert loads(dumps(some)).comparison == some


def entry(first: str, second: str, coefficient: Any = 0.5) -> dict[str, Any]:
    return {"first": asdict(at(first)), "second": asdict(at(second)), "coefficient": coefficient}


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ([entry("shop.prise", "club.price")], '"prise", which does not stand in shop. Did you mean price?'),
        ([entry("shop.users", "club.price")], '"users", which does not stand in shop'),
        ([entry("ship.price", "club.price")], '"ship", which is no alternative. Did you mean shop?'),
        ([entry("shop.price", "shop.price")], "shop.price cannot be correlated with itself"),
        ([entry("shop.price", "club.fee"), entry("club.fee", "shop.price", 0.1)], "given twice"),
        (
            [entry("shop.price", "club.fee", 0.9), entry("club.fee", "club.price", 0.9)],
            "These correlations cannot all hold.",
        ),
        ([entry("shop.price", "club.fee", 1.5)], "correlations > 1 > coefficient is outside what is allowed"),
        ([entry("shop.price", "club.fee", "much")], "correlations > 1 > coefficient must be a number"),
        ([entry("shop.price", "club.fee")] * (MOST_CORRELATIONS + 1), "at most 200 are allowed"),
    ],
)
def test_files_whose_correlations_do_not_fit_are_refused(
    pair: Comparison, entries: list[dict[str, Any]], sentence: str
) -> None:
    content = {**json.loads(dumps(pair)), "correlations": entries}
    with pytest.raises(EvenkeelError) as caught:
        loads(json.dumps(content).encode())
    assert sentence in str(caught.value)


def test_changes_of_correlations_are_told_in_words(pair: Comparison) -> None:
    some = correlated(pair, **{"shop.price~shared.users": 0.6, "club.fee~club.price": 0.2})
    after = correlated(pair, **{"shared.users~shop.price": -0.25, "shared.rent~club.fee": 0.1})
    assert [(c.what, c.before, c.after) for c in differences(some, after)] == [
        ("correlation.shared.users.shop.price", 0.6, -0.25),
        ("correlation.club.fee.club.price", 0.2, None),
        ("correlation.club.fee.shared.rent", None, 0.1),
    ]
    first, second, _ = (change.sentence for change in differences(some, after))
    assert first.en == "Correlation of price (shop business) with users (for all): 0.6 -> −0.25."
    assert first.zh == "price（shop business）与 users（共用）的相关系数：0.6 → −0.25。"
    assert second.en.endswith(": 0.2 -> none.")
    assert differences(some, loads(dumps(some)).comparison) == ()


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    coefficients=st.dictionaries(
        st.tuples(
            *(st.sampled_from(("shop.price", "shop.busy_share", "shared.users", "shared.rent", "club.fee")),) * 2
        ),
        st.floats(-1, 1),
        max_size=6,
    ),
    unlinked=st.sampled_from(("users", "rent")),
)
def test_a_copy_moves_within_itself_as_the_original_does(
    pair: Comparison, coefficients: dict[tuple[str, str], float], unlinked: str
) -> None:
    comparison = edits.unlink(pair, "shop", unlinked)
    for (first, second), coefficient in coefficients.items():
        try:
            comparison = edits.set_correlation(comparison, at(first), at(second), coefficient)
        except EvenkeelError:
            continue
    copied = told(edits.duplicate(comparison, "shop"))
    inside = {pair: r for pair, r in told(comparison).items() if pair.count("shop.") == 2}
    assert {pair.replace("shop.", "shop_2."): r for pair, r in inside.items()}.items() <= copied.items()
    assert told(comparison).items() <= copied.items()
