"""What would have to be true for an alternative that breaks even at no size."""

from __future__ import annotations

import pytest

from core.comparison.document import Comparison
from core.comparison.edits.values import set_own_value
from core.comparison.new import new_comparison
from core.engine.plan import plan_for
from core.questions.any_size import AnySizeValue, any_size
from core.questions.break_even import break_even
from core.questions.search.levers import levers_of
from tests.core.questions.small_comparisons import SMALL, built_in, of_profit

BUILT_IN = built_in()


def row(comparison: Comparison, driver: str) -> AnySizeValue:
    return next(row for row in any_size(comparison, SMALL).drivers if row.driver == driver)


def status(comparison: Comparison, alternative: str, **drivers: float) -> str:
    plan = plan_for(comparison.model_of(alternative))
    return break_even(plan, {**comparison.values_of(alternative), **drivers}).status


@pytest.mark.parametrize("place", range(len(BUILT_IN)))
def test_every_value_makes_a_built_in_alternative_break_even(place: int) -> None:
    comparison, alternative = BUILT_IN[place]
    found = any_size(comparison, alternative)
    assert found.breaks_even == (status(comparison, alternative) != "never")
    assert bool(found.drivers) != found.breaks_even
    for line in found.drivers:
        assert (line.nearest is None) == (line.grade == "impossible_alone")
        if line.nearest is not None:
            assert status(comparison, alternative, **{line.driver: line.nearest}) != "never"


def test_nearer_to_now_it_does_not() -> None:
    comparison = set_own_value(new_comparison("A test", ["maas-resale"]), "maas_resale", "gpu_hour_price", 2.6)
    whole = {lever.driver for lever in levers_of(comparison, "maas_resale") if lever.whole}
    for line in any_size(comparison, "maas_resale").drivers:
        if line.nearest is not None and line.driver not in whole:
            short = line.now + 0.99 * (line.nearest - line.now)
            assert status(comparison, "maas_resale", **{line.driver: short}) == "never"


def test_each_user_must_bring_what_they_cost() -> None:
    comparison = of_profit("(price - cost) * users - 1000", {"price": (0, 50), "cost": (0, 50)}, price=10.0, cost=15.0)
    assert row(comparison, "price").nearest == pytest.approx(15)
    assert row(comparison, "price").grade == "stretch"
    assert row(comparison, "cost").nearest == pytest.approx(10)


def test_fixed_cost_counts_where_nobody_brings_anything() -> None:
    comparison = of_profit("0 * users - fixed + gift", {"fixed": (1, 50), "gift": (0, 5)}, fixed=10.0, gift=0.0)
    assert row(comparison, "gift").grade == "beyond_published"
    assert row(comparison, "gift").nearest == pytest.approx(10)
    assert row(comparison, "fixed").nearest == pytest.approx(0, abs=1e-4)


def test_what_breaks_even_already_needs_nothing() -> None:
    found = any_size(of_profit("users - 60"), SMALL)
    assert found.breaks_even
    assert found.drivers == ()
