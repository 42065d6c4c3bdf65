"""The monthly path: every month against the scalar engine, closed forms, and when the money is back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.comparison.edits import set_outlook
from core.comparison.examples import example_ids, load_example
from core.comparison.new import new_comparison
from core.comparison.outlook import Drift, ExponentialGrowth, LogisticGrowth, NoGrowth, Outlook
from core.engine.plan import plan_for
from core.errors import EvenkeelError
from core.model.definition import BusinessModel, Role
from core.model.library import load_model, model_ids
from core.plain.reading import read
from core.questions.over_time.months import Course, course_of
from core.questions.path import Path, path, path_of, paths
from tests.core.small_models import driver, model_of_profit, values_of

STILL = Course(months=12, discount_rate=0.0, growth=NoGrowth(), drifts={}, investment=0.0, balance=None)


def cash_row(*cash: float) -> BusinessModel:
    """A business whose profit in month k, driven by `month` drifting up by 1 from 1, is the k-th of these."""
    formula = "0"
    for month, amount in enumerate(cash, 1):
        formula = f"({amount!r} if month == {month} else {formula})"
    return model_of_profit(formula.replace("-", "0 - "), month=1.0)


def path_over(*cash: float, investment: float = 0.0, balance: float | None = None, yearly: float = 0.0) -> Path:
    model = cash_row(*cash)
    by_one = {"month": Drift(kind="amount", monthly=1.0)}
    course = Course(len(cash), yearly, NoGrowth(), by_one, investment, balance)
    return path("a", model, values_of(model), course)


@given(
    id=st.sampled_from(model_ids()),
    growth=st.sampled_from(
        [NoGrowth(), ExponentialGrowth(monthly=0.13), LogisticGrowth(monthly=0.2, ceiling=90_000.0)]
    ),
    rate=st.floats(-0.05, 0.05),
    data=st.data(),
)
def test_every_month_is_what_the_scalar_engine_gives(id: str, growth: object, rate: float, data: st.DataObject) -> None:
    model = load_model(id)
    names = [d.id for d in model.drivers if d.id != "users" and not d.above_minimum and d.unit != "yes/no"]
    drifting = data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    drifts = {name: Drift(monthly=rate) for name in drifting}
    course = replace(STILL, months=18, growth=growth, drifts=drifts, investment=5e5, balance=1e6)
    answer = path(id, model, values_of(model), course)
    total = -5e5
    for row in answer.months:
        values = dict(values_of(model)) | {"users": row.users}
        for name in drifting:
            moved = values[name] * (1 + rate) ** (row.month - 1.0)
            known = {d.id: d for d in model.drivers}[name]
            values[name] = min(max(moved, known.minimum or -math.inf), known.maximum or math.inf)
        lines = plan_for(model).evaluate(values)
        assert row.operating_profit == pytest.approx(lines["operating_profit"], rel=1e-12, abs=1e-6)
        assert row.cash == pytest.approx(lines["cash_flow"], rel=1e-12, abs=1e-6)
        total += row.cash
        assert row.cumulative == total
    assert answer.deepest_hole == min(-5e5, *(row.cumulative for row in answer.months))


def test_the_first_month_is_the_comparison_as_it_stands() -> None:
    model = load_model("open-weights-api")
    course = replace(STILL, growth=ExponentialGrowth(monthly=0.5), drifts={"gpu_hour_price": Drift(monthly=-0.1)})
    first = path("api", model, values_of(model), course).months[0]
    lines = plan_for(model).evaluate(values_of(model))
    assert (first.users, first.cash) == (values_of(model)["users"], lines["cash_flow"])


def test_users_are_whole_and_rounding_takes_none_away() -> None:
    model = model_of_profit("users")
    values = {**values_of(model), "users": 1000.0}
    grown = path("a", model, values, replace(STILL, growth=ExponentialGrowth(monthly=0.1)))
    assert [row.users for row in grown.months[:5]] == [1000, 1100, 1210, 1331, 1464]


def test_logistic_growth_starts_exponential_and_ends_at_its_ceiling() -> None:
    model = model_of_profit("users")
    values = {**values_of(model), "users": 100.0}
    course = replace(STILL, months=200, growth=LogisticGrowth(monthly=0.2, ceiling=1e6))
    users = [row.users for row in path("a", model, values, course).months]
    assert users[:3] == [100, 119, 143]  # 120 and 144 less the little that the ceiling takes
    assert users[-1] == 1e6 or users[-1] == 1e6 - 1
    assert users == sorted(users)
    half = next(month for month, count in enumerate(users) if count >= 5e5)
    assert half == math.ceil(math.log(1e6 / 100 - 1) / math.log(1.2))


@pytest.mark.parametrize("growth", [ExponentialGrowth(monthly=0.3), LogisticGrowth(monthly=0.3, ceiling=100.0)])
def test_no_users_stay_none(growth: ExponentialGrowth | LogisticGrowth) -> None:
    model = model_of_profit("users")
    answer = path("a", model, {**values_of(model), "users": 0.0}, replace(STILL, growth=growth))
    assert {row.users for row in answer.months} == {0.0}


def test_steady_profit_pays_back_in_whole_months() -> None:
    answer = path_over(*[100.0] * 24, investment=1200.0, yearly=0.1)
    assert (answer.payback_month, answer.first_back) == (12, 12)
    assert (answer.deepest_hole, answer.deepest_month) == (-1200.0, 0)
    i = 1.1 ** (1 / 12) - 1
    assert answer.npv == pytest.approx(-1200 + 100 * (1 - (1 + i) ** -24) / i, rel=1e-12)
    assert answer.irr is not None
    m = (1 + answer.irr) ** (1 / 12) - 1
    assert 100 * (1 - (1 + m) ** -24) / m == pytest.approx(1200, rel=1e-9)


def test_growing_profit_is_worth_the_geometric_sum() -> None:
    model = model_of_profit("users")
    values = {**values_of(model), "users": 1e9}
    course = replace(STILL, months=36, discount_rate=0.2, growth=ExponentialGrowth(monthly=0.02), investment=1e9)
    x = 1.02 / 1.2 ** (1 / 12)
    closed = 1e9 * (1 - x**36) / (1 - x) / 1.2 ** (1 / 12)
    assert path("a", model, values, course).npv == pytest.approx(-1e9 + closed, rel=1e-8)


def test_the_money_may_be_back_and_gone_again() -> None:
    answer = path_over(-10.0, 30.0, -40.0, 5.0, 50.0, 1.0)
    assert [row.cumulative for row in answer.months] == [-10.0, 20.0, -20.0, -15.0, 35.0, 36.0]
    assert (answer.first_back, answer.payback_month) == (2, 5)
    assert (answer.deepest_hole, answer.deepest_month) == (-20.0, 3)


def test_never_in_the_red_never_back_and_red_at_the_end() -> None:
    assert path_over(1.0, 2.0).payback_month == 0
    assert path_over(1.0, 2.0).deepest_hole == 0.0
    assert path_over(-1.0, -2.0).payback_month is None
    relapse = path_over(-1.0, 2.0, -5.0)
    assert (relapse.first_back, relapse.payback_month) == (2, None)


def test_pennies_that_add_up_to_nothing_are_nothing() -> None:
    assert path_over(*[0.1] * 10, investment=1.0).payback_month == 10


def test_runway_ends_in_the_month_that_ends_below_nothing() -> None:
    cash = [-40.0] * 6
    assert path_over(*cash, balance=100.0).runway_month == 3
    assert path_over(*cash, balance=120.0).runway_month == 4
    assert path_over(*cash, balance=100.0, investment=101.0).runway_month == 0
    assert path_over(*cash, balance=240.0).runway_month is None
    assert path_over(*cash).runway_month is None


def test_why_there_is_no_rate_of_return() -> None:
    assert path_over(110.0, investment=100.0).irr == pytest.approx(1.1**12 - 1)
    assert path_over(110.0, investment=100.0).why_no_irr is None
    none = path_over(-1.0, -1.0)
    assert (none.irr, none.internal_rates) == (None, ())
    assert none.why_no_irr is not None
    assert "no rate" in none.why_no_irr.en
    two = path_over(230.0, -132.0, investment=100.0)
    assert (two.irr, len(two.internal_rates)) == (None, 2)
    assert two.why_no_irr is not None
    assert "2 rates" in two.why_no_irr.en


def test_a_month_that_is_not_defined_leaves_the_sum_not_defined() -> None:
    model = model_of_profit("1 / left", left=2.0)
    course = replace(STILL, months=5, drifts={"left": Drift(kind="amount", monthly=-1.0)})
    answer = path("a", model, values_of(model), course)
    assert [math.isnan(row.cash) for row in answer.months] == [False, False, True, False, False]
    assert math.isnan(answer.months[-1].cumulative)
    assert math.isnan(answer.npv)
    assert (answer.payback_month, answer.irr) == (None, None)


def test_funding_counts_as_cash_but_not_as_profit() -> None:
    model = model_of_profit("0 - 5")
    fund = (driver("fund", 7.0, "USD/month", Role.FUNDING), *model.drivers)
    answer = path("a", (model := model.but(drivers=fund)), values_of(model), STILL)
    assert (answer.months[0].operating_profit, answer.months[0].cash) == (-5.0, 2.0)


def test_a_drifting_share_stops_at_one_and_says_when() -> None:
    model = model_of_profit("100 * share", share=0.9)
    limited = (d.but(maximum=1.0) if d.id == "share" else d for d in model.drivers)
    model = model.but(drivers=tuple(limited))
    course = replace(STILL, drifts={"share": Drift(kind="amount", monthly=0.04)})
    answer = path("a", model, values_of(model), course)
    assert [round(row.cash, 9) for row in answer.months[:5]] == [90.0, 94.0, 98.0, 100.0, 100.0]
    assert [(held.driver, held.month, held.value) for held in answer.held] == [("share", 4, 1.0)]


def test_machines_that_would_never_be_busy_are_refused() -> None:
    model = load_model("open-weights-api")
    course = replace(STILL, months=60, drifts={"utilisation": Drift(kind="amount", monthly=-0.1)})
    with pytest.raises(EvenkeelError, match="beyond month 9"):
        path("api", model, values_of(model), course)


def test_growth_beyond_all_numbers_is_refused() -> None:
    model = model_of_profit("users")
    course = replace(STILL, months=600, growth=ExponentialGrowth(monthly=10.0))
    with pytest.raises(EvenkeelError, match="beyond all numbers"):
        path("a", model, values_of(model), course)


def test_an_alternatives_own_settings_go_before_the_shared_ones() -> None:
    outlook = Outlook(
        growth={"shared": ExponentialGrowth(monthly=0.1), "maas": NoGrowth()},
        drifts={"shared": {"gpu_hour_price": Drift(monthly=-0.02)}, "maas": {"price_discount": Drift(monthly=0.01)}},
        investment={"shared": 5.0},
        balance={"maas": 9.0},
    )
    own, shared = course_of(outlook, "maas"), course_of(outlook, "api")
    assert isinstance(own.growth, NoGrowth)
    assert isinstance(shared.growth, ExponentialGrowth)
    assert list(own.drifts) == ["gpu_hour_price", "price_discount"]
    assert (own.investment, own.balance, shared.balance) == (5.0, 9.0, None)


@pytest.mark.parametrize(
    "settings",
    [
        {"months": 0},
        {"months": 601},
        {"discount_rate": -1.0},
        {"investment": {"shared": -1.0}},
        {"drifts": {"shared": {"users": Drift(monthly=0.1)}}},
        {"growth": {"shared": {"kind": "exponential", "monthly": -1.0}}},
        {"growth": {"shared": {"kind": "logistic", "monthly": 0.1, "ceiling": 0.0}}},
        {"drifts": {"shared": {"price": {"monthly": -1.5}}}},
    ],
)
def test_an_outlook_that_makes_no_sense_is_refused(settings: Mapping[str, object]) -> None:
    with pytest.raises(EvenkeelError, match="makes no sense"):
        read(Outlook, settings)


def test_every_alternative_follows_the_comparisons_outlook() -> None:
    outlook = Outlook(
        months=24,
        growth={"shared": ExponentialGrowth(monthly=0.1)},
        investment={"maas_resale": 1e6},
        balance={"shared": 5e5},
    )
    comparison = set_outlook(new_comparison("two", ["open-weights-api", "maas-resale"]), outlook)
    api, maas = paths(comparison)
    assert (api.id, maas.id) == ("open_weights_api", "maas_resale")
    assert (api.investment, maas.investment, maas.starting_balance) == (0.0, 1e6, 5e5)
    assert len(api.months) == 24
    assert maas.runway_month == 0
    assert path_of(comparison, "maas_resale") == maas


@pytest.mark.parametrize("id", example_ids())
def test_every_example_has_its_paths(id: str) -> None:
    comparison = load_example(id)
    answers = paths(comparison)
    assert [answer.id for answer in answers] == [alternative.id for alternative in comparison.alternatives]
    for answer in answers:
        lines = plan_for(comparison.model_of(answer.id)).evaluate(comparison.values_of(answer.id))
        assert answer.months[0].operating_profit == pytest.approx(lines["operating_profit"], rel=1e-9)


def test_sums_beyond_all_numbers_are_not_defined() -> None:
    answer = path_over(1.7e308, 1.7e308, -1.7e308)
    assert [math.isnan(row.cumulative) for row in answer.months] == [False, True, True]
    assert math.isnan(path_over(1.7e308, 1.7e308).npv)
