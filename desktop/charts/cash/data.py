"""What the chart over time is given: the cash gathered by each alternative, month by month."""

from __future__ import annotations

import numpy as np

from core.record import record
from core.wording.scale import Currency


@record(eq=False)
class CashSeries:
    """One alternative. `months` starts at 0, what was invested up front; `cash` is all cash so far, NaN where not
    defined. `deepest`: the month of its lowest point, None where it never falls below zero; `back`: the month from
    which it stays at zero or above, None where it does not or was never below."""

    key: str
    name: str
    colour_index: int
    months: np.ndarray
    cash: np.ndarray
    deepest: int | None = None
    back: int | None = None

    @property
    def still_falling(self) -> bool:
        """Whether it is lowest at the very end, so that nobody knows how deep it will be."""
        last = len(self.cash) - 1
        return self.deepest == last and last > 0 and bool(self.cash[last] < self.cash[last - 1])

    @property
    def xs(self) -> np.ndarray:
        """As every line has them."""
        return self.months

    @property
    def ys(self) -> np.ndarray:
        """As every line has them."""
        return self.cash


@record(eq=False)
class CashData:
    """Everything the chart over time shows."""

    series: tuple[CashSeries, ...]
    months: int
    currency: Currency = "USD"
