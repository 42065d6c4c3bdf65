"""Round numbers for people: the ticks of an axis, the steps of a slider."""

from __future__ import annotations

import math

_FINEST_RECIPROCAL = 1e-15  # below that, 1 / step is no longer a whole number a float can tell


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that divides `span` into at most `most` parts."""
    raw = span / max(1, most)
    if raw <= 0 or not math.isfinite(raw):
        return 1.0
    power = 10.0 ** math.floor(math.log10(raw))
    return next((m * power for m in (1, 2, 2.5, 5) if m * power >= raw * (1 - 1e-9)), 10 * power)


def finer_step(step: float) -> float:
    """The next smaller of the numbers that `nice_step` gives."""
    power = 10.0 ** math.floor(math.log10(step))
    return max(m * p for p in (power / 10, power) for m in (1, 2, 2.5, 5) if m * p < step * (1 - 1e-9))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers in [low, high], zero exactly zero."""
    step = nice_step(high - low, most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def rounded_to(value: float, step: float) -> float:
    """The multiple of `step` nearest to `value`, without the dust of binary fractions."""
    multiple = math.floor(value / step + 0.5)
    parts = round(1 / step) if _FINEST_RECIPROCAL < step < 1 else 0
    return multiple / parts if parts and abs(parts * step - 1) < 1e-9 else multiple * step
