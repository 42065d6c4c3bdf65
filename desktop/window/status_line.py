"""The line at the bottom: what just happened, with a way back, and whether the work is in a file."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from core.errors import EvenkeelError
from core.wording.text import Text
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.look import set_look
from desktop.window.ages_button import AgesButton

UNDO = Text("Undo", "撤销")
STATES: dict[str, Text] = {
    "unsaved": Text("Not saved in a file yet", "尚未保存到文件"),
    "changed": Text("Changes not saved yet", "有更改尚未保存"),
    "saved": Text("All changes saved", "已全部保存"),
}
SHOWN_FOR = 12_000  # ms


class StatusLine(QStatusBar):
    """Follows the session."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._said: tuple[Text, str, bool] | None = None
        self.setSizeGripEnabled(False)
        self.message = ElidedLabel()  # however long: what stands at the right keeps its place
        self.setContentsMargins(GRID, 0, 0, 0)  # an empty label would lose its own with the next theme
        self.undo = QPushButton()
        self.undo.setProperty("kind", "quiet")
        self.undo.setFixedHeight(3 * GRID)
        self.undo.clicked.connect(session.undo)
        self.state = QLabel()
        self.state.setProperty("tone", "muted")
        self.state.setContentsMargins(0, 0, GRID, 0)
        self.addWidget(self.message)
        self.addWidget(self.undo)
        self.ages = AgesButton(session, theme, self)
        self.addPermanentWidget(self.ages)
        self.addPermanentWidget(self.state)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(SHOWN_FOR)
        self._gone.timeout.connect(self.clear)
        session.reported.connect(lambda text, undoable: self.say(text, "", undoable))
        session.failed.connect(self.refuse)
        session.opened.connect(self.clear)  # what was said is about the comparison before
        session.comparison_changed.connect(self._moved_on)
        session.path_changed.connect(self._refresh)
        session.language_changed.connect(self._refresh)
        self.clear()
        self._refresh()

    def say(self, text: Text, tone: str = "", undoable: bool = False) -> None:
        """Show a message for a while."""
        self._said = (text, tone, undoable)
        self._gone.start()
        self._refresh()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text(self._session.language)))

    def refuse(self, error: EvenkeelError) -> None:
        """An edit was refused: nothing changed, and this is why."""
        self.say(error.text(), "bad")

    def clear(self) -> None:
        """Nothing to say any more."""
        self._said = None
        self._gone.stop()
        self._refresh()

    def _moved_on(self) -> None:
        """A way back is only offered from where it leads back."""
        if self._said is not None and self._said[2]:
            self.clear()

    def _refresh(self) -> None:
        language = self._session.language
        text, tone, undoable = self._said or (Text("", ""), "", False)
        self.message.setText(text(language))
        set_look(self.message, "tone", tone)
        self.undo.setText(UNDO(language))
        self.undo.setVisible(undoable)
        self.state.setText(STATES[self._state()](language))

    def _state(self) -> str:
        if self._session.path is None:
            return "unsaved"
        return "changed" if self._session.modified else "saved"
