"""When the assumptions that matter most are picked again: other values make others decisive, but no row moves while
somebody types, drags or looks at a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.inputs.editor import CellEditor
from desktop.session import Session


class Picking(QObject):
    """Knows who is at work in the grid, not what is picked."""

    due = Signal()  # nobody is at work, and values have changed since

    def __init__(self, grid: QWidget, editor: CellEditor, session: Session) -> None:
        super().__init__(grid)
        self._grid, self._editor, self._session = grid, editor, session
        self._moved_on = False
        session.dragging_changed.connect(self.unless_somebody_is_here)
        QApplication.instance().focusChanged.connect(self._follow_focus)

    def values_changed(self, *, anew: bool) -> None:
        """Other values; `anew`: of another comparison, for which all has been picked already."""
        self._moved_on = not anew
        self.unless_somebody_is_here()

    def unless_somebody_is_here(self) -> None:
        """Nobody has done anything: as long as pointer or keyboard rest here, that can wait."""
        if not (self._grid.underMouse() or self._editor.holds_focus()):
            self.turned_elsewhere()

    def turned_elsewhere(self) -> None:
        """The pointer has gone, another part has the focus, or another question is looked at."""
        if not self._moved_on or self._session.dragging:
            return
        if not (self._editor.at_work or QApplication.activePopupWidget() is not None):
            self._moved_on = False
            self.due.emit()

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        left = before is not None and self._editor.isAncestorOf(before)
        if left and now is not None and now.window() is self._grid.window() and not self._grid.isAncestorOf(now):
            self.turned_elsewhere()
