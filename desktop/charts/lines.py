"""The lines themselves, and their ghost: where they were before the change that is being made."""

from __future__ import annotations

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


class Lines(Layer):
    """One line per alternative in its colour and stroke. Paths are built once per data and size, then only painted."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__(view, 0)
        self._theme = theme
        self._series: tuple[Line, ...] = ()
        self._ghost: tuple[Line, ...] = ()
        self._paths: dict[tuple[bool, str], QPainterPath] = {}
        self._paths_for: Frame | None = None

    def show_series(self, series: tuple[Line, ...]) -> None:
        """Replace the lines."""
        self._series = series
        self._paths_for = None
        self.update()

    def keep_ghost(self) -> None:
        """Leave the present lines standing, faintly, until `drop_ghost`."""
        self._ghost = self._series
        self._paths_for = None

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
        moved = {s.key for s in self._series} if self._ghost is not self._series else set()
        for ghost in self._ghost:
            if ghost.key in moved:
                colour = QColor(self._theme.series(ghost.colour_index).line)
                colour.setAlpha(110)
                painter.setPen(QPen(colour, _GHOST_WIDTH))
                painter.drawPath(self._paths[True, ghost.key])
        for series in self._series:
            colour = QColor(self._theme.series(series.colour_index).line)
            pen = QPen(colour, LINE_WIDTH, self._theme.stroke(series.colour_index), Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawPath(self._paths[False, series.key])

    def _build(self, frame: Frame) -> None:
        if self._paths_for == frame:
            return
        groups = ((True, self._ghost), (False, self._series))
        self._paths = {(ghost, s.key): _path(frame, s) for ghost, group in groups for s in group}
        self._paths_for = frame


def _path(frame: Frame, series: Line) -> QPainterPath:
    x, y = frame.points(series.xs, series.ys)
    path: QPainterPath = array_to_path(x, y, connect="all" if np.isfinite(y).all() else "finite", finiteCheck=False)
    return path
