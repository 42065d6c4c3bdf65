"""Distance to flip: just before each quoted value the verdict holds, at it it does not."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.document import Comparison
from core.comparison.edits.values import set_value
from core.comparison.examples import example_ids, load_example
from core.comparison.new import new_comparison
from core.comparison.parts import SHARED
from core.engine.plan import plan_for
from core.questions.flip import Flip, Flips, flips
from core.questions.progress import Cancelled
from core.questions.search.levers import levers_of
from tests.core.questions.small_comparisons import of_profit, outputs, two_of_profit, with_ranges
from tests.core.small_models import model_of_profit

COMPARISONS = [load_example(id) for id in example_ids()] + [
    new_comparison("A test", ["open-weights-api", "subscription", "maas-resale"]),
    new_comparison("A test", ["closed-api", "capped-plan"]),
]


def profits(comparison: Comparison) -> dict[str, float]:
    return {a.id: outputs(comparison, a.id)["operating_profit"] for a in comparison.alternatives}


def winner(comparison: Comparison) -> str:
    found = profits(comparison)
    return max(found, key=lambda id: -math.inf if math.isnan(found[id]) else found[id])


def with_flip(comparison: Comparison, flip: Flip, value: float) -> Comparison:
    return set_value(comparison, flip.where, flip.driver, value)


def check(comparison: Comparison, found: Flips) -> None:
    assert found.winner == winner(comparison)
    for flip in found.winner_flips:
        assert winner(with_flip(comparison, flip, flip.before)) == found.winner
        assert winner(with_flip(comparison, flip, flip.at)) == flip.winner != found.winner
        side_by_side = abs(flip.at - flip.before) == 1 or np.nextafter(flip.before, flip.at) == flip.at
        assert side_by_side or abs(flip.at - flip.before) < 1e-60  # towards 0 the numbers never end; the search does
    for flip in found.profit_flips:
        before, at = (profits(with_flip(comparison, flip, v))[found.winner] for v in (flip.before, flip.at))
        assert (before >= 0) == (found.profit is not None and found.profit >= 0) != (at >= 0)
    for rows in (found.winner_flips, found.profit_flips):
        assert all(one.effort <= other.effort for one, other in pairwise(rows))
        assert all(flip.grade != "impossible_alone" for flip in rows)
    if found.pair is not None:
        changed = comparison
        for where, driver, value in zip(found.pair.where, found.pair.drivers, found.pair.at, strict=True):
            changed = set_value(changed, where, driver, value)
        assert winner(changed) == found.pair.winner != found.winner


def check_none_is_nearer(comparison: Comparison, found: Flips, points: int = 200) -> None:
    """Up to the quoted value, or to the ends of its range where none is quoted, no driver changes the winner."""
    quoted = {(flip.where, flip.driver): flip.effort for flip in found.winner_flips}
    levers = {
        (lever.where, lever.driver): lever for a in comparison.alternatives for lever in levers_of(comparison, a.id)
    }
    for place, lever in levers.items():
        grid = np.linspace(min(lever.low, lever.now), max(lever.high, lever.now), points)
        grid = np.unique(np.floor(grid)) if lever.whole else grid
        nearer = [value for value in grid if lever.effort(value) < quoted.get(place, math.inf)]
        results = []
        for alternative in comparison.alternatives:
            moved = place[0] == alternative.id or (
                place[0] == SHARED
                and lever.driver in comparison.values_of(alternative.id)
                and comparison.is_shared(alternative.id, lever.driver)
            )
            values = {**comparison.values_of(alternative.id)} | ({lever.driver: np.array(nearer)} if moved else {})
            plan = plan_for(comparison.model_of(alternative))
            profit = plan.evaluate_arrays(values, ["operating_profit"])["operating_profit"]
            results.append(np.nan_to_num(np.broadcast_to(profit, len(nearer)), nan=-np.inf))
        leading = np.argmax(np.array(results), axis=0)
        ids = [alternative.id for alternative in comparison.alternatives]
        assert {ids[number] for number in leading} <= {found.winner}, place


@pytest.mark.parametrize("comparison", COMPARISONS, ids=range(len(COMPARISONS)))
def test_every_flip_of_the_built_in_comparisons(comparison: Comparison) -> None:
    found = flips(comparison)
    check(comparison, found)
    check_none_is_nearer(comparison, found)


SLOPES = st.integers(-300, 300).map(lambda cents: cents / 100)


def test_it_stops_when_it_is_no_longer_wanted() -> None:
    asked: list[bool] = []

    def cancel() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        flips(load_example("three-ways"), cancel)
    assert len(asked) == 4


@settings(max_examples=80)
@given(a=SLOPES, b=SLOPES, c=SLOPES, step=st.integers(1, 9))
def test_random_pairs_of_saws(a: float, b: float, c: float, step: int) -> None:
    ranges = {"users": (1.0, 40.0), "slope": (-5.0, 5.0), "nodes": (-9.0, 9.0)}
    one = with_ranges(model_of_profit(f"slope * users - 3 * round_up(nodes, {step})", slope=a, nodes=b), ranges)
    two = with_ranges(model_of_profit("slope * 7 + nodes ** 2", slope=c, nodes=1.0), ranges)
    comparison = two_of_profit(one, two)
    found = flips(comparison)
    check(comparison, found)
    check_none_is_nearer(comparison, found)


def test_a_straight_line_flips_where_it_must() -> None:
    ranges = {"price": (0.0, 100.0)}
    comparison = two_of_profit(
        with_ranges(model_of_profit("price * 20 - 100", price=30.0), ranges), model_of_profit("0 * users + 300")
    )
    found = flips(comparison)
    assert found.winner == "one"
    (by_price,) = [flip for flip in found.winner_flips if flip.driver == "price"]
    assert by_price.at == pytest.approx(20)
    assert by_price.at < 20  # of equals the first still wins
    assert by_price.change == pytest.approx(-1 / 3)
    (to_loss,) = [flip for flip in found.profit_flips if flip.driver == "price"]
    assert to_loss.at == pytest.approx(5)


def test_one_alone_can_only_turn_to_a_loss() -> None:
    found = flips(of_profit("x - 3", {"x": (0, 10)}, x=5.0))
    assert found.winner_flips == ()
    assert found.pair is None
    assert [flip.driver for flip in found.profit_flips if flip.driver == "x"] == ["x"]


def test_a_profit_that_ceases_to_be_defined_flips_nothing() -> None:
    ranges = {"x": (0.0, 9.0)}
    one = with_ranges(model_of_profit("sqrt(x - 3) + 5", x=5.0), ranges)
    found = flips(two_of_profit(one, model_of_profit("0 * users + 4")))
    assert found.winner == "one"
    assert "x" not in [flip.driver for flip in (*found.winner_flips, *found.profit_flips)]
    found = flips(of_profit("sqrt(x - 3) - 1", ranges, x=5.0))
    assert [flip.at for flip in found.profit_flips if flip.driver == "x"] == [pytest.approx(4.0)]


def test_nobody_wins_where_nothing_is_defined() -> None:
    assert flips(of_profit("0 / 0", x=5.0)) == Flips(None, None, (), (), None)
