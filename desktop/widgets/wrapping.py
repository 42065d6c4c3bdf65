"""Words in a narrow column: wrapped into a few lines, cut only where even those are too few; and columns that give each
other the room that figures need."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

# Lines break at spaces, after a hyphen amid a word, and around Chinese characters, but not before a number's own unit.
_UNBROKEN = r"[^\s\u3000-\u9fff\uff00-\uffef-]+[万亿]*-?|-[^\s-]+|[\u3000-\u9fff\uff00-\uffef]"


def unbroken(text: str) -> list[str]:
    """The pieces of a text that stand in one line each, however narrow the column is."""
    return re.findall(_UNBROKEN, text)


def with_room(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """Widths of columns of which none is less than its least: what some lack, those with room to spare give, each in
    proportion to what it has to spare. Where all of that is not enough, every column has its least."""
    lacking = sum(max(0, need - width) for width, need in zip(widths, least, strict=True))
    spare = [max(0, width - need) for width, need in zip(widths, least, strict=True)]
    if not lacking:
        return list(widths)
    part = min(1.0, lacking / sum(spare)) if any(spare) else 0.0
    return [
        max(need, width - round(extra * part)) for width, need, extra in zip(widths, least, spare, strict=True)
    ]


def wrapped(text: str, letters: QFont, width: float, most: int) -> list[str]:
    """The words in at most so many lines of a width; the last is cut with an ellipsis where they are longer."""
    layout = QTextLayout(text, letters)
    layout.setTextOption(_anywhere())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return [*lines[:-1], QFontMetricsF(letters).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)]


def evenly(text: str, letters: QFont, width: float, most: int) -> list[str]:
    """As `wrapped` and in as many lines, but none much shorter than the others where words can part elsewhere."""
    lines = wrapped(text, letters, width, most)
    if len(lines) == 1 or lines[-1].endswith("…"):
        return lines
    least = max(map(QFontMetricsF(letters).horizontalAdvance, unbroken(text)), default=0.0)
    for narrower in range(math.floor(width), math.ceil(least), -2):
        found = wrapped(text, letters, narrower, most)
        if len(found) > len(lines):
            break
        lines = found
    return lines


def words_height(text: str, letters: QFont, width: float) -> float:
    """How high the words of a cell are in a column of this width; lines of Chinese are higher than the font says."""
    return sum(_height_of(part, letters, width) for part in text.split("\n"))


def _height_of(text: str, letters: QFont, width: float) -> float:
    layout, height = QTextLayout(text, letters), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height += line.height()
    layout.endLayout()
    return max(height, QFontMetricsF(letters).height())


def _anywhere() -> QTextOption:
    """A word that is longer than a line is broken in two rather than cut short."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
