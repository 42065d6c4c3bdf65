"""The built-in examples give the figures they are shown for: DeepSeek's published day to the cent, and three stories
side by side."""

from __future__ import annotations

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import apply_scenario
from core.comparison.examples import example_ids, load_example
from core.engine.plan import plan_for
from core.questions.break_even import BreakEven, break_even
from core.questions.crossover import Crossover, crossovers
from core.questions.reference_checks import reference_checks
from core.questions.search.curves import OutputCurve

DAYS = 730 / 24
# Where public figures do not explain what was published: the difference is shown, and told in the remark.
FAR_APART = {("siliconflow", "public")}
# Worked out apart from the product, with fractions: 608,000 / 168,000 Mtoken a day, 73,700 and 14,800 token/s/node.
BUSY_NODES = 226.86356641580522
GPU_COST_A_DAY = 87_115.6095036692


@pytest.fixture(scope="module")
def ways() -> Comparison:
    return load_example("three-ways")


@pytest.fixture(scope="module")
def day() -> Comparison:
    return load_example("deepseek-day")


def figures(comparison: Comparison, alternative: str, **changed: float) -> dict[str, float]:
    plan = plan_for(comparison.model_of(alternative))
    return plan.evaluate({**comparison.values_of(alternative), **changed})


def breaking_even(comparison: Comparison, alternative: str) -> BreakEven:
    return break_even(plan_for(comparison.model_of(alternative)), comparison.values_of(alternative))


def leads(comparison: Comparison, a: str, b: str) -> tuple[Crossover, ...]:
    curve_a, curve_b = (
        OutputCurve(plan_for(comparison.model_of(id)), comparison.values_of(id), "operating_profit") for id in (a, b)
    )
    return crossovers(a, curve_a, b, curve_b)


@pytest.mark.parametrize("id", example_ids())
def test_every_number_of_an_example_has_a_source(id: str) -> None:
    comparison = load_example(id)
    for alternative in comparison.alternatives:
        for driver in comparison.model_of(alternative).drivers:
            source = comparison.source_of(alternative.id, driver.id)
            assert source is not None, driver.id
            assert source.text.en
            assert source.text.zh


@pytest.mark.parametrize("id", example_ids())
def test_every_published_figure_has_its_source_and_lies_near_ours(id: str) -> None:
    for checked in reference_checks(load_example(id)):
        assert checked.check.source is not None
        assert checked.check.remark
        if (id, checked.check.alternative) not in FAR_APART:
            assert checked.relative == pytest.approx(0, abs=0.09), checked.check.name


@pytest.mark.parametrize(
    ("line", "a_day"),
    [
        ("gpu_cost", GPU_COST_A_DAY),
        ("theoretical_revenue", 562_100),
        ("revenue", 562_100),
        ("gross_profit", 562_100 - GPU_COST_A_DAY),
        ("operating_profit", 562_100 - GPU_COST_A_DAY),
    ],
)
def test_the_published_day_to_the_last_digit(day: Comparison, line: str, a_day: float) -> None:
    assert figures(day, "deepseek")[line] / DAYS == pytest.approx(a_day, rel=1e-9)


def test_the_published_day_in_ratios(day: Comparison) -> None:
    found = figures(day, "deepseek")
    assert day.alternatives[0].id == "deepseek"
    assert found["busy_nodes"] == pytest.approx(BUSY_NODES, rel=1e-9)
    assert found["paid_nodes"] == pytest.approx(BUSY_NODES, rel=1e-9)
    assert found["markup"] == pytest.approx((562_100 - GPU_COST_A_DAY) / GPU_COST_A_DAY, rel=1e-9)
    assert found["gross_margin"] == pytest.approx((562_100 - GPU_COST_A_DAY) / 562_100, rel=1e-9)


