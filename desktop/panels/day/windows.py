"""The discount hours of a day: a row for each, and a button for more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.comparison.day_editing import with_window
from core.comparison.day_profile import HALF_HOUR, MINUTES_PER_DAY, Day, PriceWindow, clock_of
from core.wording.text import Language, Text
from desktop.charts.day.words import ZONES
from desktop.theme import HALF, Theme
from desktop.widgets.choice_list import ChoiceList

ADD = Text("Add discount hours", "添加优惠时段")
REMOVE = Text("Remove these discount hours", "移除该优惠时段")
BEGIN, END, CLOCK = Text("Discount begins", "优惠开始"), Text("Discount ends", "优惠结束"), Text("Time zone", "时区")
_FIRST = PriceWindow(start="00:30", end="08:30")
STARTS = tuple(clock_of(minute) for minute in range(0, MINUTES_PER_DAY, HALF_HOUR))
ENDS = (*STARTS[1:], "24:00")
Apply = Callable[[Callable[[Day], Day]], None]


class WindowRow(QWidget):
    """From, to, whose clock, and a cross to take it away."""

    def __init__(self, theme: Theme, place: int, apply: Apply) -> None:
        super().__init__()
        self._place, self._apply, self._theme = place, apply, theme
        self.start, self.end, self.zone = _list(STARTS), _list(ENDS), _list(())
        self.remove = QToolButton()
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.start, 1)
        first.addWidget(QLabel("–"))
        first.addWidget(self.end, 1)
        first.addWidget(self.remove)
        second.addWidget(self.zone, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, HALF)
        layout.setSpacing(HALF)
        layout.addLayout(first)
        layout.addLayout(second)
        for box in (self.start, self.end, self.zone):
            box.activated.connect(self._change)
        self.remove.clicked.connect(lambda: apply(lambda day: with_window(day, place, None)))
        theme.changed.connect(self._dress)
        self._dress()

    def show_window(self, window: PriceWindow, language: Language) -> None:
        """What the day holds now."""
        zones = [text(language) for text in ZONES.values()]
        if [self.zone.itemText(i) for i in range(self.zone.count())] != zones:
            self.zone.clear()
            self.zone.addItems(zones)
        self.zone.setCurrentIndex(list(ZONES).index(window.zone))
        self.start.setCurrentText(window.start)
        self.end.setCurrentText("24:00" if window.end == "00:00" else window.end)
        for widget, text in ((self.start, BEGIN), (self.end, END), (self.zone, CLOCK), (self.remove, REMOVE)):
            widget.setAccessibleName(text(language))
            widget.setToolTip(text(language))

    def _change(self) -> None:
        start, end, zone = self.start.currentText(), self.end.currentText(), list(ZONES)[self.zone.currentIndex()]
        self._apply(lambda day: with_window(day, self._place, PriceWindow(start=start, end=end, zone=zone)))

    def _dress(self) -> None:
        self.remove.setIcon(self._theme.icon("close", "muted"))


class Windows(QWidget):
    """All rows."""

    def __init__(self, theme: Theme, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._apply = theme, apply
        self.rows: list[WindowRow] = []
        self._room = QVBoxLayout()
        self._room.setSpacing(0)
        self.add = QPushButton()
        self.add.setProperty("kind", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(self._room)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._one_more)

    def show_day(self, day: Day, language: Language) -> None:
        """A row for each of its discount hours."""
        self.add.setText(ADD(language))
        while len(self.rows) > len(day.windows):
            row = self.rows.pop()
            row.hide()
            self._room.removeWidget(row)
            row.deleteLater()
        while len(self.rows) < len(day.windows):
            self.rows.append(WindowRow(self._theme, len(self.rows), self._apply))
            self._room.addWidget(self.rows[-1])
        for row, window in zip(self.rows, day.windows, strict=True):
            row.show_window(window, language)

    def _one_more(self) -> None:
        self._apply(lambda day: with_window(day, len(day.windows), _FIRST))


def _list(words: tuple[str, ...]) -> ChoiceList:
    box = ChoiceList()
    box.addItems(list(words))
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box
