"""A button goes out again when its menu closes: it did not hear that the pointer left it meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QMenu


def release_with(menu: QMenu, button: QAbstractButton) -> None:
    """From now on, each time this menu closes."""

    def go_out() -> None:
        under = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under)
        button.setDown(False)
        button.update()

    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, go_out))  # after the button has had its say
