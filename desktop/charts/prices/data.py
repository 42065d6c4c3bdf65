"""What the chart of an item's prices over time is given."""

from __future__ import annotations

from datetime import date

from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text


@record
class PriceStep:
    """One list: a price from a day until another (not included); `low` where its cheap hours cost less."""

    begin: date
    end: date
    price: float
    low: float | None = None


@record
class PriceLane:
    """One kind of price through all lists, oldest first."""

    label: Text
    steps: tuple[PriceStep, ...]

    @property
    def highest(self) -> float:
        """The top of its scale."""
        return max((step.price for step in self.steps), default=0.0)


@record
class PriceHistory:
    """Everything the chart shows of one item in one currency."""

    name: str
    currency: Currency
    lanes: tuple[PriceLane, ...]

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day shown."""
        steps = [step for lane in self.lanes for step in lane.steps]
        return min(step.begin for step in steps), max(step.end for step in steps)

    @property
    def has_cheap_hours(self) -> bool:
        """Whether some list had off-peak hours."""
        return any(step.low is not None for lane in self.lanes for step in lane.steps)
