"""On macOS a double click does not start the program with the file's name: it sends the running program a request,
also before there is a window to open it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


class FileRequests(QObject):
    """Keeps what the system asks the application to open until somebody opens it."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._waiting: list[Path] = []
        self._open_path: Callable[[Path], object] = self._waiting.append
        app.installEventFilter(self)

    def serve(self, open_path: Callable[[Path], object]) -> None:
        """Open what has been asked for so far, and from now on whatever is asked for."""
        self._open_path = open_path
        for path in self._waiting:
            open_path(path)
        self._waiting.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only requests for files are taken; everything else goes its way."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_path(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
