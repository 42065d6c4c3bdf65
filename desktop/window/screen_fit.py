"""The size of the first window: as designed, or what the screen leaves of that with the window's frame around it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

FRAME = QSize(16, 56)  # what title bars and edges take at most; known for sure only when it is too late


def first_place(wanted: QSize, least: QSize, available: QRect) -> QRect:
    """Where the inside of the window goes: in the middle, all of it in view."""
    size = wanted.boundedTo(available.size() - FRAME).expandedTo(least)
    place = QRect(available.topLeft(), size)
    place.moveCenter(available.center())
    place.moveTop(max(available.top() + FRAME.height() * 3 // 4, place.top()))
    place.moveLeft(max(available.left(), place.left()))
    return place
