"""Who pays for the heavy users: what every subscriber costs, sorted, against what the fee leaves for serving; the area
above that line is what the others pay for them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.charts.data import TableTwin
from desktop.charts.painted_chart import PaintedChart
from desktop.charts.usage.data import UsageData
from desktop.charts.usage.painting import HEIGHT, paint_usage
from desktop.charts.usage.words import NAME, usage_summary, usage_table
from desktop.theme import Theme


class UsageCurve(PaintedChart):
    """A widget over `paint_usage`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._data: UsageData | None = None

    @property
    def data(self) -> UsageData | None:
        """What it shows."""
        return self._data

    def set_data(self, data: UsageData) -> None:
        """Show other figures."""
        self._data = data
        self._tell()

    def title(self) -> str:
        """The question."""
        return NAME(self.language)

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return TableTwin((), ()) if self._data is None else usage_table(self._data, self.language)

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return "" if self._data is None else usage_summary(self._data, self.language)

    def least_height(self) -> int:
        """Enough to see the line in it."""
        return HEIGHT

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Axes, areas, lines, words; nothing where a figure is not defined: the words beside it say so."""
        if self._data is not None and self._data.defined:
            paint_usage(painter, area, self._data, self._theme, self.language)
