"""A chart that is painted as a whole by one function, which paints the same on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.wording.text import Language
from desktop.charts.data import TableTwin
from desktop.charts.painting import guarded
from desktop.theme import Theme


class PaintedChart(QWidget):
    """Subclasses keep their data, say how high they are, and paint themselves into an area."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.language: Language = "en"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = language
        self._tell()

    def title(self) -> str:
        """The question the chart answers."""
        raise NotImplementedError

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        raise NotImplementedError

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        raise NotImplementedError

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Paint the whole chart into an area of any surface."""
        raise NotImplementedError

    def least_height(self) -> int:
        """Pixels it needs."""
        raise NotImplementedError

    def minimumSizeHint(self) -> QSize:
        """Room for everything."""
        return QSize(320, self.least_height())

    def sizeHint(self) -> QSize:
        """As it likes to be."""
        return self.minimumSizeHint().expandedTo(QSize(640, 200))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and chart."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colours.colour("surface"))
        self._paint(painter, None)
        painter.end()

    @guarded
    def _paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        del option, widget
        self.paint_into(painter, QRectF(self.rect()))

    def _tell(self) -> None:
        self.setAccessibleName(self.title())
        self.setAccessibleDescription(self.summary())
        self.updateGeometry()
        self.update()
