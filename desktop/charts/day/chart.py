"""What a day looks like: the load hour by hour, which can be dragged, what is paid for, and the discount hours."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.wording.text import Language
from desktop.charts.axis import BOTTOM_HEIGHT
from desktop.charts.caption import Caption
from desktop.charts.data import TableTwin
from desktop.charts.day.data import HOURS, DayData
from desktop.charts.day.layers import DayBars
from desktop.charts.day.words import NAME, NODES, RELATIVE, ZONES, day_summary, day_table, hour_words
from desktop.charts.plot import Plot
from desktop.charts.time_axes import ClockAxis
from desktop.round_numbers import nice_step, rounded_to
from desktop.theme import GRID, Theme

_ROOM = 1.3  # times the peak: there is something to drag up into
_TICKS = 6
_FINE, _KEY_STEPS = 200, 50  # parts of the axis that the pointer and the arrow keys tell apart
_LONG = 5  # steps at once with the page keys


class DayChart(Plot):
    """Bars that are dragged up and down; arrow keys choose an hour and change it."""

    drag_started = Signal()
    hour_dragged = Signal(int, float)  # the hour and its load
    drag_finished = Signal()
    hour_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, ClockAxis(), "number", parent)
        self._data: DayData | None = None
        self._held = self._by_key = False
        self._bars = DayBars(self.view, theme, self.side)
        self._zone = Caption(theme, Qt.AlignmentFlag.AlignRight, BOTTOM_HEIGHT - 4)
        self._unit = Caption(theme, Qt.AlignmentFlag.AlignLeft, BOTTOM_HEIGHT)
        self.plotItem.layout.setContentsMargins(1, 1, 3 * GRID, 2)
        self.plotItem.layout.removeItem(self.plotItem.titleLabel)  # its place is that of the words above the plot
        self.plotItem.layout.addItem(self._unit, 0, 0, 1, 2)
        self.plotItem.layout.addItem(self._zone, 4, 0, 1, 2)
        self.restyle()
        self.set_language("en")

    @property
    def hour(self) -> int | None:
        """The hour chosen, 0 to 23."""
        return self._bars.hour

    @property
    def data(self) -> DayData | None:
        """What is shown."""
        return self._data

    def set_data(self, data: DayData) -> None:
        """Show another day. The axis follows unless a bar is held."""
        self._data = data
        self._bars.show_data(data)
        if not self._held:
            self._fit_axes(data)
        self._speak()

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = self._bars.language = language
        self.setAccessibleName(NAME(language))
        self._speak()
        self.scene().update()

    def choose(self, hour: int) -> None:
        """This hour is the one that keys change."""
        if hour != self._bars.hour:
            self._bars.hour = hour
            self._bars.update()
            self.hour_chosen.emit(hour)
        self._tell()

    def table(self) -> TableTwin:
        """The day's figures as a table."""
        return day_table(self._data, self.language) if self._data else TableTwin((), ())

    def summary(self) -> str:
        """The day in a few spoken sentences."""
        return day_summary(self._data, self.language) if self._data else ""

    def _fit_axes(self, data: DayData) -> None:
        step = nice_step(_ROOM * data.peak, _TICKS)
        top = math.ceil(_ROOM * data.peak / step - 1e-9) * step
        self.view.setRange(xRange=(0, HOURS), yRange=(0, top), padding=0, update=True)

    def _speak(self) -> None:
        self.side.speak("number", self.language)
        if self._data is not None:
            self._zone.say(ZONES[self._data.zone](self.language))
            self._unit.say((NODES if self._data.unit == "node" else RELATIVE)(self.language))
        self._tell()

    def _tell(self) -> None:
        if self._data is None:
            return
        chosen = hour_words(self._data, self.hour, self.language) + "\n" if self.hour is not None else ""
        self.setAccessibleDescription(chosen + self.summary())

    # --- changing the load -----------------------------------------------------------------------------------

    def _begin(self, *, by_key: bool) -> None:
        self._held, self._by_key = True, by_key
        self.drag_started.emit()

    def _finish(self) -> None:
        self._held = False
        if self._data is not None:
            self._fit_axes(self._data)
        self.drag_finished.emit()

    def _load_to(self, hour: int, load: float, parts: int) -> None:
        top = self.view.viewRange()[1][1]
        step = nice_step(top, parts)
        if self._data is not None and self._data.unit == "node":
            step = max(1.0, step)
        self.choose(hour)
        self.hour_dragged.emit(hour, min(top, max(0.0, rounded_to(load, step))))

    def _drag_to(self, event: Any) -> None:
        place = QPointF(self.view.mapFromScene(self.mapToScene(event.position().toPoint())))
        frame = self._bars.frame
        load = frame.y1 - place.y() / max(frame.height, 1.0) * (frame.y1 - frame.y0)
        self._load_to(self._hour_at(event), load, _FINE)

    def _hour_at(self, event: Any) -> int:
        place = QPointF(self.view.mapFromScene(self.mapToScene(event.position().toPoint())))
        return min(HOURS - 1, int(self._bars.frame.value_at(place.x())))

    def mousePressEvent(self, event: Any) -> None:
        """Choose the hour; moving on drags it."""
        place = QPointF(self.view.mapFromScene(self.mapToScene(event.position().toPoint())))
        if event.button() == Qt.MouseButton.LeftButton and self._data is not None and self.view.rect().contains(place):
            self.choose(self._hour_at(event))
            self._begin(by_key=False)

    def mouseMoveEvent(self, event: Any) -> None:
        """Bars follow the pointer, hour by hour as it passes over them."""
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        if self._held and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event)

    def mouseReleaseEvent(self, event: Any) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._held:
            self._finish()

    def keyPressEvent(self, event: Any) -> None:
        """Left and right choose the hour, up and down change its load."""
        key, data = event.key(), self._data
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        upwards = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: _LONG, Qt.Key.Key_PageDown: -_LONG}
        if data is None or key not in sideways | upwards:
            event.ignore()
        elif key in sideways or self.hour is None:
            self.choose(0 if self.hour is None else (self.hour + sideways.get(key, 0)) % HOURS)
        else:
            if not self._held:
                self._begin(by_key=True)
            step = nice_step(self.view.viewRange()[1][1], _KEY_STEPS)
            self._load_to(self.hour, data.at(self.hour).load + upwards[key] * step, _KEY_STEPS)

    def keyReleaseEvent(self, event: Any) -> None:
        """The gesture ends when the key is let go, not at its repetitions."""
        if self._held and self._by_key and not event.isAutoRepeat():
            self._finish()

    def focusOutEvent(self, event: Any) -> None:
        """A gesture by keys cannot outlive the focus."""
        super().focusOutEvent(event)
        if self._held and self._by_key:
            self._finish()
