"""Who makes money at which size: profit per month against users, one line per alternative."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from core.questions.display import A_PERIOD
from core.wording.money import exact_money
from core.wording.text import Language, Text
from desktop.charts.axis import BOTTOM_HEIGHT
from desktop.charts.backdrop import Backdrop, profit_zones
from desktop.charts.caption import Caption
from desktop.charts.data import TableTwin
from desktop.charts.easing import Easing, Ranges
from desktop.charts.end_labels import EndLabels
from desktop.charts.lines import Lines
from desktop.charts.plot import Plot
from desktop.charts.profit.data import ProfitData
from desktop.charts.profit.marks import Marks
from desktop.charts.profit.read_out import ReadOut
from desktop.charts.profit.reading import key_step, pointed, profit_range, value_at
from desktop.charts.profit.steering import FINER, Steering, is_fine
from desktop.charts.profit.users_line import UsersLine
from desktop.charts.profit.winner_strip import HEIGHT, WinnerStrip
from desktop.charts.profit.words import profit_summary, profit_table
from desktop.charts.words import USERS
from desktop.theme import Theme

NAME = Text("Profit {a_period} by number of users", "不同用户数下的{a_period}盈利")
BEST = Text("Best:", "最赚钱：")
ExactProfit = Callable[[float], Mapping[str, float]]
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10}


class ProfitChart(Plot):
    """The chart with its draggable line "your users"."""

    drag_started = Signal()
    users_dragged = Signal(float)  # while the line moves
    drag_finished = Signal(float)  # where it was left
    mark_chosen = Signal(str)  # the alternative whose break-even point was clicked

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "number", "USD", parent)
        self._data: ProfitData | None = None
        self._exact: ExactProfit | None = None
        self._held = False
        self._steering = Steering()
        self._ghost_users: float | None = None
        self._line, zones = UsersLine(self.view, theme, lambda: not self.on_paper), profit_zones(A_PERIOD["month"])
        self._backdrop = Backdrop(self.view, theme, self.side, self.bottom, zones, self._line.handle)
        self._lines = Lines(self.view, theme, lambda: not self.on_paper)
        self._marks = Marks(self.view, theme, lambda: [*self._line.taken(), *self._backdrop.taken()])
        self._read_out = ReadOut(self.view, theme)
        self._ends = EndLabels(self.view, theme)
        self._strip = WinnerStrip(self.view, theme)
        self._easing = Easing(self._show_ranges, self)
        self.plotItem.layout.setContentsMargins(1, 8, 1, 4)  # the topmost label of the axis reaches above it
        self._best = Caption(theme, Qt.AlignmentFlag.AlignRight, HEIGHT)
        self._unit = Caption(theme, Qt.AlignmentFlag.AlignLeft, BOTTOM_HEIGHT)
        below = ((self._best, 4, 0), (self._strip, 4, 1), (self._strip.key, 4, 3))
        for item, row, column in ((self._ends, 2, 3), (self._unit, 3, 3), *below):
            self.plotItem.layout.addItem(item, row, column)
        self.restyle()
        self.set_language("en")

    @property
    def data(self) -> ProfitData | None:
        """What is shown."""
        return self._data

    def set_data(self, data: ProfitData) -> None:
        """Show other figures. The axes follow unless they are held."""
        self._data = data
        users = self._line.users if self._line.held else data.users  # the pointer is ahead of late answers
        self._line.users = self._strip.users = users
        self._read_out.show_rows(0, [])
        for part in (self._lines, self._marks, self._line, self._ends):
            part.show_series(data.series)
        self._strip.show_data(data)
        self._backdrop.zones = profit_zones(data.a_period)
        if not self._held:
            self._fit_axes()
            self._tell()

    def hold(self) -> None:
        """From now on axes stand still and the present lines stay as a ghost: something is being dragged."""
        if self._held or self._data is None:
            return
        self._held = True
        self._easing.stay()
        self._lines.keep_ghost()
        self._line.ghost = self._data.users

    def release(self) -> None:
        """The drag is over: ghosts go, axes glide to where they fit again."""
        if not self._held:
            return
        self._held = self._line.held = False
        self._line.ghost = None
        self._lines.drop_ghost()
        self._fit_axes(gliding=True)
        self._tell()

    def read_with(self, exact: ExactProfit | None) -> None:
        """Where the read-out gets exact profits from (number of users -> profit by key); without it, from the lines."""
        self._exact = exact

    def set_language(self, language: Language) -> None:
        """Say everything in this language from now on."""
        self.language = language
        for part in (self._backdrop, self._marks, self._line, self._read_out, self._strip):
            part.language = language
        self._best.say(BEST(language))
        self._unit.say(USERS(language))
        self._speak()
        self.scene().update()
        self._tell()

    def table(self) -> TableTwin:
        """The chart's figures as a table."""
        return profit_table(self._data, self.language) if self._data else TableTwin((), ())

    def summary(self) -> str:
        """The chart in a few spoken sentences."""
        return profit_summary(self._data, self.language) if self._data else ""

    @property
    def read_out(self) -> list[tuple[int, str, str]]:
        """What the card beside the pointer says: colour index, name, exact profit; empty while it is hidden."""
        return self._read_out.rows

    @property
    def winners(self) -> list[str]:
        """The words of the strip under the axis, from left to right."""
        return [self._strip.words(region) for region in self._data.winners] if self._data else []

    @property
    def end_labels(self) -> list[QRectF]:
        """Where the names at the ends of the lines stand, in the order of the alternatives."""
        return self._ends.boxes()

    @property
    def mark_labels(self) -> list[tuple[str, QRectF]]:
        """The words at the break-even points that have room, and where they stand."""
        placed = self._marks.placed(self._marks.frame)
        return [(mark.words(self.language), box) for mark, box in placed if box is not None]

    @property
    def taken(self) -> list[QRectF]:
        """Where the users line with its handle and dots is."""
        return self._line.taken()

    def _fit_axes(self, *, gliding: bool = False) -> None:
        if self._data is None:
            return
        self._speak()
        low, high = profit_range(self._data)
        fit = self._easing.glide if gliding else self._easing.jump
        fit((0.0, max(self._data.users_max, 1.0), low, high))

    def _show_ranges(self, ranges: Ranges) -> None:
        left, right, bottom, top = ranges
        self.view.setRange(xRange=(left, right), yRange=(bottom, top), padding=0, update=True)

    def _speak(self) -> None:
        self.side.speak(self._data.currency if self._data else "USD", self.language)
        self.bottom.speak("number", self.language)

    def _tell(self) -> None:
        a_period = self._data.a_period if self._data else A_PERIOD["month"]
        self.setAccessibleName(NAME.filled(a_period=a_period)(self.language))
        self.setAccessibleDescription(self.summary())

    # --- moving the line -------------------------------------------------------------------------------------

    def _place(self, event: Any) -> QPointF:
        return QPointF(self.view.mapFromScene(self.mapToScene(event.position().toPoint())))

    def _move_to(self, users: float) -> None:
        if self._data is None or users == self._line.users:
            return
        self._line.users = self._strip.users = users
        for part in (self._line, self._marks, self._strip):
            part.update()
        self.users_dragged.emit(users)

    def _begin(self) -> None:
        self.hold()
        self._line.held = True
        self._steering.begin()
        self._read_out.show_rows(0, [])
        self.drag_started.emit()

    def _finish(self) -> None:
        self.release()
        self.drag_finished.emit(self._line.users)

    def mousePressEvent(self, event: Any) -> None:
        """Take hold of the line."""
        reach = self._data is not None and self._line.within_reach(self._place(event))
        if event.button() == Qt.MouseButton.LeftButton and reach:
            self._begin()

    def mouseMoveEvent(self, event: Any) -> None:
        """Drag the line, or read the chart."""
        if self._data is None:
            return
        place = self._place(event)
        if self._line.held and event.buttons() & Qt.MouseButton.LeftButton:
            frame = self._line.frame
            most, fine = self._data.users_max, is_fine(event.modifiers())
            self._move_to(self._steering.users_at(place.x(), frame, most, self._line.users, fine=fine))
            return
        reach = self._line.within_reach(place)
        mark = not reach and self._marks.at(place) is not None
        shape = Qt.CursorShape.SizeHorCursor if reach else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape if reach or mark else Qt.CursorShape.ArrowCursor)
        self._read(place, hidden=reach)

    def mouseReleaseEvent(self, event: Any) -> None:
        """Let go of the line; a click on a break-even point asks about it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._line.held:
            self._finish()
        elif (mark := self._marks.at(self._place(event))) is not None:
            self.mark_chosen.emit(mark.key)

    def viewportEvent(self, event: QEvent) -> bool:
        """What the strip has no room for is in its tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._strip.setToolTip(self._strip.tip_at(self._strip.mapFromScene(self.mapToScene(event.pos()))))
        return bool(super().viewportEvent(event))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves that nobody sees."""
        self._easing.stay()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What was on its way has arrived meanwhile."""
        super().showEvent(event)
        if not self._held:
            self._fit_axes()

    def leaveEvent(self, event: Any) -> None:
        """The read-out goes with the pointer."""
        super().leaveEvent(event)
        self._read_out.show_rows(0, [])

    def keyPressEvent(self, event: Any) -> None:
        """Arrows and page keys move the line, Home and End take it to the ends."""
        if self._data is None or (event.key() not in _STEPS and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            event.ignore()
            return
        top = self._data.users_max
        if not self._line.held:
            self._begin()
        if event.key() in _STEPS:
            step = key_step(top * (1 / FINER if is_fine(event.modifiers()) else 1))
            wanted = self._line.users + _STEPS[event.key()] * step
        else:
            wanted = 0.0 if event.key() == Qt.Key.Key_Home else top
        self._move_to(max(0.0, wanted))

    def keyReleaseEvent(self, event: Any) -> None:
        """The gesture ends when the key is let go, not at its repetitions."""
        if self._line.held and not event.isAutoRepeat():
            self._finish()

    def focusInEvent(self, event: Any) -> None:
        """Show that keys move the line now."""
        super().focusInEvent(event)
        self._line.focused = True
        self._line.update()

    def focusOutEvent(self, event: Any) -> None:
        """A gesture by keys cannot outlive the focus."""
        super().focusOutEvent(event)
        self._line.focused = False
        if self._line.held:
            self._finish()
        self._line.update()

    def _read(self, place: QPointF, *, hidden: bool) -> None:
        frame, data = self._line.frame, self._data
        if data is None or hidden or not (0 <= place.x() <= frame.width and 0 <= place.y() <= frame.height):
            self._read_out.show_rows(0, [])
            return
        users = pointed(frame.value_at(place.x()), data.users_max, frame.width)
        exact = self._exact(users) if self._exact else {s.key: value_at(s, users) for s in data.series}
        money = {key: exact_money(value, data.currency, self.language) for key, value in exact.items()}
        self._read_out.show_rows(users, [(s.colour_index, s.name, money[s.key]) for s in data.series if s.key in money])
