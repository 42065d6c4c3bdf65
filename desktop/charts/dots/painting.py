"""How the chart of futures is painted, on any surface."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from core.wording.scale import tick_labels
from core.wording.text import Language
from desktop.charts.dots.data import FUTURES, DotsData, DotsRow
from desktop.charts.dots.words import EACH, LOSS, PROFIT, RANGE, ends_of
from desktop.charts.placing import spread
from desktop.charts.words import shortened
from desktop.round_numbers import nice_step, ticks
from desktop.theme import Theme, font
from desktop.theme.colours import SeriesColour

TOP = 34  # the legend
ROW_HEIGHT, RANGE_HEIGHT = 62, 40
AXIS_HEIGHT = 40
_SIDE = 16.0
_NAME_HEIGHT = 24
_LARGEST, _SMALLEST = 20.0, 6.0  # marks
_MARK = 12.0  # in the legend
_CENTRE = Qt.AlignmentFlag.AlignVCenter


def height_of(data: DotsData) -> int:
    """Pixels the chart needs."""
    rows = max(1, len(data.rows))
    return TOP + rows * (ROW_HEIGHT + RANGE_HEIGHT * data.ranges) + AXIS_HEIGHT * data.ranges


def span_of(data: DotsData) -> tuple[float, float]:
    """The ends of the axis of profits: all ranges and zero, rounded."""
    known = [value for row in data.rows for value in (row.low, row.high) if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        return -1.0, 1.0
    room = 0.04 * (high - low)
    return low - (room if low < 0 else 0), high + (room if high > 0 else 0)


def paint_dots(painter: QPainter, area: QRectF, data: DotsData, theme: Theme, language: Language) -> None:
    """Paint the whole chart into `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = area.adjusted(_SIDE, 0, -_SIDE, 0)
    _legend(painter, inside, theme, language)
    height = ROW_HEIGHT + RANGE_HEIGHT * data.ranges
    lanes = QRectF(inside.left(), inside.top() + TOP, inside.width(), height * len(data.rows))
    if data.ranges:
        _axis(painter, lanes, data, theme, language)
    for place, row in enumerate(data.rows):
        box = QRectF(lanes.left(), lanes.top() + place * height, lanes.width(), height)
        _Row(painter, box, data, theme, language).paint(row)
    painter.restore()


def draw_profit(painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
    """A future with a profit: a full disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, size / 2, size / 2)


def draw_loss(painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
    """A future without one: an empty box that is crossed out."""
    half = size / 2 * 0.86
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.drawLine(QLineF(box.topLeft(), box.bottomRight()))
    painter.drawLine(QLineF(box.topRight(), box.bottomLeft()))


def _legend(painter: QPainter, inside: QRectF, theme: Theme, language: Language) -> None:
    painter.setFont(font("caption"))
    metrics = QFontMetricsF(painter.font())
    right, middle = inside.right(), inside.top() + TOP / 2 - 2
    for text, draw, colour in ((LOSS, draw_loss, "bad"), (PROFIT, draw_profit, "good")):
        words = text(language)
        right -= metrics.horizontalAdvance(words)
        painter.setPen(theme.colours.colour("text"))
        painter.drawText(QRectF(right, middle - 10, inside.right(), 20), _CENTRE, words)
        right -= _MARK
        draw(painter, QPointF(right, middle), _MARK, theme.colours.colour(colour))
        right -= _MARK + 12
    painter.setPen(theme.colours.colour("muted"))
    box = QRectF(inside.left(), middle - 10, max(0.0, right - inside.left()), 20)
    painter.drawText(box, _CENTRE, shortened(EACH(language), metrics, box.width()))


def _axis(painter: QPainter, lanes: QRectF, data: DotsData, theme: Theme, language: Language) -> None:
    low, high = span_of(data)
    painter.setFont(font("caption"))
    metrics = QFontMetricsF(painter.font())
    values = ticks(low, high, max(2, int(lanes.width() / 96)))
    step = nice_step(high - low, max(2, int(lanes.width() / 96)))
    for value, label in zip(values, tick_labels(values, language, data.currency), strict=True):
        x, zero = _x(lanes, low, high, value), abs(value) < step / 2
        painter.setPen(QPen(theme.colours.colour("zero" if zero else "grid"), 2 if zero else 1))
        for place in range(len(data.rows)):
            top = lanes.top() + place * (ROW_HEIGHT + RANGE_HEIGHT) + ROW_HEIGHT - 4
            painter.drawLine(QLineF(x, top, x, top + RANGE_HEIGHT))
        painter.setPen(theme.colours.colour("text" if zero else "muted"))
        wide = metrics.horizontalAdvance(label) + 4
        left = min(max(x - wide / 2, lanes.left() - _SIDE), lanes.right() + _SIDE - wide)
        painter.drawText(QRectF(left, lanes.bottom() + 2, wide, 16), Qt.AlignmentFlag.AlignCenter, label)
    painter.setPen(theme.colours.colour("muted"))
    box = QRectF(lanes.left(), lanes.bottom() + 18, lanes.width(), 18)
    words = RANGE.filled(a_period=data.a_period)(language)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shortened(words, metrics, box.width()))


def _x(lanes: QRectF, low: float, high: float, value: float) -> float:
    return lanes.left() + (value - low) / (high - low) * lanes.width()


class _Row:
    """One alternative: name and words, twenty marks, and its range where that is wanted."""

    def __init__(self, painter: QPainter, box: QRectF, data: DotsData, theme: Theme, language: Language) -> None:
        self._painter, self._box, self._data = painter, box, data
        self._theme, self._language = theme, language

    def paint(self, row: DotsRow) -> None:
        """Paint it."""
        self._heading(row)
        if row.profits is not None:
            self._marks(row.profits)
        if self._data.ranges and row.low is not None and row.half is not None and row.high is not None:
            self._range(row, row.low, row.half, row.high)

    def _heading(self, row: DotsRow) -> None:
        painter, colours = self._painter, self._theme.colours
        line = QRectF(self._box.left(), self._box.top(), self._box.width(), _NAME_HEIGHT)
        draw_profit(painter, QPointF(line.left() + 5, line.center().y()), 10, QColor(self._series(row).line))
        painter.setFont(font("body", bold=True))
        metrics = QFontMetricsF(painter.font())
        right = metrics.horizontalAdvance(row.words)
        painter.setPen(colours.colour("text"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | _CENTRE, row.words)
        name = line.adjusted(18, 0, -right - 16, 0)
        painter.drawText(name, _CENTRE, shortened(row.name, metrics, name.width()))

    def _series(self, row: DotsRow) -> SeriesColour:
        return self._theme.series(row.colour_index)

    def _marks(self, profits: int) -> None:
        """Tens stand together, so that they can be counted."""
        step = min((self._box.width() - 4) / (FUTURES + 1), 1.6 * _LARGEST)
        size = max(_SMALLEST, min(_LARGEST, 0.8 * step))
        middle = self._box.top() + _NAME_HEIGHT + (ROW_HEIGHT - _NAME_HEIGHT) / 2 - 4
        for place in range(FUTURES):
            x = self._box.left() + size / 2 + 1 + (place + (place >= FUTURES // 2) * 0.7) * step
            if place < profits:
                draw_profit(self._painter, QPointF(x, middle), size, self._theme.colours.colour("good"))
            else:
                draw_loss(self._painter, QPointF(x, middle), size, self._theme.colours.colour("bad"))

    def _range(self, row: DotsRow, low: float, half: float, high: float) -> None:
        painter, colours = self._painter, self._theme.colours
        start, end = span_of(self._data)
        at = [_x(self._box, start, end, value) for value in (low, half, high)]
        top = self._box.top() + ROW_HEIGHT
        painter.fillRect(QRectF(at[0], top, max(2.0, at[2] - at[0]), 8), QColor(self._series(row).line))
        painter.setPen(QPen(colours.colour("text"), 3))
        painter.drawLine(QLineF(at[1], top - 3, at[1], top + 11))
        painter.setFont(font("caption"))
        metrics = QFontMetricsF(painter.font())
        labels = ends_of(row, self._data, self._language)
        widths = [metrics.horizontalAdvance(label) + 10 for label in labels]
        painter.setPen(colours.colour("text"))
        for label, width, centre in zip(
            labels, widths, spread(at, widths, self._box.left() - _SIDE, self._box.right() + _SIDE), strict=True
        ):
            box = QRectF(centre - width / 2, top + 12, width, metrics.height())
            painter.fillRect(box.adjusted(3, 0, -3, 0), colours.colour("surface"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
