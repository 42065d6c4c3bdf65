"""A price list taken over into an alternative: one edit with sources, discounts worked out, nothing converted."""

from __future__ import annotations

from datetime import date

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import link_everywhere, unlink
from core.comparison.examples import load_example
from core.comparison.history import History
from core.comparison.new import new_comparison
from core.errors import EvenkeelError, UsageError
from core.model.library import load_model, model_ids
from core.prices.files import price_book
from core.prices.using import all_uses, off_peak_discount, place_of_driver, places_of, use_prices, uses_of

BOOK = price_book()


@pytest.fixture(scope="module")
def ways() -> Comparison:
    return load_example("three-ways")


def test_every_use_names_assumptions_that_exist() -> None:
    for use in all_uses():
        known = {driver.id for driver in load_model(use.model).drivers}
        assert {*use.drivers, use.off_peak_discount, use.batch_discount} - {None} <= known
    assert {use.model for use in all_uses()} == set(model_ids())


def test_a_list_fills_an_alternative_in_one_step_with_its_source(ways: Comparison) -> None:
    row = BOOK.row("deepseek-v3-2")
    changed = use_prices(ways, "maas", row)
    values = changed.values_of("maas")
    assert values["official_cache_hit_price"] == 0.028
    assert values["official_cache_miss_price"] == 0.28
    assert values["official_output_price"] == 0.42
    source = changed.source_of("maas", "official_output_price")
    assert source is not None
    assert source.text.en.startswith("DeepSeek V3.2, list from 2025-09-29 on: ")
    assert source.text.zh.startswith("DeepSeek V3.2，2025-09-29 起的价目：")
    assert source.checked == date(2026, 4, 13)
    history = History(ways)
    history.push(changed)
    assert history.undo() is ways
    assert use_prices(changed, "maas", row) is changed


def test_a_list_with_peak_hours_sets_the_peak_price_and_the_discount(ways: Comparison) -> None:
    """DeepSeek Flash since September 2026: off-peak is half of peak; R1 in 2025: 75 % off at night."""
    flash = use_prices(ways, "api", BOOK.row("deepseek-flash"), "standard")
    values = flash.values_of("api")
    assert values["standard_output_price"] == 1.20
    assert values["standard_off_peak_discount"] == 0.5
    assert values["premium_output_price"] == 2.19
    note = flash.setting_of("api", "standard_off_peak_discount").note
    assert "79.2%" in str(note)
    assert use_prices(ways, "api", BOOK.row("deepseek-flash.usd.2026-09-09.peak"), "standard") == flash
    r1 = use_prices(flash, "api", BOOK.row("deepseek-r1"), "premium").values_of("api")
    assert (r1["premium_output_price"], r1["premium_off_peak_discount"]) == (2.19, 0.75)
    plain = use_prices(ways, "api", BOOK.row("deepseek-v3-2"), "premium").values_of("api")
    assert plain["premium_off_peak_discount"] == 0


def test_discounts_at_night_as_deepseek_published_them() -> None:
    assert off_peak_discount(BOOK.row("deepseek-r1").price_list) == 0.75
    assert off_peak_discount(BOOK.row("deepseek-v3").price_list) == 0.5
    assert off_peak_discount(BOOK.row("deepseek-v4-pro").price_list) == 0.5
    assert off_peak_discount(BOOK.row("gpt-4o").price_list) == 0


def test_where_peak_and_off_peak_have_no_assumption_the_chosen_hours_count(ways: Comparison) -> None:
    flash = use_prices(ways, "maas", BOOK.row("deepseek-flash"))
    assert flash.values_of("maas")["official_output_price"] == 0.60
    peak = use_prices(ways, "maas", BOOK.row("deepseek-flash.usd.2026-09-09.peak"))
    assert peak.values_of("maas")["official_output_price"] == 1.20


def test_no_price_for_cached_input_means_the_price_of_new_input(ways: Comparison) -> None:
    values = use_prices(ways, "maas", BOOK.row("azure-r1")).values_of("maas")
    assert values["official_cache_hit_price"] == values["official_cache_miss_price"] == 1.35


def test_prices_in_yuan_are_refused_with_a_sentence(ways: Comparison) -> None:
    with pytest.raises(
        EvenkeelError, match="The list is in yuan, the assumption in US dollars; prices are never converted"
    ):
        use_prices(ways, "maas", BOOK.row("siliconflow-r1"))


def test_what_fits_where(ways: Comparison) -> None:
    def places(alternative: str, row: str) -> list[str]:
        return [use.id for use in uses_of(ways, alternative, BOOK.row(row))]

    assert places("api", "deepseek-r1") == ["premium", "standard"]
    assert places("subscription", "chatgpt-go") == ["plus", "pro"]
    assert places("subscription", "deepseek-r1") == []
    assert places("maas", "h100-one-year") == ["rent"]
    with pytest.raises(UsageError, match="Choose one: Premium AI model, Standard AI model"):
        use_prices(ways, "api", BOOK.row("deepseek-r1"))
    with pytest.raises(UsageError, match="Did you mean premium"):
        use_prices(ways, "api", BOOK.row("deepseek-r1"), "premum")
    with pytest.raises(EvenkeelError, match="has no assumption for: fee a month"):
        use_prices(ways, "maas", BOOK.row("chatgpt-plus"))


def test_openais_list_brings_its_batch_discount() -> None:
    comparison = new_comparison("Closed", ["closed-api"])
    values = use_prices(comparison, "closed_api", BOOK.row("gpt-4-5")).values_of("closed_api")
    wanted = {"cache_hit_price": 37.5, "cache_miss_price": 75, "output_price": 150, "batch_discount": 0.5}
    assert {id: values[id] for id in wanted} == wanted


def test_a_discount_brings_the_source_of_the_rules() -> None:
    comparison = use_prices(new_comparison("Closed", ["closed-api"]), "closed_api", BOOK.row("gpt-4-5"))
    price, batch = (comparison.source_of("closed_api", id) for id in ("output_price", "batch_discount"))
    assert price is not None
    assert batch is not None
    assert "catalogue llm-prices" in price.text.en
    assert "OpenAI's price rules" in batch.text.en
    assert "catalogue" not in batch.text.en


def test_a_linked_rent_changes_for_all_that_share_it(ways: Comparison) -> None:
    shared = link_everywhere(ways, "api", "gpu_hour_price")
    changed = use_prices(shared, "maas", BOOK.row("h100-index"))
    assert {changed.values_of(a.id)["gpu_hour_price"] for a in changed.alternatives} == {2.60}
    apart = use_prices(unlink(shared, "maas", "gpu_hour_price"), "maas", BOOK.row("h100-index"))
    assert [apart.values_of(a.id)["gpu_hour_price"] for a in apart.alternatives] == [2.0, 2.0, 2.60]


def test_a_business_model_of_ones_own_takes_prices_where_it_has_the_assumptions(ways: Comparison) -> None:
    model = load_model("maas-resale").but(id="our-resale")
    alternative = ways.alternative("maas").but(model="our-resale")
    ours = ways.but(
        models={**ways.models, "our-resale": model},
        alternatives=(*(a for a in ways.alternatives if a.id != "maas"), alternative),
    )
    assert use_prices(ours, "maas", BOOK.row("deepseek-v3-2")).values_of("maas")["official_output_price"] == 0.42


def test_the_place_of_an_assumption(ways: Comparison) -> None:
    assert [place.id for place in places_of(ways, "api")] == ["premium", "standard", "rent"]
    found = place_of_driver(ways, "api", "standard_output_price")
    assert found is not None
    assert found.id == "standard"
    assert place_of_driver(ways, "api", "users") is None
