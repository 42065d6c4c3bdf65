"""The price book that comes with the product."""

from __future__ import annotations

import pytest

from core.prices.book import PriceBook
from core.prices.files import price_book


@pytest.fixture(scope="session")
def book() -> PriceBook:
    return price_book()
