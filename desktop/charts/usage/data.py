"""What the chart of sorted users is given."""

from __future__ import annotations

import numpy as np

from core.questions.display import A_PERIOD
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text


@record(eq=False)
class UsageData:
    """One flat plan: what serving each subscriber costs, from the lightest (share 0) to the heaviest (1), the
    fee, and what is kept of it for serving. `above`: the share of subscribers who cost more than that; `told`: the
    answer in a sentence; `far`: what one subscriber in a thousand costs at least."""

    name: str
    colour_index: int
    shares: np.ndarray
    costs: np.ndarray
    fee: float
    kept: float
    mean: float
    above: float
    far: float
    told: str
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the amounts are for

    @property
    def defined(self) -> bool:
        """Whether there is anything to draw."""
        return bool(np.isfinite(self.costs).all() and np.isfinite(self.kept + self.fee))

    @property
    def top(self) -> float:
        """The upper end of the axis of money: the fee with room above; most of the curve, but never all of its tail."""
        dear = max(self.fee, self.kept)
        near_end = float(np.interp(0.99, self.shares, self.costs))
        return max(1.3 * dear, min(1.05 * near_end, 3 * dear), 1.3 * self.mean if dear <= 0 else 0.0) or 1.0

    @property
    def bottom(self) -> float:
        """The lower end: zero, or what is kept where that is less than nothing."""
        return min(0.0, 1.1 * self.kept)
