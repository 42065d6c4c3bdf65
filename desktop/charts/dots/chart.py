"""How sure are we: twenty marks for each alternative, each one future in twenty, by shape and colour those with a
profit and those without; where the profit lies only on request."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.charts.data import TableTwin
from desktop.charts.dots.data import DotsData
from desktop.charts.dots.painting import height_of, paint_dots
from desktop.charts.dots.words import NAME, dots_summary, dots_table
from desktop.charts.painted_chart import PaintedChart
from desktop.theme import Theme


class DotsChart(PaintedChart):
    """A widget over `paint_dots`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._data = DotsData(())
        self._tell()

    @property
    def data(self) -> DotsData:
        """What it shows."""
        return self._data

    def set_data(self, data: DotsData) -> None:
        """Show other figures."""
        self._data = data
        self._tell()

    def title(self) -> str:
        """The question."""
        return NAME(self.language)

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return dots_table(self._data, self.language)

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return dots_summary(self._data, self.language)

    def least_height(self) -> int:
        """Room for every row."""
        return height_of(self._data)

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Legend, rows, axis."""
        paint_dots(painter, area, self._data, self._theme, self.language)
