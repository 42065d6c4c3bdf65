"""Presets: every value sourced in both languages, applied in one step, and giving the figures they are known by."""

from __future__ import annotations

from datetime import date

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import set_value, unlink
from core.comparison.examples import load_example
from core.comparison.new import new_comparison
from core.comparison.presets import Preset, all_presets, apply_preset, presets_of
from core.engine.plan import plan_for
from core.errors import UsageError
from core.model.definition import Confidence
from core.model.library import load_model, model_ids

DAY = 730 / 24


def preset(id: str) -> Preset:
    return next(preset for preset in all_presets() if preset.id == id)


def lines(model: str, id: str, **changed: float) -> dict[str, float]:
    """What an alternative of this business model computes with a preset, and with the traffic that is given."""
    comparison = new_comparison("A", [model])
    only = comparison.alternatives[0].id
    comparison = apply_preset(comparison, only, id)
    for driver, value in changed.items():
        comparison = set_value(comparison, only, driver, value)
    return plan_for(comparison.model_of(only)).evaluate(comparison.values_of(only))


PUBLISHED_DAY = {
    "users": 1e7,
    "input_tokens_per_user": 60_800 * DAY / 1e6,
    "output_tokens_per_user": 16_800 * DAY / 1e6,
}


def test_every_business_model_has_presets() -> None:
    assert {p.model for p in all_presets()} == {*model_ids(), None}
    assert len({p.id for p in all_presets()}) == len(all_presets())


@pytest.mark.parametrize("found", all_presets(), ids=lambda p: p.id)
def test_every_value_is_sourced_and_said_in_both_languages(found: Preset) -> None:
    for text in (found.name, found.help):
        assert text.en
        assert text.zh
    for driver, given in found.drivers.items():
        source = given.source
        assert source.text.en, driver
        assert source.text.zh, driver
        assert date(2024, 1, 1) <= source.checked <= date(2026, 11, 23)
        if source.confidence is Confidence.ASSUMPTION:
            assert source.text.en.startswith("Assumption"), driver
            assert source.text.zh.startswith("假设"), driver
        assert "Assumption: Assumption" not in source.text.en


@pytest.mark.parametrize("found", all_presets(), ids=lambda p: p.id)
def test_every_preset_can_be_taken_and_brings_its_sources(found: Preset) -> None:
    for model in [found.model] if found.model else ["open-weights-api", "maas-resale", "closed-api", "subscription"]:
        comparison = new_comparison("A", [model])
        id = comparison.alternatives[0].id
        changed = apply_preset(comparison, id, found.id)
        for driver, given in found.drivers.items():
            assert changed.values_of(id)[driver] == given.value
            if found.model and changed.is_shared(id, driver):
                continue  # the value is the shared one already: it stays linked, with the source it has
            assert changed.source_of(id, driver) == given.source
            assert changed.start_of(id, driver) == given.value
        assert apply_preset(changed, id, found.id) is changed
        assert {d.id for d in load_model(model).drivers} >= found.drivers.keys()


def test_a_preset_of_one_firm_leaves_the_others_alone() -> None:
    ways = load_example("three-ways")
    changed = apply_preset(ways, "api", "deepseek-today")
    assert changed.values_of("api")["gpu_hour_price"] == 2.35
    assert not changed.is_shared("api", "gpu_hour_price")
    for other in ("subscription", "maas"):
        assert changed.values_of(other) == ways.values_of(other)


def test_a_workload_changes_for_all_that_share_it() -> None:
    ways = unlink(load_example("three-ways"), "maas", "cache_hit_share")
    changed = apply_preset(ways, "api", "workload-heavy")
    assert [changed.values_of(a.id)["input_tokens_per_user"] for a in changed.alternatives] == [20, 20, 20]
    assert [changed.values_of(a.id)["cache_hit_share"] for a in changed.alternatives] == [0.9, 0.9, 0.5625]
    assert changed.is_shared("api", "input_tokens_per_user")


def test_what_is_offered_where() -> None:
    ways = load_example("three-ways")
    assert [p.id for p in presets_of(ways, "maas")] == [
        "reseller-ep",
        "reseller-single-node",
        "reseller-you-yang",
        "workload-light",
        "workload-typical",
        "workload-heavy",
    ]
    capped = new_comparison("A", ["capped-plan"])
    assert [p.id for p in presets_of(capped, "capped_plan")] == ["pro-at-the-cap", "pro-as-used", "max-at-the-cap"]
    with pytest.raises(UsageError, match="Did you mean reseller-ep"):
        apply_preset(ways, "maas", "reseller-epp")
    with pytest.raises(UsageError):
        apply_preset(ways, "maas", "gpt-4-5")


def test_deepseek_theory_is_545_per_cent() -> None:
    """Sections A.2 and G: 545 % on cost, 84.5 % of revenue, $562,100 and $87,116 a day."""
    found = lines("open-weights-api", "deepseek-theoretical", **PUBLISHED_DAY)
    assert found["markup"] == pytest.approx(5.452, abs=5e-4)
    assert found["gross_margin"] == pytest.approx(0.845, abs=5e-4)
    assert found["revenue"] / DAY == pytest.approx(562_100)
    assert found["operating_profit"] == found["gross_profit"]


