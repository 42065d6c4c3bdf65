"""A word beside a value at or outside the end of its usual range: why the range ends there, and more room if wanted.
It never stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.text import Language, Text
from desktop.inputs.rows import Place
from desktop.inputs.source_words import range_of
from desktop.theme import HALF
from desktop.widgets.wrapped_label import WrappedLabel

OUTSIDE = Text("Outside the usual range, {low} to {high}. {reason}", "超出常见范围（{low} 至 {high}）。{reason}")
AT_END = Text("The usual range ends here. {reason}", "常见范围到此为止。{reason}")
EXTEND = Text("Extend range", "扩大范围")


class RangeHint(QWidget):
    """Shown only where there is something to say."""

    extend_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = WrappedLabel("caption", self)
        self.extend = QPushButton(self)
        self.extend.setProperty("kind", "link")
        self.extend.clicked.connect(self.extend_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, HALF, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.words)
        layout.addWidget(self.extend, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_place(self, comparison: Comparison, place: Place, language: Language) -> None:
        """Tell about this value."""
        text = hint_about(comparison, place)
        extendable = edits.can_extend(comparison, place.where, place.driver.id)
        self.extend.setText(EXTEND(language))
        self.extend.setVisible(extendable)
        self.words.say(text(language) if text else "")
        self.setVisible(text is not None)


def hint_about(comparison: Comparison, place: Place) -> Text | None:
    """What there is to say about where a value stands in its range; at an end only where more would make sense."""
    usual, value = range_of(comparison, place), place.setting(comparison).value
    if usual.low < value < usual.high:
        return None
    ends = {name: both(format_value, end, place.driver.unit)
            for name, end in (("low", usual.low), ("high", usual.high))}  # fmt: skip
    if usual.low <= value <= usual.high:
        if not edits.can_extend(comparison, place.where, place.driver.id):
            return None
        return AT_END.filled(reason=usual.reason)
    return OUTSIDE.filled(reason=usual.reason, **ends)
