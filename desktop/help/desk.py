"""Asking for help: from the menu, by F1 for what has the focus, and by F1 in any dialog of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.session import Session
from desktop.theme import Theme
from desktop.window.workspace import Workspace

if TYPE_CHECKING:
    from desktop.help.window import HelpWindow  # imported when help is first asked for

_GIVEN = "help_by_f1"  # a property of dialogs that have been seen to


class HelpDesk(QObject):
    """One help window beside the main one; a dialog that keeps everything else waiting gets one of its own."""

    def __init__(self, session: Session, theme: Theme, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._theme = session, theme
        self._workspace, self._window = workspace, window
        self.window: HelpWindow | None = None
        QApplication.instance().focusChanged.connect(self._see_to)

    def contents(self) -> None:
        """Help from its first page."""
        from desktop.help.pages import FIRST

        self.show_topic(FIRST)

    def keyboard(self) -> None:
        """All keys on one page."""
        from desktop.help.pages import KEYBOARD

        self.show_topic(KEYBOARD)

    def here(self) -> None:
        """Help on what has the focus."""
        from desktop.help.pages import FIRST, page
        from desktop.help.subject import subject_of

        focused = QApplication.focusWidget()
        known = self._workspace.isVisible()
        found = subject_of(self._workspace, focused, self._session.comparison) if known else page(FIRST)
        shown = self._made()
        shown.show_page(found)
        _bring_up(shown)

    def show_topic(self, id: str) -> None:
        """Help on this topic."""
        shown = self._made()
        shown.show_topic(id)
        _bring_up(shown)

    def _made(self) -> HelpWindow:
        if self.window is None:
            from desktop.help.window import HelpWindow

            self.window = HelpWindow(self._session, self._theme, self._window)
        return self.window

    def _see_to(self, _before: QWidget | None, now: QWidget | None) -> None:
        """F1 in a dialog of the window, from the moment somebody is in it."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.property(_GIVEN) or not self._owns(dialog):
            return
        dialog.setProperty(_GIVEN, True)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
        key.activated.connect(lambda: self._help_on(dialog))

    def _owns(self, dialog: QWidget) -> bool:
        parent = dialog.parentWidget()
        return parent is not None and parent.window() in (self._window, self.window)

    def _help_on(self, dialog: QDialog) -> None:
        from desktop.help.subject import topic_of_dialog
        from desktop.help.window import HelpWindow

        known = dialog.findChild(HelpWindow)
        shown = known if known is not None else HelpWindow(self._session, self._theme, dialog)
        shown.show_topic(topic_of_dialog(dialog))
        _bring_up(shown)


def _bring_up(window: QWidget) -> None:
    window.show()
    window.activateWindow()
