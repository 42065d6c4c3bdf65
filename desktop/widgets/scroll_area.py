"""A scroll area that does not follow its page round in circles.

Qt sizes the page anew whenever the page has been resized, from within that very event. Where words wrap otherwise at
every size, two sizes can call for each other without end, and the program ends with a full stack.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.widgets.viewport import take_own_viewport

_TURNS = 8  # within one event; a page that settles does so in two


class ScrollArea(QScrollArea):
    """Qt's own, but for that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = 0
        take_own_viewport(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After some turns the size of the page is left as it is; whatever asks for another next begins anew."""
        if event.type() != QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._turn == _TURNS:
            return False
        self._turn += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._turn -= 1
