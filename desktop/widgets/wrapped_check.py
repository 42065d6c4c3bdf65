"""A box to be ticked whose words wrap where there is little room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.theme.stylesheet import BESIDE_TICK, TICK
from desktop.widgets.wrapping import wrapped

_MOST_LINES = 4
_SPARE = 14  # pixels beside the words, the frame of the focus with them


class WrappedCheckBox(QCheckBox):
    """As narrow as it is made, and as high as its words then need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._wrap()

    def _wrap(self) -> None:
        taken = TICK + BESIDE_TICK + _SPARE
        lines = wrapped(self._words, self.font(), max(1, self.width() - taken), _MOST_LINES)
        words = "\n".join(lines).replace("&", "&&")
        if words != self.text():
            self.setText(words)
