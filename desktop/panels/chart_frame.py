"""Around a chart: its settings in a pane at the right, and its figures as a table in its place, a key press away."""

from __future__ import annotations

from html import escape
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.scroll_area import ScrollArea

PANE_WIDTH = 240
NARROW_PANE_WIDTH = 220
_NARROW = 680  # a frame narrower than this gives its chart the room
SETTINGS = Text("Settings", "设置")
AS_TABLE = Text("Show as a table", "以表格显示")
CHANGE = Text("Change…", "更改…")
_ICON = QSize(18, 18)


class Chart(Protocol):
    """What a frame asks of the chart in it."""

    def table(self) -> TableTwin: ...
    def accessibleName(self) -> str: ...


class ChartFrame(QWidget):
    """`content` shows the chart; `pane` is the column to put settings into."""

    def __init__(
        self, theme: Theme, chart: Chart, content: QWidget, parent: QWidget | None = None, *, folds: bool = False
    ) -> None:
        """`folds`: in a narrow frame the pane is folded away, until a person wants it."""
        super().__init__(parent)
        self._theme, self._chart, self._folds = theme, chart, folds
        self._narrow = False
        self.twin = PlainTable()
        self.stack = QStackedWidget()
        self.stack.addWidget(content)
        self.stack.addWidget(scrolled(self.twin))
        self.pane = QVBoxLayout()
        self._pane = scrolled(_column(self.pane))
        self._pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.settings, self.as_table = QToolButton(), QToolButton()
        for button in (self.settings, self.as_table):
            button.setCheckable(True)
            button.setIconSize(_ICON)
        self.settings.setChecked(True)
        self._lay_out()
        self.settings.toggled.connect(self._pane.setVisible)
        self.settings.clicked.connect(self._leave_it_at_that)
        self.as_table.toggled.connect(self._turn)
        theme.changed.connect(self._dress)
        self._dress()

    def set_words(self, language: Language) -> None:
        """Name the two buttons."""
        for button, text in ((self.settings, SETTINGS), (self.as_table, AS_TABLE)):
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))

    def led_to(self, told: str, language: Language) -> str:
        """Words that say what the settings are; while those are folded away, with a link to them."""
        return escape(told) + ("" if self.settings.isChecked() else f' <a href="#">{CHANGE(language)}</a>')

    def lead_from(self, label: QLabel) -> None:
        """The links in a label open the settings."""
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.linkActivated.connect(lambda _: self.settings.click())

    def showEvent(self, event: QShowEvent) -> None:
        """The first size that counts."""
        super().showEvent(event)
        self._fold()

    def refresh(self) -> None:
        """The chart has other figures now."""
        if self.as_table.isChecked():
            table = self._chart.table()
            self.twin.setAccessibleName(self._chart.accessibleName())
            self.twin.show_lines(table.headers, [[(words, "") for words in row] for row in table.rows])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow frame has a narrow pane."""
        super().resizeEvent(event)
        self._pane.setFixedWidth(NARROW_PANE_WIDTH if self.width() < _NARROW else PANE_WIDTH)
        if self.isVisible():
            self._fold()

    def _fold(self) -> None:
        """The pane goes when the frame becomes narrow, and is back when it is wide again."""
        narrow = self.width() < _NARROW
        if self._folds and narrow != self._narrow:
            self._narrow = narrow
            self.settings.setChecked(not narrow)

    def _leave_it_at_that(self) -> None:
        """A person opened or closed the pane: from now on only a person does."""
        self._folds = False

    def _turn(self, to_table: bool) -> None:
        self.stack.setCurrentIndex(int(to_table))
        self.refresh()

    def _lay_out(self) -> None:
        rail = QVBoxLayout()
        rail.setSpacing(HALF)
        rail.addWidget(self.settings)
        rail.addWidget(self.as_table)
        rail.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, HALF, HALF, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self._pane)
        layout.addLayout(rail)

    def _dress(self) -> None:
        self.settings.setIcon(self._theme.icon("panel", "muted"))
        self.as_table.setIcon(self._theme.icon("table", "muted"))


def scrolled(widget: QWidget, *, stretched: bool = False) -> ScrollArea:
    """A widget that scrolls up and down where there is too little room for it, on the ground of what is around.

    `stretched`: where there is more room than it needs, it takes that too.
    """
    area = ScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget)
    if not stretched:
        inside.addStretch(1)
    area.setWidget(holder)
    for plain in (area.viewport(), holder):
        plain.setAutoFillBackground(False)
    return area


def _column(layout: QVBoxLayout) -> QWidget:
    column = QWidget()
    layout.setContentsMargins(HALF, 0, GRID, GRID)
    layout.setSpacing(HALF)
    column.setLayout(layout)
    return column
