"""Where each $100 of revenue goes: one bar per alternative, costs first, then what is left. What costs more than it
earns hangs past the hundred, hatched."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.wording.text import Language
from desktop.charts.data import MarginData, TableTwin
from desktop.charts.margin_painting import ROW_HEIGHT, TOP, paint_margins
from desktop.charts.margin_words import margin_summary, margin_table, title
from desktop.theme import Theme


class MarginChart(QWidget):
    """A widget over `paint_margins`, which paints the same on paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = MarginData(())
        self.language: Language = "en"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_data(self, data: MarginData) -> None:
        """Show other figures."""
        self._data = data
        self.updateGeometry()
        self._tell()

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = language
        self._tell()

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return margin_table(self._data, self.language)

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return margin_summary(self._data, self.language)

    def minimumSizeHint(self) -> QSize:
        """Room for every bar."""
        return QSize(360, TOP + ROW_HEIGHT * max(1, len(self._data.bars)))

    def sizeHint(self) -> QSize:
        """As it likes to be."""
        return self.minimumSizeHint().expandedTo(QSize(640, 240))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.colour("surface"))
        paint_margins(painter, QRectF(self.rect()), self._data, self._theme, self.language)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(title(self._data.currency)(self.language))
        self.setAccessibleDescription(self.summary())
        self.update()
