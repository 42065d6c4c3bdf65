"""Where the columns of the grid stand: one rule for its heading and all of its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from core.record import record
from desktop.theme import GRID, HALF

LEAST_COLUMN = 60
MOST_BESIDE = 4  # with more columns than that the label stands above them
_LABEL_SHARE = 0.38
_LEAST_LABEL = 124


@record
class Columns:
    """The places of a label and `count` columns in a row of `width` pixels."""

    width: int
    count: int

    @property
    def stacked(self) -> bool:
        """Whether the label stands above the columns and not beside them."""
        return self.count > MOST_BESIDE

    @property
    def label_width(self) -> int:
        """What the label may take."""
        if self.stacked:
            return self.width - 2 * GRID
        left = self.width - 2 * GRID - self.count * (LEAST_COLUMN + HALF)  # by columns as narrow as they may be
        return max(_LEAST_LABEL, min(left, round(self.width * _LABEL_SHARE))) - GRID

    def across(self, columns: Sequence[int], top: int, height: int) -> QRect:
        """The rectangle of a cell that covers these adjoining columns."""
        start = GRID if self.stacked else self.label_width + GRID + HALF
        step = (self.width - GRID - start + HALF) / self.count
        left = round(start + columns[0] * step)
        return QRect(left, top, round(start + (columns[-1] + 1) * step) - HALF - left, height)


def least_width(count: int) -> int:
    """Below this the figures of `count` columns would not fit."""
    if count > MOST_BESIDE:
        return 2 * GRID + count * (LEAST_COLUMN + HALF)
    return _LEAST_LABEL + 2 * GRID + count * (LEAST_COLUMN + HALF)
