"""Where the drawer stands: beside everything else, which gives it room; in a narrow window, that of the assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.inputs.grid import InputsGrid
from desktop.session import Session
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.workings.drawer import WorkingsDrawer  # imported when it is first asked for

NARROW = 960  # pixels of the workspace beside the assumptions below which these and the drawer take turns


class WorkingsBeside(QObject):
    """Makes the drawer when it is first asked for. `row` is the layout it is put into."""

    driver_wanted = Signal(str, str)
    opened_or_closed = Signal()

    def __init__(self, session: Session, theme: Theme, inputs: InputsGrid, row: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._inputs, self._row, self._parent = inputs, row, parent
        self._came_from: QWidget | None = None
        self._folded_here = False
        self.drawer: WorkingsDrawer | None = None
        inputs.folded_changed.connect(self._give_way)

    @property
    def is_open(self) -> bool:
        """Whether it can be seen."""
        return self.drawer is not None and not self.drawer.isHidden()

    def show(self, alternative: str, id: str) -> None:
        """Take this figure of an alternative apart."""
        from desktop.workings.pages import Target

        drawer, focused = self._made(), QApplication.focusWidget()
        if not drawer.ask(Target(alternative, id)):
            return
        if focused is not None and not drawer.isAncestorOf(focused):
            self._came_from = focused
        if not self.is_open:
            self._open(drawer)
        drawer.take_focus()

    def show_verdict(self) -> None:
        """Why is the verdict what it is?"""
        from desktop.workings.pages import VERDICT

        self.show("", VERDICT)

    def close(self) -> None:
        """Put it away; everything is as before, the focus too."""
        if self.drawer is None or not self.is_open:
            return
        self.drawer.hide()
        self.opened_or_closed.emit()
        if self._folded_here:
            self._folded_here = False
            self._inputs.set_folded(False)
        came_from, self._came_from = self._came_from, None
        if any(widget is came_from and widget.isVisible() for widget in QApplication.allWidgets()):  # still there
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """The window is as wide as it is."""
        if self.is_open and self._is_narrow() and not self._inputs.folded:
            self._fold()

    def _made(self) -> WorkingsDrawer:
        if self.drawer is None:
            from desktop.workings.drawer import WorkingsDrawer

            self.drawer = WorkingsDrawer(self._session, self._theme, self._parent)
            self.drawer.hide()
            self.drawer.closed.connect(self.close)
            self.drawer.driver_wanted.connect(self.driver_wanted)
            self._row.addWidget(self.drawer)
        return self.drawer

    def _open(self, drawer: WorkingsDrawer) -> None:
        if self._is_narrow() and not self._inputs.folded:
            self._fold()
        drawer.slide_in()
        self.opened_or_closed.emit()

    def _fold(self) -> None:
        self._folded_here = True
        self._inputs.set_folded(True)

    def _give_way(self, folded: bool) -> None:
        """In a narrow window the assumptions come back in the place of the drawer."""
        if not folded and self.is_open and self._is_narrow():
            self._folded_here = False
            self._came_from = None
            self.close()

    def _is_narrow(self) -> bool:
        return self._parent.width() < NARROW + self._inputs.minimumWidth()
