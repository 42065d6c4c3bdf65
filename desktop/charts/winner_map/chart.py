"""Who wins where: two drivers at once, an area for each winner, the lines of break-even, and where things stand now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.wording.money import exact_money
from core.wording.text import Language, Text
from desktop.charts.axis import BOTTOM_HEIGHT
from desktop.charts.caption import Caption
from desktop.charts.data import TableTwin
from desktop.charts.plot import Plot
from desktop.charts.profit.read_out import ReadOut
from desktop.charts.winner_map.data import MapData, MapPoint
from desktop.charts.winner_map.layers import Areas, Outlines
from desktop.charts.winner_map.names import Names
from desktop.charts.winner_map.points import Points
from desktop.charts.winner_map.words import (
    NAME,
    map_summary,
    map_table,
    place_words,
    shares_of,
    spoken_place,
    value_between,
)
from desktop.theme import GRID, Theme

ExactValues = Callable[[float, float], Mapping[str, float]]
_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip
_LONG = 10  # steps at once with Shift
_CAPTION_HEIGHT = 28


class WinnerMap(Plot):
    """The map with its draggable cross."""

    drag_started = Signal()
    point_dragged = Signal(float, float)  # while the cross moves
    drag_finished = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "number", "number", parent)
        self._data: MapData | None = None
        self._exact: ExactValues | None = None
        self._points = Points(self.view, theme)
        self._areas = Areas(self.view, theme)
        self._outlines = Outlines(self.view, theme)
        self._names = Names(self.view, theme, self._areas, self._outlines, self._points)
        self._pointed = (0.0, 0.0)
        self._read_out = ReadOut(self.view, theme, self._heading)
        self._across = Caption(theme, Qt.AlignmentFlag.AlignRight, BOTTOM_HEIGHT - 4)
        self._up = Caption(theme, Qt.AlignmentFlag.AlignLeft, _CAPTION_HEIGHT)
        self.plotItem.layout.setContentsMargins(1, 1, 3 * GRID, 2)
        self.plotItem.layout.removeItem(self.plotItem.titleLabel)  # its place is that of the words above the plot
        self.plotItem.layout.addItem(self._up, 0, 0, 1, 2)
        self.plotItem.layout.addItem(self._across, 4, 0, 1, 2)
        self.restyle()
        self.set_language("en")

    @property
    def data(self) -> MapData | None:
        """What is shown."""
        return self._data

    def set_data(self, data: MapData) -> None:
        """Show another map. While the cross is held it stays where the pointer is."""
        self._data = data = replace(data, shares=shares_of(data))
        for layer in (self._areas, self._outlines, self._names):
            layer.show_data(data)
        if not self._points.held:
            self._points.points = data.points
        self._read_out.show_rows(0, [])
        self.view.setRange(xRange=(data.x.low, data.x.high), yRange=(data.y.low, data.y.high), padding=0)
        self._speak()
        self.scene().update()

    def move_points(self, points: tuple[MapPoint, ...], now: Mapping[str, float]) -> None:
        """Things stand elsewhere now, on the same map."""
        if self._data is None:
            return
        self._data = replace(self._data, points=points, now=now)
        if not self._points.held and points != self._points.points:
            self._points.points = points
            self._points.update()
        self._tell()

    def read_with(self, exact: ExactValues | None) -> None:
        """Where the read-out gets exact values from ((x, y) -> value by key); without it, from the grid."""
        self._exact = exact

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = language
        for part in (self._names, self._points, self._read_out):
            part.language = language
        self._speak()
        self.scene().update()

    def table(self) -> TableTwin:
        """The map's figures as a table."""
        return map_table(self._data, self.language) if self._data else TableTwin((), ())

    def summary(self) -> str:
        """The map in a few spoken sentences."""
        return map_summary(self._data, self.language) if self._data else ""

    @property
    def read_out(self) -> list[tuple[int, str, str]]:
        """What the card beside the pointer says: colour index, name, exact value; empty while it is hidden."""
        return self._read_out.rows

    @property
    def points(self) -> tuple[MapPoint, ...]:
        """The crosses as they are shown."""
        return self._points.points

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a place on the map is, in pixels of the widget."""
        frame = self._points.frame
        return QPointF(self.mapFromScene(self.view.mapToScene(QPointF(frame.x(x), frame.y(y)))))

    def _speak(self) -> None:
        self.setAccessibleName(NAME(self.language))
        if self._data is not None:
            (x, _), (y, _) = self._data.axis_kinds(self.language)
            self.bottom.speak(x, self.language)
            self.side.speak(y, self.language)
            self._across.say(f"{self._data.x.label} →")
            self._up.say(f"↑ {self._data.y.label}")
            self._tell()

    def _tell(self) -> None:
        if self._data is None:
            return
        places = [spoken_place(self._data, point.x, point.y, self.language) for point in self._points.points]
        self.setAccessibleDescription("\n".join([*places, self.summary()]))

    # --- moving the cross -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._points.ghost = self._points.points
        self._points.held = True
        self._read_out.show_rows(0, [])
        self.drag_started.emit()

    def _move_to(self, x: float, y: float) -> None:
        points = self._points.points
        if len(points) == 1 and (x, y) == (points[0].x, points[0].y):
            return
        self._points.points = (MapPoint(x, y),)
        self._points.update()
        self.point_dragged.emit(x, y)

    def _finish(self) -> None:
        self._points.held = False
        self._points.ghost = ()
        self._points.update()
        self._tell()
        if self._points.points:
            self.drag_finished.emit(self._points.points[0].x, self._points.points[0].y)

    def _place(self, event: Any) -> QPointF:
        return QPointF(self.view.mapFromScene(self.mapToScene(event.position().toPoint())))

    def _values_at(self, place: QPointF, data: MapData) -> tuple[float, float]:
        frame = self._points.frame
        y = frame.y1 - place.y() / max(frame.height, 1.0) * (frame.y1 - frame.y0)
        return data.x.pointed(frame.value_at(place.x()), frame.width), data.y.pointed(y, frame.height)

    def mousePressEvent(self, event: Any) -> None:
        """Take hold of the cross."""
        reach = self._points.within_reach(self._place(event))
        if event.button() == Qt.MouseButton.LeftButton and reach is not None:
            self._begin()

    def mouseMoveEvent(self, event: Any) -> None:
        """Drag the cross, or read the map."""
        if self._data is None:
            return
        place = self._place(event)
        if self._points.held and event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(*self._values_at(place, self._data))
            return
        reach = self._points.within_reach(place) is not None
        self.setCursor(Qt.CursorShape.SizeAllCursor if reach else Qt.CursorShape.CrossCursor)
        self._read(place, self._data)

    def mouseReleaseEvent(self, event: Any) -> None:
        """Let go of the cross."""
        if event.button() == Qt.MouseButton.LeftButton and self._points.held:
            self._finish()

    def leaveEvent(self, event: Any) -> None:
        """The read-out goes with the pointer."""
        super().leaveEvent(event)
        self._read_out.show_rows(0, [])

    def keyPressEvent(self, event: Any) -> None:
        """Arrows move the cross, ten times as far with Shift."""
        data = self._data
        if data is None or event.key() not in _STEPS or not self._points.points:
            event.ignore()
            return
        if not self._points.held:
            self._begin()
        across, up = _STEPS[event.key()]
        far = _LONG if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        at = self._points.points[0]
        self._move_to(
            data.x.stepped(at.x, across * far) if across else at.x, data.y.stepped(at.y, up * far) if up else at.y
        )

    def keyReleaseEvent(self, event: Any) -> None:
        """The gesture ends when the key is let go, not at its repetitions."""
        if self._points.held and not event.isAutoRepeat():
            self._finish()

    def focusInEvent(self, event: Any) -> None:
        """Show that keys move the cross now."""
        super().focusInEvent(event)
        self._points.focused = True
        self._points.update()

    def focusOutEvent(self, event: Any) -> None:
        """A gesture by keys cannot outlive the focus."""
        super().focusOutEvent(event)
        self._points.focused = False
        if self._points.held:
            self._finish()
        self._points.update()

    def _heading(self, _x: float) -> Text:
        words = place_words(self._data, *self._pointed, self.language) if self._data else ""
        return Text(words, words)

    def _read(self, place: QPointF, data: MapData) -> None:
        frame = self._points.frame
        if not (0 <= place.x() <= frame.width and 0 <= place.y() <= frame.height):
            self._read_out.show_rows(0, [])
            return
        x, y = self._pointed = self._values_at(place, data)
        values = self._exact(x, y) if self._exact else {s.key: value_between(data, s.values, x, y) for s in data.series}
        rows = [
            (s.colour_index, s.name, exact_money(values[s.key], data.currency, self.language))
            for s in data.series
            if s.key in values
        ]
        self._read_out.show_rows(x, rows)
