"""The chip that says whether an assumption is shared by all business models or set only here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from core.wording.text import Language, Text
from desktop.theme import Theme
from desktop.widgets.look import set_look

SHARED = Text("shared", "共用")
OWN = Text("only here", "仅此处")
SHARED_HELP = Text(
    "All business models that have this assumption use the same value. Press to set it only here.",
    "所有用到这项假设的商业模式共用同一个值。点击后只在此处单独设置。",
)
OWN_HELP = Text(
    "This value counts for this business model only. Press to use the shared one.",
    "这个值只用于这个商业模式。点击后改用共用的值。",
)


class Chip(QToolButton):
    """Shows a state that the document has; pressing it asks for the other one."""

    change_requested = Signal(bool)  # True: shall be shared

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shared = True
        self._label = Text("", "")
        self._language: Language = "en"
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.change_requested.emit(not self._shared))
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def shared(self) -> bool:
        """The state shown."""
        return self._shared

    def set_shared(self, shared: bool) -> None:
        """Show a state. Nothing is emitted."""
        if shared != self._shared:
            self._shared = shared
            self._dress()

    def set_words(self, label: Text, language: Language) -> None:
        """Which assumption this is about, for screen readers."""
        if (label, language) != (self._label, self._language):
            self._label, self._language = label, language
            self._dress()

    def _dress(self) -> None:
        state, help_text = (SHARED, SHARED_HELP) if self._shared else (OWN, OWN_HELP)
        separator = "：" if self._language == "zh" else ": "
        self.setText(state(self._language))
        self.setToolTip(help_text(self._language))
        self.setAccessibleName(f"{self._label(self._language)}{separator}{state(self._language)}")
        self.setAccessibleDescription(help_text(self._language))
        self.setIcon(self._theme.icon(*(("link", "accent") if self._shared else ("unlink", "muted"))))
        set_look(self, "chip", "shared" if self._shared else "own")
