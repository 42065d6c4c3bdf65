"""Scrolling a page must not change the sliders, number boxes and lists that pass under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar, QTabBar

_UNTOUCHED = (QAbstractSlider, QAbstractSpinBox, QComboBox, QTabBar)


class WheelGuard(QObject):
    """Lets wheel events go through to the scroll area behind. Install it once the window is shown: it sees every event
    of the application, and the start has very many."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse wheel events to what they would change; a scroll bar is there to be scrolled."""
        if event.type() != QEvent.Type.Wheel:
            return False
        if isinstance(watched, _UNTOUCHED) and not isinstance(watched, QScrollBar):
            event.ignore()
            return True
        return False
