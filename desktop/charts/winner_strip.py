"""Under the axis of users: who earns the most at which size, by name and colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from core.wording.text import Language, Text
from desktop.charts.data import ProfitData, WinnerRegion
from desktop.charts.painting import guarded
from desktop.charts.pyqtgraph_fast import GraphicsWidget
from desktop.charts.words import shortened
from desktop.theme import Theme, font

NOBODY = Text("nobody makes a profit", "都不盈利")
HEIGHT = 28.0
_LEAST_FOR_WORDS = 40.0
_GAP = 2.0
_HATCH = Qt.BrushStyle.BDiagPattern


class WinnerStrip(GraphicsWidget):
    """A row of named fields, as wide as the plot above it."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._regions: tuple[WinnerRegion, ...] = ()
        self._names: dict[str, tuple[str, int]] = {}
        self.users = 0.0
        self.language: Language = "en"
        self.setFixedHeight(HEIGHT)
        view.sigXRangeChanged.connect(lambda *_: self.update())

    def show_data(self, data: ProfitData) -> None:
        """Replace the regions."""
        self._regions = data.winners
        self._names = {s.key: (s.name, s.colour_index) for s in data.series}
        self.update()

    def words(self, region: WinnerRegion) -> str:
        """What stands in a region."""
        return self._names[region.key][0] if region.key in self._names else NOBODY(self.language)

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Fields with names; where a field is too narrow for one, its colour has to do."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", bold=True))
        (x0, x1), _ = self._view.viewRange()
        width = self.rect().width()
        fields: list[tuple[WinnerRegion, QRectF]] = []
        for region in self._regions:
            left, right = ((min(max(v, x0), x1) - x0) / (x1 - x0) * width for v in (region.start, region.end))
            if right - left > 0.5:
                fields.append((region, QRectF(left, 2, max(right - left - _GAP, 1.0), HEIGHT - 4)))
        for region, box in fields:
            self._field(painter, region, box)
        x = (self.users - x0) / (x1 - x0) * width
        painter.setPen(QPen(self._theme.colours.colour("accent"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, HEIGHT))
        for region, box in fields:
            if box.width() >= _LEAST_FOR_WORDS:
                self._words(painter, region, box.adjusted(6, 3, -6, 0))

    def _field(self, painter: QPainter, region: WinnerRegion, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if region.key in self._names:
            colours = self._theme.series(self._names[region.key][1])
            painter.setBrush(QColor(colours.wash))
            painter.drawRoundedRect(box, 4, 4)
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 3), QColor(colours.line))
            return
        for brush in (QBrush(self._nobody()), QBrush(self._theme.colours.colour("hairline"), _HATCH)):
            painter.setBrush(brush)
            painter.drawRoundedRect(box, 4, 4)

    def _words(self, painter: QPainter, region: WinnerRegion, room: QRectF) -> None:
        """The name, on its own background so that the users line does not strike it through."""
        metrics = QFontMetricsF(painter.font())
        words = shortened(self.words(region), metrics, room.width())
        width = metrics.horizontalAdvance(words)
        back, ink = self._nobody(), self._theme.colours.colour("muted")
        if region.key in self._names:
            colours = self._theme.series(self._names[region.key][1])
            back, ink = QColor(colours.wash), QColor(colours.ink)
        painter.fillRect(QRectF(room.center().x() - width / 2 - 3, room.top() + 3, width + 6, room.height() - 6), back)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _nobody(self) -> QColor:
        return self._theme.colours.colour("sunken")
