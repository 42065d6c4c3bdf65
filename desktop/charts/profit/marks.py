"""The break-even points, where the lines cross zero: a ring where profit begins, a disc from where it never ends. Their
words give way to the users line, to dots and each other; those of the first profit before any others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from core.record import record
from core.wording.numbers import count_rounded_up
from core.wording.text import Language, Text
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words
from desktop.charts.layer import Layer
from desktop.charts.painting import guarded
from desktop.charts.profit.data import ProfitSeries
from desktop.charts.profit.mark_placing import EVERY, Wanted, nearest_x, place_words
from desktop.charts.words import users_text
from desktop.theme import Theme, font, measures

ONLY = Text("profit from {users}", "{users}起盈利")
FIRST = Text("first profit at {users}", "{users}首次盈利")
SAFE = Text("no more losses from {users}", "{users}起不再亏损")
_RADIUS, _REACH = 5.0, 8.0
_PADDING = 4.0
_LOW = 130.0  # pixels of a plot in which only what holds for good is told
_NEAR = 40.0  # pixels between two points of one alternative that are as good as one


@record
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


Placed = list[tuple[Mark, QRectF | None]]


class Marks(Layer):
    """Markers and their words."""

    def __init__(self, view: Any, theme: Theme, others: Callable[[], list[QRectF]]) -> None:
        """`others`: what stands in the plot already, such as the users line."""
        super().__init__(view, 5)
        self._theme, self._others = theme, others
        self._series: tuple[ProfitSeries, ...] = ()
        self._marks: list[Mark] = []
        self._placed: tuple[object, Placed] | None = None
        self._heights: tuple[object, np.ndarray] = (None, np.empty((0, 0)))
        self.language: Language = "en"

    def show_series(self, series: tuple[ProfitSeries, ...]) -> None:
        """Replace the break-even points."""
        self._series, self._marks = series, marks_of(series)
        self._placed = None
        self.update()

    def at(self, place: QPointF) -> Mark | None:
        """The point whose marker or words are at a place."""
        frame = self.frame
        for mark, box in self.placed(frame):
            marker = QPointF(frame.x(mark.users), frame.y(0)) - place
            if marker.manhattanLength() <= _REACH or (box is not None and box.contains(place)):
                return mark
        return None

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Words first, so that no marker is covered."""
        del option, widget
        frame = self.frame
        placed = self.placed(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", bold=True))
        for mark, box in placed:
            if box is not None:
                self._label(painter, mark, box, frame)
        for mark, _ in placed:
            line = QColor(self._theme.series(mark.colour_index).line)
            painter.setPen(QPen(line if not mark.sure else self._theme.colours.colour("surface"), 2))
            painter.setBrush(line if mark.sure else self._theme.colours.colour("surface"))
            painter.drawEllipse(QPointF(frame.x(mark.users), frame.y(0)), _RADIUS, _RADIUS)

    def placed(self, frame: Frame) -> Placed:
        """The points in view, each with where its words stand; None where they have no room."""
        others = self._others()
        now = (frame, self.language, [box.getRect() for box in others])
        if self._placed is None or self._placed[0] != now:
            self._placed = (now, self._place(frame, others))
        return self._placed[1]

    def _place(self, frame: Frame, others: list[QRectF]) -> Placed:
        """The words of a first profit stand there all or none, and not where what holds for good is as near as that."""
        seen = [mark for mark in self._marks if frame.x0 <= mark.users <= frame.x1]
        safe = {mark.key: frame.x(mark.users) for mark in seen if mark.sure}
        far = [m for m in seen if not m.sure and abs(frame.x(m.users) - safe.get(m.key, np.inf)) > _NEAR]
        sure = sorted((mark for mark in seen if mark.sure), key=lambda mark: -mark.users)
        for told in ([*sure, *far], sure) if frame.height > _LOW else (sure,):
            boxes = self._boxes(told, frame, [*others, *(_around(frame.x(mark.users), frame.y(0)) for mark in seen)])
            if None not in boxes:
                break
        found = dict(zip(told, boxes, strict=True))
        return [(mark, found.get(mark)) for mark in seen]

    def _boxes(self, marks: list[Mark], frame: Frame, taken: list[QRectF]) -> list[QRectF | None]:
        metrics = measures("caption", bold=True)
        wanted = []
        for mark in marks:
            width = metrics.horizontalAdvance(mark.words(self.language)) + 2 * _PADDING
            wanted.append(Wanted(frame.x(mark.users), QSizeF(width, metrics.height() + 2), mark.sure))
        return place_words(wanted, frame.y(0), QRectF(0, 0, frame.width, frame.height), taken, self._heights_in(frame))

    def _heights_in(self, frame: Frame) -> np.ndarray:
        """Where the lines run, every few pixels; found anew only where one moved."""
        now = (self._series, frame)
        if self._heights[0] != now:
            across = np.arange(0.0, frame.width, EVERY)
            users = frame.x0 + across / max(frame.width, 1.0) * (frame.x1 - frame.x0)
            profits = [np.interp(users, s.users, s.profit) for s in self._series if len(s.users)]
            scale = frame.height / (frame.y1 - frame.y0)
            self._heights = now, (frame.y1 - np.array(profits).reshape(-1, len(across))) * scale
        return self._heights[1]

    def _label(self, painter: QPainter, mark: Mark, box: QRectF, frame: Frame) -> None:
        """A stroke from the point, and words that hide no line behind them."""
        ink = QColor(self._theme.series(mark.colour_index).ink)
        painter.setPen(QPen(ink, 1))
        x = frame.x(mark.users)
        foot = box.top() + 4 if box.top() > frame.y(0) else box.bottom() - 4
        painter.drawLine(QPointF(x, frame.y(0)), QPointF(nearest_x(x, box), foot))
        draw_words(painter, box, mark.words(self.language), ink, self._theme.colours.colour("surface"))


def _around(x: float, y: float) -> QRectF:
    return QRectF(x - _RADIUS - 1, y - _RADIUS - 1, 2 * _RADIUS + 2, 2 * _RADIUS + 2)
