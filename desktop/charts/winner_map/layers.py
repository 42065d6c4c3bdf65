"""The areas of the winner map and the lines across it, with their names written on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from core.wording.text import Language
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words, free_box
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.winner_map.data import MapData, MapSeries
from desktop.charts.winner_map.regions import NOBODY, UNKNOWN, Codes, picture, place_for, winners
from desktop.charts.winner_map.words import BREAKS_EVEN, NOBODY_SHORT, winner_words
from desktop.charts.words import in_halves, named
from desktop.theme import Theme, font

_MOST_PIXELS = 1600  # each way; beyond that the picture is stretched
_HATCH_STRENGTH = 0.22
_KEPT_CLEAR = UNKNOWN - 1  # in the place of a winner, where no name may stand
_PADDING = 4.0
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92)  # where on a line its name is tried
_LINE_WIDTH = 2.0


class Areas(Layer):
    """Who is best where. The picture is made once per data, size and theme, then only painted."""

    def __init__(self, view: Any, theme: Theme, kept_clear: Callable[[], list[QRectF]]) -> None:
        """`kept_clear`: where marks stand when the names are placed."""
        super().__init__(view, -10)
        self._theme, self._kept_clear = theme, kept_clear
        self._data: MapData | None = None
        self._made_for: tuple[object, ...] | None = None
        self._image = QImage()
        self._labels: list[tuple[int, str, QPointF]] = []  # the winner's code, the words in their lines, the centre
        self.language: Language = "en"

    def show_data(self, data: MapData) -> None:
        """Replace the areas."""
        self._data = data
        self.update()

    def labels(self) -> list[tuple[int, str, QRectF]]:
        """The names on the areas: code of the winner, words, where they stand."""
        frame = self.frame
        found = []
        for code, words, centre in self._labels:
            size = _size(words)
            middle = QPointF(centre.x() * frame.width, centre.y() * frame.height)
            found.append((code, words, QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)))
        return found

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """The picture, then the names."""
        del option, widget
        data, frame = self._data, self.frame
        if data is None or frame.width < 2 or frame.height < 2:
            return
        self._make(data, frame, painter.device().devicePixelRatio())
        painter.drawImage(QRectF(0, 0, frame.width, frame.height), self._image)
        painter.setFont(font("body", bold=True))
        for code, words, box in self.labels():
            ground, ink = self._colours(code)
            draw_words(painter, box, words, ink, ground)

    def _make(self, data: MapData, frame: Frame, ratio: float) -> None:
        key = (id(data), frame.width, frame.height, ratio, self._theme.dark, self.language)
        if key == self._made_for:
            return
        self._made_for = key
        width, height = (min(_MOST_PIXELS, max(2, round(side * ratio))) for side in (frame.width, frame.height))
        codes = winners([series.values for series in data.series], width, height)
        found = [int(code) for code in np.unique(codes)]
        painted = picture(codes, {code: self._pixels(code) for code in found}, ratio)
        self._image = QImage(painted.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        for box in self._kept_clear():
            left, right = (max(0, round(x / frame.width * width)) for x in (box.left(), box.right()))
            top, bottom = (max(0, round(y / frame.height * height)) for y in (box.top(), box.bottom()))
            codes[top:bottom, left:right] = _KEPT_CLEAR
        named = [(code, self._label(codes, code, frame)) for code in found]
        self._labels = [(code, *label) for code, label in named if label is not None]

    def _label(self, codes: Codes, code: int, frame: Frame) -> tuple[str, QPointF] | None:
        """The name of an area and where it fits, in two lines where it does not in one."""
        assert self._data is not None
        words = winner_words(self._data, code)(self.language)
        short = [NOBODY_SHORT(self.language)] if code == NOBODY else []
        for shown in (words, in_halves(words), *short):
            size = _size(shown)
            place = place_for(codes, code, size.width() / frame.width, size.height() / frame.height)
            if place is not None:
                return shown, QPointF(*place)
        return None

    def _colours(self, code: int) -> tuple[QColor, QColor]:
        """Ground and ink of an area."""
        if code in (NOBODY, UNKNOWN) or self._data is None:
            return self._theme.colours.colour("sunken"), self._theme.colours.colour("muted")
        colours = self._theme.series(self._data.series[code].colour_index)
        return QColor(colours.wash), QColor(colours.ink)

    def _pixels(self, code: int) -> tuple[int, int]:
        ground, ink = self._colours(code)
        return ground.rgb(), _blended(ground, ink, _HATCH_STRENGTH).rgb()


class Outlines(Layer):
    """The lines on which each alternative breaks even, in its colour and stroke, each with its name."""

    def __init__(self, view: Any, theme: Theme, kept_clear: Callable[[], list[QRectF]]) -> None:
        """`kept_clear`: where other words and marks stand."""
        super().__init__(view, 0)
        self._theme, self._kept_clear = theme, kept_clear
        self._series: tuple[MapSeries, ...] = ()
        self._lines: dict[str, list[QPolygonF]] = {}
        self._made_for: Frame | None = None
        self.language: Language = "en"

    def show_data(self, data: MapData) -> None:
        """Replace the lines."""
        self._series = data.series
        self._made_for = None
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """All lines, then all names."""
        del option, widget
        frame = self.frame
        self._make(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for series in self._series:
            colour = QColor(self._theme.series(series.colour_index).line)
            stroke = self._theme.stroke(series.colour_index)
            painter.setPen(QPen(colour, _LINE_WIDTH, stroke, Qt.PenCapStyle.FlatCap))
            for line in self._lines[series.key]:
                path = QPainterPath()
                path.addPolygon(line)
                painter.drawPath(path)
        self._names(painter, frame)

    def _make(self, frame: Frame) -> None:
        if self._made_for == frame:
            return
        self._made_for = frame
        self._lines = {
            series.key: [QPolygonF([QPointF(frame.x(x), frame.y(y)) for x, y in line]) for line in series.break_even]
            for series in self._series
        }

    def _names(self, painter: QPainter, frame: Frame) -> None:
        """Beside the longest line of each, where nothing else stands."""
        painter.setFont(font("caption", bold=True))
        metrics = QFontMetricsF(painter.font())
        taken = self._kept_clear()
        inside = QRectF(0, 0, frame.width, frame.height).adjusted(2, 2, -2, -2)
        for series in self._series:
            lines = [line for line in self._lines[series.key] if len(line) > 1]
            if not lines:
                continue
            words = BREAKS_EVEN.filled(name=named(series.name))(self.language)
            size = QSizeF(metrics.horizontalAdvance(words) + 2 * _PADDING, metrics.height() + 2)
            box = free_box(_beside(max(lines, key=_length), size), taken, inside)
            if box is not None:
                taken.append(box)
                colours = self._theme.series(series.colour_index)
                draw_words(painter, box, words, QColor(colours.ink), self._theme.colours.colour("surface"))


def _beside(line: QPolygonF, size: QSizeF) -> list[QRectF]:
    """Boxes to the right and the left, above and below of places along a line."""
    points = [line[round(share * (len(line) - 1))] for share in _ALONG]
    w, h = size.width(), size.height()
    gaps = ((_PADDING, -h / 2), (-w - _PADDING, -h / 2), (-w / 2, _PADDING), (-w / 2, -h - _PADDING))
    return [QRectF(point + QPointF(*gap), size) for point in points for gap in gaps]


def _length(line: QPolygonF) -> float:
    box = line.boundingRect()
    return box.width() + box.height()


def _size(words: str) -> QSizeF:
    metrics, lines = QFontMetricsF(font("body", bold=True)), words.split("\n")
    return QSizeF(max(map(metrics.horizontalAdvance, lines)) + 2 * _PADDING, len(lines) * metrics.height() + 2)


def _blended(ground: QColor, ink: QColor, strength: float) -> QColor:
    parts = zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * strength) for a, b in parts))
