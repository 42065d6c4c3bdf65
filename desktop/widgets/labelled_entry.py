"""A line of a settings pane: what is set at the left, its entry at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.wording.text import Language, Text
from desktop.inputs.entry import NumberEntry
from desktop.theme import HALF, Theme

ENTRY_WIDTH = 98


class LabelledEntry(QWidget):
    """Emits a value only when a person entered another one."""

    value_entered = Signal(float)

    def __init__(self, theme: Theme, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.entry = NumberEntry(theme, unit)
        self.entry.setFixedWidth(ENTRY_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignTop)
        self.entry.value_committed.connect(self.value_entered)

    def show_value(self, value: float, label: Text, language: Language) -> None:
        """What stands here and what it is called; nothing is emitted."""
        self._label.setText(label(language))
        self.entry.set_value(value)
        self.entry.set_words(label, language)
        if not self.entry.field.hasFocus():
            self.entry.field.setCursorPosition(0)
