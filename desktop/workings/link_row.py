"""One thing that goes into a figure, as a row that can be clicked: what it is called, what it comes to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.wording.text import Language, Text
from desktop.theme import GRID, HALF, Theme, font, measures
from desktop.widgets.wrapping import wrapped
from desktop.workings.pages import Link

NOT_USED = Text("has no say at present", "当前不起作用")
SPOKEN = Text("{label}: {value}", "{label}：{value}")
_CHEVRON, _ROUND = 5.0, 5.0
_MOST_LINES = 4
_VALUE_SHARE = 0.6  # of the width; a longer value stands in a line of its own


class LinkRow(QAbstractButton):
    """Enter or a click goes on to it; arrows go to its neighbours."""

    stepped = Signal(int)  # rows down

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label, self._value, self._used = "", "", True
        self._lines: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repainted when the pointer comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_link(self, link: Link, language: Language) -> None:
        """Show this one."""
        label, value = link.label(language), link.value(language)
        if not link.used:
            value = f"{value} – {NOT_USED(language)}"
        if (label, value, link.used) == (self._label, self._value, self._used):
            return
        self._label, self._value, self._used = label, value, link.used
        self.setAccessibleName(SPOKEN.filled(label=label, value=value)(language))
        self._wrap()

    @property
    def words(self) -> tuple[str, str]:
        """Label and value as they are shown."""
        return self._label, self._value

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._wrap()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        height = measures("body").height() * len(self._lines)
        if self._stacked():
            height += measures("body", bold=True).height() * len(self._value_lines())
        return QSize(120, round(height) + 2 * HALF + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as a click does."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.click()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Label, value, chevron."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent_soft"))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        ink = colours.colour("text" if self._used else "muted")
        inside = box.adjusted(GRID, HALF, -3 * GRID, -HALF)
        painter.setPen(ink)
        painter.setFont(font("body"))
        top = _write(painter, self._lines, inside, inside.top(), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font("body", bold=self._used))
        if self._stacked():
            _write(painter, self._value_lines(), inside, top, Qt.AlignmentFlag.AlignLeft)
        else:
            _write(painter, [self._value], inside, inside.top(), Qt.AlignmentFlag.AlignRight)
        painter.setPen(QPen(colours.colour("muted"), 1.5))
        middle = QPointF(box.right() - GRID, box.center().y())
        for end in (-_CHEVRON, _CHEVRON):
            painter.drawLine(middle, middle + QPointF(-_CHEVRON, end))
        painter.end()

    def _stacked(self) -> bool:
        """Whether the value stands under the label."""
        wide = self._value_width()
        return wide > _VALUE_SHARE * self._room() or self._label_room() < 10 * GRID

    def _value_width(self) -> float:
        return measures("body", bold=True).horizontalAdvance(self._value)

    def _room(self) -> float:
        return max(1.0, self.width() - 4 * GRID - 2.0)

    def _label_room(self) -> float:
        return self._room() - self._value_width() - GRID

    def _value_lines(self) -> list[str]:
        return wrapped(self._value, font("body", bold=True), self._room(), _MOST_LINES)

    def _wrap(self) -> None:
        room = self._room() if self._stacked() else self._label_room()
        self._lines = wrapped(self._label, font("body"), room, _MOST_LINES)
        self.setFixedHeight(self.sizeHint().height())
        self.update()


def _write(painter: QPainter, lines: list[str], box: QRectF, top: float, side: Qt.AlignmentFlag) -> float:
    height = QFontMetricsF(painter.font()).height()
    for line in lines:
        painter.drawText(QRectF(box.left(), top, box.width(), height), side | Qt.AlignmentFlag.AlignVCenter, line)
        top += height
    return top
