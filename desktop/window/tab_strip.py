"""A strip of tabs that shows as many whole tabs as there is room for, instead of scrolling slices of them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget


class TabStrip(QTabBar):
    """Whoever owns it keeps a list of all of them beside it, for those that find no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUsesScrollButtons(False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be, whatever the tabs would like."""
        return QSize(0, super().minimumSizeHint().height())

    def fit(self, wanted: Collection[int], room: int) -> None:
        """Show those of the wanted tabs that fit into so many pixels: the current one, then the others in order."""
        shown = self._fitting(wanted, room)
        for place in range(self.count()):
            if self.isTabVisible(place) != (place in shown):  # even the same again would lay out the window anew
                self.setTabVisible(place, place in shown)
        self.resizeEvent(QResizeEvent(self.size(), self.size()))  # which scrolls back to the first: all of them fit

    def _fitting(self, wanted: Collection[int], room: int) -> set[int]:
        widths = {place: self.tabSizeHint(place).width() for place in sorted(wanted)}
        shown = {self.currentIndex()} & set(widths)
        left = room - sum(widths[place] for place in shown)
        for place, width in widths.items():
            if place in shown:
                continue
            left -= width
            if left < 0:
                break
            shown.add(place)
        return shown
