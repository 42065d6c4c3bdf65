"""One type scale and one spacing grid; every size in the window is one of these."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.theme.fonts import FAMILIES

Size = Literal["caption", "body", "title", "verdict", "display"]

POINTS: dict[Size, float] = {"caption": 9, "body": 10, "title": 12, "verdict": 16, "display": 22}

GRID = 8  # logical pixels; gaps and paddings are multiples or halves of it
HALF = GRID // 2
RADIUS = 6
CONTROL_HEIGHT = 4 * GRID
_MOST_KNOWN = 2_000  # widths remembered of each font


def font(size: Size = "body", *, bold: bool = False) -> QFont:
    """The product's font in one of its sizes; whoever asks may change it."""
    return QFont(_made(size, bold))


@cache
def _made(size: Size, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(POINTS[size])
    made.setBold(bold)
    return made


class Measures(QFontMetricsF):
    """How wide and high words are. The same words are asked for at every painting, so widths are remembered."""

    def __init__(self, letters: QFont) -> None:
        super().__init__(letters)
        self._known: dict[str, float] = {}

    def horizontalAdvance(self, words: str) -> float:
        """Pixels from where the words begin to where the next would."""
        width = self._known.get(words)
        if width is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            width = self._known[words] = super().horizontalAdvance(words)
        return width


@cache
def measures(size: Size = "body", *, bold: bool = False) -> Measures:
    """The measures of the product's font in one of its sizes."""
    return Measures(_made(size, bold))
