"""An error as a person should meet it: what happened, why, what to do; and details for whoever is asked for help."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from core import __version__
from core.errors import EvenkeelError
from core.wording.text import Language, Text, words

COPY = Text("Copy details", "复制详情")


def show_error(parent: QWidget | None, error: EvenkeelError, language: Language, details: str = "") -> QMessageBox:
    """Show the error without stopping anything; it is gone when it is closed."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Evenkeel", words(error.title, language), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    joint = "" if language == "zh" else " "
    box.setInformativeText(joint.join(words(part, language) for part in (error.reason, error.remedy) if part))
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.setDefaultButton(QMessageBox.StandardButton.Ok)
    box.setEscapeButton(QMessageBox.StandardButton.Ok)
    if details:
        text = f"{error.text()(language)}\n\n{environment()}\n\n{details}"
        box.setDetailedText(text)
        copy = box.addButton(COPY(language), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # the box must stay open
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.open()
    return box


def environment() -> str:
    """What a person who helps needs to know first."""
    return (
        f"Evenkeel {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
    )
