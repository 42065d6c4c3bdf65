"""What the areas and the lines of the winner map are called, written where nothing else stands and no line passes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from core.record import record
from core.wording.text import Language
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words, moved_into
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.winner_map.data import MapData, MapPoint, MapSeries
from desktop.charts.winner_map.layers import Areas, Outlines, area_colours
from desktop.charts.winner_map.line_names import LinePlaces
from desktop.charts.winner_map.points import Points
from desktop.charts.winner_map.regions import NOBODY, UNKNOWN, Codes, drawn_over, place_for, place_mostly
from desktop.charts.winner_map.words import BREAKS_EVEN, NOBODY_SHORT, winner_words
from desktop.charts.words import in_halves, named
from desktop.theme import Theme, font

_KEPT_CLEAR = UNKNOWN - 1  # in the place of a winner, where no name may stand
_PADDING = 4.0


@record
class AreaName:
    """The name of an area: whose it is, its words in their lines, its centre as shares of the map."""

    code: int
    words: str
    centre: QPointF
    small: bool


class Names(Layer):
    """Over areas and lines, so that no line is drawn through a letter. Those of areas stay while a cross is moved."""

    def __init__(self, view: Any, theme: Theme, areas: Areas, outlines: Outlines, points: Points) -> None:
        super().__init__(view, 2)
        self._theme, self._areas, self._outlines, self._points = theme, areas, outlines, points
        self._data: MapData | None = None
        self._placed_for: tuple[object, ...] | None = None
        self._placed_around: tuple[MapPoint, ...] = ()
        self._names: list[AreaName] = []
        self._lines_for: tuple[object, ...] | None = None
        self._line_names: list[tuple[MapSeries, str, QRectF]] = []
        self._places_for: object = None
        self._places = LinePlaces({})
        self.language: Language = "en"

    def show_data(self, data: MapData) -> None:
        """Replace the names."""
        self._data = data
        self._placed_for = self._lines_for = None
        self.update()

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Areas, then lines."""
        del option, widget
        data, frame = self._data, self.frame
        if data is None or frame.width < 2 or frame.height < 2 or not self._areas.codes.size:
            return
        self._place(data, frame)
        for name, (code, words, box) in zip(self._names, self.labels(), strict=True):
            painter.setFont(_letters(small=name.small))
            ground, ink = area_colours(self._theme, data, code)
            draw_words(painter, box, words, ink, ground)
        painter.setFont(_letters(small=True))
        ground = self._theme.colours.colour("surface")
        for series, words, box in self.line_labels():
            draw_words(painter, box, words, QColor(self._theme.series(series.colour_index).ink), ground)

    # --- areas ------------------------------------------------------------------------------------------------

    def labels(self) -> list[tuple[int, str, QRectF]]:
        """The names on the areas: code of the winner, words, where they stand."""
        frame = self.frame
        found = []
        for name in self._names:
            size = _size(name.words, small=name.small)
            middle = QPointF(name.centre.x() * frame.width, name.centre.y() * frame.height)
            box = QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)
            found.append((name.code, name.words, moved_into(box, QRectF(0, 0, frame.width, frame.height))))
        return found

    def _place(self, data: MapData, frame: Frame) -> None:
        codes = self._areas.codes
        key, points = (codes.shape, frame.width, frame.height, self.language), self._points.points
        if key == self._placed_for and (points == self._placed_around or not self._in_the_way(codes, frame)):
            return
        self._placed_for, self._placed_around = key, points
        open_ones, clear = self._without_marks(codes, frame), self._without_marks(codes, frame)
        down, across = codes.shape[0] / frame.height, codes.shape[1] / frame.width
        for xs, ys in (line for lines in self._outlines.lines().values() for line in lines if len(line[0]) > 1):
            drawn_over(clear, xs * across, ys * down, _KEPT_CLEAR)
        here = self._under_marks(codes, frame)
        found = (self._name(data, int(code), (clear, open_ones), frame, int(code) in here) for code in np.unique(codes))
        self._names = [name for name in found if name is not None]

    def _in_the_way(self, codes: Codes, frame: Frame) -> bool:
        """Whether a cross that has been moved stands on a name now, or on an area without one; not while it is held."""
        labels, marks = self.labels(), self._points.boxes()
        covered = any(box.intersects(mark) for _, _, box in labels for mark in marks)
        named_ones = {code for code, _, _ in labels}
        return not self._points.held and (covered or not self._under_marks(codes, frame) <= named_ones)

    def _without_marks(self, codes: Codes, frame: Frame) -> Codes:
        """A copy on which no name may stand where marks are."""
        rows, columns = codes.shape
        kept = codes.copy()
        for box in self._points.boxes():
            left, right = (max(0, round(x / frame.width * columns)) for x in (box.left(), box.right()))
            top, bottom = (max(0, round(y / frame.height * rows)) for y in (box.top(), box.bottom()))
            kept[top:bottom, left:right] = _KEPT_CLEAR
        return kept

    def _under_marks(self, codes: Codes, frame: Frame) -> set[int]:
        """Whose areas the crosses stand on."""
        rows, columns = codes.shape
        found = set()
        for point in self._points.points:
            column, row = frame.x(point.x) / frame.width * columns, frame.y(point.y) / frame.height * rows
            found.add(int(codes[min(max(int(row), 0), rows - 1), min(max(int(column), 0), columns - 1)]))
        return found

    def _name(self, data: MapData, code: int, maps: tuple[Codes, Codes], frame: Frame, needed: bool) -> AreaName | None:
        """The name of an area where it fits: in one line or two, or in smaller letters, rather where no line passes.
        `needed`: the name of an area that is too small for it may reach beyond it."""
        tried = list(self._ways(data, code))
        for codes in maps:
            for words, small in tried:
                size = _size(words, small=small)
                place = place_for(codes, code, size.width() / frame.width, size.height() / frame.height)
                if place is not None:
                    return AreaName(code, words, QPointF(*place), small)
        if not needed:
            return None
        words, small = tried[-1]
        size = _size(words, small=small)
        place = place_mostly(maps[0], code, size.width() / frame.width, size.height() / frame.height, _KEPT_CLEAR)
        return None if place is None else AreaName(code, words, QPointF(*place), small)

    def _ways(self, data: MapData, code: int) -> Iterator[tuple[str, bool]]:
        """The ways to write a name, the most readable first."""
        words = winner_words(data, code)(self.language)
        for small in (False, True):
            yield words, small
            yield in_halves(words), small
            if code == NOBODY:
                yield NOBODY_SHORT(self.language), small

    # --- lines ------------------------------------------------------------------------------------------------

    def line_labels(self) -> list[tuple[MapSeries, str, QRectF]]:
        """The names of the lines: whose they are, words, where they stand beside their own line. Found anew only when
        an area's name or a cross has moved."""
        key = (self._placed_for, self._placed_around, self._points.points)
        if self._data is not None and key != self._lines_for:
            self._lines_for, self._line_names = key, self._find_lines(self._data)
        return self._line_names

    def _find_lines(self, data: MapData) -> list[tuple[MapSeries, str, QRectF]]:
        frame, lines = self.frame, self._outlines.lines()
        if self._places_for is not lines:
            self._places_for, self._places = lines, LinePlaces(lines)
        taken = [*(box for _, _, box in self.labels()), *self._points.boxes()]
        inside = QRectF(0, 0, frame.width, frame.height).adjusted(2, 2, -2, -2)
        found = []
        for series in data.series:
            words = BREAKS_EVEN.filled(name=named(series.name))(self.language)
            label = self._places.place(series.key, words, _small_size, taken, inside)
            if label is not None:
                taken.append(label[1])
                found.append((series, *label))
        return found


def _letters(*, small: bool) -> Any:
    return font("caption" if small else "body", bold=True)


def _size(words: str, *, small: bool) -> QSizeF:
    metrics, lines = QFontMetricsF(_letters(small=small)), words.split("\n")
    return QSizeF(max(map(metrics.horizontalAdvance, lines)) + 2 * _PADDING, len(lines) * metrics.height() + 2)


def _small_size(words: str) -> QSizeF:
    return _size(words, small=True)
