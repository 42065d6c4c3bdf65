"""The heading of a group of assumptions: folds and unfolds what is under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.wording.text import Language, Text
from desktop.inputs.rows import Group
from desktop.theme import GRID, Theme, font

HEIGHT = 32
_ICON = 16
SPOKEN = Text("{label}, {count} assumptions", "{label}，{count} 项假设")
SPOKEN_ONE = Text("{label}, 1 assumption", "{label}，1 项假设")


class Heading(QAbstractButton):
    """A checkable line: checked means unfolded."""

    def __init__(self, group: Group, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._group, self._theme = group, theme
        self._shift = 0
        self._found: int | None = None
        self._language: Language = language
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(language)

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        count = self.count
        spoken = SPOKEN_ONE if count == 1 else SPOKEN
        self.setText(self._group.label(language))
        self.setAccessibleName(spoken.filled(label=self._group.label, count=count)(language))
        self.update()

    @property
    def count(self) -> int:
        """How many assumptions are meant: all, or those found."""
        return len(self._group.rows) if self._found is None else self._found

    def show_found(self, found: int | None) -> None:
        """While something is searched for: how many of these match. They are all shown, folded away or not."""
        if found != self._found:
            self._found = found
            self.say(self._language)

    def set_shift(self, shift: int) -> None:
        """The name stays in view, however far the columns are scrolled sideways."""
        if shift != self._shift:
            self._shift = shift
            self.update()

    def sizeHint(self) -> QSize:
        """One line, with some air above."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron, name, how many there are, and a line to the right end."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        painter.translate(self._shift, 0)
        unfolded = self.isChecked() or self._found is not None
        icon = self._theme.icon("chevron-down" if unfolded else "chevron-right", "muted")
        top = (self.height() - _ICON) // 2 + 2
        icon.paint(painter, QRect(GRID - 2, top, _ICON, _ICON))
        painter.setFont(font("body", bold=True))
        painter.setPen(colours.colour("text"))
        box = self.rect().adjusted(3 * GRID, 4, -GRID, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        used = QFontMetrics(painter.font()).horizontalAdvance(self.text()) + GRID
        painter.setFont(font("caption"))
        painter.setPen(colours.colour("muted"))
        count = str(self.count)
        painter.drawText(box.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, count)
        used += QFontMetrics(painter.font()).horizontalAdvance(count) + GRID
        painter.setPen(QPen(colours.colour("hairline"), 1))
        painter.drawLine(box.left() + used, box.center().y(), box.right(), box.center().y())
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 5, -3, -2), 5, 5)
        painter.end()
