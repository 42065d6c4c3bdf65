"""What the chart of a day is given: stretches over which nothing changes, from 0 to 24 hours."""

from __future__ import annotations

from typing import Literal

from core.record import record

HOURS = 24


@record
class DayStretch:
    """From hour `start` to hour `end`: the load in use, what is paid for, and whether tokens are discounted."""

    start: float
    end: float
    load: float
    paid: float
    discounted: bool


@record
class DayData:
    """Everything the chart of a day shows. `zone`: whose clock; `unit`: nodes, or parts of anything."""

    stretches: tuple[DayStretch, ...]
    zone: str
    unit: Literal["node", "1"]
    colour_index: int = 0

    @property
    def peak(self) -> float:
        """The highest load or capacity of the day."""
        return max(max(stretch.load, stretch.paid) for stretch in self.stretches)

    def at(self, hour: float) -> DayStretch:
        """The stretch at a time of the day."""
        return next((s for s in self.stretches if s.start <= hour < s.end), self.stretches[-1])

    def windows(self) -> list[tuple[float, float]]:
        """The discount hours, neighbouring stretches put together."""
        found: list[tuple[float, float]] = []
        for stretch in self.stretches:
            if not stretch.discounted:
                continue
            if found and found[-1][1] == stretch.start:
                found[-1] = (found[-1][0], stretch.end)
            else:
                found.append((stretch.start, stretch.end))
        return found
