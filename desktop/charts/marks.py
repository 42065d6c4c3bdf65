"""The break-even points, where the lines cross zero: a ring where profit begins, a disc from where it never ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from core.wording.numbers import count_rounded_up
from core.wording.text import Language, Text
from desktop.charts.data import ProfitSeries
from desktop.charts.frame import Frame
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.placing import levels
from desktop.charts.words import users_text
from desktop.theme import Theme, font

ONLY = Text("profit from {users}", "{users}起盈利")
FIRST = Text("first profit at {users}", "{users}首次盈利")
SAFE = Text("no more losses from {users}", "{users}起不再亏损")
_RADIUS, _REACH = 5.0, 8.0
_PADDING = 4.0
_AROUND = [QPointF(x, y) for x in (-1.2, 1.2) for y in (-1.2, 1.2)]


@dataclass(frozen=True, slots=True)
class Mark:
    """One break-even point on the zero line."""

    key: str
    users: float
    colour_index: int
    sure: bool  # never loses again from here on
    words: Text


def marks_of(series: tuple[ProfitSeries, ...]) -> list[Mark]:
    """The break-even points of all alternatives. Where both kinds fall together there is one."""
    found = []
    for s in series:
        if s.first is not None and s.first > 0 and s.first != s.safe_from:
            words = FIRST.filled(users=users_text(s.first, count_rounded_up))
            found.append(Mark(s.key, s.first, s.colour_index, False, words))
        if s.safe_from is not None and s.safe_from > 0:
            words = ONLY if s.first == s.safe_from else SAFE
            words = words.filled(users=users_text(s.safe_from, count_rounded_up))
            found.append(Mark(s.key, s.safe_from, s.colour_index, True, words))
    return found


class Marks(Layer):
    """Markers and their words; the words stand under the zero line, in as many rows as they need."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__(view, 5)
        self._theme = theme
        self._marks: list[Mark] = []
        self.language: Language = "en"

    def show_series(self, series: tuple[ProfitSeries, ...]) -> None:
        """Replace the break-even points."""
        self._marks = marks_of(series)
        self.update()

    def at(self, place: QPointF) -> Mark | None:
        """The point whose marker or words are at a place."""
        frame = self.frame
        seen = self._seen(frame)
        for mark, box in zip(seen, self._boxes(seen, frame) if seen else [], strict=True):
            marker = QPointF(frame.x(mark.users), frame.y(0)) - place
            if marker.manhattanLength() <= _REACH or box.contains(place):
                return mark
        return None

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Words first, so that no marker is covered."""
        del option, widget
        frame = self.frame
        seen = self._seen(frame)
        if not seen:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", bold=True))
        for mark, box in zip(seen, self._boxes(seen, frame), strict=True):
            self._label(painter, mark, box, frame)
        for mark in seen:
            line = QColor(self._theme.series(mark.colour_index).line)
            painter.setPen(QPen(line if not mark.sure else self._theme.colours.colour("surface"), 2))
            painter.setBrush(line if mark.sure else self._theme.colours.colour("surface"))
            painter.drawEllipse(QPointF(frame.x(mark.users), frame.y(0)), _RADIUS, _RADIUS)

    def _seen(self, frame: Frame) -> list[Mark]:
        return [mark for mark in self._marks if frame.x0 <= mark.users <= frame.x1]

    def _boxes(self, marks: list[Mark], frame: Frame) -> list[QRectF]:
        metrics = QFontMetricsF(font("caption", bold=True))
        height = metrics.height() + 2
        spans = []
        for mark in marks:
            width = metrics.horizontalAdvance(mark.words(self.language)) + 2 * _PADDING
            start = min(frame.x(mark.users) - _PADDING, frame.width - width)
            spans.append((max(0.0, start), max(0.0, start) + width))
        below = frame.height - frame.y(0) > 3 * height
        top = frame.y(0) + _RADIUS + 4 if below else frame.y(0) - _RADIUS - 4 - height
        rows = levels(spans, gap=8)
        return [
            QRectF(start, top + row * height * (1 if below else -1), end - start, height)
            for (start, end), row in zip(spans, rows, strict=True)
        ]

    def _label(self, painter: QPainter, mark: Mark, box: QRectF, frame: Frame) -> None:
        """Words with a thin edge of the background, so that they can be read across lines without hiding them."""
        ink = QColor(self._theme.series(mark.colour_index).ink)
        painter.setPen(QPen(ink, 1))
        foot = box.top() + 4 if box.top() > frame.y(0) else box.bottom() - 4
        painter.drawLine(QPointF(frame.x(mark.users), frame.y(0)), QPointF(frame.x(mark.users), foot))
        words, place = mark.words(self.language), box.adjusted(_PADDING, 0, 0, 0)
        painter.setPen(self._theme.colours.colour("surface"))
        for step in _AROUND:  # far cheaper than stroking the outlines of the letters
            painter.drawText(place.translated(step), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
