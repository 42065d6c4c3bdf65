"""DeepSeek's published day through the business model: sections A.2 and A.3 of the sheet of facts, figure by figure.

The report: deepseek-ai/open-infra-index, 1 March 2025, on 27-28 February 2025.
"""

from __future__ import annotations

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import set_value
from core.comparison.examples import load_example
from core.engine.plan import plan_for
from core.prices.files import price_book
from core.prices.lists import PriceKind
from core.questions.reference_checks import reference_checks

DAYS = 730 / 24
COST = 226.75 * 8 * 24 * 2  # the rent of the report; ours is 0.05 % more, because its speeds are rounded


@pytest.fixture(scope="module")
def day() -> Comparison:
    return load_example("deepseek-day")


def figures(comparison: Comparison, alternative: str = "deepseek", **changed: float) -> dict[str, float]:
    for driver, value in changed.items():
        comparison = set_value(comparison, alternative, driver, value)
    return plan_for(comparison.model_of(alternative)).evaluate(comparison.values_of(alternative))


def test_a2_revenue_by_part(day: Comparison) -> None:
    """$47,880 from cached input, $146,300 from new input, $367,920 from output: $562,100 ($562,027 published)."""
    for price, revenue in (
        ("premium_cache_hit_price", 47_880),
        ("premium_cache_miss_price", 146_300),
        ("premium_output_price", 367_920),
    ):
        others = dict.fromkeys(("premium_cache_hit_price", "premium_cache_miss_price", "premium_output_price"), 0.0)
        del others[price]
        assert figures(day, **others)["revenue"] / DAYS == pytest.approx(revenue)
    ours = figures(day)["revenue"] / DAYS
    assert ours == pytest.approx(562_100)
    assert ours - 562_027 == pytest.approx(73, abs=0.5)
    assert (ours - 562_027) / 562_027 == pytest.approx(0.00013, abs=5e-6)


def test_a5_the_yuan_list_gives_the_same_without_any_exchange_rate(day: Comparison) -> None:
    """R1 at 1, 4 and 16 yuan: 342,000 + 1,064,000 + 2,688,000 = 4,094,000 yuan a day; the press has 4.09 million."""
    prices = price_book().row("deepseek-r1.cny.2025-01-20").prices
    parts = [
        million * prices[kind]
        for million, kind in (
            (342_000, PriceKind.CACHE_HIT),
            (266_000, PriceKind.CACHE_MISS),
            (168_000, PriceKind.OUTPUT),
        )
    ]
    assert parts == [342_000, 1_064_000, 2_688_000]
    assert sum(parts) == 4_094_000
    (check,) = (c for c in reference_checks(day) if c.check.figure == "theoretical_revenue / days_per_month * 7.28")
    assert check.check.published == pytest.approx(sum(parts), rel=1e-3)
    assert check.ours == pytest.approx(sum(parts), rel=1e-3)


def test_a2_cost_profit_and_both_margins(day: Comparison) -> None:
    """$87,072, $474,955, 545 % on cost, 84.5 % of revenue."""
    found = figures(day)
    assert pytest.approx(87_072) == COST
    assert found["gpu_cost"] / DAYS == pytest.approx(COST, rel=6e-4)
    assert found["gross_profit"] / DAYS == pytest.approx(474_955, rel=1e-4)
    assert found["markup"] == pytest.approx(5.455, abs=4e-3)
    assert found["gross_margin"] == pytest.approx(0.845, abs=5e-4)
    assert found["gross_margin"] == pytest.approx(found["markup"] / (1 + found["markup"]))


def test_a2_nodes_by_role(day: Comparison) -> None:
    """95.48 + 131.38 = 226.86 nodes against 226.75 published; 81.6 % of the 278 of the peak."""
    found = figures(day)
    assert found["prefill_nodes"] == pytest.approx(95.48, abs=0.005)
    assert found["decode_nodes"] == pytest.approx(131.38, abs=0.005)
    assert found["busy_nodes"] == pytest.approx(226.86, abs=0.005)
    assert found["busy_nodes"] / 226.75 - 1 == pytest.approx(0.0005, abs=5e-5)
    assert day.values_of("cautious")["utilisation"] == pytest.approx(226.75 / 278, abs=5e-4)


def test_a2_cost_of_a_million_tokens(day: Comparison) -> None:
    """$0.0603 a million read, $0.3003 a million written."""
    read = figures(day, output_tokens_per_user=0)
    written = figures(day, input_tokens_per_user=0)
    assert read["gpu_cost"] / read["input_tokens"] == pytest.approx(0.0603, abs=5e-5)
    assert written["gpu_cost"] / written["output_tokens"] == pytest.approx(0.3003, abs=5e-5)
    assert (read["gpu_cost"] + written["gpu_cost"]) / DAYS == pytest.approx(87_116, abs=1)


