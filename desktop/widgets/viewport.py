"""A viewport made in Python. Qt makes one of its own for everything that scrolls; to hand that out, PySide first makes
every class it has of a widget, with all their enumerations, which takes longer than to paint the window."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def take_own_viewport(area: QAbstractScrollArea) -> None:
    """Replace the area's viewport by one that looks the same."""
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
