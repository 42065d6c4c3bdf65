"""What the margin chart is given."""

from __future__ import annotations

from core.questions.display import A_PERIOD
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text


@record
class MarginBar:
    """Where one alternative's revenue goes; all three amounts in the same currency, costs positive."""

    key: str
    name: str
    colour_index: int
    revenue: float
    direct_cost: float
    operating_cost: float

    @property
    def left(self) -> float:
        """What is left for the business; below zero it is a loss."""
        return self.revenue - self.direct_cost - self.operating_cost


@record
class MarginData:
    """Everything the margin chart shows."""

    bars: tuple[MarginBar, ...]
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the amounts are for
