"""The areas of the winner map and the lines across it; `names` writes on them what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from desktop.charts.frame import Frame
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.placing import Coordinates
from desktop.charts.pyqtgraph_fast import array_to_path
from desktop.charts.winner_map.data import MapData, MapSeries
from desktop.charts.winner_map.regions import NOBODY, UNKNOWN, Codes, picture, winners
from desktop.theme import Theme

_MOST_PIXELS = 1600  # each way; beyond that the picture is stretched
_HATCH_STRENGTH = 0.22
_LINE_WIDTH = 2.0


def area_colours(theme: Theme, data: MapData | None, code: int) -> tuple[QColor, QColor]:
    """Ground and ink of an area."""
    if code in (NOBODY, UNKNOWN) or data is None:
        return theme.colours.colour("sunken"), theme.colours.colour("muted")
    colours = theme.series(data.series[code].colour_index)
    return QColor(colours.wash), QColor(colours.ink)


class Areas(Layer):
    """Who is best where. The picture is made once per data, size and theme, then only painted."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__(view, -10)
        self._theme = theme
        self._data: MapData | None = None
        self._made_for: tuple[object, ...] | None = None
        self._image = QImage()
        self.codes: Codes = np.zeros((0, 0), dtype=np.int8)  # who is best at each pixel of the picture

    def show_data(self, data: MapData) -> None:
        """Replace the areas."""
        self._data, self._made_for = data, None
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """The picture."""
        del option, widget
        data, frame = self._data, self.frame
        if data is None or frame.width < 2 or frame.height < 2:
            return
        self._make(data, frame, painter.device().devicePixelRatio())
        painter.drawImage(QRectF(0, 0, frame.width, frame.height), self._image)

    def _make(self, data: MapData, frame: Frame, ratio: float) -> None:
        key = (frame.width, frame.height, ratio, self._theme.dark)
        if key == self._made_for:
            return
        self._made_for = key
        width, height = (min(_MOST_PIXELS, max(2, round(side * ratio))) for side in (frame.width, frame.height))
        self.codes = winners([series.values for series in data.series], width, height)
        found = [int(code) for code in np.unique(self.codes)]
        painted = picture(self.codes, {code: self._pixels(code) for code in found}, ratio)
        self._image = QImage(painted.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def _pixels(self, code: int) -> tuple[int, int]:
        ground, ink = area_colours(self._theme, self._data, code)
        return ground.rgb(), _blended(ground, ink, _HATCH_STRENGTH).rgb()


class Outlines(Layer):
    """The lines on which each alternative breaks even, in its colour and stroke."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__(view, 0)
        self._theme = theme
        self._series: tuple[MapSeries, ...] = ()
        self._lines: dict[str, list[Coordinates]] = {}
        self._paths: dict[str, list[QPainterPath]] = {}
        self._made_for: Frame | None = None

    def show_data(self, data: MapData) -> None:
        """Replace the lines."""
        self._series = data.series
        self._made_for = None
        self.update()

    def lines(self) -> dict[str, list[Coordinates]]:
        """In pixels, by the key of the alternative; the same object while they stay."""
        frame = self.frame
        if self._made_for != frame:
            self._made_for = frame
            self._lines = {s.key: [_in_pixels(frame, line) for line in s.break_even] for s in self._series}
            self._paths = {
                key: [array_to_path(*line, connect="all", finiteCheck=False) for line in lines]
                for key, lines in self._lines.items()
            }
        return self._lines

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """All lines."""
        del option, widget
        self.lines()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for series in self._series:
            colour = QColor(self._theme.series(series.colour_index).line)
            stroke = self._theme.stroke(series.colour_index)
            painter.setPen(QPen(colour, _LINE_WIDTH, stroke, Qt.PenCapStyle.FlatCap))
            for path in self._paths[series.key]:
                painter.drawPath(path)


def _in_pixels(frame: Frame, line: Sequence[tuple[float, float]]) -> Coordinates:
    xs, ys = np.array(line, float).reshape(-1, 2).T
    across, down = frame.width / (frame.x1 - frame.x0), frame.height / (frame.y1 - frame.y0)
    return (xs - frame.x0) * across, (frame.y1 - ys) * down


def _blended(ground: QColor, ink: QColor, strength: float) -> QColor:
    parts = zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * strength) for a, b in parts))
