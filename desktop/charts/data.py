"""What the charts are given: plain frozen data, already computed. A chart knows nothing of the comparison behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from core.questions.display import A_PERIOD
from core.wording.scale import Currency
from core.wording.text import Text


class Line(Protocol):
    """What the line charts draw: points from left to right, with NaN where there is a gap."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def colour_index(self) -> int: ...
    @property
    def xs(self) -> np.ndarray: ...
    @property
    def ys(self) -> np.ndarray: ...


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True)
class WinnerRegion:
    """Between `start` and `end` users the alternative `key` earns the most; None where nobody makes a profit."""

    start: float
    end: float
    key: str | None


@dataclass(frozen=True, slots=True, eq=False)
class ProfitData:
    """Everything the profit chart shows."""

    series: tuple[ProfitSeries, ...]
    winners: tuple[WinnerRegion, ...]
    users: float  # where "your users" stands
    users_max: float  # the right end of the axis
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the profits are for


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class MarginData:
    """Everything the margin chart shows."""

    bars: tuple[MarginBar, ...]
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the amounts are for


@dataclass(frozen=True, slots=True)
class TableTwin:
    """The figures of a chart as a table, for whoever cannot see the picture or wants to copy them."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
