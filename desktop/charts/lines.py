"""The lines themselves, and their ghost: where they were before the change that is being made."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.charts.data import Line
from desktop.charts.frame import Frame
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.pyqtgraph_fast import array_to_path
from desktop.theme import Theme

LINE_WIDTH = 2.0
_GHOST_WIDTH = 1.0
_DASHES = {Qt.PenStyle.DashLine: (4, 2), Qt.PenStyle.DotLine: (1, 2), Qt.PenStyle.DashDotLine: (4, 2, 1, 2),
           Qt.PenStyle.DashDotDotLine: (4, 2, 1, 2, 1, 2)}  # fmt: skip - in widths of the line, as Qt has them


class Lines(Layer):
    """One line per alternative in its colour and stroke. Paths are built once per line and size, then only painted."""

    def __init__(self, view: Any, theme: Theme, on_screen: Callable[[], bool]) -> None:
        """`on_screen`: whether what is painted is looked at now, and painted again in a moment."""
        super().__init__(view, 0)
        self._theme, self._on_screen = theme, on_screen
        self._series: tuple[Line, ...] = ()
        self._ghost: tuple[Line, ...] = ()
        self._paths: dict[int, tuple[Line, QPainterPath]] = {}  # by the identity of the line
        self._paths_for: Frame | None = None

    def show_series(self, series: tuple[Line, ...]) -> None:
        """Replace the lines."""
        self._series = series
        self.update()

    def keep_ghost(self) -> None:
        """Leave the present lines standing, faintly, until `drop_ghost`."""
        self._ghost = self._series

    def drop_ghost(self) -> None:
        """Forget where the lines were."""
        self._ghost = ()
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Ghosts first, the last alternative on top."""
        del option, widget
        self._build(self.frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        now = {series.key: series for series in self._series}
        for ghost in self._ghost:
            if now.get(ghost.key, ghost) is not ghost:
                colour = QColor(self._theme.series(ghost.colour_index).line)
                colour.setAlpha(110)
                painter.setPen(QPen(colour, _GHOST_WIDTH))
                painter.drawPath(self._paths[id(ghost)][1])
        for series in self._series:
            self._draw(painter, series)

    def _draw(self, painter: QPainter, series: Line) -> None:
        colour, style = QColor(self._theme.series(series.colour_index).line), self._theme.stroke(series.colour_index)
        path = self._paths[id(series)][1]
        if not self._on_screen():
            pen = QPen(colour, LINE_WIDTH, style, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
            painter.setPen(pen)
            painter.drawPath(path)
            return
        pixel = 1 / painter.deviceTransform().m11()
        pen = QPen(colour, pixel, style, Qt.PenCapStyle.FlatCap)
        if style in _DASHES:
            pen.setDashPattern([part * LINE_WIDTH / pixel for part in _DASHES[style]])
        painter.setPen(pen)
        for right, down in _beside_each_other(LINE_WIDTH / pixel):
            painter.translate(right * pixel, down * pixel)
            painter.drawPath(path)
            painter.translate(-right * pixel, -down * pixel)

    def _build(self, frame: Frame) -> None:
        before = self._paths if self._paths_for == frame else {}
        lines = {id(line): line for line in (*self._ghost, *self._series)}
        self._paths = {id: before.get(id) or (line, _path(frame, line)) for id, line in lines.items()}
        self._paths_for = frame


@cache
def _beside_each_other(width: float) -> tuple[tuple[float, float], ...]:
    """Where lines of one pixel stand that look like one of `width` pixels, whichever way it runs. Qt paints a line of
    one pixel ten times as fast as a wider one."""
    reach, count = (width - 1) / 2, math.ceil(width)
    steps = [reach * (2 * number / (count - 1) - 1) for number in range(count)] if count > 1 else [0.0]
    corner = reach * math.sqrt(0.5)
    corners = [(x, y) for x in (-corner, corner) for y in (-corner, corner)] if count > 2 else []
    return tuple(dict.fromkeys([*((step, 0.0) for step in steps), *((0.0, step) for step in steps), *corners]))


def _path(frame: Frame, series: Line) -> QPainterPath:
    x, y = frame.points(series.xs, series.ys)
    path: QPainterPath = array_to_path(x, y, connect="all" if np.isfinite(y).all() else "finite", finiteCheck=False)
    return path
