"""What the bridge chart is given."""

from __future__ import annotations

import math
from itertools import accumulate

from core.questions.display import A_PERIOD
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text


@record
class BridgeStep:
    """One step on the way: its name, from what to what, and by how much it moves the figure."""

    name: str
    change: str
    amount: float


@record
class BridgeData:
    """Two ends of a figure and the steps between them, which add up to the difference."""

    figure: str
    start_name: str
    start: float
    end_name: str
    end: float
    steps: tuple[BridgeStep, ...]
    told: str
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the amounts are for

    @property
    def defined(self) -> bool:
        """Whether there is anything to draw."""
        return math.isfinite(self.start + self.end)

    @property
    def levels(self) -> list[float]:
        """Where the figure stands before the first step, and after each."""
        return list(accumulate((step.amount for step in self.steps), initial=self.start))

    @property
    def span(self) -> tuple[float, float]:
        """The ends of the axis: every level, and zero."""
        levels = [0.0, self.end, *self.levels]
        low, high = min(levels), max(levels)
        if low == high:
            return -1.0, 1.0
        room = 0.03 * (high - low)
        return low - (room if low < 0 else 0), high + (room if high > 0 else 0)
