"""Axes whose labels a person can read: round numbers in one unit, words and digits from core.wording, nothing else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from core.wording.scale import Kind, tick_labels
from core.wording.text import Language
from desktop.charts.painting import guarded
from desktop.charts.pyqtgraph_fast import AxisItem
from desktop.round_numbers import ticks

_PIXELS_BETWEEN = {"left": 48, "bottom": 96}
BOTTOM_HEIGHT = 28
_FEWEST = 3  # labels beside a plot, however low: one alone says nothing
_MOST_TRIES = 12
_GAP = 8
_OVERHANG = 48


class NumberAxis(AxisItem):
    """An axis of numbers or amounts of money. It draws labels only; grid and zero line belong to the backdrop."""

    def __init__(self, side: str, kind: Kind) -> None:
        self._ink, self._letters = QColor(), QFont()
        self._kind: Kind = kind
        self._language: Language = "en"
        self._kept: tuple[object, list[tuple[float, str]]] = (None, [])
        super().__init__(side)
        if side == "bottom":
            self.setHeight(BOTTOM_HEIGHT)

    def restyle(self, ink: QColor, letters: QFont) -> None:
        """Take the theme's ink and font."""
        self._ink, self._letters = ink, letters
        self._fit()

    def speak(self, kind: Kind, language: Language) -> None:
        """Say what is counted and in which language."""
        if (kind, language) != (self._kind, self._language):
            self._kind, self._language = kind, language
            self._fit()

    def wheelEvent(self, event: Any) -> None:
        """Scrolling the page must not zoom the axis."""
        event.ignore()

    def mouseDragEvent(self, event: Any) -> None:
        """Nor may dragging move it."""
        event.ignore()

    def positions(self) -> list[float]:
        """The values that carry a label."""
        low, high = self.range
        length = self.height() if self.orientation == "left" else self.width()
        most = max(2, int(length / _PIXELS_BETWEEN[self.orientation]))
        found = ticks(low, high, most)
        while self.orientation == "left" and len(found) < _FEWEST and most < _MOST_TRIES:
            most += 1
            found = ticks(low, high, most)
        return found

    def labels(self, values: list[float]) -> list[str]:
        """What is written at these values."""
        return tick_labels(values, self._language, self._kind)

    def boundingRect(self) -> QRectF:
        """Labels at the ends reach half their length beyond the plot."""
        return QRectF(self.rect()).adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """The labels, each centred on its place; pyqtgraph's own drawing would add ticks and leave out the last one."""
        del option, widget
        painter.setPen(self._ink)
        painter.setFont(self._letters)
        low, high = self.range
        width, height = self.rect().width(), self.rect().height()
        for value, label in self._labelled():
            share = (value - low) / (high - low)
            if self.orientation == "left":
                box = QRectF(0, (1 - share) * height - _OVERHANG, width - _GAP, 2 * _OVERHANG)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
            else:
                box = QRectF(share * width - _OVERHANG, 0, 2 * _OVERHANG, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, label)

    def setRange(self, mn: float, mx: float) -> None:
        """Follow the plot, and make room for the longest label."""
        super().setRange(mn, mx)
        self._fit()

    def _fit(self) -> None:
        if self.orientation == "left":
            metrics = QFontMetricsF(self._letters)
            widest = max((metrics.horizontalAdvance(label) for _, label in self._labelled()), default=0)
            self.setWidth(widest + 2 * _GAP)
        self.update()

    def _labelled(self) -> list[tuple[float, str]]:
        """The values with their labels, which stay while the axis stands still."""
        values = self.positions()
        now = (values, self._language, self._kind)
        if self._kept[0] != now:
            self._kept = now, list(zip(values, self.labels(values), strict=True))
        return self._kept[1]
