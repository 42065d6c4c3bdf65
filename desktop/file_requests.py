"""On macOS a double click does not start the program with the file's name: it sends the running program a request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


class FileRequests(QObject):
    """Opens what the system asks the application to open."""

    def __init__(self, app: QGuiApplication, open_path: Callable[[Path], None]) -> None:
        super().__init__(app)
        self._open_path = open_path
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only requests for files are taken; everything else goes its way."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_path(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