def test_a2_all_in_per_node_and_hour(day: Comparison) -> None:
    """31,034 tokens read and 8,575 written a second of every node; $103.28 of revenue a node-hour against $16."""
    values = day.values_of("deepseek")
    read, written = (values["users"] * values[f"{what}_tokens_per_user"] / DAYS for what in ("input", "output"))
    assert read * 1e6 / 86_400 / 226.75 == pytest.approx(31_034, abs=1)
    assert written * 1e6 / 86_400 / 226.75 == pytest.approx(8_575, abs=1)
    found = figures(day)
    assert found["revenue"] / DAYS / (found["busy_nodes"] * 24) == pytest.approx(103.28, abs=0.05)
    assert values["gpus_per_node"] * values["gpu_hour_price"] == 16


# Section A.3: the list, what the same tokens bring a day, markup on cost, gross margin, paid share at break-even.
SAME_TOKENS = {
    "deepseek-r1.usd.2025-01-20": (562_100, 5.456, 0.845, 0.155),
    "deepseek-v3.usd.2025-02-26": (280_560, 2.222, 0.690, 0.310),
    "deepseek-v3.usd.2025-02-26.off-peak": (140_280, 0.611, 0.379, 0.621),
    "deepseek-r1.usd.2025-02-26.off-peak": (140_280, 0.611, 0.379, 0.621),
    "deepseek-v3-1.usd.2025-09-05": (455_140, 4.227, 0.809, 0.191),
    "deepseek-v3-2.usd.2025-09-29": (154_616, 0.776, 0.437, 0.563),
}


def at_list(comparison: Comparison, row: str, **changed: float) -> dict[str, float]:
    prices = price_book().row(row).prices
    return figures(
        comparison,
        premium_cache_hit_price=prices[PriceKind.CACHE_HIT],
        premium_cache_miss_price=prices[PriceKind.CACHE_MISS],
        premium_output_price=prices[PriceKind.OUTPUT],
        **changed,
    )


@pytest.mark.parametrize("row", SAME_TOKENS)
def test_a3_the_same_tokens_at_other_lists(day: Comparison, row: str) -> None:
    revenue, markup, margin, paid = SAME_TOKENS[row]
    found = at_list(day, row)
    assert found["revenue"] / DAYS == pytest.approx(revenue)
    assert found["markup"] == pytest.approx(markup, abs=4e-3)
    assert found["gross_margin"] == pytest.approx(margin, abs=1e-3)
    assert at_list(day, row, paid_share=paid * 0.99)["gross_profit"] < 0
    assert at_list(day, row, paid_share=paid * 1.01)["gross_profit"] > 0


@pytest.mark.parametrize(("row", "revenue"), [("gpt-4o", 2_772_500), ("gpt-4-5", 57_975_000)])
def test_a3_the_same_tokens_at_openais_lists(day: Comparison, row: str, revenue: float) -> None:
    assert at_list(day, row)["revenue"] / DAYS == pytest.approx(revenue)


@pytest.mark.parametrize(
    ("row", "utilisation", "cost", "markup", "margin", "paid"),
    [
        ("deepseek-r1.usd.2025-01-20", 226.75 / 278, 106_752, 4.26, 0.810, 0.190),
        ("deepseek-r1.usd.2025-01-20", 0.2, 435_360, 0.291, 0.225, 0.775),
        ("deepseek-v3.usd.2025-02-26", 0.2, 435_360, -0.356, -0.552, 1.552),
    ],
)
def test_a3_more_machines(
    day: Comparison, row: str, utilisation: float, cost: float, markup: float, margin: float, paid: float
) -> None:
    """278 nodes paid for day and night; five times the machines, at R1's and at V3's price."""
    found = at_list(day, row, utilisation=utilisation)
    assert found["gpu_cost"] / DAYS == pytest.approx(cost, rel=6e-4)
    assert found["markup"] == pytest.approx(markup, abs=6e-3)
    assert found["gross_margin"] == pytest.approx(margin, abs=1e-3)
    assert found["gpu_cost"] / found["revenue"] == pytest.approx(paid, abs=1e-3)  # above 1: never


def test_a4_the_night_discount_costs_an_eighth_at_most(day: Comparison) -> None:
    """17 % of the value at 75 % off: 12.8 % of R1's revenue; at V3's 50 % off $256.7k a day and a markup of 195 %."""
    r1 = figures(day, off_peak_share=0.17)
    assert r1["off_peak_haircut"] / r1["theoretical_revenue"] == pytest.approx(0.128, abs=1e-3)
    assert r1["revenue"] / DAYS == pytest.approx(490_200, rel=6e-4)
    v3 = figures(day, premium_share=0, off_peak_share=0.17)
    assert v3["revenue"] / DAYS == pytest.approx(256_700, abs=50)
    assert v3["markup"] == pytest.approx(1.95, abs=5e-3)
