"""The looks a widget can have in the style sheet: `QLabel[tone="bad"]` and the like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, name: str, value: str | bool) -> None:
    """Give the widget another look. Before it has been dressed for the first time nothing is to be done anew, and to
    ask for the style PySide makes every class it has of one."""
    if (widget.property(name) or type(value)()) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().polish(widget)
