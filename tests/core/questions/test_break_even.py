"""Break-even over whole users equals trying every count one by one, on saws, cliffs and curves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.model.definition import BusinessModel
from core.model.library import load_model, model_ids
from core.questions.break_even import MOST_CROSSINGS, BreakEven, break_even
from core.questions.crossover import crossovers
from core.questions.search import sign_changes
from core.questions.search.curves import OutputCurve, curve_for
from tests.core.small_models import model_of_profit, values_of

LIMIT = 60_000


def by_trying(signs: np.ndarray) -> tuple[int | None, int | None, tuple[int, ...]]:
    """first, safe_from and crossings of a curve whose sign is given for 1, 2, 3 ... users."""
    changes = tuple(int(place) for place in np.flatnonzero(signs[1:] != signs[:-1]) + 2)
    first = 1 if signs[0] else (changes[0] if changes else None)
    safe_from = (changes[-1] if changes else 1) if signs[-1] else None
    return first, safe_from, changes


def compare(found: BreakEven, signs: np.ndarray) -> None:
    first, safe_from, changes = by_trying(signs)
    assert (found.first, found.safe_from) == (first, safe_from)
    assert found.crossings == changes[:MOST_CROSSINGS]
    assert found.truncated == (len(changes) > MOST_CROSSINGS)
    status = "never" if first is None else "always" if not changes else "breaks_even"
    assert found.status == status


def check_profit(formula: str, limit: int = LIMIT, **drivers: float) -> BreakEven:
    model = model_of_profit(formula, **drivers)
    plan, values = plan_for(model), values_of(model)
    found = break_even(plan, values, most_users=limit)
    profit = plan.evaluate_arrays({**values, "users": np.arange(1.0, limit + 1)}, ["operating_profit"])
    compare(found, np.broadcast_to(profit["operating_profit"] >= 0, (limit,)))
    return found


def test_the_three_profit_zones_of_a_saw() -> None:
    # Price 20, variable cost 2, fixed 12,000, one node of 9,000 for every 700 users.
    found = check_profit("18 * users - 12000 - 9000 * ceil(users / 700)")
    assert found.profit_zones == ((2667, 2800), (3167, 3500), (3667, None))
    assert found.safe_from == 3667


@pytest.mark.parametrize(
    "formula",
    [
        "users - ceil(users / 7) * 7",  # touches zero at the end of every tooth
        "users - ceil(users / 7) * 7 - 1",  # never quite reaches it
        "users * 0.999999 - round_up(users, 100) + 90",
        "ceil(ceil(users / 7) / 3) * 40 - 2 * users + 100",  # steps of steps
        "round_up(users / 3, 4) + round_up(users / 5, 18) - users * 0.55",
        "users * users / 1000 - 30 * users + 50000 - 9000 * ceil(users / 700)",
        "users ** 1.5 - 1e6 * floor(users / 3000)",
        "1000 / users - 3",
        "1 / (users - 500)",  # not defined at one count
        "sqrt(users - 1000) - 20",  # not defined below 1,000
        "log(users) - 5",
        "100 - exp(users / 1000)",
        "lognormal_above(users, 5000, 2) - 0.1",
        "abs(users - 5000) - 100 * ceil(users / 4000)",
        "max(5000, users) - 2 * min(users, 3000) - 1",
        "5 if users < 700 else (users - 10000 if users != 50000 else -1)",
        "(users == 777) - 1",
        "0 * users",
        "0 / 0",
    ],
)
def test_equals_trying_every_count(formula: str) -> None:
    check_profit(formula)


MONEY = st.integers(-5_000_000, 5_000_000).map(lambda cents: cents / 100)
STEP = st.one_of(st.integers(1, 3_000).map(float), st.floats(0.3, 2_000))


@settings(max_examples=300)
@given(gain=st.floats(-40, 40), fixed=MONEY, step=STEP, tooth=st.floats(0, 30_000), floor=st.floats(0, 50))
def test_random_saws_with_a_minimum(gain: float, fixed: float, step: float, tooth: float, floor: float) -> None:
    check_profit(
        "gain * users - fixed - tooth * max(floor_nodes, ceil(users / step))",
        gain=gain,
        fixed=fixed,
        step=step,
        tooth=tooth,
        floor_nodes=floor,
    )


@settings(max_examples=200)
@given(
    step=st.integers(2, 900),
    cost=st.sampled_from([1.0, 0.1, 1 / 3, 7.0]),
    lift=st.sampled_from([0.0, 1.0, -1.0, 1e-9, -1e-9, 0.5]),
    tilt=st.sampled_from([0.0, 1e-7, -1e-7, 1e-5]),
)
def test_saws_that_graze_zero(step: int, cost: float, lift: float, tilt: float) -> None:
    check_profit(
        "(cost + tilt) * users - cost * round_up(users, step) + lift", step=step, cost=cost, lift=lift, tilt=tilt
    )


PARTS = st.recursive(
    st.sampled_from(["users", "a", "b", "3", "0.5", "1000"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["min", "max", "round_up"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})"),
        st.tuples(st.sampled_from(["ceil", "floor", "abs", "sqrt", "log"]), inner).map(lambda t: f"{t[0]}({t[1]})"),
        st.tuples(inner, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), inner).map(
            lambda t: f"({t[0]} {t[1]} {t[2]})"
        ),
        st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} if {t[1]} else {t[2]})"),
        inner.map(lambda x: f"{x} ** 2"),
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(formula=PARTS, a=st.floats(-2_000, 2_000), b=st.integers(1, 400).map(float))
def test_random_formulas(formula: str, a: float, b: float) -> None:
    check_profit(formula, limit=20_000, a=a, b=b)


@pytest.mark.parametrize("id", model_ids())
def test_built_in_business_models(id: str) -> None:
    model = load_model(id)
    plan, values = plan_for(model), values_of(model)
    users = np.arange(1.0, 2_000_001)
    found = break_even(plan, values, most_users=len(users))
    compare(found, plan.evaluate_arrays({**values, "users": users}, ["operating_profit"])["operating_profit"] >= 0)


@settings(max_examples=100)
@given(gain=st.floats(0, 40), fixed=MONEY, step=STEP, tooth=st.floats(0, 30_000))
def test_crossovers_of_two_saws(gain: float, fixed: float, step: float, tooth: float) -> None:
    one = model_of_profit(
        "gain * users - fixed - tooth * ceil(users / step)", gain=gain, fixed=fixed, step=step, tooth=tooth
    )
    two = model_of_profit("11 * users - 30000 - 700 * ceil(users / 95)")
    curves = [OutputCurve(plan_for(model), values_of(model), "operating_profit") for model in (one, two)]
    found = crossovers("one", curves[0], "two", curves[1], LIMIT)
    users = np.arange(1.0, LIMIT + 1)
    _, _, changes = by_trying(curves[0].at(users) - curves[1].at(users) >= 0)
    assert tuple(crossover.users for crossover in found) == changes[:MOST_CROSSINGS]
    for crossover in found:
        ahead = curves[0].at(np.array([crossover.users])) >= curves[1].at(np.array([crossover.users]))
        assert crossover.ahead_above == ("one" if ahead else "two")


@settings(max_examples=40)
@given(gain=st.floats(0, 40), fixed=MONEY, step=STEP, tooth=st.floats(0, 30_000))
def test_a_curve_asked_again_answers_as_a_new_one(gain: float, fixed: float, step: float, tooth: float) -> None:
    one = model_of_profit(
        "gain * users - fixed - tooth * ceil(users / step)", gain=gain, fixed=fixed, step=step, tooth=tooth
    )
    two = model_of_profit("11 * users - 30000 - 700 * ceil(users / 95)")

    def curve(model: BusinessModel) -> OutputCurve:
        return OutputCurve(plan_for(model), values_of(model), "operating_profit")

    kept, other = curve(one), curve(two)
    for limit in (LIMIT, 700, LIMIT):
        assert sign_changes.sign_changes(kept, limit) == sign_changes.sign_changes(curve(one), limit)
        assert crossovers("one", kept, "two", other, limit) == crossovers("one", curve(one), "two", curve(two), limit)


def test_a_curve_is_made_once_whatever_the_users_now() -> None:
    model = load_model("maas-resale")
    plan, values = plan_for(model), values_of(model)
    first = curve_for(plan, values, "operating_profit")
    assert curve_for(plan, {**values, "users": 7.0}, "operating_profit") is first
    assert curve_for(plan, {**values, "minimum_nodes": 3.0}, "operating_profit") is not first
    assert curve_for(plan, values, "gross_profit") is not first


def test_the_side_that_a_held_test_does_not_take_is_not_looked_at() -> None:
    model = model_of_profit("20 * users - (ceil(users / 7) if pooled > 0 else 900 * ceil(users / 31))", pooled=1.0)
    curve = OutputCurve(plan_for(model), values_of(model), "operating_profit")
    assert [step.function for step in curve.bending.operations].count("ceil") == 1


@pytest.mark.parametrize("most", [1, 3, 20])
@pytest.mark.parametrize(
    "formula",
    [
        "users - round_up(users, 7) + 3 - users * 1e-6",
        "18 * users - 12000 - 9000 * ceil(users / 700)",
        "(users - 9000) * (users - 9050) * (users - 15000) - 1000000 * ceil(users / 13)",
        "20 * users - 2000 * ceil(users / 100) - 3 * ceil(users / 7) + 0.42858 * users",
    ],
)
def test_however_little_is_looked_at_together(monkeypatch: pytest.MonkeyPatch, formula: str, most: int) -> None:
    monkeypatch.setattr(sign_changes, "FEW", 4)
    monkeypatch.setattr(sign_changes, "AT_ONCE", 3)
    monkeypatch.setattr(sign_changes, "TRIED", 5)
    model = model_of_profit(formula)
    curve = OutputCurve(plan_for(model), values_of(model), "operating_profit")
    found = sign_changes.sign_changes(curve, 20_000, most)
    first, safe_from, changes = by_trying(curve.at(np.arange(1.0, 20_001)) >= 0)
    assert (found.starts_above, found.ends_above) == (first == 1, safe_from is not None)
    assert found.changes == changes[:most]
    assert found.truncated == (len(changes) > most)
    assert found.last == (changes[-1] if changes else None)


def test_a_search_can_be_given_up_early() -> None:
    model = model_of_profit("20 * users - 2000 * ceil(users / 100) - 3 * ceil(users / 7) + 0.42858 * users")
    plan, values = plan_for(model), values_of(model)
    with pytest.raises(EvenkeelError, match="smaller largest number of users"):
        break_even(plan, values, most_work=6_000)
    assert break_even(plan, values, most_users=1_000, most_work=6_000).first == 700
    whole = break_even(plan, values)
    assert (len(whole.crossings), whole.truncated, whole.safe_from) == (MOST_CROSSINGS, True, 231_299_602)


def test_margin_of_safety_counts_from_the_users_now() -> None:
    model = model_of_profit("users - 60")
    found = break_even(plan_for(model), {**values_of(model), "users": 100.0})
    assert found.margin_of_safety == pytest.approx(0.4)


def test_a_billion_users_with_a_node_for_every_seven_hundred() -> None:
    model = model_of_profit("18 * users - 4000000000 - 9000 * ceil(users / 700)")
    found = break_even(plan_for(model), values_of(model))
    assert found.status == "breaks_even"
    plan, values = plan_for(model), values_of(model)
    for count in found.crossings:
        here, before = (plan.evaluate({**values, "users": float(u)})["operating_profit"] for u in (count, count - 1))
        assert (here >= 0) != (before >= 0)


def test_a_copy_is_never_in_the_lead() -> None:
    model = load_model("maas-resale")
    curves = [OutputCurve(plan_for(model), values_of(model), "operating_profit") for _ in range(2)]
    assert crossovers("one", curves[0], "two", curves[1]) == ()


def test_a_copy_that_differs_at_small_sizes_only_leads_there_only() -> None:
    model = load_model("maas-resale")
    values = values_of(model)
    more = {**values, "minimum_nodes": values["minimum_nodes"] + 120}
    one, two = (OutputCurve(plan_for(model), drivers, "operating_profit") for drivers in (values, more))
    assert crossovers("fewer", one, "more", two) == ()
    found = crossovers("more", two, "fewer", one)
    users = np.arange(1.0, 3_000_001)
    first_equal = 1 + int(np.argmax(two.at(users) == one.at(users)))
    assert [(c.users, c.ahead_above) for c in found] == [(first_equal, "more")]  # the same: the first counts as ahead
