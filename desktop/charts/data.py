"""What several charts are given or give: lines, and the table that stands for a picture."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from core.record import record


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


@record
class TableTwin:
    """The figures of a chart as a table, for whoever cannot see the picture or wants to copy them."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
