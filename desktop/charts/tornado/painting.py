"""How the tornado is painted, on any surface: the axis with its legend, and the blocks under it."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from core.wording.scale import Kind, tick_labels
from core.wording.text import Language
from core.wording.unit_words import unit_words
from desktop.charts.halo import draw_words
from desktop.charts.tornado.data import TornadoBlock
from desktop.charts.tornado.layout import AXIS_HEIGHT, Head, Place, TornadoLayout, extent
from desktop.charts.tornado.words import HIGH, HIGH_SHORT, LOW, LOW_SHORT, beyond_ends, now_words
from desktop.charts.words import shortened
from desktop.round_numbers import ticks
from desktop.theme import Theme, font
from desktop.theme.colours import SeriesColour

_BAR, _TOOTH, _GAP = 12.0, 4.0, 5.0
_BETWEEN_TICKS = 64
_SWATCH = 18.0
_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_axis(painter: QPainter, layout: TornadoLayout, theme: Theme, language: Language) -> None:
    """The legend, and the labels of the one axis under it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font("caption"))
    metrics = QFontMetricsF(painter.font())
    _legend(painter, layout, theme, language, metrics)
    values = _ticks(layout)
    painter.setPen(theme.colours.colour("muted"))
    for value, label in zip(values, tick_labels(values, language, _kind(layout.data.unit)), strict=True):
        wide = metrics.horizontalAdvance(label) + 4
        middle = min(layout.x(value), layout.width - wide / 2)
        box = QRectF(middle - wide / 2, AXIS_HEIGHT - 20, wide, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)


def _legend(painter: QPainter, layout: TornadoLayout, theme: Theme, language: Language, metrics: QFontMetricsF) -> None:
    neutral = SeriesColour(theme.colours.direct, theme.colours.text, theme.colours.surface)
    x = layout.width - 16
    texts = (HIGH, LOW)
    needed = sum(metrics.horizontalAdvance(text(language)) + _SWATCH + 22 for text in texts)
    if needed + metrics.horizontalAdvance(layout.data.title) > x - 16:
        texts = (HIGH_SHORT, LOW_SHORT)
    for text, low in zip(texts, (False, True), strict=True):
        words = text(language)
        x -= metrics.horizontalAdvance(words)
        painter.setPen(theme.colours.colour("text"))
        painter.drawText(QRectF(x, 4, layout.width, 18), _CENTRE, words)
        x -= _SWATCH + 6
        _fill(painter, QRectF(x, 7, _SWATCH, _BAR), neutral, low=low)
        x -= 16
    painter.setPen(theme.colours.colour("muted"))
    box = QRectF(16, 4, x - 16, 18)
    painter.drawText(box, _CENTRE, shortened(layout.data.title, metrics, box.width()))


