"""What came of trying a value, with the way back; it goes as soon as anything else changes."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from core.wording.text import Language
from desktop.session import Session
from desktop.theme import GRID, HALF
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.window.status_line import UNDO


class Report(QFrame):
    """A sentence and a button."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.words = WrappedLabel("good")
        self.undo = QPushButton()
        self.undo.clicked.connect(session.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, HALF, GRID, HALF)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self.hide()

    def say(self, words: str, language: Language) -> None:
        """Say what happened."""
        self.words.say(words)
        self.undo.setText(UNDO(language))
        self.setVisible(bool(words))
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
