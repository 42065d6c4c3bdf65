"""What the tornado is given, and the one axis all its bars share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import field
from statistics import median

from core.record import record

_TORN_AT = 2.4  # times the median length: a bar much longer than most would leave nothing of the others
_WORTH_TEARING = 1.25  # a bar only a little longer than that is shown whole
_AIR = 0.03  # of the axis, beyond the longest bar


@record
class TornadoBar:
    """One assumption: its label, its values in words, and the target at the low and the high end of its range and at
    its least and greatest in between. Infinite: the target is never reached; NaN: not defined."""

    key: str
    label: str
    low: str
    high: str
    now: str
    at_low: float
    at_high: float
    least: float
    greatest: float

    @property
    def matters(self) -> bool:
        """Whether anything changes between the ends."""
        known = [v for v in (self.at_low, self.at_high, self.least, self.greatest) if not math.isnan(v)]
        return len(set(known)) > 1


@record
class TornadoBlock:
    """One alternative: where the target stands now, the answer in a sentence, and its bars, widest first."""

    key: str
    name: str
    colour_index: int
    base: float
    sentence: str
    bars: tuple[TornadoBar, ...]


@record
class TornadoData:
    """Everything the chart shows; `unit` is the target's, `title` its name."""

    title: str = ""
    unit: str = "USD/month"
    blocks: tuple[TornadoBlock, ...] = field(default=())


def axis_range(blocks: Sequence[TornadoBlock]) -> tuple[float, float]:
    """From where to where the one axis goes: zero, every value of now, and every bar except those so long that beside
    them the others could not be seen. What is beyond the axis is drawn torn off."""
    bases = [block.base for block in blocks if math.isfinite(block.base)]
    ends = [(end, _anchor(block)) for block in blocks for bar in block.bars for end in _finite_ends(bar)]
    if not ends and not bases:
        return 0.0, 1.0
    lengths = [
        max(abs(end - _anchor(block)) for end in _finite_ends(bar))
        for block in blocks
        for bar in block.bars
        if _finite_ends(bar)
    ]
    limit = _TORN_AT * median(lengths) if lengths else 0.0
    if lengths and max(lengths) <= _WORTH_TEARING * limit:
        limit = max(lengths)
    reached = [min(max(end, anchor - limit), anchor + limit) for end, anchor in ends]
    low, high = min([0.0, *bases, *reached]), max([0.0, *bases, *reached])
    air = _AIR * (high - low) or 1.0
    return low - (air if low < 0 else 0.0), high + air


def _anchor(block: TornadoBlock) -> float:
    """Where lengths are measured from."""
    return block.base if math.isfinite(block.base) else 0.0


def _finite_ends(bar: TornadoBar) -> list[float]:
    return [value for value in (bar.at_low, bar.at_high, bar.least, bar.greatest) if math.isfinite(value)]
