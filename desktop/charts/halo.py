"""Words that can be read across lines and hatches without hiding them: a thin edge of the ground around each letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText

_AROUND = [QPointF(x, y) for x in (-1.3, 0, 1.3) for y in (-1.3, 0, 1.3) if x or y]


def draw_words(painter: QPainter, box: QRectF, words: str, ink: QColor, ground: QColor) -> None:
    """The words in the middle of a box, line by line, with their edge."""
    lines = [_laid_out(line, painter) for line in words.split("\n")]
    top = box.center().y() - sum(line.size().height() for line in lines) / 2
    for line in lines:
        corner = QPointF(box.center().x() - line.size().width() / 2, top)
        painter.setPen(ground)
        for step in _AROUND:  # far cheaper than stroking the outlines of the letters
            painter.drawStaticText(corner + step, line)
        painter.setPen(ink)
        painter.drawStaticText(corner, line)
        top += line.size().height()


def _laid_out(line: str, painter: QPainter) -> QStaticText:
    """Once for all the places it is drawn at."""
    made = QStaticText(line)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(painter.worldTransform(), painter.font())
    return made


def free_box(candidates: Iterable[QRectF], taken: Sequence[QRectF], inside: QRectF) -> QRectF | None:
    """The first candidate that, moved into `inside`, lies on nothing that is taken."""
    for candidate in candidates:
        box = moved_into(candidate, inside)
        if not any(box.intersects(other) for other in taken):
            return box
    return None


def moved_into(box: QRectF, inside: QRectF) -> QRectF:
    """The box, shifted as little as needed to stand inside."""
    x = max(inside.left(), min(box.left(), inside.right() - box.width()))
    y = max(inside.top(), min(box.top(), inside.bottom() - box.height()))
    return QRectF(x, y, box.width(), box.height())
