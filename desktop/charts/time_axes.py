"""Axes of time: months in steps of a year or a part of it, and the hours of a day."""

from __future__ import annotations

from desktop.charts.axis import NumberAxis

_PIXELS_BETWEEN = 44
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_HOURS = (1, 3, 6, 12)


class MonthAxis(NumberAxis):
    """Whole months; a label every quarter, half year or year rather than every five or ten months."""

    def __init__(self) -> None:
        super().__init__("bottom", "number")

    def positions(self) -> list[float]:
        """Multiples of a step that leaves room between the labels."""
        return _multiples(*self.range, self.width(), _MONTHS)


class ClockAxis(NumberAxis):
    """The hours from 0 to 24, written as on a clock."""

    def __init__(self) -> None:
        super().__init__("bottom", "number")

    def positions(self) -> list[float]:
        """Multiples of a step that leaves room between the labels."""
        return _multiples(*self.range, self.width(), _HOURS)

    def labels(self, values: list[float]) -> list[str]:
        """06:00."""
        return [f"{round(value):02}:00" for value in values]


def _multiples(low: float, high: float, pixels: float, steps: tuple[int, ...]) -> list[float]:
    most = max(1.0, pixels / _PIXELS_BETWEEN)
    step = next((step for step in steps if (high - low) / step <= most), steps[-1])
    first = -int(-low // step)
    return [float(step * place) for place in range(first, int(high // step) + 1)]
