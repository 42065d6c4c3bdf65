"""Words over lines: in the middle of their box, each line of them in a line of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts.halo import draw_words
from desktop.theme import font

BOX = QRectF(20, 10, 160, 60)


def inked(image: QImage) -> QRectF:
    """What the ink covers."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).blue() < 99]
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    return QRectF(left, top, right - left, bottom - top)


@pytest.mark.parametrize("words", ["from 6.21M", "MaaS resale\nbreaks even", "三种\n卖法\nABC"])
def test_words_stand_where_qt_would_put_them(qapp: QApplication, words: str) -> None:
    drawn = []
    for ours in (True, False):
        image = QImage(200, 80, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setFont(font("caption", bold=True))
        if ours:
            draw_words(painter, BOX, words, QColor("black"), QColor("white"))
        else:
            painter.drawText(BOX, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        drawn.append(inked(image))
    mine, qts = drawn
    assert abs(mine.center().x() - qts.center().x()) <= 2
    assert abs(mine.center().y() - qts.center().y()) <= 2
    assert abs(mine.height() - qts.height()) <= 3
    assert mine.height() > (len(words.split("\n")) - 1) * QFontMetricsF(font("caption", bold=True)).height()
