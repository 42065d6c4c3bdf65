"""The head of the grid: which business model stands in which column, in its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.comparison.parts import Alternative
from core.wording.text import Language, words
from desktop.inputs.columns import Columns
from desktop.theme import GRID, HALF, Theme, font
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.wrapping import evenly, unbroken

_MOST_LINES = 4
_BAR = 3


class ColumnHeads(QWidget):
    """Names over the columns. It scrolls sideways with them, and not up and down."""

    menu_wanted = Signal(str, object)  # the alternative whose name was pressed, and where on screen

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._alternatives: tuple[Alternative, ...] = ()
        self._language: Language = "en"
        self.shift = 0
        self.content_width = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_names(self, alternatives: tuple[Alternative, ...], language: Language) -> None:
        """Show other names; nothing happens where they are the same."""
        known = [(a.id, a.name) for a in self._alternatives]
        if language == self._language and [(a.id, a.name) for a in alternatives] == known:
            return
        self._alternatives, self._language = alternatives, language
        self.setAccessibleName(", ".join(words(a.name, language) for a in alternatives))
        self._fit()

    def place(self, content_width: int, shift: int) -> None:
        """As wide as the rows, and moved sideways with them."""
        if (content_width, shift) != (self.content_width, self.shift):
            self.content_width, self.shift = content_width, shift
            self._fit()

    def lines(self) -> list[list[str]]:
        """The lines of each name, which may reach into the gaps beside its column rather than break a word."""
        letters = font("caption", bold=True)
        found = []
        for alternative, box in zip(self._alternatives, self._boxes(), strict=True):
            name = words(alternative.name, self._language)
            longest = max(map(QFontMetricsF(letters).horizontalAdvance, unbroken(name)), default=0.0)
            width = min(max(box.width(), longest + 1), box.width() + HALF)
            found.append(evenly(name, letters, width, _MOST_LINES))
        return found

    def _fit(self) -> None:
        """As high as the longest name needs."""
        letters = font("caption", bold=True)
        most = max(map(len, self.lines()), default=1)
        self.setFixedHeight(round(most * QFontMetricsF(letters).height()) + _BAR + GRID + HALF)
        self.update()

    def event(self, event: object) -> bool:
        """The full name where the pointer rests."""
        if isinstance(event, QHelpEvent):
            index = self._column_at(QPointF(event.pos()))
            name = "" if index is None else words(self._alternatives[index].name, self._language)
            QToolTip.showText(event.globalPos(), plain_tip(name), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        over = self._column_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What can be done with a business model, as over the results; by either button."""
        index = self._column_at(event.position())
        if index is not None:
            foot = self._boxes()[index].bottomLeft().toPoint()
            self.menu_wanted.emit(self._alternatives[index].id, self.mapToGlobal(foot))

    def _column_at(self, place: QPointF) -> int | None:
        return next((i for i, box in enumerate(self._boxes()[: len(self._alternatives)]) if box.contains(place)), None)

    def _boxes(self) -> list[QRectF]:
        columns = Columns(self.content_width or self.width(), max(1, len(self._alternatives)))
        boxes = (columns.across([i], 0, self.height() - HALF) for i in range(len(self._alternatives)))
        return [QRectF(box.translated(-self.shift, 0)) for box in boxes]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names at the foot, a bar in the colour of the line in the chart under each."""
        del event
        painter = QPainter(self)
        letters = font("caption", bold=True)
        metrics = QFontMetricsF(letters)
        painter.setFont(letters)
        for index, (lines, box) in enumerate(zip(self.lines(), self._boxes(), strict=True)):
            colours = self._theme.series(index)
            painter.fillRect(QRectF(box.left(), box.bottom() - _BAR, box.width(), _BAR), QColor(colours.line))
            painter.setPen(QColor(colours.ink))
            top = box.bottom() - _BAR - 2 - len(lines) * metrics.height()
            for line in lines:
                line_box = QRectF(box.left() - HALF / 2, top, box.width() + HALF, metrics.height())
                painter.drawText(line_box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, line)
                top += metrics.height()
        painter.end()
