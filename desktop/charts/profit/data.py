"""What the profit chart is given."""

from __future__ import annotations

import numpy as np

from core.questions.display import A_PERIOD
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Text


@record(eq=False)
class ProfitSeries:
    """One alternative's monthly profit over users.

    `users` ascends; a step is two points at the same number of users, so that it is drawn vertically and nothing is
    invented between them. A profit that is not defined is NaN and leaves a gap. At most some 600 points are worth
    having; more are thinned to what a screen can show.
    """

    key: str
    name: str
    colour_index: int
    users: np.ndarray
    profit: np.ndarray
    first: float | None = None  # the smallest number of users that makes a profit
    safe_from: float | None = None  # from here on it never loses again

    @property
    def xs(self) -> np.ndarray:
        """As every line has them."""
        return self.users

    @property
    def ys(self) -> np.ndarray:
        """As every line has them."""
        return self.profit


@record
class WinnerRegion:
    """Between `start` and `end` users the alternative `key` earns the most; None where nobody makes a profit."""

    start: float
    end: float
    key: str | None


@record(eq=False)
class ProfitData:
    """Everything the profit chart shows."""

    series: tuple[ProfitSeries, ...]
    winners: tuple[WinnerRegion, ...]
    users: float  # where "your users" stands
    users_max: float  # the right end of the axis
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the profits are for
