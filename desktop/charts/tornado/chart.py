"""What matters most: for every alternative a few bars, all on one axis. A bar is an assumption moved alone from the low
to the high end of its plausible range; a click or Enter asks to see that assumption."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from core.wording.text import Language
from desktop.charts.data import TableTwin
from desktop.charts.tornado.data import TornadoData
from desktop.charts.tornado.layout import AXIS_HEIGHT, Place, TornadoLayout
from desktop.charts.tornado.painting import paint_axis, paint_blocks
from desktop.charts.tornado.words import bar_words, tornado_summary, tornado_table
from desktop.theme import Theme
from desktop.widgets.scroll_area import ScrollArea

_LEAST_WIDTH = 460
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class TornadoChart(QWidget):
    """The axis stands still while the blocks under it are scrolled."""

    chosen = Signal(str, str)  # the keys of a bar and of its block

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = TornadoData()
        self.language: Language = "en"
        self._axis = _Axis(theme)
        self.blocks = TornadoBlocks(theme)
        self._scroll = ScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(self.blocks)
        self._scroll.viewport().setAutoFillBackground(False)
        self.blocks.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._axis)
        column.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.blocks.chosen.connect(self.chosen)
        self.blocks.reached.connect(self._show_row)
        self.blocks.laid_out.connect(self._axis.follow)

    @property
    def data(self) -> TornadoData:
        """What is shown."""
        return self._data

    def set_data(self, data: TornadoData) -> None:
        """Show other figures."""
        self._data = data
        self._tell()

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = language
        self._tell()

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return tornado_table(self._data, self.language)

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return tornado_summary(self._data, self.language)

    def least_height(self) -> int:
        """Room for every bar."""
        return int(AXIS_HEIGHT + TornadoLayout(self._data, _LEAST_WIDTH, self.language).height)

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Paint the whole chart into an area of any surface; its title stands around it there."""
        layout = TornadoLayout(replace(self._data, title=""), area.width(), self.language)
        painter.save()
        painter.translate(area.topLeft())
        paint_axis(painter, layout, self._theme, self.language)
        painter.translate(0, AXIS_HEIGHT)
        paint_blocks(painter, layout, self._theme, self.language)
        painter.restore()

    def _tell(self) -> None:
        self.blocks.show_data(self._data, self.language)
        for widget in (self, self.blocks):
            widget.setAccessibleName(self._data.title)
            widget.setAccessibleDescription(self.summary())

    def _show_row(self, row: QRect) -> None:
        self._scroll.ensureVisible(0, row.top(), 0, 0)
        self._scroll.ensureVisible(0, row.bottom(), 0, 0)


class _Axis(QWidget):
    """Legend and labels, over the bars."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout: TornadoLayout | None = None
        self._language: Language = "en"
        self.setFixedHeight(int(AXIS_HEIGHT))
        theme.changed.connect(self.update)

    def follow(self, layout: TornadoLayout, language: Language) -> None:
        """Stand over these bars."""
        self._layout, self._language = layout, language
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axis."""
        del event
        if self._layout is not None:
            painter = QPainter(self)
            paint_axis(painter, self._layout, self._theme, self._language)
            painter.end()


class TornadoBlocks(QWidget):
    """The bars: one stop of Tab, the arrow keys go from bar to bar."""

    chosen = Signal(str, str)
    reached = Signal(QRect)
    laid_out = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._data, self._language = TornadoData(), "en"
        self.layout_now = TornadoLayout(self._data, _LEAST_WIDTH)
        self._current = -1
        self._pointed: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_data(self, data: TornadoData, language: Language) -> None:
        """Show these bars."""
        self._data, self._language = data, language
        self._arrange()
        self._current = min(self._current, len(self.layout_now.places) - 1)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(_LEAST_WIDTH, int(self.layout_now.height) + 4)

    def minimumSizeHint(self) -> QSize:
        """Below that the words would not fit."""
        return self.sizeHint()

    def resizeEvent(self, event: object) -> None:
        """Other widths."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blocks."""
        del event
        painter = QPainter(self)
        current = self._pointed or (self._focused() if self.hasFocus() else None)
        paint_blocks(painter, self.layout_now, self._theme, self._language, current)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The exact figures of the bar under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.layout_now.at(event.pos().y())
            QToolTip.showText(event.globalPos(), "" if place is None else self.tip(place), self)
            return True
        return super().event(event)

    def tip(self, place: Place) -> str:
        """One bar in words, line by line."""
        return "\n".join(bar_words(place.bar, self._data.unit, self._language))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar under the pointer lights up."""
        self._point_at(self.layout_now.at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """And goes out again."""
        super().leaveEvent(event)
        self._point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the assumption."""
        place = self.layout_now.at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place is not None and self.rect().contains(_point(event)):
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go from bar to bar; Enter asks for its assumption."""
        last, key = len(self.layout_now.places) - 1, event.key()
        place = self._focused()
        if key in _STEPS:
            self._go_to(min(last, max(0, self._current + _STEPS[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and place is not None:
            self._choose(place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first bar, where none was chosen yet."""
        super().focusInEvent(event)
        if self._current < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go_to(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No bar is lit."""
        super().focusOutEvent(event)
        self.update()

    def _choose(self, place: Place) -> None:
        self._current = self.layout_now.places.index(place)
        self.chosen.emit(place.bar.key, place.block.key)

    def _focused(self) -> Place | None:
        places = self.layout_now.places
        return places[self._current] if 0 <= self._current < len(places) else None

    def _go_to(self, number: int) -> None:
        self._current = number
        place = self._focused()
        if place is None:
            return
        self.setAccessibleDescription(self.tip(place))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tip(place)))
        self.reached.emit(place.row.toAlignedRect())
        self.update()

    def _point_at(self, place: Place | None) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        if place is not self._pointed:
            self._pointed = place
            self.update()

    def _arrange(self) -> None:
        self.layout_now = TornadoLayout(self._data, max(self.width(), _LEAST_WIDTH), self._language)
        self._pointed = None
        self.laid_out.emit(self.layout_now, self._language)
        self.update()


def _point(event: QMouseEvent) -> QPoint:
    return event.position().toPoint()
