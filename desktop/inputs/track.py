"""What a slider runs on: a plausible range, straight or logarithmic, with steps a person would choose."""

from __future__ import annotations

import math

from core.record import record
from desktop.round_numbers import finer_step, nice_step, rounded_to

POSITIONS = 1000  # whole positions of the slider
FINER = 10  # times, while Shift or Ctrl is held
_FINEST = 250  # different values over the whole track
_BY_KEYS = 100  # presses of an arrow key over the whole track
_LOGARITHMIC_FROM, _LOGARITHMIC_TO = 50.0, 1e12  # high over low


@record
class Track:
    """The range `low` to `high` of a slider. Values outside of it exist; the slider then stands at the end."""

    low: float
    high: float

    @property
    def logarithmic(self) -> bool:
        """Whether equal distances are equal ratios: where the range spans several orders of magnitude."""
        return self.low > 0 and _LOGARITHMIC_FROM <= self.high / self.low <= _LOGARITHMIC_TO

    def position_of(self, value: float) -> int:
        """Where a value stands, 0..POSITIONS; what is outside stands at the end."""
        return round(self.place_of(value))

    def value_at(self, position: int) -> float:
        """The round value at a position; the ends are the ends exactly."""
        if position <= 0 or self.high <= self.low:
            return self.low
        if position >= POSITIONS:
            return self.high
        return self._rounded_at(position, _FINEST)

    def fine_value_at(self, position: float) -> float:
        """The value at a place between two positions, rounded ten times finer."""
        if self.high <= self.low:
            return self.low
        return self._rounded_at(min(max(position, 0.0), POSITIONS), _FINEST * FINER)

    def place_of(self, value: float) -> float:
        """As `position_of`, without rounding to a whole position."""
        half = self.high / 2 - self.low / 2  # halves, because the whole difference need not be finite
        if half <= 0:
            return 0.0
        inside = self._inside(value)
        if self.logarithmic:
            return math.log(inside / self.low) / math.log(self.high / self.low) * POSITIONS
        return (inside / 2 - self.low / 2) / half * POSITIONS

    def stepped(self, value: float, steps: int, *, fine: bool = False) -> float:
        """The value that many key presses away, always a round one; `fine` steps are a tenth as large."""
        if self.outside(value):
            return self._inside(value)
        step = self._step(value, _BY_KEYS * (FINER if fine else 1))
        nearest = rounded_to(value, step)
        off_grid = abs(nearest - value) > step * 1e-6
        if off_grid and (nearest > value) == (steps > 0):
            steps -= 1 if steps > 0 else -1
        return self._inside(rounded_to(nearest + steps * step, step))

    def outside(self, value: float) -> int:
        """-1 below the range, 1 above it, 0 inside."""
        return -1 if value < self.low else 1 if value > self.high else 0

    def _rounded_at(self, position: float, parts: int) -> float:
        share = position / POSITIONS
        if self.logarithmic:
            raw = self.low * (self.high / self.low) ** share
        else:
            raw = self.low * (1 - share) + self.high * share
        step = self._step(raw, parts)
        value = rounded_to(raw, step)
        if self.logarithmic:  # where a coarser step begins, the last value of the finer one may lie above its first
            finer = finer_step(step)
            value = max(value, rounded_to(finer * parts / math.log(self.high / self.low), finer))
        return self._inside(value)

    def _step(self, value: float, parts: int) -> float:
        if self.logarithmic:
            return nice_step(value * math.log(self.high / self.low), parts)
        return nice_step(self.high - self.low, parts)

    def _inside(self, value: float) -> float:
        return min(max(value, self.low), self.high)
