"""How uncertain a value is, in words."""

from __future__ import annotations

from core.comparison.distribution import Discrete, Distribution, Lognormal, Normal, Pert, Triangular
from core.comparison.spread import ends_of
from core.wording.numbers import both
from core.wording.quantities import format_cell
from core.wording.text import Text

BETWEEN = Text("anywhere from {low} to {high}", "在 {low} 至 {high} 之间，各处可能性相同")
PEAKED = Text("from {low} to {high}, most likely {middle}", "在 {low} 至 {high} 之间，最可能为 {middle}")
AROUND = Text("around {middle}, nearly always from {low} to {high}", "在 {middle} 左右，几乎总在 {low} 至 {high} 之间")
TAIL = Text("around {middle}, rarely beyond {high}", "在 {middle} 左右，很少超过 {high}")
LISTED = Text("one of {count} values, from {low} to {high}", "{count} 个取值之一，从 {low} 到 {high}")


def spread_words(distribution: Distribution, unit: str) -> Text:
    """Where the value may lie, as one says it: "from 5% to 10%, most likely 7%"."""
    low, high = (both(format_cell, end, unit) for end in ends_of(distribution))
    if isinstance(distribution, Discrete):
        return LISTED.filled(count=len(distribution.values), low=low, high=high)
    if isinstance(distribution, Pert | Triangular):
        return PEAKED.filled(low=low, high=high, middle=both(format_cell, distribution.mode, unit))
    if isinstance(distribution, Normal | Lognormal):
        sentence = AROUND if isinstance(distribution, Normal) else TAIL
        return sentence.filled(middle=both(format_cell, distribution.mean, unit), low=low, high=high)
    return BETWEEN.filled(low=low, high=high)
