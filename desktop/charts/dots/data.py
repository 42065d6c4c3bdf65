"""What the chart of futures is given."""

from __future__ import annotations

from core.questions.display import A_PERIOD
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text

FUTURES = 20


@record
class DotsRow:
    """One alternative: in how many of twenty futures it makes a profit (None: nobody knows), and where its profit lies
    in most of them. Below `low` it lies in one future of ten, above `high` in another one."""

    key: str
    name: str
    colour_index: int
    profits: int | None
    words: str  # how often it makes a profit, as finely as it is known
    low: float | None = None
    half: float | None = None
    high: float | None = None

    @property
    def has_range(self) -> bool:
        """Whether its profit is known."""
        return self.low is not None and self.half is not None and self.high is not None


@record
class DotsData:
    """Everything the chart shows; `ranges`: also where the profit lies."""

    rows: tuple[DotsRow, ...]
    currency: Currency = "USD"
    ranges: bool = False
    a_period: Text = A_PERIOD["month"]  # what the profits are for
