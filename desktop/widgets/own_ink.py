"""Cells that keep the colour of their words while they are selected: a loss stays red."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


class OwnInk(QStyledItemDelegate):
    """For any table; cells without a colour of their own are selected as usual."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The colour of the cell for its words, although it is selected."""
        from PySide6.QtWidgets import QStyle  # imported here: the first look does without

        super().initStyleOption(option, index)
        if not option.state & QStyle.StateFlag.State_Selected:
            return
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if ink is not None:
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(ink))
