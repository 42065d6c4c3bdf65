"""The examples tell what their stories say: haircut by haircut, opposite answers, heavy users, and a real reseller.

The sections named are those of the sheet of facts the figures were carried over from.
"""

from __future__ import annotations

import math

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import apply_scenario, set_own_value
from core.comparison.examples import load_example
from core.comparison.presets import apply_preset
from core.engine.plan import plan_for
from core.questions.bridge import bridge
from core.questions.bridges.parts import End
from core.questions.reference_checks import reference_checks
from core.wording.text import words

DAYS = 730 / 24


def figures(comparison: Comparison, alternative: str) -> dict[str, float]:
    return plan_for(comparison.model_of(alternative)).evaluate(comparison.values_of(alternative))


@pytest.fixture(scope="module")
def day() -> Comparison:
    return load_example("deepseek-day")


@pytest.fixture(scope="module")
def opposite() -> Comparison:
    return load_example("same-model-opposite-answers")


@pytest.fixture(scope="module")
def heavy() -> Comparison:
    return load_example("heavy-users")


@pytest.fixture(scope="module")
def accounts() -> Comparison:
    return load_example("siliconflow")


def test_each_haircut_takes_something_off_until_it_is_the_cautious_column(day: Comparison) -> None:
    """Section A.3 and G: V3's price, then 30 % paid, then 17 % of the value at half price, then 278 nodes."""
    steps = [figures(apply_scenario(day, scenario.name), "deepseek") for scenario in day.scenarios]
    a_day = [step["gross_profit"] / DAYS for step in steps]
    cost = steps[0]["gpu_cost"] / DAYS
    assert a_day[0] == pytest.approx(280_560 - cost)
    assert a_day[1] == pytest.approx(280_560 * 0.3 - cost)
    assert a_day[2] == pytest.approx(280_560 * 0.3 * (1 - 0.17 * 0.5) - cost)
    assert a_day[3] == pytest.approx(280_560 * 0.3 * (1 - 0.17 * 0.5) - cost / 0.816)
    assert a_day == sorted(a_day, reverse=True)
    assert steps[-1] == pytest.approx(figures(day, "cautious"))


@pytest.mark.parametrize(
    ("preset", "column"), [("deepseek-theoretical", "deepseek"), ("deepseek-cautious", "cautious")]
)
def test_the_presets_are_the_columns(day: Comparison, preset: str, column: str) -> None:
    taken = apply_preset(day, "likely", preset)
    assert figures(taken, "likely") == pytest.approx(figures(day, column))


def test_the_same_formulas_give_545_per_cent_and_a_loss_of_400_million(opposite: Comparison) -> None:
    """Sections A.2 and D.1."""
    assert len({alternative.model for alternative in opposite.alternatives}) == 1
    deepseek, you = figures(opposite, "deepseek"), figures(opposite, "you_yang")
    assert deepseek["markup"] == pytest.approx(5.452, abs=5e-4)
    assert deepseek["revenue"] / DAYS == pytest.approx(562_100)
    assert you["gpu_cost"] * 7.28 == pytest.approx(450e6, rel=1e-6)
    assert you["revenue"] * 7.28 == pytest.approx(1.6e6 * DAYS)
    assert you["gross_profit"] * 7.28 == pytest.approx(-401e6, rel=2e-3)


def test_section_d1_what_his_sum_implies(opposite: Comparison) -> None:
    you = figures(opposite, "you_yang")
    values = opposite.values_of("you_yang")
    written = values["users"] * values["output_tokens_per_user"]  # million tokens a month
    a_million = you["gpu_cost"] * 7.28 / written
    assert a_million == pytest.approx(150, rel=0.02)  # yuan; 150 on a month of 30 days
    assert a_million / 7.28 == pytest.approx(20.6, rel=0.02)
    theirs = figures(opposite, "deepseek")["gpu_cost"] * 7.28 / (168_000 * DAYS)
    assert theirs == pytest.approx(3.77, abs=0.01)
    assert a_million / theirs == pytest.approx(39.8, rel=0.02)
    gpus, nodes = you["paid_nodes"] * 8, you["paid_nodes"]
    assert gpus == pytest.approx(42_926, rel=0.02)
    assert nodes == pytest.approx(5_366, rel=0.02)
    assert 100e9 / 86_400 / nodes == pytest.approx(216, rel=0.02)
    all_in = 168e9 / 86_400 / 226.75
    assert all_in == pytest.approx(8_575, abs=1)
    assert 100e9 / 86_400 / nodes / all_in == pytest.approx(0.025, abs=1e-3)
    at_75k = 450e6 / 75_000
    assert at_75k == 6_000
    assert 100e9 / 86_400 / at_75k == pytest.approx(193, abs=0.5)


def test_section_d1_with_input_sold_as_well_it_still_loses(opposite: Comparison) -> None:
    """At DeepSeek's mix input adds 0.84 million yuan a day: 73.1 million a month of 30 days, a loss of 377 million."""
    millions = 100_000 * 608 / 168
    added = (millions * 342 / 608 * 1 + millions * 266 / 608 * 4) / 1e6
    assert added == pytest.approx(0.84, abs=0.005)
    a_day = 100_000 * 16 / 1e6
    revenue = 30 * (a_day + added)
    assert revenue == pytest.approx(73.1, abs=0.1)
    assert 450 - revenue == pytest.approx(377, abs=0.5)
    assert a_day * 30 == pytest.approx(48.0)
    assert a_day * 28 == pytest.approx(44.8)


