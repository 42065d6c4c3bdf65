"""A bubble beside what it is about. It takes no focus, asks nothing, and goes when it is clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.wording.text import Language, Text
from desktop.theme import GRID, Theme, font, measures

SPOKEN = Text("Hint: {words} Press to put it away.", "提示：{words} 按下即可关闭。")
_TIP, _ROUND, _CROSS = 8.0, 6.0, 4.0
_ABOVE_CROSS = 3.0 * GRID


class Bubble(QAbstractButton):
    """A button: Tab reaches it, Enter, Space, Esc and a click put it away."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tip = QPoint()
        self._below = True
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    def say(self, text: Text, language: Language) -> None:
        """Show these words."""
        self.setText(text(language))
        self.setAccessibleName(SPOKEN.filled(words=text)(language))
        self.resize(self.sizeHint())
        self.update()

    def point_at(self, target: QRect, room: QRect) -> None:
        """Stand under the target, or above it where there is no room below, inside `room`."""
        self.resize(self.sizeHint())
        self._below = target.bottom() + self.height() <= room.bottom()
        top = target.bottom() if self._below else target.top() - self.height()
        left = target.center().x() - self.width() // 2
        left = max(room.left() + GRID, min(left, room.right() - self.width() - GRID))
        self.move(left, top)
        self._tip = QPoint(target.center().x() - left, 0 if self._below else self.height())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words and the cross."""
        metrics = measures("body", bold=True)
        width = metrics.horizontalAdvance(self.text()) + 2 * GRID + _ABOVE_CROSS
        return QSize(round(width), round(metrics.height() + 1.5 * GRID + _TIP))

    def keyPressEvent(self, event: object) -> None:
        """Esc and Enter as a click."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bubble with its tip, the words, a cross."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0, _TIP if self._below else 0, 0, 0 if self._below else -_TIP)
        shape = QPainterPath()
        shape.addRoundedRect(body, _ROUND, _ROUND)
        foot = body.top() if self._below else body.bottom()
        x = min(max(self._tip.x(), _ROUND + _TIP), self.width() - _ROUND - _TIP)
        tip = QPainterPath(QPointF(x - _TIP, foot))
        tip.lineTo(QPointF(x, self._tip.y()))
        tip.lineTo(QPointF(x + _TIP, foot))
        painter.fillPath(shape.united(tip), colours.colour("accent"))
        painter.setPen(colours.colour("on_accent"))
        painter.setFont(font("body", bold=True))
        words = body.adjusted(GRID, 0, -_ABOVE_CROSS, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        middle = QPointF(body.right() - _ABOVE_CROSS / 2, body.center().y())
        for rise in (-_CROSS, _CROSS):
            painter.drawLine(middle + QPointF(-_CROSS, -rise), middle + QPointF(_CROSS, rise))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(2, 2, -2, -2), _ROUND, _ROUND)
        painter.end()
