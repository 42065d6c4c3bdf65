"""One type scale and one spacing grid; every size in the window is one of these."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont

from desktop.theme.fonts import FAMILIES

Size = Literal["caption", "body", "title", "verdict", "display"]

POINTS: dict[Size, float] = {"caption": 9, "body": 10, "title": 12, "verdict": 16, "display": 22}

GRID = 8  # logical pixels; gaps and paddings are multiples or halves of it
HALF = GRID // 2
RADIUS = 6
CONTROL_HEIGHT = 4 * GRID


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
