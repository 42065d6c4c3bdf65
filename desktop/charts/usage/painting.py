"""How the chart of sorted users is painted, on any surface."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from core.wording.money import about_money
from core.wording.scale import tick_labels
from core.wording.text import Language, Text
from desktop.charts.frame import Frame
from desktop.charts.halo import draw_words
from desktop.charts.placing import Strokes
from desktop.charts.pyqtgraph_fast import array_to_path
from desktop.charts.usage.data import UsageData
from desktop.charts.usage.words import BEYOND, FEE, HEAVY, KEPT, LIGHT, SUBSCRIBERS, SUBSIDY
from desktop.charts.words import shortened
from desktop.round_numbers import ticks
from desktop.theme import Theme, font

HEIGHT = 180  # at least
_TOP, _BOTTOM, _RIGHT = 14.0, 40.0, 18.0
_NOTE = 16.0  # height of a line of words
_APART = 16.0  # between words in one line
_TICK_GAP = 10.0
_HEIGHTS = (0.35, 0.55, 0.15, 0.0)  # where the area that others pay is named, as shares of its height from the top
_CENTRE = Qt.AlignmentFlag.AlignVCenter


def paint_usage(painter: QPainter, area: QRectF, data: UsageData, theme: Theme, language: Language) -> None:
    """Paint the whole chart into `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font("caption"))
    _Usage(painter, area, data, theme, language).paint()
    painter.restore()


class _Usage:
    """Grid and axes, the curve with what lies above the fee, the fee, words."""

    def __init__(self, painter: QPainter, area: QRectF, data: UsageData, theme: Theme, language: Language) -> None:
        self._painter, self._data, self._colours, self._language = painter, data, theme.colours, language
        self._line = QColor(theme.series(data.colour_index).line)
        self._wash = QColor(theme.series(data.colour_index).wash)
        self._metrics = QFontMetricsF(painter.font())
        self._values = ticks(data.bottom, data.top, max(2, int(area.height() / 48)))
        self._labels = tick_labels(self._values, language, data.currency)
        left = max((self._metrics.horizontalAdvance(label) for label in self._labels), default=0) + 2 * _TICK_GAP
        top = _NOTE + 8 if data.far > data.top else _TOP  # how the curve goes on is told over it
        self._box = area.adjusted(left, top, -_RIGHT, -_BOTTOM)
        self._frame = Frame(0.0, 1.0, data.bottom, data.top, self._box.width(), self._box.height())
        self._taken: list[QRectF] = []  # by words

    def paint(self) -> None:
        """From back to front."""
        self._axes()
        self._painter.save()
        self._painter.setClipRect(self._box)
        self._areas()
        self._painter.restore()
        self._fee()
        self._notes()

    def _at(self, share: float, cost: float) -> QPointF:
        return QPointF(self._box.left() + self._frame.x(share), self._box.top() + self._frame.y(cost))

    def _axes(self) -> None:
        painter, colours = self._painter, self._colours
        for value, label in zip(self._values, self._labels, strict=True):
            y = self._at(0, value).y()
            painter.setPen(QPen(colours.colour("zero" if value == 0 else "grid"), 2 if value == 0 else 1))
            painter.drawLine(QLineF(self._box.left(), y, self._box.right(), y))
            painter.setPen(colours.colour("muted"))
            box = QRectF(0, y - 10, self._box.left() - _TICK_GAP, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | _CENTRE, label)
        places = ticks(0, 1, max(2, int(self._box.width() / 96)))
        for share, label in zip(places, tick_labels(places, self._language, "share"), strict=True):
            x = self._at(share, 0).x()
            painter.drawText(QRectF(x - 40, self._box.bottom() + 4, 80, 16), Qt.AlignmentFlag.AlignCenter, label)
        self._under()

    def _under(self) -> None:
        """What the axis of shares means; where there is little room its two ends say enough."""
        below = QRectF(self._box.left(), self._box.bottom() + 20, self._box.width(), 18)
        light, middle, heavy = (words(self._language) for words in (LIGHT, SUBSCRIBERS, HEAVY))
        sides = max(map(self._metrics.horizontalAdvance, (light, heavy)))
        told = [(light, Qt.AlignmentFlag.AlignLeft), (heavy, Qt.AlignmentFlag.AlignRight)]
        if self._metrics.horizontalAdvance(middle) + 2 * (sides + _APART) <= below.width():
            told.append((middle, Qt.AlignmentFlag.AlignHCenter))
        for words, side in told:
            self._painter.drawText(below, side | _CENTRE, words)

    def _areas(self) -> None:
        """The cost as an area; what lies above what is kept of the fee is hatched."""
        data, painter = self._data, self._painter
        kept = max(data.kept, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._wash)
        painter.drawPath(self._between(np.zeros_like(data.costs), data.costs))
        if data.above > 0:
            over = self._between(np.full_like(data.costs, kept), np.maximum(data.costs, kept))
            for brush in (QBrush(self._colours.colour("bad_soft")), self._hatch()):
                painter.setBrush(brush)
                painter.drawPath(over)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._line, 2.5))
        painter.drawPath(_path(*self._pixels(data.costs)))

    def _hatch(self) -> QBrush:
        return QBrush(self._colours.colour("bad"), Qt.BrushStyle.BDiagPattern)

    def _pixels(self, costs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """A curve as it is painted."""
        frame, limit = self._frame, 2 * self._data.top  # far outside nothing is seen, and pixels have an end
        xs = self._box.left() + self._data.shares * frame.width
        ys = self._box.top() + (frame.y1 - np.minimum(costs, limit)) * (frame.height / (frame.y1 - frame.y0))
        return xs, ys

    def _between(self, low: np.ndarray, high: np.ndarray) -> QPainterPath:
        (ahead_x, ahead_y), (back_x, back_y) = self._pixels(high), self._pixels(low)
        return _path(np.concatenate([ahead_x, back_x[::-1]]), np.concatenate([ahead_y, back_y[::-1]]))

    def _fee(self) -> None:
        """What is kept as a full line, the fee itself as a broken one above it, each with its name."""
        data, apart = self._data, abs(self._data.fee - self._data.kept)
        same = apart * self._box.height() < 2 * (data.top - data.bottom)
        levels = [(data.kept, FEE if same else KEPT, Qt.PenStyle.SolidLine, 2.5, "text")]
        if not same:
            levels.append((data.fee, FEE, Qt.PenStyle.DashLine, 1.5, "muted"))
        for value, _, style, width, ink in levels:
            y = self._at(0, value).y()
            self._painter.setPen(QPen(self._colours.colour(ink), width, style))
            self._painter.drawLine(QLineF(self._box.left(), y, self._box.right(), y))
        texts = {
            value: text.filled(amount=about_money(value, data.currency), a_period=data.a_period)
            for value, text, *_ in levels
        }
        places = self.fee_places({value: text(self._language) for value, text in texts.items()})
        self._taken += places.values()
        for value, _, _, _, ink in levels:
            self._words(places[value], texts[value], ink)

    def fee_places(self, told: dict[float, str]) -> dict[float, QRectF]:
        """Where the names of the two levels stand: the upper one's over it, the lower one's under it, or beside or over
        the other name where the curve would run into it there."""
        curve = Strokes([self._pixels(self._data.costs)])
        upper, lower = max(told), min(told)
        width = {value: self._metrics.horizontalAdvance(words) + 2 for value, words in told.items()}
        x, over = self._box.left() + 8, self._at(0, upper).y() - _NOTE - 3
        places = {upper: QRectF(x, over, width[upper], _NOTE)}
        if lower != upper:
            tried = [
                QRectF(left, top, width[lower], _NOTE)
                for left, top in (
                    (x, self._at(0, lower).y() + 3), (x + width[upper] + _APART, over), (x, over - _NOTE - 2),
                )
            ]  # fmt: skip
            places[lower] = next((box for box in tried if self._free(box, curve)), tried[0])
        return places

    def _free(self, box: QRectF, curve: Strokes) -> bool:
        """Whether words here stay inside, with no line through them."""
        return self._box.contains(box) and not curve.cross(box.left() - 4, box.top(), box.right() + 4, box.bottom())

    def _notes(self) -> None:
        data = self._data
        if data.far > data.top:
            told = BEYOND.filled(amount=about_money(data.far, data.currency, 2))
            wide = self._metrics.horizontalAdvance(told(self._language))
            self._words(QRectF(self._box.right() - wide - 4, self._box.top() - _NOTE - 6, wide, _NOTE), told, "muted")
        if 0 < data.above < 1:
            box = self.subsidy_place(self._metrics.horizontalAdvance(SUBSIDY(self._language)) + 2)
            if box is not None:
                self._words(box, SUBSIDY, "bad")

    def subsidy_place(self, width: float) -> QRectF | None:
        """Where the area that others pay is named: to the left of it, on nothing; None where there is no room."""
        xs, ys = self._pixels(self._data.costs)
        curve = Strokes([(xs, ys)])
        height = max(0.0, self._at(0, max(self._data.kept, 0.0)).y() - self._box.top())
        for share in _HEIGHTS:
            top = self._box.top() + share * height
            right = float(np.interp(-top - _NOTE, -ys, xs)) - 8  # the curve rises to the right
            box = QRectF(right - width, top, width, _NOTE)
            if self._free(box, curve) and not any(box.intersects(other) for other in self._taken):
                return box
        return None

    def _words(self, box: QRectF, text: Text, ink: str) -> None:
        words = text(self._language)
        wide = QRectF(box.left(), box.top(), self._metrics.horizontalAdvance(words) + 2, box.height())
        words = shortened(words, self._metrics, self._box.right() - box.left())
        draw_words(self._painter, wide, words, self._colours.colour(ink), self._colours.colour("surface"))


def _path(xs: np.ndarray, ys: np.ndarray) -> QPainterPath:
    path: QPainterPath = array_to_path(xs, ys, connect="all", finiteCheck=False)
    return path
