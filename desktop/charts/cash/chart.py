"""When do we get the money back: the cash each alternative has gathered, month by month, from what was invested."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QWidget

from core.wording.money import exact_money
from core.wording.text import Language
from desktop.charts.axis import BOTTOM_HEIGHT
from desktop.charts.backdrop import Backdrop
from desktop.charts.caption import Caption
from desktop.charts.cash.data import CashData
from desktop.charts.cash.marks import CashMarks
from desktop.charts.cash.words import ABOVE, BELOW, MONTH, NAME, month_words, path_summary, path_table
from desktop.charts.data import TableTwin
from desktop.charts.end_labels import EndLabels
from desktop.charts.lines import Lines
from desktop.charts.plot import Plot
from desktop.charts.profit.read_out import ReadOut
from desktop.charts.profit.reading import value_at
from desktop.charts.time_axes import MonthAxis
from desktop.round_numbers import nice_step
from desktop.theme import Theme

_TICKS = 8
_ROOM = 0.16  # of the range, below the lowest point: the words of its mark stand there
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -12, Qt.Key.Key_PageUp: 12}


class _InsideLines(Lines):
    """Lines that end at the plot's edges also where the view cuts off nothing."""

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """While axes are held, lines may lead out of the plot."""
        painter.save()
        painter.setClipRect(self.boundingRect(), Qt.ClipOperation.IntersectClip)
        super().paint(painter, option, widget)
        painter.restore()


class CashChart(Plot):
    """Lines to be read: by the pointer, or month by month with the arrow keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, MonthAxis(), "USD", parent)
        self._data: CashData | None = None
        self._held = False
        self._month: int | None = None
        self._backdrop = Backdrop(self.view, theme, self.side, self.bottom, (ABOVE, BELOW))
        self._lines = _InsideLines(self.view, theme, lambda: not self.on_paper)
        self._marks = CashMarks(self.view, theme, self._backdrop.taken)
        self.view.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)  # marks at the last month
        self.view.setZValue(1)  # and these lie over the strokes to the names
        self._read_out = ReadOut(self.view, theme, month_words)
        self._ends = EndLabels(self.view, theme)
        self._unit = Caption(theme, Qt.AlignmentFlag.AlignLeft, BOTTOM_HEIGHT)
        self.plotItem.layout.setContentsMargins(1, 8, 1, 4)
        self.plotItem.layout.addItem(self._ends, 2, 3)
        self.plotItem.layout.addItem(self._unit, 3, 3)
        self.restyle()
        self.set_language("en")

    @property
    def data(self) -> CashData | None:
        """What is shown."""
        return self._data

    def set_data(self, data: CashData) -> None:
        """Show other figures. The axes follow unless they are held."""
        self._data = data
        self._lines.show_series(data.series)
        self._ends.show_series(data.series)
        self._marks.show_data(data)
        self._point_at(None)
        if not self._held:
            self._fit_axes()
        self._tell()

    def hold(self) -> None:
        """From now on axes stand still and the present lines stay as a ghost: something is being dragged."""
        if not self._held and self._data is not None:
            self._held = True
            self._lines.keep_ghost()

    def release(self) -> None:
        """The drag is over: ghosts go, axes fit again."""
        if self._held:
            self._held = False
            self._lines.drop_ghost()
            self._fit_axes()

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = language
        for part in (self._backdrop, self._marks, self._read_out):
            part.language = language
        self._unit.say(MONTH(language))
        self.setAccessibleName(NAME(language))
        self._speak()
        self._tell()
        self.scene().update()

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return path_table(self._data, self.language) if self._data else TableTwin((), ())

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return path_summary(self._data, self.language) if self._data else ""

    @property
    def read_out(self) -> list[tuple[int, str, str]]:
        """What the card beside the pointer says: colour index, name, exact cash; empty while it is hidden."""
        return self._read_out.rows

    def _fit_axes(self) -> None:
        if self._data is not None:
            self._speak()
            low, high = _cash_range(self._data)
            self.view.setRange(xRange=(0, max(1, self._data.months)), yRange=(low, high), padding=0, update=True)

    def _speak(self) -> None:
        self.side.speak(self._data.currency if self._data else "USD", self.language)
        self.bottom.speak("number", self.language)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.summary())

    # --- reading ----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: Any) -> None:
        """The figures of the month pointed at."""
        place = QPointF(self.view.mapFromScene(self.mapToScene(event.position().toPoint())))
        frame = self._lines.frame
        inside = 0 <= place.x() <= frame.width and 0 <= place.y() <= frame.height
        self._point_at(round(frame.value_at(place.x())) if inside else None)

    def mousePressEvent(self, event: Any) -> None:
        """Nothing here can be taken hold of."""
        event.ignore()

    def mouseReleaseEvent(self, event: Any) -> None:
        """Nothing was."""
        event.ignore()

    def leaveEvent(self, event: Any) -> None:
        """The read-out goes with the pointer."""
        super().leaveEvent(event)
        self._point_at(None)

    def focusOutEvent(self, event: Any) -> None:
        """And with the focus."""
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: Any) -> None:
        """Arrows go from month to month, page keys from year to year."""
        if self._data is None or event.key() not in _STEPS:
            event.ignore()
            return
        before = -1 if self._month is None else self._month
        self._point_at(max(0, min(self._data.months, before + _STEPS[event.key()])))

    def _point_at(self, month: int | None) -> None:
        self._month, data = month, self._data
        if month is None or data is None:
            self._read_out.show_rows(0, [])
            return
        rows = [
            (s.colour_index, s.name, exact_money(value_at(s, month), data.currency, self.language)) for s in data.series
        ]
        self._read_out.show_rows(month, rows)
        told = "; ".join(f"{name} {figure}" for _, name, figure in rows)
        self.setAccessibleDescription(f"{month_words(month)(self.language)}: {told}")


def _cash_range(data: CashData) -> tuple[float, float]:
    """Bottom and top of the axis: zero always inside, room for words below the lowest point."""
    known = [series.cash[np.isfinite(series.cash)] for series in data.series]
    low = min([0.0, *(float(cash.min()) for cash in known if len(cash))])
    high = max([0.0, *(float(cash.max()) for cash in known if len(cash))])
    if low == high:
        return -1.0, 1.0
    step = nice_step(high - low, _TICKS)
    bottom = low - _ROOM * (high - low) if low < 0 else -step / 2
    return bottom, max(step / 2, math.ceil(high / step - 1e-9) * step)
