"""What a person does with the window and the dialogs that stand open over it, and what is seen there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

from desktop.window.window import Window


def open_dialogs() -> list[QDialog]:
    """What stands open over the window."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def only_box() -> QMessageBox:
    """The one message box that is open."""
    (box,) = open_dialogs()
    assert isinstance(box, QMessageBox)
    return box


def press(dialog: QDialog, label: str) -> None:
    """Press the button of this name."""
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == label and b.isVisible()]
    button.click()


def close_dialogs() -> None:
    for dialog in open_dialogs():
        dialog.reject()


def drop(window: Window, path: Path) -> None:
    """A file is dropped on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)


def users(window: Window) -> float:
    """The number of users all share."""
    return window.session.comparison.shared["users"].value
