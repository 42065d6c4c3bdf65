"""What others ask for DeepSeek's weights and what GPUs rent for, against the published figures the price book claims.

The sections named in the tests are those of the sheet of facts the lists were carried over from.
"""

from __future__ import annotations

from datetime import date

import pytest

from core.prices.book import PriceBook, ratio
from core.prices.lists import PriceKind
from core.wording.text import Text
from tests.core.prices.rows import HIT, MISS, OUT, tokens

# Section D.3: new input and output.
HOSTS = {
    "together-r1": (3, 7),
    "together-v3": (1.25, 1.25),
    "fireworks-r1": (3, 8),
    "fireworks-v3": (0.9, 0.9),
    "bedrock-r1": (1.35, 5.40),
    "azure-r1": (1.35, 5.40),
    "azure-v3": (1.14, 4.56),
    "crusoe-r1": (1.35, 5.40),
    "nebius-r1": (0.8, 2.4),
    "nebius-fast-r1": (2, 6),
    "nebius-v3": (0.75, 2.25),
    "novita-r1": (0.7, 2.5),
    "novita-v3": (0.4, 1.3),
    "hyperbolic-r1": (2, 2),
    "hyperbolic-r1-0528": (3, 3),
    "hyperbolic-v3": (1.25, 1.25),
    "sambanova-r1": (5, 7),
    "sambanova-v3": (3, 4.5),
    "siliconflow-r1": (4, 16),
    "siliconflow-v3": (2, 8),
    "openrouter-r1": (0.45, 2.15),
    "openrouter-v3": (0.30, 0.88),
    "fireworks-v4-pro": (1.74, 3.48),
}


@pytest.mark.parametrize("name", HOSTS)
def test_section_d3_hosts(book: PriceBook, name: str) -> None:
    row = book.row(name)
    assert tokens(row)[1:] == HOSTS[name]
    assert row.price_list.currency == ("CNY" if name.startswith("siliconflow") else "USD")


def test_section_d3_what_a_host_asks_for_cached_input(book: PriceBook) -> None:
    """Fireworks names one for V4-Pro; no other host does."""
    assert {name: tokens(book.row(name))[0] for name in HOSTS if tokens(book.row(name))[0] is not None} == {
        "fireworks-v4-pro": 0.145
    }


def test_section_d3_what_novita_asked_before_is_told(book: PriceBook) -> None:
    """R1 4 / 4 and V3 0.89 at first; the days are not given, so that they are no lists of their own."""
    for name, before in (("novita-r1", "$4 for input and for output at first"), ("novita-v3", "$0.89 at first")):
        note = book.row(name).price_list.note
        assert isinstance(note, Text)
        assert before in note.en
        assert len(book.history(name)) == 1


def test_section_d3_hosts_against_the_official_price(book: PriceBook) -> None:
    r1, azure = book.row("deepseek-r1"), book.row("azure-r1")
    assert ratio(azure, r1, MISS) == pytest.approx(2.45, abs=0.005)
    assert ratio(azure, r1, OUT) == pytest.approx(2.47, abs=0.005)
    pro, resold = book.row("deepseek-v4-pro", date(2026, 6, 24)), book.row("fireworks-v4-pro")
    assert ratio(resold, pro, MISS) == pytest.approx(4)
    assert ratio(resold, pro, OUT) == pytest.approx(4)
    assert ratio(azure, r1, HIT) == pytest.approx(
        1.35 / 0.14
    )  # no price for cached input: it costs what new input does


# Section D.5: rent, low and high end of the range.
GPUS = {
    "h100-on-demand.usd.2023-01-01": (9.5, 7, 12),
    "h100-on-demand.usd.2024-01-01": (2.85, None, None),
    "h100-on-demand.usd.2024-10-01": (2.99, None, None),
    "h100-on-demand.usd.2025-01-01": (2.3, 2.2, 2.4),
    "h100-on-demand.usd.2026-05-31": (2.95, None, None),
    "h100-index": (2.60, None, None),
    "h100-one-year.usd.2025-10-01": (1.70, None, None),
    "h100-one-year.usd.2026-03-01": (2.35, None, None),
    "h100-hyperscaler": (4.25, 3.5, 5.0),
    "h100-specialist": (3.0, 2.5, 3.5),
    "h100-long-tail": (2.245, 1.99, 2.5),
    "h100-three-years": (1.30, None, None),
    "h200-hyperscaler": (5.75, 4.5, 7),
    "h200-specialist": (4.0, 3.5, 4.5),
    "h200-long-tail": (3.0, 2.5, 3.5),
    "h200-cheapest": (2.425, 2.25, 2.60),
    "h200-three-years": (1.60, None, None),
    "b200-index": (5.30, None, None),
    "b200-cheapest": (3.75, None, None),
    "b200-three-years": (2.90, None, None),
    "gb200-three-years": (3.30, None, None),
    "mi300x-three-years": (1.55, None, None),
    "mi355x-three-years": (2.10, None, None),
    "a100-openai": (1.30, None, None),
    "a100-us": (1.25, None, None),
    "a100-china": (0.75, None, None),
    "a100-hyperscaler": (2.25, 1.5, 3.0),
    "a100-specialist": (1.3, 1.1, 1.5),
    "a100-long-tail": (0.95, 0.8, 1.1),
    "h800": (2.00, None, None),
}


@pytest.mark.parametrize("name", GPUS)
def test_section_d5_rents(book: PriceBook, name: str) -> None:
    row = book.row(name)
    assert (row.prices[PriceKind.RENT], row.price_list.low, row.price_list.high) == GPUS[name]


def test_section_d5_servers_in_china_are_rented_by_the_month_in_yuan(book: PriceBook) -> None:
    rents = [row.prices[PriceKind.SERVER_RENT] for row in book.history("h100-china")]
    assert rents == [150_000, 70_000, 75_000]
    assert {row.price_list.currency for row in book.history("h100-china")} == {"CNY"}
    a_gpu_hour = rents[-1] / 8 / 730
    assert a_gpu_hour == pytest.approx(12.84, abs=0.005)
    assert a_gpu_hour / 7.28 == pytest.approx(1.76, abs=0.005)


def test_section_d5_a_server_hour_shared_by_eight(book: PriceBook) -> None:
    assert book.row("a100-us").prices[PriceKind.RENT] == 10 / 8
    assert book.row("a100-china").prices[PriceKind.RENT] == 6 / 8
