"""How the bridge is painted, on any surface: lying down, so that long names have room."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from core.record import record
from core.wording.scale import tick_labels
from core.wording.text import Language
from desktop.charts.bridge.data import BridgeData
from desktop.charts.bridge.words import amounts
from desktop.charts.words import shortened
from desktop.round_numbers import ticks
from desktop.theme import Theme, font, measures

TOP = 28  # the axis of money
ROW_HEIGHT = 34
_SIDE, _GAP = 16.0, 10.0
_MOST_NAMES = 0.46  # of the width
_BAR = 16.0
_CENTRE = Qt.AlignmentFlag.AlignVCenter


@record
class _Bar:
    """One row: an end, which stands on zero, or a step, which hangs between two levels."""

    name: str
    change: str
    amount: str
    start: float
    end: float
    step: bool


def height_of(data: BridgeData) -> int:
    """Pixels the chart needs."""
    return TOP + ROW_HEIGHT * (len(data.steps) + 2) + 8


def paint_bridge(painter: QPainter, area: QRectF, data: BridgeData, theme: Theme, language: Language) -> None:
    """Paint the whole chart into `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Bridge(painter, area, data, theme, language).paint()
    painter.restore()


class _Bridge:
    """Axis, zero, rows with names at the left and amounts at the right."""

    def __init__(self, painter: QPainter, area: QRectF, data: BridgeData, theme: Theme, language: Language) -> None:
        self._painter, self._colours, self._language, self._data = painter, theme.colours, language, data
        shown, levels = amounts(data, language), data.levels
        self._bars = [_Bar(data.start_name, "", shown[0], 0.0, data.start, step=False)]
        for place, step in enumerate(data.steps):
            ends = levels[place], levels[place + 1]
            self._bars.append(_Bar(step.name, step.change, shown[place + 1], *ends, step=True))
        self._bars.append(_Bar(data.end_name, "", shown[-1], 0.0, data.end, step=False))
        metrics = measures("body", bold=True)
        widest = max(metrics.horizontalAdvance(word) for word in shown) + _GAP
        told = (max(map(metrics.horizontalAdvance, (bar.name, bar.change))) for bar in self._bars)
        names = min(max(told) + 1, _MOST_NAMES * area.width())
        left = area.left() + _SIDE
        self._names = QRectF(left, area.top() + TOP, names, 0)
        plot_left = left + names + _GAP
        self._plot = QRectF(plot_left, area.top() + TOP, max(40.0, area.right() - _SIDE - widest - plot_left), 0)
        self._amounts = QRectF(self._plot.right(), area.top() + TOP, widest, 0)
        self._step = min(max((area.height() - TOP - 8) / len(self._bars), ROW_HEIGHT), 1.4 * ROW_HEIGHT)

    def paint(self) -> None:
        """From back to front."""
        self._axis()
        for place, bar in enumerate(self._bars):
            top = self._plot.top() + place * self._step
            self._words(bar, top)
            self._bar(bar, top)
            if place + 1 < len(self._bars):
                self._joint(bar.end, top)

    def _x(self, value: float) -> float:
        low, high = self._data.span
        return self._plot.left() + (value - low) / (high - low) * self._plot.width()

    def _axis(self) -> None:
        painter = self._painter
        low, high = self._data.span
        painter.setFont(font("caption"))
        values = ticks(low, high, max(2, int(self._plot.width() / 84)))
        bottom = self._plot.top() + len(self._bars) * self._step
        labels = tick_labels(values, self._language, self._data.currency)
        for value, label in zip(values, labels, strict=True):
            x, zero = self._x(value), value == 0
            painter.setPen(QPen(self._colours.colour("zero" if zero else "grid"), 2 if zero else 1))
            painter.drawLine(QLineF(x, self._plot.top() - 4, x, bottom))
            painter.setPen(self._colours.colour("text" if zero else "muted"))
            painter.drawText(QRectF(x - 50, self._plot.top() - 24, 100, 18), Qt.AlignmentFlag.AlignCenter, label)

    def _words(self, bar: _Bar, top: float) -> None:
        painter = self._painter
        box = QRectF(self._names.left(), top, self._names.width(), self._step)
        letters, small = font("body", bold=not bar.step), font("caption")
        metrics, small_metrics = QFontMetricsF(letters), QFontMetricsF(small)
        lines = metrics.height() + (small_metrics.height() - 2 if bar.change else 0)
        y = box.center().y() - lines / 2
        painter.setFont(letters)
        painter.setPen(self._colours.colour("text"))
        name = shortened(bar.name, metrics, box.width())
        painter.drawText(QRectF(box.left(), y, box.width(), metrics.height()), _CENTRE, name)
        if bar.change:
            painter.setFont(small)
            painter.setPen(self._colours.colour("muted"))
            below = QRectF(box.left(), y + metrics.height() - 2, box.width(), small_metrics.height())
            painter.drawText(below, _CENTRE, shortened(bar.change, small_metrics, box.width()))
        painter.setFont(letters)
        ink = "text" if not bar.step else "good" if bar.end > bar.start else "bad"
        painter.setPen(self._colours.colour(ink))
        right = QRectF(self._amounts.left(), top, self._amounts.width(), self._step)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | _CENTRE, bar.amount)

    def _bar(self, bar: _Bar, top: float) -> None:
        """Ends are plain; a step up is full, a step down is hatched."""
        painter, colours = self._painter, self._colours
        left, right = sorted((self._x(bar.start), self._x(bar.end)))
        box = QRectF(left, top + (self._step - _BAR) / 2, max(2.0, right - left), _BAR)
        if not bar.step or bar.end > bar.start:
            painter.fillRect(box, colours.colour("good" if bar.step else "direct"))
            return
        painter.fillRect(box, colours.colour("bad_soft"))
        painter.fillRect(box, QBrush(colours.colour("bad"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(colours.colour("bad"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _joint(self, level: float, top: float) -> None:
        """From where one row ends to where the next begins."""
        x = self._x(level)
        self._painter.setPen(QPen(self._colours.colour("muted"), 1))
        start = top + (self._step + _BAR) / 2
        self._painter.drawLine(QLineF(x, start, x, start + self._step - _BAR))
