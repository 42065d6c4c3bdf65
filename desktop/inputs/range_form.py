"""The usual range of an assumption, to be set by hand: both ends and, if one likes, why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from core.model.definition import Range
from core.wording.text import Language, Text
from desktop.inputs.entry import NumberEntry
from desktop.theme import HALF, Theme
from desktop.widgets.line_entry import LineEntry
from desktop.widgets.wrapped_label import WrappedLabel

LOW = Text("From", "从")
HIGH = Text("To", "到")
WHY = Text("Why", "理由")
WHY_HINT = Text("Why these ends? (optional)", "为何取此范围？（可不填）")
KEEP = Text("Keep range", "保存范围")
USUAL = Text("Back to the usual range", "恢复常见范围")
CANCEL = Text("Cancel", "取消")


class RangeForm(QWidget):
    """Gives both ends and the reason when they are kept; the comparison decides whether they make sense."""

    kept = Signal(float, float, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._usual: Range | None = None
        self._filled: list[float] = []
        self._language: Language = "en"
        self.low: NumberEntry | None = None
        self.high: NumberEntry | None = None
        self.why = LineEntry(self)
        self.reason: Text | None = None  # why it was not kept
        self.problem = WrappedLabel("bad", self)
        self.problem.hide()
        self.keep, self.usual, self.cancel = (QPushButton(self) for _ in range(3))
        for quiet in (self.usual, self.cancel):
            quiet.setProperty("kind", "quiet")
        self.keep.clicked.connect(self._keep)
        self.usual.clicked.connect(self._to_usual)
        self.cancel.clicked.connect(self.left)
        self._names = [QLabel(self) for _ in range(3)]
        self._lay_out()

    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through."""
        return (*self._written, self.keep, self.cancel, self.usual)

    def fill(self, now: Range, usual: Range, unit: str, language: Language) -> None:
        """Start from the range in use; `usual` is the definition's."""
        self._usual = usual
        self._filled = [now.low, now.high]
        for row, (old, end) in enumerate(((self.low, now.low), (self.high, now.high))):
            if old is not None:
                self._grid.removeWidget(old)
                old.hide()
                old.deleteLater()
            entry = NumberEntry(self._theme, unit, self)
            entry.set_value(end)
            self._grid.addWidget(entry, row, 1)
            self.low, self.high = (entry, self.high) if row == 0 else (self.low, entry)
        self.why.clear()
        self.reason = None
        self.problem.say("")
        self.say(language)

    @property
    def changed(self) -> bool:
        """Whether anything was written since it was filled, taken by its field or not."""
        ends = [entry for entry in (self.low, self.high) if entry is not None]
        moved = [entry.value for entry in ends] != self._filled
        return moved or any(field.isModified() for field in self._written)

    def draft(self) -> tuple[str, ...]:
        """What stands in it."""
        return tuple(field.text() for field in self._written)

    def resume(self, draft: tuple[str, ...]) -> None:
        """Go on with what stood in it."""
        for field, text in zip(self._written, draft, strict=True):
            field.go_on(text)

    @property
    def _written(self) -> tuple[LineEntry, ...]:
        return (*(entry.field for entry in (self.low, self.high) if entry is not None), self.why)

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        for name, text in zip(self._names, (LOW, HIGH, WHY), strict=True):
            name.setText(text(language))
        for entry, text in ((self.low, LOW), (self.high, HIGH)):
            if entry is not None:
                entry.set_words(text, language)
        self.why.setAccessibleName(WHY(language))
        self.why.setPlaceholderText(WHY_HINT(language))
        for button, text in ((self.keep, KEEP), (self.usual, USUAL), (self.cancel, CANCEL)):
            button.setText(text(language))

    def refuse(self, reason: Text) -> None:
        """Say why the range is not taken."""
        self.reason = reason
        self.problem.say(reason(self._language))
        if self.low is not None:
            self.low.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self.low is None or self.high is None:
            return
        for end in (self.low, self.high):
            end.commit()
        self.reason = self.low.reason or self.high.reason
        if self.reason is None:
            self.kept.emit(self.low.value, self.high.value, self.why.text().strip())

    def _to_usual(self) -> None:
        if self._usual is not None:
            self.kept.emit(self._usual.low, self._usual.high, "")

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(HALF)
        self._grid.setColumnStretch(1, 1)
        for row, name in enumerate(self._names):
            name.setProperty("tone", "caption")
            self._grid.addWidget(name, row, 0)
        self._grid.addWidget(self.why, 2, 1)
        self._grid.addWidget(self.problem, 3, 0, 1, 2)
        buttons = QGridLayout()
        buttons.setSpacing(HALF)
        buttons.setColumnStretch(2, 1)
        for button, row, column, columns in ((self.keep, 0, 0, 1), (self.cancel, 0, 1, 1), (self.usual, 1, 0, 3)):
            buttons.addWidget(button, row, column, 1, columns, Qt.AlignmentFlag.AlignLeft)
        self._grid.addLayout(buttons, 4, 0, 1, 2)
