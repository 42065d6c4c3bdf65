"""Words that can be read across lines and hatches without hiding them: a thin edge of the ground around each letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText

_AROUND = [QPointF(x, y) for x in (-1.3, 0, 1.3) for y in (-1.3, 0, 1.3) if x or y]


def draw_words(painter: QPainter, box: QRectF, words: str, ink: QColor, ground: QColor) -> None:
    """The words in the middle of a box, with their edge."""
    laid_out = QStaticText(words)  # once for all of its places
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(painter.worldTransform(), painter.font())
    size = laid_out.size()
    corner = box.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.setPen(ground)
    for step in _AROUND:  # far cheaper than stroking the outlines of the letters
        painter.drawStaticText(corner + step, laid_out)
    painter.setPen(ink)
    painter.drawStaticText(corner, laid_out)


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
