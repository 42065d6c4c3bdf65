"""A yes or no: the one kind of assumption that is neither dragged nor typed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.wording.quantities import NO, YES
from core.wording.text import Language, Text
from desktop.theme import GRID, Theme, font

_WIDTH, _HEIGHT = 44, 24


class Switch(QAbstractButton):
    """Emits only what a person chose; being filled emits nothing."""

    value_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "en"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda on: self.value_chosen.emit(1.0 if on else 0.0))

    def set_value(self, value: float) -> None:
        """Show yes or no."""
        self.setChecked(bool(value))
        self.update()

    def set_words(self, label: Text, language: Language) -> None:
        """What is switched, for screen readers, and the language of yes and no."""
        self._language = language
        self.setAccessibleName(label(language))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The switch and the longer of its two words."""
        metrics = QFontMetrics(font("body"))
        words = max(metrics.horizontalAdvance(text(self._language)) for text in (YES, NO))
        return QSize(_WIDTH + 2 * GRID + words, 4 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, knob and word."""
        del event
        painter, colours, on = QPainter(self), self._theme.colours, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, (self.height() - _HEIGHT) / 2 + 2, _WIDTH - 4, _HEIGHT - 4)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), track.height() / 2, track.height() / 2)
        painter.setPen(QPen(colours.colour("accent" if on else "outline"), 1.5))
        painter.setBrush(colours.colour("accent" if on else "surface"))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), track.height() / 2 - 1, track.height() / 2 - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("on_accent" if on else "outline"))
        reach = track.height() / 2
        centre = QPointF(track.right() - reach if on else track.left() + reach, track.center().y())
        painter.drawEllipse(centre, reach - 4, reach - 4)
        painter.setFont(font("body", bold=True))
        painter.setPen(colours.colour("text"))
        words = self.rect().adjusted(_WIDTH + GRID, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, (YES if on else NO)(self._language))
        painter.end()
