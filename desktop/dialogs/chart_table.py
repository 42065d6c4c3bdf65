"""What stands in a chart, for eyes and ears that a picture says nothing to: in sentences and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from core.wording.text import Language, Text
from desktop.charts.data import TableTwin
from desktop.panels.chart_frame import scrolled
from desktop.theme import GRID
from desktop.widgets.plain_table import PlainTable
from desktop.widgets.wrapped_label import WrappedLabel

COPY = Text("&Copy", "复制(&C)")
NO_CHART = Text("There is no chart here, and no figures behind one.", "此处没有图表，也没有图表数据。")
_WIDTH, _HEIGHT = 96 * GRID, 72 * GRID


class Told(Protocol):
    """What every chart can say of itself."""

    def table(self) -> TableTwin: ...
    def summary(self) -> str: ...
    def accessibleName(self) -> str: ...


def charts_in(part: QWidget) -> list[Told]:
    """The charts that can be seen in a part of the window, or stand behind their own table."""
    return [w for w in part.findChildren(QWidget) if hasattr(w, "table") and hasattr(w, "summary")]


class ChartTables(QDialog):
    """One heading, summary and table per chart."""

    def __init__(self, parent: QWidget, title: str, charts: Iterable[Told], language: Language) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(GRID)
        self._lines: list[str] = []
        self.tables: list[PlainTable] = []
        for chart in charts:
            self._tell(chart)
        if not self.tables:
            self._say(NO_CHART(language), "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = QPushButton(COPY(language))
        self.copy_button.setEnabled(bool(self.tables))
        self.copy_button.clicked.connect(self.copy)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(scrolled(inside))
        layout.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)
        if self.tables:
            self.tables[0].setFocus()

    def copy(self) -> None:
        """All of it, as a sheet takes it."""
        QGuiApplication.clipboard().setText("\n".join(self._lines))

    def _tell(self, chart: Told) -> None:
        twin = chart.table()
        if not twin.rows:
            return
        self._say(chart.accessibleName(), "title")
        self._say(chart.summary(), "")
        table = PlainTable()
        table.setAccessibleName(chart.accessibleName())
        table.setAccessibleDescription(chart.summary())
        table.show_lines(twin.headers, [[(words, "") for words in row] for row in twin.rows])
        self._column.addWidget(table)
        self.tables.append(table)
        self._lines += ["\t".join(twin.headers), *("\t".join(row) for row in twin.rows), ""]

    def _say(self, words: str, tone: str) -> None:
        label = WrappedLabel(tone)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.say(words)
        self._column.addWidget(label)
        if words:
            self._lines.append(words)
