"""Menus and tables have the product's letters, also where the system wants its own for them."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMenuBar, QTableView

from desktop.theme import Theme
from desktop.theme.scale import font


def test_the_letters_of_the_system_do_not_show(qapp: QApplication) -> None:
    own = font()
    before, sheet, letters = qapp.font("QMenuBar"), qapp.styleSheet(), qapp.font()
    try:
        Theme("light").apply_to(qapp)
        for name in ("QMenuBar", "QAbstractItemView"):
            qapp.setFont(QFont("Courier", 7), name)  # as Windows does, also later
        for part in (QMenuBar(), QTableView()):
            part.ensurePolished()
            assert part.font().families() == own.families()
            assert part.font().pointSizeF() == own.pointSizeF()
    finally:
        for name in ("QMenuBar", "QAbstractItemView"):
            qapp.setFont(before, name)
        qapp.setFont(letters)
        qapp.setStyleSheet(sheet)
