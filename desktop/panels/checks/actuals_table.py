"""The rows of actual figures: what really happened, the plan beside it, the variance, and ways to change or drop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from core.comparison.document import Comparison
from core.questions.actuals import Variance, figures_of
from core.wording.quantities import exact_value
from core.wording.rounding import as_finely
from core.wording.text import Language, Text, words
from desktop.differences import variance_words
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.plain_table import PlainTable

HEADERS = (
    Text("Figure", "项目"), Text("Actual", "实际"), Text("Here", "本对比"), Text("Variance", "差异"), Text("", ""),
)  # fmt: skip
SHARES = (20, 22, 22, 22, 14)
_DIGITS = 4  # of the plan: a variance of single points is seen
EDIT, REMOVE = (
    Text("Change actual: {figure}", "修改实际数：{figure}"),
    Text("Remove actual: {figure}", "移除实际数：{figure}"),
)
_VARIANCE, _BUTTONS = 3, 4
_ICON = QSize(16, 16)


class ActualsTable(PlainTable):
    """Enter on a row changes it, Delete removes it, as its buttons do."""

    change_wanted = Signal(str, str)  # alternative and line
    removal_wanted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(SHARES)
        self._theme = theme
        self._shown: Sequence[Variance] = ()
        theme.changed.connect(self._dress)

    def show_variances(self, comparison: Comparison, found: Sequence[Variance], language: Language) -> None:
        """One row per actual figure."""
        if len(found) != len(self._shown):
            self.setRowCount(0)  # the buttons with it
        self._shown = found
        labels = [_label(comparison, variance) for variance in found]
        lines = [_line(comparison, variance, label, language) for variance, label in zip(found, labels, strict=True)]
        self.show_lines([header(language) for header in HEADERS], lines)
        for row, label in enumerate(labels):
            self._name_buttons(row, label, language)
        self._dress()
        self._fit()  # for the buttons

    def buttons(self, row: int) -> tuple[QToolButton, QToolButton]:
        """To change and to remove a row."""
        holder = self.cellWidget(row, _BUTTONS)
        edit, remove = holder.findChildren(QToolButton)
        return edit, remove

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete act on the row one stands on."""
        row = self.currentRow()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._want(self.change_wanted, row)
        elif row >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._want(self.removal_wanted, row)
        else:
            super().keyPressEvent(event)

    def _want(self, signal: Signal, row: int) -> None:
        variance = self._shown[row]
        signal.emit(variance.alternative, variance.line)

    def _name_buttons(self, row: int, label: Text, language: Language) -> None:
        if self.cellWidget(row, _BUTTONS) is None:
            self.setCellWidget(row, _BUTTONS, self._make_buttons(row))
        for button, text in zip(self.buttons(row), (EDIT, REMOVE), strict=True):
            told = text.filled(figure=label)(language)
            button.setToolTip(told)
            button.setAccessibleName(told)

    def _make_buttons(self, row: int) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, GRID, 0)
        line.setSpacing(HALF)
        line.addStretch(1)
        for signal in (self.change_wanted, self.removal_wanted):
            button = QToolButton()
            button.setIconSize(_ICON)
            button.clicked.connect(lambda _=False, signal=signal: self._want(signal, row))
            line.addWidget(button)
        return holder

    def _dress(self) -> None:
        tones = {True: "good", False: "bad", None: "text"}
        for row, variance in enumerate(self._shown):
            self.item(row, _VARIANCE).setForeground(self._theme.colours.colour(tones[variance.favourable]))
            for button, icon in zip(self.buttons(row), ("pencil", "trash"), strict=True):
                button.setIcon(self._theme.icon(icon, "muted"))


def _label(comparison: Comparison, variance: Variance) -> Text:
    found = figures_of(comparison, variance.alternative)
    return next(figure.label for figure in found if figure.line == variance.line)


def _line(comparison: Comparison, variance: Variance, label: Text, language: Language) -> list[tuple[str, str]]:
    name = words(comparison.alternative(variance.alternative).name, language)
    return [
        (f"{label(language)}\n{name}", ""),
        (exact_value(variance.actual, variance.unit, language), ""),
        (
            exact_value(as_finely(variance.planned, variance.actual, _DIGITS), variance.unit, language),
            exact_value(variance.planned, variance.unit, language),
        ),
        (variance_words(variance, language), exact_value(variance.variance, variance.unit, language)),
        ("", ""),
    ]
