"""What the winner map is given: two axes, and for every alternative a value at each point of the grid between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

import numpy as np

from core.questions.display import A_PERIOD
from core.record import record
from core.wording.scale import Currency, Kind
from core.wording.text import Language, Text
from core.wording.unit_words import unit_words
from desktop.round_numbers import nice_step, rounded_to

Outline = tuple[tuple[float, float], ...]
_KEY_STEPS = 100


@record
class MapAxis:
    """A driver from `low` to `high`, in its own unit; `whole` where only whole numbers make sense."""

    label: str
    unit: str
    low: float
    high: float
    whole: bool = False

    @property
    def kind(self) -> Kind:
        """How its figures are written."""
        words = unit_words(self.unit)
        return words.currency or ("share" if words.kind == "share" else "number")

    def pointed(self, value: float, pixels: float) -> float:
        """A place on the axis rounded as finely as a pixel can tell, never outside."""
        return self._rounded(value, max(1, int(pixels)))

    def stepped(self, value: float, steps: int) -> float:
        """So many presses of an arrow key further: each about a hundredth of the axis."""
        return self._rounded(value + steps * self._step(_KEY_STEPS), _KEY_STEPS)

    def _rounded(self, value: float, most: int) -> float:
        return min(self.high, max(self.low, rounded_to(value, self._step(most))))

    def _step(self, most: int) -> float:
        step = nice_step(self.high - self.low, most)
        return max(1.0, step) if self.whole else step


@record(eq=False)
class MapSeries:
    """One alternative: `values` has one row for each y from low to high and one column for each x, NaN where not
    defined; `break_even` are the lines on which it neither earns nor loses."""

    key: str
    name: str
    colour_index: int
    values: np.ndarray
    break_even: tuple[Outline, ...] = ()


@record
class MapPoint:
    """Where things stand now: of all alternatives, or of those of `name` alone."""

    x: float
    y: float
    name: str = ""
    colour_index: int | None = None


@record(eq=False)
class MapData:
    """Everything the winner map shows. `now`: what each alternative earns as things stand, by key."""

    x: MapAxis
    y: MapAxis
    series: tuple[MapSeries, ...]
    points: tuple[MapPoint, ...]
    now: Mapping[str, float] = field(default_factory=dict)
    currency: Currency = "USD"
    a_period: Text = A_PERIOD["month"]  # what the values are for
    shares: tuple[tuple[int, float], ...] = ()  # of the map by winner, as `map_words.shares_of` finds them

    def axis_kinds(self, language: Language) -> tuple[tuple[Kind, Language], tuple[Kind, Language]]:
        """What the two axes count, for the axes to say."""
        return (self.x.kind, language), (self.y.kind, language)
