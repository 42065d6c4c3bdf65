"""What explains the difference: from one figure to the other step by step, up and down."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.charts.bridge.data import BridgeData
from desktop.charts.bridge.painting import TOP, height_of, paint_bridge
from desktop.charts.bridge.words import bridge_summary, bridge_table, bridge_title
from desktop.charts.data import TableTwin
from desktop.charts.painted_chart import PaintedChart
from desktop.theme import Theme


class BridgeChart(PaintedChart):
    """A widget over `paint_bridge`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._data: BridgeData | None = None

    @property
    def data(self) -> BridgeData | None:
        """What it shows."""
        return self._data

    def set_data(self, data: BridgeData) -> None:
        """Show other figures."""
        self._data = data
        self._tell()

    def title(self) -> str:
        """The question."""
        return "" if self._data is None else bridge_title(self._data, self.language)

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return TableTwin((), ()) if self._data is None else bridge_table(self._data, self.language)

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return "" if self._data is None else bridge_summary(self._data, self.language)

    def least_height(self) -> int:
        """Room for every row."""
        return TOP if self._data is None else height_of(self._data)

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Nothing where an end is not defined: the words beside it say so."""
        if self._data is not None and self._data.defined:
            paint_bridge(painter, area, self._data, self._theme, self.language)
