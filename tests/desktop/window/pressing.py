"""What a person does with the dialogs that stand open over the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton


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
