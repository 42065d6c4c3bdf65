"""Asks what a dollar is worth. It matters for looking only, and the dialog says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.questions.display import USUAL_RATE, Display
from core.wording.text import Language, Text
from desktop.inputs.entry import NumberEntry
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.wrapped_label import WrappedLabel

TITLE = Text("Exchange rate", "汇率")
ONE = Text("1 US dollar is", "1 美元等于")
UNIT = "CNY/USD"
YUAN = Text("yuan", "元人民币")
NOTE = Text(
    "Only amounts that are shown are converted. List prices and typed values stay as they are. "
    "Until you set another one: {usual}.",
    "只折算显示的金额；价目表价格和输入值不变。默认汇率：{usual}。",
)
ABOVE_ZERO = Text("An exchange rate is a number above zero.", "汇率必须是大于零的数。")
_WIDTH = 52 * GRID


class RateDialog(QDialog):
    """Entry, note, buttons."""

    def __init__(self, parent: QWidget, theme: Theme, rate: float, language: Language) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE(language))
        self.entry = NumberEntry(theme, UNIT, self)
        self.entry.set_value(rate)
        self.entry.set_words(ONE, language)
        usual = Display(rate=USUAL_RATE).rate_words()
        note = WrappedLabel("muted", self)
        note.say(NOTE.filled(usual=usual)(language))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for part in (QLabel(ONE(language)), self.entry, QLabel(YUAN(language))):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(buttons)
        self.resize(_WIDTH, self.sizeHint().height())

    def _take(self) -> None:
        self.entry.commit()
        if self.entry.refused:
            return
        if self.entry.value <= 0:
            self.entry.refuse(ABOVE_ZERO)
            return
        self.accept()


def ask_rate(parent: QWidget, session: Session, theme: Theme, then: Callable[[float], object]) -> None:
    """Ask for another rate, and hand it to `then`."""
    dialog = RateDialog(parent, theme, session.display.rate, session.language)
    dialog.accepted.connect(lambda: then(dialog.entry.value))
    dialog.open()
