"""A button does not stay lit after its menu is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from desktop.window.window import Window


def test_buttons_go_out_with_their_menus(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.activateWindow()
    tools = [b for b in window.menus.tools.findChildren(QToolButton) if b.defaultAction().menu()]
    assert len(tools) == 2
    away = window.mapToGlobal(QPoint(5, window.height() - 5))
    monkeypatch.setattr("desktop.window.menu_release.QCursor.pos", lambda: away)
    for button in (*tools, window.workspace.tabs.cornerWidget()):
        menu = button.menu() or button.defaultAction().menu()
        assert isinstance(menu, QMenu)
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        menu.aboutToHide.emit()
        QApplication.processEvents()
        assert not button.underMouse()
        assert not button.isDown()