def test_the_published_figures_stand_beside_ours_and_differ_as_rounding_does(day: Comparison) -> None:
    published = [round(c.check.published, 4) for c in reference_checks(day)]
    assert published == [226.75, 87_072, 562_027, 474_955, 5.45, 0.845, 630_000, 4_090_000, 3_460_000]
    by_unit = {"CNY/day": 0.007}  # the press rounds to 10,000 yuan
    for checked in reference_checks(day):
        assert checked.difference != 0
        assert checked.relative == pytest.approx(0, abs=by_unit.get(checked.check.unit, 6e-4)), checked.check.name


def test_from_theory_to_likely_revenue(day: Comparison) -> None:
    """Half of it at V3 prices, half of that unpaid, then 17 % of the value in hours at 75 % and 50 % off."""
    found = {id: value / DAYS for id, value in figures(day, "likely").items()}
    mixed = (562_100 + 280_560) / 2
    night = 0.5 * 0.5 * 0.17 * (562_100 * 0.75 + 280_560 * 0.5)
    assert found["cheaper_model_haircut"] == pytest.approx(562_100 - mixed, rel=1e-9)
    assert found["free_service_haircut"] == pytest.approx(mixed / 2, rel=1e-9)
    assert found["off_peak_haircut"] == pytest.approx(night, rel=1e-9)
    assert found["api_revenue"] == pytest.approx(mixed / 2 - night, rel=1e-9)
    assert found["gpu_cost"] == pytest.approx(GPU_COST_A_DAY, rel=1e-9)


def test_a_quarter_paid_covers_the_machines_as_the_note_says(day: Comparison) -> None:
    assert figures(day, "likely", paid_share=0.235)["gross_profit"] < 0
    assert figures(day, "likely", paid_share=0.245)["gross_profit"] > 0


def test_five_times_the_machines_turn_it_into_a_loss(day: Comparison) -> None:
    found = figures(day, "fivefold")
    assert found["gpu_cost"] / DAYS == pytest.approx(5 * GPU_COST_A_DAY, rel=1e-9)
    assert found["operating_profit"] < 0
    assert breaking_even(day, "fivefold").status == "never"


def test_three_ways_end_in_three_stories(ways: Comparison) -> None:
    assert [alternative.id for alternative in ways.alternatives] == ["api", "subscription", "maas"]
    users = ways.values_of("api")["users"]
    api, subscription, maas = (breaking_even(ways, alternative.id) for alternative in ways.alternatives)
    assert api.first is not None
    assert api.safe_from is not None
    assert api.first < api.safe_from < users  # profitable today, and on the way up more than once not
    assert len(api.crossings) > 2
    assert subscription.first is not None
    assert users < subscription.first < 1.1 * users  # a little too small still
    assert maas.status == "never"


def test_the_reseller_loses_more_with_every_user(ways: Comparison) -> None:
    profits = [figures(ways, "maas", users=users)["operating_profit"] for users in (1e6, 3e6, 6e6, 1.2e7, 1e8)]
    assert profits == sorted(profits, reverse=True)
    needed = figures(ways, "maas")["break_even_utilisation"]
    assert needed == pytest.approx(0.25, abs=0.005)  # as the note beside its utilisation says


def test_the_subscription_overtakes_within_the_chart(ways: Comparison) -> None:
    users = ways.values_of("api")["users"]
    changes = leads(ways, "api", "subscription")
    assert users < changes[0].users < changes[-1].users < 2.5 * users
    assert changes[-1].ahead_above == "subscription"


def test_the_reseller_rents_at_its_own_price(ways: Comparison) -> None:
    assert ways.is_shared("api", "gpu_hour_price")
    assert ways.is_shared("subscription", "gpu_hour_price")
    assert not ways.is_shared("maas", "gpu_hour_price")


def test_the_scenarios_turn_the_answer(ways: Comparison) -> None:
    war, busier, heavier = (apply_scenario(ways, scenario.name) for scenario in ways.scenarios)
    assert breaking_even(war, "api").status == "never"
    assert breaking_even(war, "subscription") == breaking_even(ways, "subscription")
    assert breaking_even(busier, "maas").status == "breaks_even"
    assert breaking_even(heavier, "subscription").status == "never"
    assert figures(heavier, "api")["operating_profit"] > figures(ways, "api")["operating_profit"]
