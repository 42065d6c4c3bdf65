"""The rows of the grid under their headings, and the editor between them: what is shown, what is folded, what follows
what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.model.definition import GROUPS
from core.questions.decisive import decisive
from core.questions.search.curves import USERS
from core.wording.text import Language, Text
from desktop.inputs.cell import Cell
from desktop.inputs.columns import least_width
from desktop.inputs.driver_row import DriverRow
from desktop.inputs.heading import Heading
from desktop.inputs.rows import Group, Place, groups_of
from desktop.theme import GRID, Theme

NOTHING_FOUND = Text("No assumption matches “{wanted}”.", "没有与“{wanted}”匹配的假设。")
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason)


class Sheet(QWidget):
    """Headings and rows from top to bottom. It knows which cells exist, not what they show. The rows of a group are
    made when it is first unfolded, searched, or asked for one of its cells: most never are."""

    opened = Signal(object)  # a Cell was pressed
    typed = Signal(object, str)  # the first key of a new value in a Cell, empty for Enter
    reached = Signal(object)  # a Cell got the focus from the keyboard
    left = Signal(object)  # Esc in a Cell
    resized = Signal()
    grown = Signal()  # there are rows that were not there before, still empty

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "en"
        self._wanted = ""
        self._folded = set(GROUPS)
        self._first: tuple[str, ...] = ()
        self._headings: dict[str, Heading] = {}
        self._groups: dict[str, Group] = {}
        self._made: dict[str, list[DriverRow]] = {}  # by group
        self._count = 0  # of columns
        self._shift = 0
        self._column = 0
        self.before: QWidget | None = None  # what Tab comes from, into the first heading
        self._nothing = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._nothing.setProperty("tone", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(GRID, GRID, GRID, GRID)
        self._nothing.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, GRID)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._nothing)
        self._layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whoever stands over the columns follows."""
        super().resizeEvent(event)
        self.resized.emit()

    @property
    def rows(self) -> list[DriverRow]:
        """Every row there is so far, from top to bottom."""
        return [row for id in self._groups for row in self._made.get(id, ())]

    def cells(self) -> Iterator[Cell]:
        """Every cell there is so far, from left to right and from top to bottom."""
        for row in self.rows:
            yield from row.cells

    def row_of(self, cell: Cell) -> DriverRow:
        """The row a cell stands in."""
        return next(row for row in self.rows if cell in row.cells)

    def cell_for(self, driver: str, alternative: str) -> Cell | None:
        """The cell of an assumption in an alternative."""
        for group in self._groups.values():
            if any(row.driver.id == driver for row in group.rows):
                self._make(group.id)
        return next(
            (c for c in self.cells() if c.place.driver.id == driver and alternative in c.place.alternatives), None
        )

    def show_comparison(self, comparison: Comparison, *, anew: bool) -> None:
        """Follow the comparison's structure: `anew` when the alternatives are others, else only rows of other links."""
        if anew:
            self._first = (USERS, *decisive(comparison))
        before, self._groups = self._groups, {group.id: group for group in groups_of(comparison, self._first)}
        if anew or _order(before) != _order(self._groups):
            self._rebuild(len(comparison.alternatives))
        else:
            self._follow_links()
        self.say(self._language)
        self._show_wanted()

    def pick(self, comparison: Comparison, at_work: Place | None) -> bool:
        """Pick the decisive assumptions anew. Whether there are others now: an order of their own is not worth moving
        rows for. What somebody works on stays where it is."""
        found = [USERS, *decisive(comparison)]
        if at_work is not None and at_work.driver.id in self._first and at_work.driver.id not in found:
            found.append(at_work.driver.id)
        if set(found) == set(self._first):
            return False
        self._first = tuple(found)
        return True

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        for heading in self._headings.values():
            heading.say(language)
        for row in self.rows:
            row.say(language)
        self._nothing.setText(NOTHING_FOUND.filled(wanted=self._wanted)(language))

    def search(self, wanted: str) -> None:
        """Show only what matches, folded or not."""
        self._wanted = wanted.strip()
        self._nothing.setText(NOTHING_FOUND.filled(wanted=self._wanted)(self._language))
        self._show_wanted()

    def unfold(self, group: str) -> None:
        """Open a group."""
        self._headings[group].setChecked(True)

    def unfold_all(self) -> None:
        """Open every group."""
        for group in self._groups:
            self.unfold(group)

    def set_shift(self, shift: int) -> None:
        """How far the columns are scrolled sideways."""
        self._shift = shift
        for part in (*self._headings.values(), *self.rows):
            part.set_shift(shift)

    def insert_under(self, row: DriverRow, widget: QWidget) -> None:
        """Put the editor under a row."""
        self._layout.removeWidget(widget)
        self._layout.insertWidget(self._layout.indexOf(row) + 1, widget)

    def settle(self) -> None:
        """Put everything in its place now, not with the next event."""
        self._layout.activate()
        self.resize(self.width(), max(self._layout.minimumSize().height(), self.parentWidget().height()))

    def _rebuild(self, count: int) -> None:
        for old in (*self._headings.values(), *(row for rows in self._made.values() for row in rows)):
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._headings, self._made, self._count = {}, {}, count
        self.setMinimumWidth(least_width(count))
        for group in self._groups.values():
            heading = Heading(group, self._theme, self._language, self)
            heading.setChecked(group.id not in self._folded)
            heading.toggled.connect(lambda unfolded, id=group.id: self._fold(id, unfolded))
            self._headings[group.id] = heading
            self._layout.insertWidget(self._layout.count() - 2, heading)
        for group in self._groups:
            if group not in self._folded or self._wanted:
                self._make(group)

    def _make(self, group: str) -> None:
        """The rows of a group, under its heading."""
        if group in self._made:
            return
        self._made[group] = []
        below = self._layout.indexOf(self._headings[group]) + 1
        for place, row in enumerate(self._groups[group].rows, below):
            shown = DriverRow(row, self._count, self._theme, self._language, self)
            shown.set_shift(self._shift)
            shown.setVisible(group not in self._folded)
            self._layout.insertWidget(place, shown)
            self._made[group].append(shown)
            self._listen(shown)
        self.grown.emit()

    def _follow_links(self) -> None:
        """What is shared has changed, but no row has come or gone."""
        for id, rows in self._made.items():
            for shown, row in zip(rows, self._groups[id].rows, strict=True):
                if shown.row.places != row.places:
                    shown.set_row(row)
                    self._listen(shown)

    def _listen(self, row: DriverRow) -> None:
        for cell in row.cells:
            cell.pressed.connect(lambda cell=cell: self.opened.emit(cell))  # what was typed elsewhere may move it
            cell.typed.connect(lambda text, cell=cell: self.typed.emit(cell, text))
            cell.left.connect(lambda cell=cell: self.left.emit(cell))
            cell.stepped.connect(lambda across, down, cell=cell: self._step(cell, across, down))
            cell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A cell that gets the focus by the keyboard is the one to be worked on."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, Cell):
            if self._column not in watched.place.columns:
                self._column = watched.place.columns[0]
            if event.reason() in _BY_KEYBOARD:
                self.reached.emit(watched)
        return super().eventFilter(watched, event)

    def _fold(self, group: str, unfolded: bool) -> None:
        (self._folded.discard if unfolded else self._folded.add)(group)
        self._show_wanted()

    def _show_wanted(self) -> None:
        found: dict[str, int] = {}
        for id, group in self._groups.items():
            matches = [row.matches(self._wanted) for row in group.rows]
            found[id] = sum(matches)
            unfolded = bool(self._wanted) or id not in self._folded
            if unfolded and any(matches):
                self._make(id)
            for row, matching in zip(self._made.get(id, ()), matches, strict=False):
                row.setVisible(matching and unfolded)
        for id, heading in self._headings.items():
            heading.setVisible(bool(found[id]))
            heading.show_found(found[id] if self._wanted else None)
        self._nothing.setVisible(bool(found) and not any(found.values()))

    def _step(self, cell: Cell, across: int, down: int) -> None:
        target = self._beside(cell, across) if across else self._below(cell, down)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self, cell: Cell, step: int) -> Cell | None:
        cells = self.row_of(cell).cells
        position = cells.index(cell) + step
        if not 0 <= position < len(cells):
            return None
        self._column = cells[position].place.columns[0 if step > 0 else -1]
        return cells[position]

    def _below(self, cell: Cell, step: int) -> Cell | None:
        shown = [row for row in self.rows if not row.isHidden()]
        position = shown.index(self.row_of(cell)) + step
        return shown[position].cell_at(self._column) if 0 <= position < len(shown) else None

    def chain(self, opened: Cell | None, stops: list[QWidget]) -> None:
        """Tab goes through headings and cells as they stand, and through the editor after its cell."""
        order: list[QWidget] = [] if self.before is None else [self.before]  # new rows stand behind all else at first
        for id, heading in self._headings.items():
            order.append(heading)
            for row in self._made.get(id, ()):
                for cell in row.cells:
                    order += [cell, *(stops if cell is opened else [])]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @staticmethod
    def focused() -> Cell | None:
        """The cell that has the focus."""
        widget = QApplication.focusWidget()
        return widget if isinstance(widget, Cell) else None


def _order(groups: dict[str, Group]) -> list[str]:
    return [row.driver.id for group in groups.values() for row in group.rows]
