"""The entry of an assumption: takes numbers as people write them, says what it understood, keeps what it refuses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.comparison.spread import value_between
from core.errors import EvenkeelError
from core.wording.entries.parsing import Parsed, parse_number
from core.wording.entries.ranges import TypedRange, parse_number_or_range
from core.wording.numbers import both
from core.wording.quantities import editable, format_cell
from core.wording.text import Language, Text
from desktop.theme import HALF, Theme, font, measures
from desktop.widgets.line_entry import LineEntry
from desktop.widgets.look import set_look

_MARGIN = 10  # of the field, to either side of its text
RANGE = Text("uncertain: {low} to {high}", "不确定：{low} 至 {high}")
RANGE_ELSEWHERE = Text("uncertain: {low} to {high}, value {value}", "不确定：{low} 至 {high}，取值 {value}")
_STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,  # another program, to look something up
    Qt.FocusReason.MenuBarFocusReason,
)


class _Field(LineEntry):
    """A line edit that shows a few quiet words behind what is typed, where there is room for them."""

    entered = Signal()
    reverted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._behind = ""
        self._own_menu = False  # is about to open

    def show_behind(self, words: str) -> bool:
        """Show these words at the right end; False where they do not fit."""
        metrics = measures("caption")
        room = self.width() - self.fontMetrics().horizontalAdvance(self.text()) - 2 * _MARGIN - 12
        fits = metrics.horizontalAdvance(words) <= room
        self._behind = words if fits else ""
        self.update()
        return fits

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the words behind."""
        super().paintEvent(event)
        if self._behind:
            painter = QPainter(self)
            painter.setFont(font("caption"))
            painter.setPen(self._theme.colours.colour("muted"))
            inside = self.rect().adjusted(0, 0, -_MARGIN, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._behind)
            painter.end()

    def has_own_undo(self) -> bool:
        """While something stands here that is not taken, refused or not entered yet."""
        return self.isModified()

    def has_own_redo(self) -> bool:
        """What was typed and then taken is redone by the window."""
        return self.isModified() and self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the number, Escape and undo go back to the one before."""
        back = event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif back and self.isModified():
            self.reverted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Everything is selected, so that typing replaces it; what is being typed is left alone."""
        super().focusInEvent(event)
        if not self.isModified():
            self.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The click that brings the focus must not undo the selection it brought."""
        had_focus = self.hasFocus()
        super().mousePressEvent(event)
        if not had_focus:
            self.selectAll()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The field's own menu is about what is being typed."""
        self._own_menu = True
        super().contextMenuEvent(event)
        self._own_menu = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes the number too, and so does every menu but its own: they tell and change what holds."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING and not self._own_menu:
            self.left.emit()

    def take(self) -> None:
        """As Enter would."""
        if self.isModified():
            self.entered.emit()


