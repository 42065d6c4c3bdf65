"""The left part of the window: every assumption of every business model side by side, and one editor among them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from core.questions.search.curves import USERS
from core.wording.text import Text
from desktop.inputs.bar import Bar
from desktop.inputs.cell import Cell
from desktop.inputs.cell_menu import open_menu
from desktop.inputs.column_heads import ColumnHeads
from desktop.inputs.columns import least_width
from desktop.inputs.editor import CellEditor
from desktop.inputs.filling import Filling, Shape, shape_of
from desktop.inputs.picking import Picking
from desktop.inputs.rows import Place
from desktop.inputs.sheet import Sheet
from desktop.session import Session
from desktop.theme import HALF, Theme
from desktop.widgets.scroll_area import ScrollArea

REFUSED = Text("Not taken: {typed}", "未采用：{typed}")
UNFINISHED = Text("Its source or range was changed and not kept yet", "其来源或范围已修改，尚未保存")
LEAST_WIDTH, MOST_WIDTH, FOLDED_WIDTH = 340, 460, 40


class InputsGrid(QFrame):
    """Follows the session: a step of a drag touches only the cells whose settings changed."""

    folded_changed = Signal(bool)
    prices_wanted = Signal(str, str)  # the alternative and the assumption published prices are wanted for
    figure_wanted = Signal(str, str)  # the alternative and the assumption whose workings a person asks to see

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._folded = False
        self._shape: Shape | None = None
        self._open: Cell | None = None
        self._filling = Filling(session)
        self.bar = Bar(theme, self)
        self.heads = ColumnHeads(theme, self)
        self._scroll = ScrollArea(self)
        self.sheet = Sheet(theme, self._scroll.viewport())
        self.sheet.before = self.bar.fold
        self.editor = CellEditor(session, theme, self.sheet)
        self.editor.hide()
        self.picking = Picking(self, self.editor, session)
        self._lay_out()
        self._connect()
        self._follow_language()
        if self._open is not None:
            self._open.setFocus()

    @property
    def folded(self) -> bool:
        """Whether only a narrow strip is left."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold away, or unfold."""
        if folded == self._folded:
            return
        self._folded = folded
        self.bar.set_folded(folded)
        self.heads.setVisible(not folded)
        self._scroll.setVisible(not folded)
        self._bound_width()
        self.folded_changed.emit(folded)

    def show_driver(self, driver: str, alternative: str) -> None:
        """Bring one assumption into view with its editor open."""
        self.editor.take()  # first of all: rows may be laid out anew for it
        cell = self.sheet.cell_for(driver, alternative)
        if cell is not None:
            self.set_folded(False)
            self.bar.search.clear()
            self.sheet.unfold(self.sheet.row_of(cell).row.group)
            self._work_on(cell)
            cell.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_in_focus(self) -> Place | None:
        """The cell that the focus is in, or whose editor it is in."""
        cell = self.sheet.focused()
        if cell is not None:
            return cell.place
        return self.editor.place if self.editor.holds_focus() else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be asked about a cell."""
        under = self.childAt(event.pos())
        cell = under if isinstance(under, Cell) else self.sheet.focused()
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if cell is None or (by_mouse and cell is not under):
            super().contextMenuEvent(event)
        else:
            open_menu(cell.place, self._session, self, event.globalPos())

    def _lay_out(self) -> None:
        self.setProperty("card", True)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.sheet)
        for plain in (self._scroll.viewport(), self.sheet):
            plain.setAutoFillBackground(False)  # the card shows through
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.heads)
        layout.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._session.comparison_changed.connect(self._follow)
        self._session.path_changed.connect(self._follow_file)
        self._session.language_changed.connect(self._follow_language)
        self._theme.changed.connect(self.heads.update)
        self.picking.due.connect(self._pick_again)
        self.bar.searched.connect(self._search)
        self.bar.fold_requested.connect(lambda: self.set_folded(not self._folded))
        self.sheet.opened.connect(self._work_on)
        self.sheet.typed.connect(self._type_into)
        self.sheet.reached.connect(self._reach)
        self.sheet.left.connect(lambda _: self._close())
        self.editor.left.connect(self._back_to_cell)
        self.editor.refused_changed.connect(self._mark_refused)
        self.editor.grown.connect(self._bring_into_view, Qt.ConnectionType.QueuedConnection)
        self.sheet.resized.connect(self._align)
        self.sheet.grown.connect(self._fill_grown)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._align)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width()

    # --- following the session -----------------------------------------------------------------------------------

    def _follow(self) -> None:
        shape = shape_of(self._session.comparison)
        anew = self._shape is None or shape[0] != self._shape[0]
        if shape != self._shape:
            self._reshape(shape, anew=anew)
        self.heads.show_names(self._session.comparison.alternatives, self._session.language)
        self._fill()
        self.picking.values_changed(anew=anew)

    def _fill(self) -> None:
        if self._open in self._filling.fill(self.sheet.cells()):
            self.editor.refresh()

    def _fill_grown(self) -> None:
        self._fill()
        self._mark_refused()
        self.sheet.chain(self._open, self.editor.stops() if self._open else [])

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone."""
        super().leaveEvent(event)
        self.picking.turned_elsewhere()

    def _pick_again(self) -> None:
        opened = self._open.place if self._open else None
        if self._shape is not None and self.sheet.pick(self._session.comparison, opened):
            self._reshape(self._shape, anew=False)
            self._fill()

    def _reshape(self, shape: Shape, *, anew: bool) -> None:
        """Other rows or columns: the editor stays with its assumption, and the focus with its cell, where they still
        exist. `anew`: the alternatives are others."""
        opened = self._open.place if self._open else None
        focused, stop = self.sheet.focused(), self.editor.stop_in_focus()
        had_focus = focused.place if focused else None
        self._shape, self._open = shape, None
        self._filling.forget()
        self._bound_width()
        if anew:
            self.editor.forget()
        self.sheet.show_comparison(self._session.comparison, anew=anew)
        self.editor.hide()
        cell = self.sheet.cell_for(opened.driver.id, opened.where) if opened else None
        if cell is None and anew:
            cell = self.sheet.cell_for(USERS, self._session.comparison.alternatives[0].id)
        if cell is not None:
            self._work_on(cell)
            self.editor.focus_stop(stop)
        else:
            self.sheet.chain(None, [])
        focused = self.sheet.cell_for(had_focus.driver.id, had_focus.where) if had_focus else None
        if focused is not None:
            focused.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bound_width(self) -> None:
        """As wide as the columns ask for, within what the window can spare."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wanted = least_width(len(self._session.comparison.alternatives)) + bar + HALF
        least = min(MOST_WIDTH, max(LEAST_WIDTH, wanted))
        self.setMinimumWidth(FOLDED_WIDTH if self._folded else least)
        self.setMaximumWidth(FOLDED_WIDTH if self._folded else MOST_WIDTH)

    def _follow_file(self) -> None:
        self._filling.follow_file()
        if not (self._session.can_undo or self._session.can_redo):  # just opened
            self.editor.forget()
            self._mark_refused()
        self._follow()

    def _follow_language(self) -> None:
        self.bar.say(self._session.language)
        self.sheet.say(self._session.language)
        self._follow()
        self.editor.refresh()
        self._mark_refused()

    # --- working on a cell ---------------------------------------------------------------------------------------

    def _work_on(self, cell: Cell) -> None:
        """Open the editor under a cell, which stays where it is on the screen."""
        row = self.sheet.row_of(cell)
        before = row.y() - self._scroll.verticalScrollBar().value()
        if self._open is not None and self._open is not cell:
            self._mark(self._open, is_open=False)
        self._open = cell
        self._mark(cell, is_open=True)
        self.sheet.insert_under(row, self.editor)
        self.editor.show_place(cell.place)
        self.editor.show()
        self.sheet.chain(cell, self.editor.stops())
        if self.isVisible():
            self.sheet.settle()
            self._scroll.verticalScrollBar().setValue(row.y() - before)
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """The whole editor where it fits, its cell in any case."""
        if self._open is not None:
            here = self._scroll.horizontalScrollBar().value() + 1
            self._scroll.ensureVisible(here, self.editor.geometry().bottom(), 0, 0)
            self._show_cell(self._open)

    def _show_cell(self, cell: Cell) -> None:
        here = self._scroll.horizontalScrollBar().value() + 1
        row = self.sheet.row_of(cell).geometry()
        for y in (row.bottom(), row.top()):
            self._scroll.ensureVisible(here, y, 0, 0)
        if cell.width() < self._scroll.viewport().width():
            self._scroll.ensureWidgetVisible(cell, HALF, 0)

    def _reach(self, cell: Cell) -> None:
        """The focus came by the keyboard: an open editor comes along."""
        if self._open is not None and self._open is not cell:
            self._work_on(cell)
        self._show_cell(cell)

    def _type_into(self, cell: Cell, typed: str) -> None:
        self._work_on(cell)
        self.editor.focus_entry(typed)

    def _back_to_cell(self) -> None:
        if self._open is not None:
            self._open.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.picking.unless_somebody_is_here()

    def _close(self) -> None:
        if self._open is not None:
            self._mark(self._open, is_open=False)
            self._open = None
            self.editor.keep_refused()
            self.editor.hide()
            self.sheet.chain(None, [])

    def _mark(self, cell: Cell, *, is_open: bool) -> None:
        cell.set_open(is_open)
        self.sheet.row_of(cell).set_open(is_open)

    def _mark_refused(self) -> None:
        """Where something typed waits to be mended."""
        for cell in self.sheet.cells():
            typed, draft = self.editor.refused.at(cell.place), self.editor.drafts.at(cell.place)
            told = REFUSED.filled(typed=typed) if typed else UNFINISHED if draft is not None else None
            cell.show_refused("" if told is None else told(self._session.language))

    def _search(self, wanted: str) -> None:
        self.sheet.search(wanted)
        row = self.sheet.row_of(self._open) if self._open else None
        self.editor.setVisible(row is not None and not row.isHidden())

    def _keep_width(self) -> None:
        """The rows are as wide without a scroll bar: else handles and cells move sideways when one comes."""
        bar = self._scroll.verticalScrollBar()
        self._scroll.setViewportMargins(0, 0, 0 if bar.maximum() else bar.sizeHint().width(), 0)

    def _align(self) -> None:
        """The heads stand over the columns, and the editor in view, however far the rows are scrolled sideways."""
        shift = self._scroll.horizontalScrollBar().value()
        self.heads.place(self.sheet.width(), shift)
        self.sheet.set_shift(shift)
        self.editor.stand(shift, max(0, self.sheet.width() - shift - self._scroll.viewport().width()))
