"""A line to write in that keeps Ctrl+Z only while there is something written to take back; else it is the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class LineEntry(QLineEdit):
    """Qt's own line takes the keys for undo and redo even where it has nothing to undo, and then they do nothing."""

    def has_own_undo(self) -> bool:
        """Whether Ctrl+Z is about what was written here."""
        return self.isUndoAvailable()

    def has_own_redo(self) -> bool:
        """Whether Ctrl+Y is about what was written here."""
        return self.isRedoAvailable()

    def take(self) -> None:
        """Whoever reads what was written here takes it now, although the line is not left."""
        if self.isModified():
            self.editingFinished.emit()

    def go_on(self, text: str) -> None:
        """As if this had just been written here."""
        self.setText(text)
        self.setModified(True)

    def event(self, event: QEvent) -> bool:
        """A key that is somebody's shortcut is asked for first: it is claimed here only where it does something."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.has_own_undo()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.has_own_redo()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)
