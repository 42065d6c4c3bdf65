"""The built-in definitions compute what the plain sums beside this file compute, for any drivers within reason."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.engine.plan import plan_for
from core.model.definition import BusinessModel, Driver
from core.model.library import load_model, model_ids
from core.model.statement import STATEMENT
from tests.core.model.plain_economics import ECONOMICS, Figures, Numbers, nodes_before_steps, traffic

TOLERANCE = 1e-9


def defaults(model: BusinessModel) -> Numbers:
    return {driver.id: driver.default for driver in model.drivers}


def values_of(driver: Driver) -> st.SearchStrategy[float]:
    """Mostly plausible values, now and then a limit of sense or nothing at all."""
    if driver.unit == "yes/no":
        return st.sampled_from((0.0, 1.0))
    edges = [driver.default, driver.range.low, driver.range.high]
    if driver.minimum is not None and not driver.above_minimum:
        edges.append(driver.minimum)
    if driver.maximum is not None:
        edges.append(driver.maximum)
    if driver.id.endswith("_nodes"):
        return st.integers(0, int(driver.range.high)).map(float)
    if driver.id == "users":
        return st.integers(0, 1_000_000_000).map(float)
    return st.sampled_from(edges) | st.floats(driver.range.low, driver.range.high)


def drivers_of(model: BusinessModel) -> st.SearchStrategy[Numbers]:
    return st.fixed_dictionaries({driver.id: values_of(driver) for driver in model.drivers})


def away_from_steps(d: Numbers, tokens: Numbers) -> bool:
    """Not so near a whole step of nodes that the last bit of a sum decides which side it falls on."""
    reading, writing = nodes_before_steps(d, tokens)
    pools = [(reading, "prefill_unit_nodes"), (writing, "decode_unit_nodes"), (reading + writing, "pool_unit_nodes")]
    counts = [need / d[step] for need, step in pools if d[step] > 0]
    return all(count == 0 or abs(count - round(count)) > TOLERANCE * count for count in counts)


DIVIDED_BY = {
    "gross_margin": "revenue",
    "operating_margin": "revenue",
    "markup": "direct_cost",
    "revenue_per_user": "users",
    "direct_cost_per_user": "users",
    "contribution_per_user": "users",
}


def compare(found: Numbers, expected: Figures, money: set[str]) -> None:
    """Equal but for rounding: of the figure itself, and of the large sums whose difference it may be."""
    sums = max(abs(found.get(id, 0)) for id in ("revenue", "direct_cost", "operating_cost", "theoretical_revenue"))
    for id, figure in expected.items():
        if figure is None:
            assert math.isnan(found[id]), id
        else:
            rounding = 1e-12 * sums / abs(found[DIVIDED_BY[id]]) if id in DIVIDED_BY else 0
            rounding = 1e-12 * sums if id in money else rounding
            assert found[id] == pytest.approx(figure, rel=TOLERANCE, abs=max(rounding, 1e-12)), id


@pytest.mark.parametrize("model_id", model_ids())
@given(data=st.data())
@settings(max_examples=150)
def test_definition_computes_the_same_as_plain_sums(model_id: str, data: st.DataObject) -> None:
    model = load_model(model_id)
    drivers = data.draw(drivers_of(model))
    expected = ECONOMICS[model_id](drivers)
    if "utilisation" in drivers:
        tokens = {id: expected[id] or 0.0 for id in ("input_tokens", "output_tokens")}
        assume(away_from_steps(drivers, tokens))
    money = {line.id for line in model.lines if line.unit == "USD/month"}
    money |= {id for id, line in STATEMENT.items() if line.unit == "USD/month"}
    compare(plan_for(model).evaluate(drivers), expected, money)


@pytest.mark.parametrize("model_id", model_ids())
def test_plain_sums_know_every_line_and_every_figure_of_the_statement(model_id: str) -> None:
    model = load_model(model_id)
    known = ECONOMICS[model_id](defaults(model))
    assert {line.id for line in model.lines} <= set(known)
    assert set(known) <= set(plan_for(model).outputs)


@given(data=st.data(), separate=st.sampled_from((0.0, 1.0)))
def test_at_its_break_even_utilisation_a_reseller_earns_nothing(data: st.DataObject, separate: float) -> None:
    model = load_model("maas-resale")
    by_the_fraction = dict.fromkeys(
        ("pool_unit_nodes", "prefill_unit_nodes", "decode_unit_nodes", "minimum_nodes"), 0.0
    )
    drivers = {**data.draw(drivers_of(model)), **by_the_fraction, "separate_pools": separate}
    figures = plan_for(model).evaluate(drivers)
    needed = figures["break_even_utilisation"]
    assume(needed > 0)
    there = plan_for(model).evaluate({**drivers, "utilisation": needed})
    assert there["gross_profit"] == pytest.approx(0, abs=TOLERANCE * there["revenue"])


@given(data=st.data())
def test_at_its_break_even_use_of_the_cap_a_plan_earns_nothing(data: st.DataObject) -> None:
    model = load_model("capped-plan")
    drivers = data.draw(drivers_of(model))
    figures = plan_for(model).evaluate(drivers)
    needed = figures["break_even_cap_utilisation"]
    assume(not math.isnan(needed))
    there = plan_for(model).evaluate({**drivers, "cap_utilisation": needed})
    assert there["gross_profit"] == pytest.approx(0, abs=TOLERANCE * max(there["revenue"], 1))


def test_a_user_more_is_a_loss_more_for_the_reseller() -> None:
    model = load_model("maas-resale")
    profits = [
        plan_for(model).evaluate({**defaults(model), "users": users})["operating_profit"]
        for users in (1e6, 2e6, 5e6, 1e7, 1e8)
    ]
    assert profits == sorted(profits, reverse=True)
    assert profits[0] < 0


def test_traffic_is_users_times_what_each_uses() -> None:
    d = {"input_tokens_per_user": 2.0, "output_tokens_per_user": 0.5}
    assert traffic(d, 10) == {"input_tokens": 20, "output_tokens": 5}
