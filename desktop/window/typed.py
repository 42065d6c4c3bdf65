"""What a person sees typed counts: it is taken before anything reads the comparison, and what stands refused keeps the
window from saving or leaving without a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from core.wording.text import Text
from desktop.inputs.entry import NumberEntry
from desktop.inputs.settling import settle
from desktop.session import Session
from desktop.widgets.line_entry import LineEntry
from desktop.window.status_line import StatusLine
from desktop.window.workspace import Workspace

STOPPED = Text(
    "Not done yet: first correct what is typed, or give it up with Esc. {why}",
    "尚未执行：请先改正输入，或按 Esc 放弃。{why}",
)


class Typed(QObject):
    """The one door to what is typed in a window and not taken yet."""

    def __init__(self, session: Session, workspace: Workspace, status: StatusLine) -> None:
        super().__init__(workspace)
        self._session, self._workspace, self._status = session, workspace, status

    def take(self) -> None:
        """Take what is being typed, as if the field were left; whoever reads next finds the answers to it."""
        field = self._workspace.window().focusWidget()
        if isinstance(field, LineEntry):
            field.take()
            self._session.settled_answers()

    def watch_presses(self) -> None:
        """From now on a press on anything else takes it too: tool buttons and tabs leave the focus where it is."""
        self._workspace.window().windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the press reaches what is under it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            window = self._workspace.window()
            field = window.focusWidget()
            if field is not None and not field.rect().contains(field.mapFrom(window, event.position().toPoint())):
                self.take()
        return super().eventFilter(watched, event)

    def settled(self) -> bool:
        """Take everything typed. False where some of it is refused: it is shown, and said that nothing was done."""
        self.take()
        why = settle(self._workspace.inputs) or self._refused_beside_charts()
        if why is not None:
            self._status.say(STOPPED.filled(why=why), "bad")
        return why is None

    def _refused_beside_charts(self) -> Text | None:
        """The settings of the questions that are kept in the file; their tab comes to the front."""
        for id, panel in self._workspace.tabs.panels.items():
            for entry in panel.findChildren(NumberEntry):
                if entry.reason is not None and entry.kept and entry.isVisibleTo(panel):
                    self._workspace.tabs.show_question(id)
                    entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
                    return entry.reason
        return None
