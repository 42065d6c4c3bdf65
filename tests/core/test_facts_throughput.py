"""Speeds of serving DeepSeek's AI models and what they cost: section D.4 of the sheet of facts.

The product takes DeepSeek's own speeds, SGLang's test on 96 H100 and single servers from there.
"""

from __future__ import annotations

import pytest

from core.comparison.edits import set_value
from core.comparison.examples import load_example
from core.comparison.new import new_comparison
from core.comparison.presets import all_presets
from core.engine.plan import plan_for
from core.model.library import load_model

RATIO = 608 / 168  # tokens read for each one written, on DeepSeek's day


def cost_of_a_million_written(decode: float, prefill: float, read: float, rent: float = 2.0) -> float:
    """Dollars a million tokens written, with `read` as many read, on machines that are busy all the time."""
    comparison = new_comparison("A", ["maas-resale"])
    given = {
        "users": 1.0,
        "input_tokens_per_user": 1e6 * read,
        "output_tokens_per_user": 1e6,
        "prefill_throughput": prefill,
        "decode_throughput": decode,
        "throughput_efficiency": 1.0,
        "utilisation": 1.0,
        "pool_unit_nodes": 0.0,
        "minimum_nodes": 0.0,
        "gpu_hour_price": rent,
    }
    for driver, value in given.items():
        comparison = set_value(comparison, "maas_resale", driver, value)
    found = plan_for(comparison.model_of("maas_resale")).evaluate(comparison.values_of("maas_resale"))
    return found["gpu_cost"] / found["output_tokens"]


def test_d4_sglangs_twenty_cents_leave_reading_out() -> None:
    """$0.1995 a million written at $2 a GPU hour; with what has to be read for it, without a cache, $0.507."""
    assert cost_of_a_million_written(22_282, 52_300, 0) == pytest.approx(0.1995, abs=5e-5)
    assert cost_of_a_million_written(22_282, 52_300, RATIO) == pytest.approx(0.507, abs=1e-3)


def test_d4_the_presets_run_at_the_published_speeds() -> None:
    speeds = {
        p.id: (p.drivers["prefill_throughput"].value, p.drivers["decode_throughput"].value)
        for p in all_presets()
        if "prefill_throughput" in p.drivers
    }
    assert speeds["deepseek-theoretical"] == (73_700, 14_800)
    assert speeds["reseller-ep"] == (52_300, 22_300)


def test_d4_the_plausible_ranges_span_what_was_measured() -> None:
    """From 311 tokens a second on a lightly used server to SGLang's 22,300; reading from Ant's 16,500 on H20 on."""
    drivers = {driver.id: driver for driver in load_model("maas-resale").drivers}
    decode, prefill = drivers["decode_throughput"].range, drivers["prefill_throughput"].range
    for measured in (14_800, 18_600, 17_600, 5_700, 15_500, 311, 22_300):
        assert decode.low <= measured <= decode.high
    for measured in (73_700, 62_700, 52_300, 50_300, 16_500, 53_500):
        assert prefill.low <= measured <= prefill.high


def test_d4_vllms_earlier_test_is_the_low_end_of_three_ways() -> None:
    """1,500 tokens a second and GPU, later 2,200: 12,000 and 17,600 a node of eight."""
    decode = load_example("three-ways").shared["decode_throughput"].range
    assert decode is not None
    assert decode.low == 8 * 1_500 == 12_000
    assert decode.low < 8 * 2_200 == 17_600 < decode.high == 22_300


def test_d4_a_lightly_used_server_is_what_you_yang_reckons_with() -> None:
    """38.9 tokens a second and GPU, 311 a node, were measured; his sum implies 219 a node that is paid for."""
    you = next(p for p in all_presets() if p.id == "reseller-you-yang").drivers
    implied = you["decode_throughput"].value * you["utilisation"].value
    assert implied < 38.9 * 8 < 2 * implied
