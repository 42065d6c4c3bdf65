"""A small comparison of two made-up business models, so that these tests do not move with the built-in ones."""

from __future__ import annotations

from datetime import date

import pytest

from core.comparison.document import Comparison
from core.comparison.edits import add_alternative
from core.comparison.starting import first_of
from core.model.definition import BusinessModel, Confidence, Driver, Line, Range, Role, Source
from core.wording.text import Text

SOURCE = Source(text=Text("Made up", "虚构"), confidence=Confidence.ASSUMPTION, checked=date(2026, 11, 23))


def text(words: str) -> Text:
    return Text(words, words)


def driver(id: str, default: float, *, unit: str = "1", linked: bool = False, maximum: float | None = None) -> Driver:
    return Driver(
        id=id,
        label=text(id),
        help=text(id),
        unit=unit,
        default=default,
        range=Range(low=default / 2, high=default * 1.1, reason=text("made up")),
        source=SOURCE,
        group="usage",
        minimum=0,
        maximum=maximum,
        above_minimum=id == "busy_share",
        linked=linked,
    )


def model(id: str, *extra: Driver) -> BusinessModel:
    drivers = (
        driver("users", 100, unit="user", linked=True),
        driver("price", 20, unit="USD/user/month"),
        driver("rent", 3, unit="USD/user/month", linked=True),
        driver("busy_share", 0.4, maximum=1),
        *extra,
    )
    lines = (
        Line(
            id="sales",
            label=text("sales"),
            help=text("x"),
            unit="USD/month",
            role=Role.REVENUE,
            formula="users * price",
        ),
        Line(
            id="rents",
            label=text("rents"),
            help=text("x"),
            unit="USD/month",
            role=Role.DIRECT_COST,
            formula="users * rent / busy_share",
        ),
    )
    return BusinessModel(id=id, label=text(f"{id} business"), help=text("x"), drivers=drivers, lines=lines)


@pytest.fixture(scope="session")
def shop() -> BusinessModel:
    return model("shop")


@pytest.fixture(scope="session")
def club() -> BusinessModel:
    return model("club", driver("fee", 5, unit="USD/user/month"))


@pytest.fixture(scope="session")
def pair(shop: BusinessModel, club: BusinessModel) -> Comparison:
    """Alternatives "shop" and "club"; users and rent are shared, price and busy_share are their own."""
    return add_alternative(first_of(Text("A pair", "一对"), shop), club)
