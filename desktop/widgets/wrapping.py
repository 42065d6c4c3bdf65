"""Words in a narrow column: wrapped into a few lines, cut only where even those are too few."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout


def wrapped(text: str, letters: QFont, width: float, most: int) -> list[str]:
    """The words in at most so many lines of a width; the last is cut with an ellipsis where they are longer."""
    layout = QTextLayout(text, letters)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return [*lines[:-1], QFontMetricsF(letters).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)]
