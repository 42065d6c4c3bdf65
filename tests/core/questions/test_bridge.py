"""A bridge adds up, knows no order, turns its signs with its ends, and says what it cannot split."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.comparison.edits import add_scenario, apply_scenario, remove
from core.comparison.examples import example_ids, load_example
from core.comparison.new import new_comparison
from core.engine.plan import plan_for
from core.errors import UsageError
from core.model.definition import BusinessModel
from core.model.library import load_model, model_ids
from core.model.statement import STATEMENT
from core.questions.bridge import bridge, bridges, end_of
from core.questions.bridges.parts import Bridge, End
from core.wording.text import Text
from tests.core.small_models import model_of_profit, values_of


def ends(model: BusinessModel, **after: float) -> tuple[End, End]:
    values = values_of(model)
    return End("before", model, values), End("after", model, {**values, **after})


def moved(model: BusinessModel, shares: Mapping[str, float]) -> dict[str, float]:
    """The defaults, each so far on its way to the other end of its plausible range."""
    values = values_of(model)
    for driver in model.drivers:
        share = shares.get(driver.id, 0.0)
        if driver.unit != "yes/no" and share:
            values[driver.id] = driver.range.low + share * (driver.range.high - driver.range.low)
    return values


def by_trying(start: End, end: End, target: str) -> dict[str, float]:
    changed = [id for id in start.values if start.values[id] != end.values[id]]
    sums = dict.fromkeys(changed, 0.0)
    plan = plan_for(start.model)
    for order in permutations(changed):
        values = dict(start.values)
        before = plan.evaluate(values)[target]
        for id in order:
            values[id] = end.values[id]
            after = plan.evaluate(values)[target]
            sums[id] += after - before
            before = after
    return {id: total / math.factorial(len(changed)) for id, total in sums.items()}


def assert_adds_up(answer: Bridge) -> None:
    total = math.fsum(part.contribution for part in answer.parts)
    assert total == pytest.approx(answer.difference, rel=1e-9, abs=1e-9)
    sizes = [abs(part.contribution) for part in answer.parts]
    assert sizes == sorted(sizes, reverse=True)


def test_a_product_is_shared_equally_between_equal_factors() -> None:
    answer = bridge(*ends(model_of_profit("a * b", a=2.0, b=2.0), a=3.0, b=3.0))
    assert [(part.driver, part.contribution) for part in answer.parts] == [("a", 2.5), ("b", 2.5)]
    assert (answer.start.value, answer.end.value, answer.difference) == (4.0, 9.0, 5.0)
    assert (answer.exact, answer.error, answer.why_none) == (True, 0.0, None)


@given(
    id=st.sampled_from(model_ids()),
    target=st.sampled_from(["operating_profit", "gross_margin", "cash_flow", "markup", "revenue", "gpu_cost"]),
    data=st.data(),
)
def test_equals_every_order_tried_one_by_one(id: str, target: str, data: st.DataObject) -> None:
    model = load_model(id)
    if target not in plan_for(model).outputs:
        target = "operating_profit"
    names = st.sampled_from([driver.id for driver in model.drivers])
    shares = data.draw(st.dictionaries(names, st.floats(0.01, 1.0), max_size=4))
    start, end = End("a", model, values_of(model)), End("b", model, moved(model, shares))
    answer = bridge(start, end, target)
    assert_adds_up(answer)
    expected = by_trying(start, end, target)
    scale = max(1.0, abs(answer.start.value), abs(answer.end.value))
    assert {part.driver for part in answer.parts} == set(expected)
    for part in answer.parts:
        assert part.contribution == pytest.approx(expected[part.driver], rel=1e-9, abs=1e-9 * scale)
        assert (part.before, part.after) == (start.values[part.driver], end.values[part.driver])


@pytest.mark.parametrize("id", model_ids())
@pytest.mark.parametrize("target", ["operating_profit", "gross_margin", "contribution_per_user"])
def test_every_driver_changed_adds_up_and_swapping_flips_every_sign(id: str, target: str) -> None:
    model = load_model(id)
    start = End("a", model, moved(model, {d.id: 0.3 + 0.01 * place for place, d in enumerate(model.drivers)}))
    end = End("b", model, moved(model, {d.id: 0.7 - 0.01 * place for place, d in enumerate(model.drivers)}))
    there, back = bridge(start, end, target, seed=7), bridge(end, start, target, seed=7)
    assert len(there.parts) > 9
    assert_adds_up(there)
    assert there.exact or there.error > 0
    assert {p.driver: -p.contribution for p in there.parts} == {p.driver: p.contribution for p in back.parts}
    assert back.difference == -there.difference


def test_profit_is_exact_beyond_twelve_drivers_while_no_line_needs_more() -> None:
    parts = {f"d{place}": 1.0 + place for place in range(20)}
    model = model_of_profit(" + ".join(parts), **parts)
    after = {name: value * 2 for name, value in parts.items()}
    sampled = bridge(*ends(model, **after))
    assert not sampled.exact
    assert sampled.error == pytest.approx(0.0, abs=1e-12)  # a sum has no interactions to sample
    assert {p.driver: pytest.approx(p.contribution) for p in sampled.parts} == parts
    api = load_model("open-weights-api")
    far = End("b", api, moved(api, dict.fromkeys(("staff_cost", "other_fixed_cost", "training_cost"), 0.9)))
    fees = [d.id for d in api.drivers if d.group == "serving"][:8]
    far = End("b", api, {**far.values, **{id: moved(api, dict.fromkeys(fees, 0.8))[id] for id in fees}})
    assert bridge(End("a", api, values_of(api)), far).exact


def test_drivers_that_do_not_matter_contribute_nothing() -> None:
    answer = bridge(*ends(model_of_profit("a", a=1.0, idle=5.0), a=2.0, idle=9.0))
    assert {part.driver: part.contribution for part in answer.parts} == {"a": 1.0, "idle": 0.0}


def test_the_same_on_both_sides_needs_no_parts() -> None:
    answer = bridge(*ends(model_of_profit("a", a=1.0)))
    assert (answer.difference, answer.parts, answer.why_none) == (0.0, (), None)


def test_another_edition_of_the_formulas_is_one_change_more() -> None:
    old, new = model_of_profit("a * 2", a=3.0), model_of_profit("a * 5 + extra", a=3.0, extra=1.0)
    answer = bridge(End("old", old, values_of(old)), End("new", new, {**values_of(new), "a": 4.0}))
    assert answer.difference == 15.0
    assert {(part.driver, part.kind): part.contribution for part in answer.parts} == {
        ("formulas", "formulas"): (10.0 + 13.0) / 2,
        ("a", "driver"): (2.0 + 5.0) / 2,
    }


def test_an_edition_that_differs_in_words_only_is_the_same_business() -> None:
    old = model_of_profit("a * 2", a=3.0)
    renamed = old.but(id="other", label=Text("Other", "其他"))
    answer = bridge(End("old", old, values_of(old)), End("new", renamed, {**values_of(old), "a": 4.0}))
    assert [(part.driver, part.kind) for part in answer.parts] == [("a", "driver")]


@pytest.mark.parametrize("first", model_ids())
@pytest.mark.parametrize("target", list(STATEMENT))
def test_different_business_models_are_bridged_by_line(first: str, target: str) -> None:
    for second in model_ids():
        if second == first:
            continue
        one, two = load_model(first), load_model(second)
        start, end = End("a", one, values_of(one)), End("b", two, {**values_of(two), "users": 54_321.0})
        there, back = bridge(start, end, target), bridge(end, start, target)
        if math.isnan(there.difference):
            assert there.why_none is not None
            continue
        assert_adds_up(there)
        assert {(p.driver, p.role): -p.contribution for p in there.parts} == {
            (p.driver, p.role): p.contribution for p in back.parts
        }


def test_costs_count_against_profit_line_by_line() -> None:
    one, two = load_model("open-weights-api"), load_model("maas-resale")
    resold = {**values_of(two), "marketplace_fee_share": 0.1}
    answer = bridge(End("a", one, values_of(one)), End("b", two, resold))
    lines = [plan_for(one).evaluate(values_of(one)), plan_for(two).evaluate(resold)]
    parts = {part.driver: part for part in answer.parts}
    assert parts["gpu_cost"].contribution == pytest.approx(lines[0]["gpu_cost"] - lines[1]["gpu_cost"], rel=1e-9)
    assert (parts["marketplace_fees"].before, parts["marketplace_fees"].contribution < 0) == (0.0, True)
    assert (parts["marketplace_fees"].role, parts["marketplace_fees"].kind) == ("direct_cost", "line")


def test_a_ratio_between_business_models_is_shared_by_its_sums() -> None:
    one, two = load_model("closed-api"), load_model("capped-plan")
    start, end = End("a", one, values_of(one)), End("b", two, values_of(two))
    answer = bridge(start, end, "gross_margin")
    assert {part.driver for part in answer.parts} == {"revenue", "direct_cost"}
    assert_adds_up(answer)
    per_user = bridge(start, End("b", two, {**end.values, "users": 5.0}), "revenue_per_user")
    assert "users" in {part.driver for part in per_user.parts}


def test_what_is_not_defined_is_said_in_a_sentence() -> None:
    start, end = ends(model_of_profit("1 / a", a=1.0), a=0.0)
    at_the_end = bridge(start, end)
    assert math.isnan(at_the_end.difference)
    assert at_the_end.why_none is not None
    assert "not defined for after" in at_the_end.why_none.en
    between = bridge(*ends(model_of_profit("1 / (a + b)", a=1.0, b=1.0), a=-1.0, b=3.0))
    assert (between.difference, between.parts) == (0.0, ())
    assert between.why_none is not None
    assert "cannot be split" in between.why_none.en


def test_unknown_targets_are_refused() -> None:
    start, end = ends(model_of_profit("a", a=1.0))
    with pytest.raises(UsageError, match="operating_profit"):
        bridge(start, end, "operating_profitt")
    one, two = load_model("open-weights-api"), load_model("maas-resale")
    with pytest.raises(UsageError, match="different business models"):
        bridge(End("a", one, values_of(one)), End("b", two, values_of(two)), "gpu_hours")


def test_scenarios_and_files_are_bridged_alternative_by_alternative() -> None:
    base = new_comparison("two", ["open-weights-api", "maas-resale"])
    changes = {"shared": {"gpu_hour_price": 4.0}, "maas_resale": {"price_discount": 0.4}}
    war = apply_scenario(add_scenario(base, "Price war", changes), "Price war")
    found = bridges(base, remove(war, "open_weights_api"), ("Base", "Price war"))
    assert list(found) == ["maas_resale"]
    answer = found["maas_resale"]
    assert (answer.start.name, answer.end.name) == ("Base", "Price war")
    assert {part.driver for part in answer.parts} == {"gpu_hour_price", "price_discount"}
    assert_adds_up(answer)
    between = bridge(end_of(base, "open_weights_api"), end_of(base, "maas_resale"))
    assert between.start.name == base.alternative("open_weights_api").name
    assert {part.kind for part in between.parts} == {"line"}


@pytest.mark.parametrize("id", example_ids())
def test_every_two_alternatives_of_every_example_are_bridged(id: str) -> None:
    comparison = load_example(id)
    for one, other in permutations([alternative.id for alternative in comparison.alternatives], 2):
        answer = bridge(end_of(comparison, one), end_of(comparison, other))
        assert answer.why_none is None
        assert_adds_up(answer)
