"""What sets a value in the editor: slider and entry for a number, a switch for yes and no. Both look the same to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.comparison.values import SWITCH
from core.model.definition import Range
from core.wording.quantities import format_cell
from core.wording.text import Language, Text
from core.wording.unit_words import unit_label
from desktop.inputs.entry import NumberEntry
from desktop.inputs.slider import DriverSlider
from desktop.inputs.switch import Switch
from desktop.theme import GRID, HALF, Theme


class Controls(QWidget):
    """What the editor asks of either kind."""

    drag_started = Signal()
    dragged = Signal(float)
    drag_finished = Signal(float)
    entered = Signal(float)
    range_entered = Signal(float, float, object)  # both ends, and the value where it was written too

    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        raise NotImplementedError

    def fill(self, value: float, usual: Range) -> None:
        """Show a value and its range; nothing is emitted."""
        raise NotImplementedError

    def say(self, label: Text, language: Language) -> None:
        """Name the controls in a language."""
        raise NotImplementedError

    def focus(self, typed: str = "") -> None:
        """Take the focus, and what was typed already."""
        raise NotImplementedError

    def refuse(self, reason: Text) -> None:
        """Say why the value just entered is not taken."""
        raise NotImplementedError

    @property
    def refused(self) -> str:
        """What was typed and not taken; empty where nothing stands refused."""
        return ""

    @property
    def reason(self) -> Text | None:
        """Why it was not taken."""
        return None

    def take(self) -> None:
        """Take what is being typed."""

    def enter_again(self, typed: str) -> None:
        """Put back what was refused, with the reason why."""
        raise NotImplementedError


class NumberControls(Controls):
    """Slider over the plausible range with its ends named, entry, unit."""

    def __init__(self, unit: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = unit
        self._range: Range | None = None
        self._language: Language = "en"
        self._said_in: Language | None = None
        self.slider = DriverSlider(theme, unit, self)
        self.entry = NumberEntry(theme, unit, self, ranges=True)
        self._low, self._high, self._unit_words = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._low, self._high):
            label.setProperty("tone", "caption")
        self._unit_words.setProperty("tone", "muted")
        self._unit_words.setMinimumHeight(3 * GRID + HALF)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._low)
        row.addWidget(self.slider, 1)
        row.addWidget(self._high)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.entry, 1, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._unit_words, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(row)
        layout.addLayout(below)
        self.slider.drag_started.connect(self.drag_started)
        self.slider.value_dragged.connect(self.dragged)
        self.slider.drag_finished.connect(self.drag_finished)
        self.entry.value_committed.connect(self.entered)
        self.entry.range_committed.connect(self.range_entered)

    def stops(self) -> list[QWidget]:
        """Slider, then entry."""
        return [self.slider, self.entry.field]

    def fill(self, value: float, usual: Range) -> None:
        """Show a value; the slider's ends only when they are others."""
        if usual != self._range:
            self._range = usual
            self.slider.set_track(usual.low, usual.high)
            self.entry.set_usual(usual.low, usual.high)
            self._say_ends()
        if value != self.slider.value_shown:
            self.slider.set_value(value)
        self.entry.set_value(value)

    def say(self, label: Text, language: Language) -> None:
        """Label, unit and ends."""
        self.slider.set_words(label, language)
        self.entry.set_words(label, language)
        if language != self._said_in:
            self._language = self._said_in = language
            unit = unit_label(self._unit)(language)
            self._unit_words.setText(unit)
            self._unit_words.setVisible(unit not in ("", "%"))  # per cent stands in the entry already
            self._say_ends()

    def focus(self, typed: str = "") -> None:
        """Go to the entry; what was typed replaces what stands there."""
        self.entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.entry.field.selectAll()
            self.entry.field.insert(typed)

    def refuse(self, reason: Text) -> None:
        """Say so under the entry."""
        self.entry.refuse(reason)

    @property
    def refused(self) -> str:
        """What stands in the entry against a reason."""
        return self.entry.field.text() if self.entry.refused else ""

    @property
    def reason(self) -> Text | None:
        """What the entry says about it."""
        return self.entry.reason

    def take(self) -> None:
        """As leaving the entry would."""
        self.entry.commit()

    def enter_again(self, typed: str) -> None:
        """As if it had just been typed and entered."""
        self.entry.enter(typed)

    def _say_ends(self) -> None:
        if self._range is not None:
            self._low.setText(format_cell(self._range.low, self._unit, self._language))
            self._high.setText(format_cell(self._range.high, self._unit, self._language))


class SwitchControls(Controls):
    """Yes or no."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.switch = Switch(theme, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.switch)
        layout.addStretch(1)
        self.switch.value_chosen.connect(self.entered)

    def stops(self) -> list[QWidget]:
        """The switch."""
        return [self.switch]

    def fill(self, value: float, usual: Range) -> None:
        """Show yes or no."""
        del usual
        self.switch.set_value(value)

    def say(self, label: Text, language: Language) -> None:
        """Name the switch."""
        self.switch.set_words(label, language)

    def focus(self, typed: str = "") -> None:
        """Go to the switch."""
        del typed
        self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, reason: Text) -> None:
        """There is nothing to refuse: both values make sense."""
        del reason

    def enter_again(self, typed: str) -> None:
        """Nothing was refused."""
        del typed


def controls_for(unit: str, theme: Theme, parent: QWidget) -> Controls:
    """The controls for a unit."""
    return SwitchControls(theme, parent) if unit == SWITCH else NumberControls(unit, theme, parent)
