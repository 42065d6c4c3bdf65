"""Names at the ends of the lines instead of a legend: in the line's colour, beside its last point, never in each
other's way."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.charts.data import Line
from desktop.charts.frame import Frame
from desktop.charts.painting import guarded
from desktop.charts.placing import spread
from desktop.charts.profit.reading import value_at
from desktop.charts.pyqtgraph_fast import GraphicsWidget
from desktop.charts.words import two_lines
from desktop.theme import Theme, font, measures

_LEADER = 22.0  # pixels from the plot to the words, crossed by a stroke from the line's end
_WIDEST = 150.0


class EndLabels(GraphicsWidget):
    """The column to the right of the plot."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._series: tuple[Line, ...] = ()
        view.sigRangeChanged.connect(lambda *_: self.update())

    def show_series(self, series: tuple[Line, ...]) -> None:
        """Replace the names, and take as much room as the longest needs."""
        names = {s.name for s in series}
        if names != {s.name for s in self._series}:
            metrics = measures("caption", bold=True)
            lines = [line for name in names for line in two_lines(name, metrics, _WIDEST)]
            width = max((metrics.horizontalAdvance(line) for line in lines), default=0)
            self.setFixedWidth(math.ceil(width + _LEADER + 8))
        self._series = series
        self.update()

    def boxes(self) -> list[QRectF]:
        """Where each name stands, in the order of the alternatives."""
        frame = self._frame()
        metrics = measures("caption", bold=True)
        heights = [len(two_lines(s.name, metrics, _WIDEST)) * metrics.height() + 4 for s in self._series]
        centres = spread([self._end(frame, s) for s in self._series], heights, 0, frame.height)
        left, width = _LEADER, self.rect().width() - _LEADER
        return [QRectF(left, c - h / 2, width, h) for c, h in zip(centres, heights, strict=True)]

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """A stroke from the end of each line to its name."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = font("caption", bold=True)
        painter.setFont(letters)
        metrics, frame = QFontMetricsF(letters), self._frame()
        for series, box in zip(self._series, self.boxes(), strict=True):
            colours = self._theme.series(series.colour_index)
            painter.setPen(QPen(QColor(colours.line), 1.5))
            painter.drawLine(QPointF(0, self._end(frame, series)), QPointF(_LEADER - 6, box.center().y()))
            painter.setPen(QColor(colours.ink))
            words = "\n".join(two_lines(series.name, metrics, _WIDEST))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _frame(self) -> Frame:
        (x0, x1), (y0, y1) = self._view.viewRange()
        return Frame(x0, x1, y0, y1, self._view.rect().width(), self._view.rect().height())

    def _end(self, frame: Frame, series: Line) -> float:
        """The height of the line's last visible point; the zero line where there is none."""
        height = value_at(series, min(frame.x1, float(series.xs[-1]))) if len(series.xs) else math.nan
        return min(max(frame.y(0.0 if math.isnan(height) else height), 0.0), frame.height)