def test_deepseek_cautious_loses_money() -> None:
    """Section G: V3's price, 30 % paid, 17 % of the value at half price, the 278 nodes of the peak."""
    found = lines("open-weights-api", "deepseek-cautious", **PUBLISHED_DAY)
    assert found["revenue"] / DAY == pytest.approx(280_560 * 0.3 * (1 - 0.17 * 0.5))
    assert found["paid_nodes"] == pytest.approx(278, abs=0.1)
    assert found["gpu_cost"] / DAY == pytest.approx(106_752, rel=5e-4)
    assert found["gross_profit"] < 0


def test_deepseek_today_has_the_list_of_september_2026_in_both_bands() -> None:
    """Section B: off-peak is half of the peak price; about a quarter of the value falls into the peak hours."""
    values = preset("deepseek-today").drivers
    assert values["standard_output_price"].value * (1 - values["standard_off_peak_discount"].value) == 0.60
    assert values["premium_output_price"].value * (1 - values["premium_off_peak_discount"].value) == 1.98
    hourly = [21740, 17944, 13113, 7937, 6327, 6327, 7937, 13689, 23121, 29447, 30482, 29907]
    hourly += [27032, 28527, 30482, 30942, 30482, 27837, 26801, 29562, 30712, 30827, 31057, 29792]
    at_peak = (sum(hourly[9:12]) + sum(hourly[14:18])) / sum(hourly)
    assert at_peak == pytest.approx(0.37, abs=0.005)
    assert values["off_peak_share"].value == pytest.approx(1 - at_peak * 5 / 7, abs=5e-4)


def test_a_reseller_that_spreads_the_ai_model_earns_and_one_on_single_servers_does_not() -> None:
    assert lines("maas-resale", "reseller-ep")["gross_profit"] > 0
    assert lines("maas-resale", "reseller-single-node")["gross_profit"] < 0


def test_a_single_server_gives_sixteen_thousand_tokens_a_second_in_all() -> None:
    """Section D.4: 7,100 to 20,000 in all on one server; 3,000 to 5,000 of them written."""
    values = preset("reseller-single-node").drivers
    read, written = values["prefill_throughput"].value, values["decode_throughput"].value
    at_once = 1 / (3.6 / read + 1 / written)  # tokens written a second while 3.6 times as many are read
    assert 3_000 < at_once < 5_000
    assert at_once * 4.6 == pytest.approx(16_000, rel=0.02)


def test_you_yangs_sum() -> None:
    """Section D.1: 100 billion tokens written a day, 450 million yuan of machines a month, 400 million lost."""
    found = lines(
        "maas-resale", "reseller-you-yang", users=1e6, input_tokens_per_user=0, output_tokens_per_user=0.1 * DAY
    )
    assert found["gpu_cost"] * 7.28 == pytest.approx(450e6, rel=1e-6)
    assert found["revenue"] * 7.28 == pytest.approx(1.6e6 * DAY)
    assert found["gross_profit"] * 7.28 == pytest.approx(-400e6, rel=0.01)
    a_node = 100e9 / 86_400 / found["paid_nodes"]
    assert a_node == pytest.approx(216, rel=0.02)
    values = preset("reseller-you-yang").drivers
    assert values["decode_throughput"].value * values["utilisation"].value == pytest.approx(a_node)


def test_the_prices_of_chatgpt() -> None:
    """Section C.1: $8, $20, $100 and $200; two plans at a time, as the business model has two."""
    prices = {
        p.id: (p.drivers["plus_price"].value, p.drivers["pro_price"].value)
        for p in all_presets()
        if p.model == "subscription"
    }
    assert prices == {
        "chatgpt-2025": (20, 200),
        "chatgpt-2026": (20, 200),
        "chatgpt-2026-pro-100": (20, 100),
        "chatgpt-2026-go": (8, 20),
    }
    paying = {
        p.id: p.drivers["plus_share"].value + p.drivers["pro_share"].value for p in all_presets() if p.id in prices
    }
    assert paying["chatgpt-2025"] == pytest.approx(35 / 700)
    assert paying["chatgpt-2026"] == pytest.approx(50 / 900, abs=5e-4)


def test_openais_prices_are_those_of_the_price_book() -> None:
    """Section C.4."""
    for id, prices in {"gpt-4-5": (37.5, 75, 150), "gpt-6-1-sol": (0.1, 2, 10), "gpt-6-1-terra": (0.05, 1, 5)}.items():
        values = preset(id).drivers
        assert (
            values["cache_hit_price"].value,
            values["cache_miss_price"].value,
            values["output_price"].value,
        ) == prices


def test_pro_at_the_cap_breaks_even_at_5_7_per_cent() -> None:
    """Section E: $14,000 of API value at 25 % for $200; Claude Max at $8,000 needs 10 %."""
    found = lines("capped-plan", "pro-at-the-cap")
    assert found["break_even_cap_utilisation"] == pytest.approx(0.057, abs=5e-4)
    assert found["serving_cost"] / 100_000 == 3_500
    assert found["unprofitable_share"] == 1
    assert lines("capped-plan", "max-at-the-cap")["break_even_cap_utilisation"] == pytest.approx(0.10)
    assert 0.1 < lines("capped-plan", "pro-as-used")["unprofitable_share"] < 0.3


def test_the_undo_step_is_one(pair: Comparison) -> None:
    """Nothing is changed when a value cannot be taken."""
    with pytest.raises(UsageError):
        apply_preset(pair, "shop", "deepseek-today")
