"""Small business models for tests, written as one formula of profit over a few plain drivers."""

from __future__ import annotations

from datetime import date

from core.model.checking import check
from core.model.definition import BusinessModel, Confidence, Driver, Line, Range, Role, Source
from core.wording.text import Text

WORDS = Text("for a test", "测试用")
SOURCE = Source(text=WORDS, confidence=Confidence.ASSUMPTION, checked=date(2026, 11, 1))


def driver(id: str, value: float, unit: str = "1", role: Role | None = None) -> Driver:
    """A driver without limits of sense."""
    spread = 10 * abs(value) + 1
    return Driver(
        id=id,
        label=WORDS,
        help=WORDS,
        unit=unit,
        default=float(value),
        range=Range(low=value - spread, high=value + spread, reason=WORDS),
        source=SOURCE,
        group="fixed",
        role=role,
    )


def line(id: str, formula: str, unit: str = "1", role: Role = Role.METRIC) -> Line:
    """A line item."""
    return Line(id=id, label=WORDS, help=WORDS, unit=unit, role=role, formula=formula)


def model_of_profit(formula: str, **drivers: float) -> BusinessModel:
    """A checked model whose operating profit is `formula` over `users` and the drivers (all plain numbers)."""
    model = BusinessModel(
        id="small",
        label=WORDS,
        help=WORDS,
        drivers=(
            driver("users", 10.0),
            driver("dollar", 1.0, "USD/month"),
            *(driver(id, value) for id, value in drivers.items()),
        ),
        lines=(line("profit", formula), line("income", "profit * dollar", "USD/month", Role.REVENUE)),
    )
    check(model)
    return model


def values_of(model: BusinessModel) -> dict[str, float]:
    """The default of every driver."""
    return {driver.id: driver.default for driver in model.drivers}
