"""How the margin chart is painted, on any surface."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from core.record import record
from core.wording.scale import tick_labels
from core.wording.text import Language, Text
from desktop.charts.margin.data import MarginBar, MarginData
from desktop.charts.margin.words import DIRECT, LEFT, OPERATING, hundredths, obstacle, outcome
from desktop.charts.placing import spread
from desktop.charts.words import shortened
from desktop.round_numbers import ticks
from desktop.theme import Theme, font

TOP = 30  # the axis of dollars
LEAST_ROW, ROW_HEIGHT = 60, 84  # of a bar with its name and the words under it: at least, and where there is room
_NAME_HEIGHTS = (21.0, 26.0)  # in the one and in the other
_BAR_HEIGHTS = (23.0, 30.0)
_SIDE = 16.0
_WIDEST_AXIS = 250.0  # dollars; a bar that is longer still is torn off there and says so in its words
_HUNDRED = 100.0


@record
class Part:
    """A stretch of a bar, in dollars out of each hundred of revenue."""

    words: Text
    colour: str  # a name of the theme's table
    line: str  # the line of the statement it stands for
    start: float
    end: float


def parts_of(bar: MarginBar) -> list[Part]:
    """The stretches of a bar from left to right. Parts of nothing are left out."""
    direct = max(0.0, bar.direct_cost / bar.revenue * _HUNDRED)
    costs = direct + max(0.0, bar.operating_cost / bar.revenue * _HUNDRED)
    parts = [
        Part(DIRECT, "direct", "direct_cost", 0, direct),
        Part(OPERATING, "operating", "operating_cost", direct, costs),
    ]
    if costs < _HUNDRED:
        parts.append(Part(LEFT, "left", "operating_profit", costs, _HUNDRED))
    return [part for part in parts if part.end > part.start]


def longest(data: MarginData) -> float:
    """The right end of the axis, in dollars."""
    ends = [parts_of(bar)[-1].end for bar in data.bars if obstacle(bar, data) is None and parts_of(bar)]
    return min(_WIDEST_AXIS, max([_HUNDRED, *ends]) * (1.0 if max([0.0, *ends]) <= _HUNDRED else 1.04))


def paint_margins(painter: QPainter, area: QRectF, data: MarginData, theme: Theme, language: Language) -> None:
    """Paint the whole chart into `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    end, plot = longest(data), _plot(area)
    _axis(painter, plot, end, data, theme, language)
    for row, bar in zip(_rows(plot, data), data.bars, strict=True):
        _Row(painter, row, end, theme, language, data).paint(bar)
    painter.restore()


def line_at(point: QPointF, area: QRectF, data: MarginData) -> tuple[str, str] | None:
    """The alternative and the line of its statement at a place of a chart painted into `area`; None beside the bars."""
    plot, end = _plot(area), longest(data)
    for row, bar in zip(_rows(plot, data), data.bars, strict=True):
        if not row.contains(point) or obstacle(bar, data) is not None:
            continue
        below_name = point.y() - row.top() - name_height(row)
        if below_name < 0:
            return bar.key, "operating_profit"  # the words on the right: what is kept or lost
        dollars = (point.x() - plot.left()) / plot.width() * end
        if below_name > bar_height(row) or not 0 <= dollars <= parts_of(bar)[-1].end:
            return None
        return bar.key, next(part.line for part in parts_of(bar) if dollars <= part.end)
    return None


def _plot(area: QRectF) -> QRectF:
    return QRectF(area.left() + _SIDE, area.top() + TOP, area.width() - 2 * _SIDE, area.height() - TOP)


def _rows(plot: QRectF, data: MarginData) -> list[QRectF]:
    """One under the other, for each bar."""
    step = min(max(plot.height() / max(1, len(data.bars)), LEAST_ROW), 1.4 * ROW_HEIGHT)
    return [QRectF(plot.left(), plot.top() + index * step, plot.width(), step) for index in range(len(data.bars))]


def name_height(row: QRectF) -> float:
    """How much of a row its name and outcome take."""
    return _between(_NAME_HEIGHTS, row)


def bar_height(row: QRectF) -> float:
    """How high the bar in a row is."""
    return _between(_BAR_HEIGHTS, row)


def _between(heights: tuple[float, float], row: QRectF) -> float:
    share = min(1.0, max(0.0, (row.height() - LEAST_ROW) / (ROW_HEIGHT - LEAST_ROW)))
    return heights[0] + share * (heights[1] - heights[0])


def _axis(painter: QPainter, plot: QRectF, end: float, data: MarginData, theme: Theme, language: Language) -> None:
    values = ticks(0, end, max(2, int(plot.width() / 90)))
    painter.setFont(font("caption"))
    for value, label in zip(values, tick_labels(values, language, data.currency), strict=True):
        x = plot.left() + value / end * plot.width()
        strong = value == _HUNDRED
        painter.setPen(QPen(theme.colours.colour("zero" if strong else "grid"), 2 if strong else 1))
        painter.drawLine(QLineF(x, plot.top() - 6, x, plot.bottom()))
        painter.setPen(theme.colours.colour("text" if strong else "muted"))
        box = QRectF(min(max(x - 40, plot.left() - _SIDE), plot.right() + _SIDE - 80), plot.top() - 28, 80, 18)
        side = Qt.AlignmentFlag.AlignHCenter
        if value == 0 or box.right() > plot.right() + _SIDE - 1:
            side = Qt.AlignmentFlag.AlignLeft if value == 0 else Qt.AlignmentFlag.AlignRight
            box = QRectF(x if value == 0 else x - 80, box.top(), 80, 18)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, label)


class _Row:
    """One alternative: its name and outcome above, the bar below."""

    def __init__(
        self, painter: QPainter, row: QRectF, end: float, theme: Theme, language: Language, data: MarginData
    ) -> None:
        self._painter, self._row, self._end = painter, row, end
        self._theme, self._language, self._data = theme, language, data
        self._name, self._bar = name_height(row), bar_height(row)

    def paint(self, bar: MarginBar) -> None:
        """Paint it, or say why there is nothing to paint."""
        why = obstacle(bar, self._data)
        self._heading(bar, None if why else outcome(bar, self._data.currency))
        if why is not None:
            self._painter.setFont(font("body"))
            self._painter.setPen(self._theme.colours.colour("muted"))
            box = QRectF(self._row.left(), self._row.top() + self._name, self._row.width(), self._bar)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, why(self._language))
            return
        parts = parts_of(bar)
        for part in parts:
            self._part(part)
        self._loss(parts)
        self._words(parts)

    def _x(self, dollars: float) -> float:
        return self._row.left() + min(dollars, self._end) / self._end * self._row.width()

    def _box(self, start: float, end: float) -> QRectF:
        left = self._x(start)
        return QRectF(left, self._row.top() + self._name, max(0.0, self._x(end) - left), self._bar)

    def _heading(self, bar: MarginBar, result: Text | None) -> None:
        painter, colours = self._painter, self._theme.series(bar.colour_index)
        line = QRectF(self._row.left(), self._row.top() + 2, self._row.width(), self._name - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawEllipse(QPointF(line.left() + 5, line.center().y()), 5, 5)
        painter.setFont(font("body", bold=True))
        metrics = QFontMetricsF(painter.font())
        right = 0.0
        if result is not None:
            painter.setPen(self._theme.colours.colour("good" if bar.left >= 0 else "bad"))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, result(self._language))
            right = metrics.horizontalAdvance(result(self._language)) + 16
        painter.setPen(self._theme.colours.colour("text"))
        name = line.adjusted(18, 0, -right, 0)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shortened(bar.name, metrics, name.width()))

    def _part(self, part: Part) -> None:
        self._painter.fillRect(self._box(part.start, part.end), self._theme.colours.colour(part.colour))

    def _loss(self, parts: list[Part]) -> None:
        """What costs more than the hundred is hatched; the line at the hundred goes through the bar."""
        end = parts[-1].end if parts else 0.0
        if end <= _HUNDRED:
            return
        box, colours = self._box(_HUNDRED, end), self._theme.colours
        self._painter.fillRect(box, QBrush(colours.colour("bad_soft"), Qt.BrushStyle.BDiagPattern))
        self._painter.setPen(QPen(colours.colour("bad"), 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box)
        hundred = QLineF(box.left(), box.top() - 3, box.left(), box.bottom() + 3)
        for ink, width in (("surface", 4), ("zero", 2)):
            self._painter.setPen(QPen(colours.colour(ink), width))
            self._painter.drawLine(hundred)

    def _words(self, parts: list[Part]) -> None:
        """Words on the costs where they fit, under them where they do not; what is left of it stands in the heading."""
        small: list[tuple[str, float]] = []
        self._painter.setFont(font("caption", bold=True))
        metrics = QFontMetricsF(self._painter.font())
        for part in (part for part in parts if part.words is not LEFT):
            seen = self._box(part.start, part.end)
            amount = hundredths(part.end - part.start, self._data.currency)(self._language)
            words = f"{part.words(self._language)} {amount}"
            width = metrics.horizontalAdvance(words) + 12
            if width <= seen.width():
                ground = QRectF(seen.center().x() - width / 2, seen.top() + 4, width, seen.height() - 8)
                self._painter.fillRect(ground, self._theme.colours.colour(part.colour))
                self._painter.setPen(self._theme.colours.colour(f"on_{part.colour}"))
                self._painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, words)
            else:
                small.append((words, seen.center().x()))
        self._under(small, metrics)

    def _under(self, small: list[tuple[str, float]], metrics: QFontMetricsF) -> None:
        if not small:
            return
        widths = [metrics.horizontalAdvance(words) + 12 for words, _ in small]
        centres = spread([x for _, x in small], widths, self._row.left(), self._row.right())
        top = self._row.top() + self._name + self._bar + 1
        for (words, _), width, centre in zip(small, widths, centres, strict=True):
            box = QRectF(centre - width / 2, top, width, metrics.height() + 2)
            self._painter.fillRect(box.adjusted(3, 0, -3, 0), self._theme.colours.colour("surface"))
            self._painter.setPen(self._theme.colours.colour("text"))
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