class NumberEntry(QWidget):
    """Field and message. Emits a value only when a person entered another one; being filled emits nothing."""

    value_committed = Signal(float)
    range_committed = Signal(float, float, object)  # both ends, and the value where it was written: "3 ± 1"

    def __init__(
        self, theme: Theme, unit: str, parent: QWidget | None = None, *, ranges: bool = False, kept: bool = True
    ) -> None:
        """`ranges`: takes "5 to 10" too. `kept`: it goes into the comparison, and is not only part of a question."""
        super().__init__(parent)
        self.kept = kept
        self._unit, self._ranges = unit, ranges
        self._usual: tuple[float, float] | None = None
        self._value = 0.0
        self._language: Language = "en"
        self._message: Text | None = None
        self.field = _Field(theme)
        self._below = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._below.setProperty("tone", "caption")
        self._below.setWordWrap(True)
        self._below.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF // 2)
        layout.addWidget(self.field)
        layout.addWidget(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.field.textEdited.connect(self._understand)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.commit)
        self.field.reverted.connect(self.revert)

    @property
    def value(self) -> float:
        """The last value that was set or committed."""
        return self._value

    @property
    def refused(self) -> bool:
        """Whether the field holds something that was not taken."""
        return self._message is not None

    @property
    def message(self) -> str:
        """What stands under the field."""
        return "" if self._below.isHidden() else self._below.text()

    @property
    def reason(self) -> Text | None:
        """Why what stands in the field was not taken."""
        return self._message

    def set_value(self, value: float) -> None:
        """Show a value, unless something is being typed or stands refused. Nothing is emitted."""
        changed = value != self._value
        self._value = value
        if changed and self.refused:
            self.revert()
        elif not self.field.isModified():
            self._fill()

    def set_usual(self, low: float, high: float) -> None:
        """Between which values it usually lies, which tells how a bare share is meant."""
        self._usual = low, high

    def set_words(self, label: Text, language: Language) -> None:
        """What the entry sets, and the language of its messages."""
        self._language = language
        self.field.setAccessibleName(label(language))
        if self._message is not None:
            self._show_refusal(self._message)
        elif not self.field.isModified():
            self._fill()

    def refuse(self, reason: Text) -> None:
        """Say why the value that was just committed is not taken; what was typed stays."""
        self.field.setModified(True)
        self._show_refusal(reason)

    def enter(self, typed: str) -> None:
        """As if this had been typed and entered."""
        self.field.setText(typed)
        self.field.setModified(True)
        self.commit()

    def revert(self) -> None:
        """Back to the value before, without a word."""
        self._fill()
        self.field.selectAll()

    def _fill(self) -> None:
        self._message = None
        self.field.setText(editable(self._value, self._unit, self._language))
        self.field.setModified(False)
        self.field.show_behind("")
        self._say("", refused=False)

    def _understand(self, typed: str) -> None:
        """While typing: what the words so far mean. What they do not mean is said only when they are entered."""
        self._message = None
        try:
            words = self._told(self._read(typed))
        except EvenkeelError:
            words = ""
        below = "" if self.field.show_behind(words) else words
        self._say(below, refused=False)

    def _enter(self) -> None:
        self.commit()
        if not self.refused:
            self.field.selectAll()

    def commit(self) -> None:
        """Take what is being typed now, as leaving the field would."""
        if not self.field.isModified():
            return
        typed = self.field.text()
        try:
            read = self._read(typed)
        except EvenkeelError as problem:
            self._show_refusal(problem.text())
            return
        if isinstance(read, TypedRange):
            self._commit_range(typed, read)
            return
        value = read.value
        before, self._value = self._value, value
        self._fill()
        if value == before:
            return
        self.value_committed.emit(value)
        if self.refused:  # whoever listens did not take it: the value is still the one before, the words stay
            self._value = before
            self.field.setText(typed)
            self.field.setModified(True)

    def _commit_range(self, typed: str, read: TypedRange) -> None:
        self._fill()
        self.range_committed.emit(read.low.value, read.high.value, read.middle.value if read.middle else None)
        if self.refused:
            self.field.setText(typed)
            self.field.setModified(True)

    def _read(self, typed: str) -> Parsed | TypedRange:
        parse = parse_number_or_range if self._ranges else parse_number
        return parse(typed, self._unit, self._usual)

    def _told(self, read: Parsed | TypedRange) -> str:
        """What was understood."""
        if isinstance(read, Parsed):
            return read.understood(self._language)
        ends = read.low.value, read.high.value
        value = value_between(*ends, read.middle.value if read.middle else self._value)
        low, high, at = (both(format_cell, number, self._unit) for number in (*ends, value))
        told = RANGE if value == self._value else RANGE_ELSEWHERE  # the value moves
        return told.filled(low=low, high=high, value=at)(self._language)

    def _show_refusal(self, reason: Text) -> None:
        self._message = reason
        self.field.show_behind("")
        self._say(reason(self._language), refused=True)

    def _say(self, words: str, *, refused: bool) -> None:
        self._below.setText(words)
        self._below.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        for widget, name, value in (
            (self.field, "refused", refused),
            (self._below, "tone", "bad" if refused else "caption"),
        ):
            set_look(widget, name, value)
