"""Under the axis of users: who earns the most at which size, by name and colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from core.wording.text import Language
from desktop.charts.painting import guarded
from desktop.charts.profit.data import ProfitData, WinnerRegion
from desktop.charts.profit.race_key import RaceKey
from desktop.charts.profit.winner_fields import CLOSE_RACE, NO_PROFIT, NOBODY, Field, brief, fields_of, tip_of
from desktop.charts.pyqtgraph_fast import GraphicsWidget
from desktop.theme import Theme, font, measures
from desktop.widgets.plain_tip import plain_tip

HEIGHT = 28.0
_LEAST_FOR_WORDS = 34.0
_SIDE = 3.0  # pixels beside the words
_GAP = 2.0
_HATCHES = (Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.FDiagPattern)


class WinnerStrip(GraphicsWidget):
    """A row of named fields, as wide as the plot above it."""

    def __init__(self, view: Any, theme: Theme) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._regions: tuple[WinnerRegion, ...] = ()
        self._names: dict[str, tuple[str, int]] = {}
        self.users = 0.0
        self.language: Language = "en"
        self._fields_for: object = None
        self._kept_fields: list[Field] = []
        self.setFixedHeight(HEIGHT)
        self.key = RaceKey(theme, HEIGHT, self._unexplained)
        view.sigXRangeChanged.connect(lambda *_: self._follow())

    def show_data(self, data: ProfitData) -> None:
        """Replace the regions."""
        self._regions = data.winners
        self._names = {s.key: (s.name, s.colour_index) for s in data.series}
        self._follow()

    def words(self, region: WinnerRegion) -> str:
        """What stands in a region."""
        return self._name(region.key)

    def tip_at(self, place: QPointF) -> str:
        """Who makes the most at a place of the strip, and from where to where."""
        field = next((field for field in self._fields() if field.left <= place.x() <= field.right), None)
        if field is None or not self.rect().contains(place):
            return ""
        return plain_tip(tip_of(field, self._name)(self.language))

    @guarded
    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        """Fields with names; where a field is too narrow for one, its colour has to do."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("caption", bold=True))
        fields = [(field, _box(field)) for field in self._fields()]
        for field, box in fields:
            self._field(painter, field, box)
        x = min(self._pixel(self.users), self.rect().width() - 1)
        painter.setPen(QPen(self._theme.colours.colour("accent"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, HEIGHT))
        for field, box in fields:
            self._words(painter, field, _room(box))

    def _follow(self) -> None:
        self.update()
        self.key.update()

    def _fields(self) -> list[Field]:
        """Asked for twice a picture, here and by the key."""
        now = (self._regions, *self._view.viewRange()[0], self.rect().width())
        if self._fields_for != now:
            self._fields_for, self._kept_fields = now, fields_of(self._regions, self._pixel)
        return self._kept_fields

    def _unexplained(self) -> str:
        """What a hatched field without words means."""
        untold = any(field.is_race and not self._told(field, _room(_box(field))) for field in self._fields())
        return CLOSE_RACE(self.language) if untold else ""

    def _pixel(self, users: float) -> float:
        (x0, x1), _ = self._view.viewRange()
        return float((min(max(users, x0), x1) - x0) / (x1 - x0) * self.rect().width())

    def _name(self, key: str | None) -> str:
        return self._names[key][0] if key in self._names else NOBODY(self.language)

    def _field(self, painter: QPainter, field: Field, box: QRectF) -> None:
        """In the colours of who leads; those of a close race are hatched into each other."""
        painter.setPen(Qt.PenStyle.NoPen)
        colours = [self._theme.series(self._names[key][1]) for key in field.keys if key in self._names]
        ground = self._nobody() if None in field.keys or not colours else QColor(colours[0].wash)
        hatch = [self._theme.colours.colour("hairline")] if not colours else []
        if field.is_race:
            hatch = [QColor(colour.line) for colour in colours[:2]]
        for brush in (QBrush(ground), *map(QBrush, hatch, _HATCHES)):
            painter.setBrush(brush)
            painter.drawRoundedRect(box, 4, 4)
        if colours and not field.is_race:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 3), QColor(colours[0].line))

    def _words(self, painter: QPainter, field: Field, room: QRectF) -> None:
        """The name, on its own background so that the users line does not strike it through."""
        words = self._told(field, room)
        if not words:
            return
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        back, ink = self._nobody(), self._theme.colours.colour("muted")
        if not field.is_race and field.keys[0] in self._names:
            colours = self._theme.series(self._names[field.keys[0]][1])
            back, ink = QColor(colours.wash), QColor(colours.ink)
        painter.fillRect(QRectF(room.center().x() - width / 2 - 3, room.top() + 3, width + 6, room.height() - 6), back)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _told(self, field: Field, room: QRectF) -> str:
        """The words that a field has room for."""
        if room.width() < _LEAST_FOR_WORDS:
            return ""
        metrics = measures("caption", bold=True)
        return self._fitting(field, lambda some: metrics.horizontalAdvance(some) <= room.width())

    def _fitting(self, field: Field, fits: Callable[[str], bool]) -> str:
        """What a field is called in the room it has; "" where there is none."""
        key = field.keys[0]
        if not field.is_race and key in self._names:
            return brief(self._names[key][0], [name for name, _ in self._names.values()], fits)
        told = (CLOSE_RACE,) if field.is_race else (NOBODY, NO_PROFIT)
        return next((text(self.language) for text in told if fits(text(self.language))), "")

    def _nobody(self) -> QColor:
        return self._theme.colours.colour("sunken")


def _box(field: Field) -> QRectF:
    return QRectF(field.left, 2, max(field.right - field.left - _GAP, 1.0), HEIGHT - 4)


def _room(box: QRectF) -> QRectF:
    """For the words in a field."""
    return box.adjusted(_SIDE, 3, -_SIDE, 0)
