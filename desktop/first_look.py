"""The window as a picture, for machines without a screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from desktop.window import HEIGHT, WIDTH, Window
from desktop.worker import Worker


def first_look(window: Window, folder: Path) -> int:
    """Paint the window to window.png in the folder; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "window.png"
    window.resize(WIDTH, HEIGHT)  # whatever size is remembered
    return 0 if picture(window, path) else 3


def picture(window: QWidget, path: Path) -> bool:
    """The window, or a dialog over it, as it would stand on a screen; whether it could be written."""
    for _ in range(3):  # sizes, then what sizes led to, then painting
        QApplication.processEvents()
    while any(worker.busy for worker in window.findChildren(Worker)):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return window.grab().save(str(path))
