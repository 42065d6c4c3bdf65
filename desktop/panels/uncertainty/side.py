"""Beside the chart: progress, the range on request, which assumptions are uncertain, and how far off it may be."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.wording.text import Language, Text
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.wrapped_label import WrappedLabel

SHOW_RANGE = Text("Show the range", "显示利润范围")
WORKING = Text("Working out break-even…", "正在计算盈亏平衡点…")
CANCEL = Text("Cancel", "取消")
GO_ON = Text("Work out break-even too", "继续计算盈亏平衡点")
_BY_KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard
UNCERTAIN = Text("Uncertain assumptions", "不确定的假设")


class Side(QWidget):
    """Emits what the person asks for."""

    ranges_wanted = Signal(bool)
    cancelled = Signal()
    resumed = Signal()
    driver_chosen = Signal(str, str)  # driver, alternative

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self.ranges = QCheckBox()
        self.progress, self.cancel, self.resume = QProgressBar(), QPushButton(), QPushButton()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(GRID)
        for button in (self.cancel, self.resume):
            button.setProperty("kind", "quiet")
        self.resume.hide()
        self._heading, self.caption = QLabel(), WrappedLabel("caption")
        self._heading.setProperty("tone", "caption")
        self.drivers = WrappedLabel(rich=True)
        self.drivers.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYBOARD)
        self.drivers.linkActivated.connect(lambda link: self.driver_chosen.emit(*link.split()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HALF, 0, 0)
        column.setSpacing(HALF)
        for widget in (self.ranges, self.progress, self.cancel, self.resume):
            column.addWidget(widget)
        column.addSpacing(HALF)
        column.addWidget(self.caption)
        column.addSpacing(HALF)
        column.addWidget(self._heading)
        column.addWidget(self.drivers)
        theme.changed.connect(self._dress)
        self.ranges.toggled.connect(self.ranges_wanted)
        self.cancel.clicked.connect(self.cancelled)
        self.resume.clicked.connect(self.resumed)
        self.set_busy(busy=False, complete=True)

    def say(self, language: Language) -> None:
        """Name everything."""
        self.ranges.setText(SHOW_RANGE(language))
        self.progress.setAccessibleName(WORKING(language))
        self.progress.setToolTip(WORKING(language))
        self.cancel.setText(CANCEL(language))
        self.resume.setText(GO_ON(language))
        self._heading.setText(UNCERTAIN(language))
        self.drivers.setAccessibleName(UNCERTAIN(language))

    def set_busy(self, *, busy: bool, complete: bool) -> None:
        """Whether something is being worked out, and whether there is more to work out."""
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.resume.setVisible(not busy and not complete)
        if not busy:
            self.progress.setValue(0)

    def show_drivers(self, drivers: Sequence[tuple[str, str, str]]) -> None:
        """Words, id and an alternative of each uncertain assumption; each leads to where it is set."""
        if tuple(drivers) == self._shown:
            return
        self._shown = tuple(drivers)
        self._list()

    def _dress(self) -> None:
        """Links are coloured when they are written."""
        self.drivers.clear()
        self._list()

    def _list(self) -> None:
        """Links, so that long names wrap."""
        self.drivers.say(
            "<br>".join(
                f'<a style="text-decoration: none" href="{id} {alternative}">{escape(label)}</a>'
                for label, id, alternative in self._shown
            )
        )
