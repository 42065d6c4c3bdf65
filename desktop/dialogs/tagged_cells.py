"""Cells with a word beneath their figure. The figure stays what the cell says, so that copying takes it alone."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.widgets.own_ink import OwnInk

TAG = int(Qt.ItemDataRole.UserRole)  # the word beneath; a space where others of the row have one, so that figures align
_BENEATH = "\u2028"  # what Qt takes for a new line inside a cell


class TaggedCells(OwnInk):
    """For a table whose cells have words under `TAG`."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The figure, and the word beneath it."""
        super().initStyleOption(option, index)
        tag = index.data(TAG)
        if tag is not None:
            option.text = f"{option.text}{_BENEATH}{tag}"
