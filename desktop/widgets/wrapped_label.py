"""A label whose words wrap and that is always as high as they need, also where a scroll area would squeeze it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import GRID

PENDING = "…"  # where a sentence will stand in a moment
_ANY_WIDTH = 16777215  # as Qt has it


class WrappedLabel(QLabel):
    """`tone` as the style sheet knows it. `rich`: its words hold links, and what a person wrote is escaped in them."""

    def __init__(self, tone: str = "", parent: QWidget | None = None, *, rich: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.AutoText if rich else Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._least = 0
        self._held = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if tone:
            self.setProperty("tone", tone)

    def say(self, words: str) -> None:
        """Show other words; without any the label goes."""
        if words != self.text():
            self.setText(words)
            self._fit()
        self.setVisible(bool(words))

    def keep_height(self, height: int) -> None:
        """Be at least as high as this, whatever is said; 0: as high as the words."""
        if height != self._least:
            self._least = height
            self._fit()

    def hold(self, held: bool) -> None:
        """While held it grows but does not shrink, and other words of the same height do not have the window laid out
        anew, for it keeps its width too."""
        if held == self._held:
            return
        self._held = held
        self.setMinimumWidth(self.width() if held else 0)
        self.setMaximumWidth(self.width() if held else _ANY_WIDTH)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths need other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """So do other fonts."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        if self._held:
            if (needed := self.heightForWidth(self.width())) > self.height():
                self.setFixedHeight(needed)
            return
        self.setMinimumHeight(0)  # else no less than before is found
        self.setFixedHeight(max(self._least, self.heightForWidth(self.width())))


def in_line(label: QLabel) -> QVBoxLayout:
    """A label in line with what a chart above or under it shows. Margins of its own do nothing for a label that has a
    style."""
    beside = QVBoxLayout()
    beside.setContentsMargins(2 * GRID, 0, GRID, 0)
    beside.addWidget(label)
    return beside
