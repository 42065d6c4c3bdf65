"""The window as a picture, for machines without a screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QApplication, QWidget

from desktop.window.window import HEIGHT, WIDTH, Window
from desktop.worker import wait_for_answers

_PATIENCE = 120  # seconds, on a slow machine


def first_look(window: Window, folder: Path) -> int:
    """Paint the window to window.png in the folder; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "window.png"
    window.resize(WIDTH, HEIGHT)  # whatever size is remembered
    return 0 if picture(window, path) else 3


def picture(window: QWidget, path: Path) -> bool:
    """The window, or a dialog over it, as it would stand on a screen; whether it could be written."""
    _settle()
    wait_for_answers(window, _PATIENCE)
    for slide in window.findChildren(QPropertyAnimation):
        slide.setCurrentTime(slide.totalDuration())
    _settle()  # the answers of the workers change sizes too
    return window.grab().save(str(path))


def _settle() -> None:
    """Sizes, then what sizes led to, then painting."""
    for _ in range(3):
        QApplication.processEvents()