def test_the_reseller_breaks_even_at_10_9_per_cent_of_utilisation_times_speed(opposite: Comparison) -> None:
    """Sections 0 and D.5: 75,000 yuan a server-month is $1.76 a GPU hour; R1 at 4 and 16 yuan without a cache price."""
    values = opposite.values_of("reseller")
    assert values["gpu_hour_price"] == pytest.approx(1.76, abs=0.005)
    assert values["gpu_hour_price"] * 7.28 == pytest.approx(12.84, abs=0.005)
    assert values["official_cache_hit_price"] == values["official_cache_miss_price"] == 4 / 7.28
    assert values["throughput_efficiency"] == 1
    assert figures(opposite, "reseller")["break_even_utilisation"] == pytest.approx(0.109, abs=5e-4)
    for utilisation, speed in ((0.11, 1.0), (0.22, 0.5), (0.55, 0.2)):
        for factor, earns in ((0.98, False), (1.0, True)):
            there = set_own_value(opposite, "reseller", "utilisation", utilisation * factor)
            there = set_own_value(there, "reseller", "throughput_efficiency", speed)
            assert (figures(there, "reseller")["gross_profit"] > 0) is earns


def test_at_the_price_of_v3_it_takes_21_8_per_cent(opposite: Comparison) -> None:
    """Section 0."""
    cheaper = next(s for s in opposite.scenarios if "V3" in words(s.name, "en"))
    found = figures(apply_scenario(opposite, cheaper.name), "reseller")
    assert found["break_even_utilisation"] == pytest.approx(0.218, abs=1e-3)


def test_every_conversion_is_labelled(opposite: Comparison, accounts: Comparison) -> None:
    for comparison, alternative, drivers in (
        (opposite, "you_yang", ("official_output_price",)),
        (opposite, "reseller", ("official_cache_miss_price", "official_output_price", "gpu_hour_price")),
        (accounts, "public", ("official_cache_miss_price", "official_output_price", "gpu_hour_price")),
    ):
        for driver in drivers:
            source = comparison.source_of(alternative, driver)
            assert source is not None
            assert source.confidence == "assumption"
            assert "converted at 7.28" in source.text.en
            assert "7.28" in source.text.zh


def test_the_bridge_between_them_is_exact_and_names_the_speed_first(opposite: Comparison) -> None:
    start, end = (
        End(opposite.alternative(id).name, opposite.model_of(id), opposite.values_of(id))
        for id in ("deepseek", "you_yang")
    )
    found = bridge(start, end, "gross_profit")
    assert math.fsum(part.contribution for part in found.parts) == pytest.approx(found.difference, rel=1e-9)
    drivers = {part.driver: part.contribution for part in found.parts}
    worst = min(drivers, key=lambda driver: drivers[driver])
    assert worst == "throughput_efficiency"
    assert drivers["utilisation"] < 0


def test_the_middle_user_hides_the_heavy_ones(heavy: Comparison) -> None:
    """A lognormal of sigma 1.3: the average is 2.328 times the median."""
    assert heavy.values_of("spread")["cap_utilisation"] / heavy.values_of("typical")[
        "cap_utilisation"
    ] == pytest.approx(math.exp(1.3**2 / 2), rel=2e-3)
    typical, spread = figures(heavy, "typical"), figures(heavy, "spread")
    assert typical["gross_margin"] > 0.5
    assert 0 < spread["gross_margin"] < 0.1
    assert typical["unprofitable_share"] == 0
    assert 0.2 < spread["unprofitable_share"] < 0.3


def test_who_pays_for_the_heavy_users_depends_on_how_heavy_they_are(heavy: Comparison) -> None:
    """Section E: near break-even between 3 and 8 % of the cap."""
    heavier, lighter = (
        figures(apply_scenario(heavy, heavy.scenarios[place].name), "spread")["gross_profit"] for place in (0, 1)
    )
    assert heavier < 0 < lighter


def test_siliconflows_accounts_stand_beside_ours(accounts: Comparison) -> None:
    """Section D.2: 55.3 million yuan, -24.0 %; public figures alone make a profit, and the difference is shown."""
    checks = {(c.check.alternative, c.check.figure): c for c in reference_checks(accounts)}
    assert checks["implied", "revenue * 12 * 7.28"].check.published == 55.3e6
    assert (
        checks["implied", "gross_margin"].check.published == checks["public", "gross_margin"].check.published == -0.24
    )
    assert checks["implied", "direct_cost * 12 * 7.28"].check.published == pytest.approx(55.3e6 * 1.24, rel=1e-3)
    assert checks["public", "gross_margin"].ours > 0
    assert checks["public", "gross_margin"].difference > 0.4
    assert checks["implied", "gross_margin"].ours == pytest.approx(-0.24, abs=0.01)
    assert accounts.values_of("implied")["utilisation"] == pytest.approx(0.12, abs=0.005)


def test_siliconflows_loss_stands_beside_ours(accounts: Comparison) -> None:
    """Section D.2: a net loss of about 345 million yuan; what is left of it after the gross loss is assumed."""
    (check,) = (c for c in reference_checks(accounts) if "operating_profit" in c.check.figure)
    assert check.check.published == 345e6
    assert check.ours == pytest.approx(345e6, rel=0.005)
    a_year = sum(accounts.values_of("implied")[driver] for driver in ("staff_cost", "other_fixed_cost")) * 12 * 7.28
    assert a_year == pytest.approx(345e6 - 0.24 * 55.3e6, rel=1e-3)
    for alternative in ("public", "implied"):
        assert figures(accounts, alternative)["operating_profit"] < 0  # as the story ends
        for driver in ("staff_cost", "other_fixed_cost"):
            source = accounts.source_of(alternative, driver)
            assert source is not None
            assert source.confidence == "assumption"
            assert source.text.en.startswith("Assumption")
            assert "nobody publishes" not in source.text.en
    assert accounts.values_of("public")["throughput_efficiency"] == 0.8  # the speed the story names