def paint_blocks(
    painter: QPainter, layout: TornadoLayout, theme: Theme, language: Language, current: Place | None = None
) -> None:
    """Every block; the bar that is pointed at or has the focus lies on a ground of its own."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.colours
    if current is not None:
        painter.fillRect(current.row, colours.colour("accent_soft"))
    for _, _, bars in layout.heads():
        for value in _ticks(layout):
            zero = value == 0
            painter.setPen(QPen(colours.colour("zero" if zero else "grid"), 2 if zero else 1))
            painter.drawLine(QLineF(layout.x(value), bars.top(), layout.x(value), bars.bottom()))
    for block, head, bars in layout.heads():
        _heading(painter, layout, block, head, theme, language)
        if math.isfinite(block.base):
            painter.setPen(QPen(QColor(theme.series(block.colour_index).ink), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(layout.x(block.base), bars.top(), layout.x(block.base), bars.bottom()))
    for place in layout.places:
        ground = colours.colour("accent_soft" if place == current else "surface")
        _Bar(painter, layout, theme, language, place).paint(ground)


def _heading(
    painter: QPainter, layout: TornadoLayout, block: TornadoBlock, head: Head, theme: Theme, language: Language
) -> None:
    box = head.box
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.series(block.colour_index).line))
    painter.drawEllipse(QPointF(box.left() + 5, box.center().y()), 5, 5)
    painter.setFont(font("body", bold=True))
    bold = QFontMetricsF(painter.font())
    painter.setPen(QColor(theme.series(block.colour_index).ink))
    now = now_words(block, layout.data.unit, language)
    room = box.adjusted(18, 0, -bold.horizontalAdvance(now) - 16, 0)
    painter.drawText(box, _RIGHT, now)
    painter.drawText(room, _CENTRE, shortened(block.name, bold, room.width()))
    painter.setFont(font("body"))
    painter.setPen(theme.colours.colour("text"))
    painter.drawText(head.sentence, _CENTRE | Qt.TextFlag.TextDontClip, "\n".join(head.lines))


class _Bar:
    """One row: label, both halves, what lies beyond the ends, and the words beside it."""

    def __init__(
        self, painter: QPainter, layout: TornadoLayout, theme: Theme, language: Language, place: Place
    ) -> None:
        self._painter, self._layout, self._theme, self._language = painter, layout, theme, language
        self._bar, self._row, self._label = place.bar, place.row, place.label
        self._base, self._extent = place.block.base, extent(place.block, place.bar)
        self._colour = theme.series(place.block.colour_index)

    def paint(self, ground: QColor) -> None:
        """Paint it on this ground."""
        layout, bar, painter = self._layout, self._bar, self._painter
        painter.setFont(font("caption"))
        painter.setPen(self._theme.colours.colour("text"))
        room = QRectF(layout.labels.left(), self._row.top(), layout.labels.width(), self._row.height())
        painter.drawText(room, _CENTRE | Qt.TextFlag.TextDontClip, "\n".join(self._label))
        if beyond_ends(bar):
            self._whisker()
        overlap = self._same_side()
        for low, value in ((True, bar.at_low), (False, bar.at_high)):
            self._half(value, low=low, half_height=overlap)
        self._ends(ground)

    def _same_side(self) -> bool:
        """Whether both ends lie on one side of now, so that the halves would cover each other."""
        ends = (self._bar.at_low, self._bar.at_high)
        if any(map(math.isnan, ends)) or math.isnan(self._base):
            return False
        return all(end > self._base for end in ends) or all(end < self._base for end in ends)

    def _half(self, value: float, *, low: bool, half_height: bool) -> None:
        if math.isnan(value) or math.isnan(self._base):
            return
        x0, x1 = sorted((self._layout.x(self._base), self._layout.x(value)))
        if x1 - x0 < 0.5:
            return
        top = self._row.center().y() - _BAR / 2
        box = QRectF(x0, top, x1 - x0, _BAR)
        if half_height:
            box.setHeight(_BAR / 2)
            box.translate(0, 0 if low else _BAR / 2)
        _fill(self._painter, box, self._colour, low=low)
        side = self._layout.beyond(value)
        if side:
            self._tear(box, side)

    def _tear(self, box: QRectF, side: int) -> None:
        """A torn end: the bar goes on beyond the axis."""
        x = box.right() - 8 if side > 0 else box.left() + 8
        steps = 4
        points = [
            QPointF(x + (_TOOTH if number % 2 else -_TOOTH) / 2, box.top() - 1 + (box.height() + 2) * number / steps)
            for number in range(steps + 1)
        ]
        self._painter.setPen(QPen(self._theme.colours.colour("surface"), 3))
        self._painter.drawPolyline(QPolygonF(points))

    def _whisker(self) -> None:
        """How far the target goes between the ends of the range."""
        layout, bar, y = self._layout, self._bar, self._row.center().y()
        left, right = layout.x(bar.least), layout.x(bar.greatest)
        self._painter.setPen(QPen(QColor(self._colour.ink), 1.5))
        self._painter.drawLine(QLineF(left, y, right, y))
        for x, value in ((left, bar.least), (right, bar.greatest)):
            if not layout.beyond(value):
                self._painter.drawLine(QLineF(x, y - 5, x, y + 5))

    def _ends(self, ground: QColor) -> None:
        """The assumption's values where they belong: beside the end of the bar they lead to. A line may pass there."""
        bar, layout = self._bar, self._layout
        if not self._extent:
            return
        left, right = layout.x(min(self._extent)), layout.x(max(self._extent))
        ink, metrics = self._theme.colours.colour("text"), QFontMetricsF(self._painter.font())
        at_left, at_right = layout.end_words(bar)
        wide = metrics.horizontalAdvance(at_left)
        for x, words in ((left - _GAP - wide, at_left), (right + _GAP, at_right)):
            box = QRectF(x, self._row.top(), metrics.horizontalAdvance(words), self._row.height())
            draw_words(self._painter, box, words, ink, ground)


def _fill(painter: QPainter, box: QRectF, colour: SeriesColour, *, low: bool) -> None:
    """The low end is an outline, the high end is solid: told apart without colour, and neither looks good or bad."""
    painter.setPen(QPen(QColor(colour.line), 1.4))
    painter.setBrush(QColor(colour.wash if low else colour.line))
    painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7))


def _ticks(layout: TornadoLayout) -> list[float]:
    return ticks(layout.low, layout.high, max(2, int((layout.right - layout.left) / _BETWEEN_TICKS)))


def _kind(unit: str) -> Kind:
    words = unit_words(unit)
    return words.currency or ("share" if words.kind == "share" else "number")
