"""What did it cost when: one lane of steps for each kind of price, each on its own scale, with the prices on them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.wording.dates import month_and_year
from core.wording.money import listed_price
from desktop.charts.data import TableTwin
from desktop.charts.painted_chart import PaintedChart
from desktop.charts.prices.data import PriceHistory, PriceLane
from desktop.charts.prices.words import NAME, OFF_PEAK, price_summary, price_table
from desktop.theme import Theme, font

LANE, AXIS = 46, 20
_LABELS = 104.0  # the column of what the lanes are called
_WORDS = 15.0  # above a step
_GAP = 6.0
_SAMPLE = 22.0  # of a dotted line, beside its name
_SIDE = 12.0
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class PriceChart(PaintedChart):
    """Steps in the accent colour; off-peak hours dotted below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._history: PriceHistory | None = None
        self._tell()

    @property
    def history(self) -> PriceHistory | None:
        """What it shows."""
        return self._history

    def set_history(self, history: PriceHistory | None) -> None:
        """Show another item."""
        self._history = history
        self._tell()

    def title(self) -> str:
        """What it is about."""
        return NAME.filled(name=self._history.name if self._history else "")(self.language)

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return price_table(self._history, self.language)

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return price_summary(self._history, self.language)

    def least_height(self) -> int:
        """Room for every lane."""
        return AXIS + LANE * (len(self._history.lanes) if self._history else 1)

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Lanes from top to bottom, the time below them."""
        history = self._history
        if history is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(2.4 * LANE, (area.height() - AXIS) / len(history.lanes))
        plot = QRectF(area.left() + _LABELS, area.top(), area.width() - _LABELS - _SIDE, height * len(history.lanes))
        for place, lane in enumerate(history.lanes):
            box = QRectF(plot.left(), plot.top() + place * height, plot.width(), height)
            self._label(painter, QRectF(area.left(), box.top(), _LABELS, height), lane)
            self._lane(painter, box, lane, history)
        self._time(painter, QRectF(plot.left(), plot.bottom(), plot.width(), AXIS), history)

    def _label(self, painter: QPainter, box: QRectF, lane: PriceLane) -> None:
        painter.setFont(font("caption"))
        painter.setPen(self._theme.colours.colour("muted"))
        flags = Qt.TextFlag.TextWordWrap | _CENTRE
        painter.drawText(box.adjusted(0, _WORDS, -_GAP, -2), flags, lane.label(self.language))

    def _lane(self, painter: QPainter, box: QRectF, lane: PriceLane, history: PriceHistory) -> None:
        room = box.adjusted(0, _WORDS + 2, 0, -4)
        painter.setPen(QPen(self._theme.colours.colour("hairline"), 1))
        painter.drawLine(QLineF(box.left(), room.bottom() + 0.5, box.right(), room.bottom() + 0.5))
        top = lane.highest or 1.0
        written: list[tuple[QPointF, str]] = []
        before: QPointF | None = None
        for step in lane.steps:
            left, right = (box.left() + _share(day, history) * box.width() for day in (step.begin, step.end))
            high = room.bottom() - step.price / top * room.height()
            self._step(painter, QLineF(left, high, right, high), before)
            before = QPointF(right, high)
            if step.low is not None:
                low = room.bottom() - step.low / top * room.height()
                painter.setPen(self._dotted())
                painter.drawLine(QLineF(left, low, right, low))
            written.append((QPointF(left, high), listed_price(step.price, history.currency, self.language)))
        self._prices(painter, written, box.right())

    def _step(self, painter: QPainter, line: QLineF, before: QPointF | None) -> None:
        """A price while it held, and the step from the one before where nothing lies between."""
        painter.setPen(QPen(self._theme.colours.colour("accent"), 2))
        if before is not None and before.x() >= line.x1() - 0.5:
            painter.drawLine(QLineF(line.x1(), before.y(), line.x1(), line.y1()))
        painter.drawLine(line)

    def _prices(self, painter: QPainter, written: list[tuple[QPointF, str]], end: float) -> None:
        """The prices above their steps, as many as there is room for; the last one first, for it counts most."""
        letters = font("caption", bold=True)
        painter.setFont(letters)
        taken: list[QRectF] = []
        for place, words in (written[-1], *written[:-1]):
            wide = QFontMetricsF(letters).horizontalAdvance(words) + 2
            box = QRectF(min(place.x() + 4, end - wide), place.y() - _WORDS - 2, wide, _WORDS)
            if any(box.adjusted(-_GAP, 0, _GAP, 0).intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.fillRect(box, self._theme.colours.colour("surface"))
            painter.setPen(self._theme.colours.colour("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _CENTRE, words)

    def _dotted(self) -> QPen:
        return QPen(self._theme.colours.colour("accent"), 1.6, Qt.PenStyle.DotLine)

    def _time(self, painter: QPainter, box: QRectF, history: PriceHistory) -> None:
        painter.setFont(font("caption"))
        painter.setPen(self._theme.colours.colour("muted"))
        first, last = history.span
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _CENTRE, month_and_year(first, self.language))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _CENTRE, month_and_year(last, self.language))
        if history.has_cheap_hours:
            left, middle = box.left() - _LABELS, box.center().y()
            beside = QRectF(left + _SAMPLE + _GAP, box.top(), _LABELS, box.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | _CENTRE, OFF_PEAK(self.language))
            painter.setPen(self._dotted())
            painter.drawLine(QLineF(left, middle, left + _SAMPLE, middle))


def _share(day: date, history: PriceHistory) -> float:
    """Where a day stands between the first and the last."""
    first, last = history.span
    return (day - first).days / max(1, (last - first).days)
