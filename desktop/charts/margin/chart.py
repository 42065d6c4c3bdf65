"""Where each $100 of revenue goes: one bar per alternative, costs first, then what is left. Costs beyond what is earned
run past the hundred, hatched there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.wording.text import Language
from desktop.charts.data import TableTwin
from desktop.charts.margin.data import MarginData
from desktop.charts.margin.painting import LEAST_ROW, ROW_HEIGHT, TOP, line_at, paint_margins
from desktop.charts.margin.words import margin_summary, margin_table, title
from desktop.theme import Theme


class MarginChart(QWidget):
    """A widget over `paint_margins`, which paints the same on paper. Its parts can be clicked."""

    figure_chosen = Signal(str, str)  # an alternative and a line of its statement

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = MarginData(())
        self.language: Language = "en"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    @property
    def data(self) -> MarginData:
        """What is shown."""
        return self._data

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

    def least_height(self) -> int:
        """Room for every bar."""
        return TOP + ROW_HEIGHT * max(1, len(self._data.bars))

    def lowest_height(self) -> int:
        """The same with as little air between the bars as can be."""
        return TOP + LEAST_ROW * max(1, len(self._data.bars))

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Paint the whole chart into an area of any surface."""
        paint_margins(painter, area, self._data, self._theme, self.language)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the words on the bars."""
        return QSize(360, self.lowest_height())

    def sizeHint(self) -> QSize:
        """As it likes to be."""
        return QSize(360, self.least_height()).expandedTo(QSize(640, 240))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        found = line_at(event.position(), QRectF(self.rect()), self._data)
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a part asks about its figure."""
        found = line_at(event.position(), QRectF(self.rect()), self._data)
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.figure_chosen.emit(*found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.colour("surface"))
        self.paint_into(painter, QRectF(self.rect()))
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(title(self._data.currency)(self.language))
        self.setAccessibleDescription(self.summary())
        self.update()
