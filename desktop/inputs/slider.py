"""The slider of an assumption: moves over its plausible range, jumps to where it is pressed, ignores the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from core.wording.quantities import format_value
from core.wording.text import Language, Text
from desktop.inputs.track import FINER, POSITIONS, Track
from desktop.theme import Theme

OUTSIDE = Text("{value} is outside the usual range, {low} to {high}.", "{value}，超出常见范围（{low} 至 {high}）。")
FINE = Text("Hold Shift for fine steps", "按住 Shift 可微调")
_KEYS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10, Qt.Key.Key_PageUp: 10,
}  # fmt: skip
_MARK = 4.5


class DriverSlider(QSlider):
    """Emits values, never positions. Being filled emits nothing."""

    drag_started = Signal()
    value_dragged = Signal(float)
    drag_finished = Signal(float)

    def __init__(self, theme: Theme, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._unit = theme, unit
        self._track = Track(0.0, 1.0)
        self._value = 0.0
        self._label = Text("", "")
        self._language: Language = "en"
        self._grip: int | None = None  # pixels from the handle's left edge to where it is held
        self._fine_from: tuple[int, float] | None = None  # where fine dragging began: pixel and place on the track
        self._by_keys = False
        self.setRange(0, POSITIONS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def value_shown(self) -> float:
        """The value as set or dragged, also where it is outside the track."""
        return self._value

    def set_track(self, low: float, high: float) -> None:
        """The plausible range."""
        self._track = Track(low, high)
        self.set_value(self._value)

    def set_value(self, value: float) -> None:
        """Show a value. Nothing is emitted."""
        self._value = value
        self.setValue(self._track.position_of(value))
        self._tell()
        self.update()

    def set_words(self, label: Text, language: Language) -> None:
        """What the slider sets, for screen readers."""
        self._label, self._language = label, language
        self._tell()

    @property
    def outside(self) -> int:
        """-1 or 1 where the value is below or above the plausible range."""
        return self._track.outside(self._value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, and on the handle an arrow to where the value really is."""
        super().paintEvent(event)
        if not self.outside:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.colour("warn"))
        centre = QRectF(self._handle()).center()
        tip, back = QPointF(_MARK * self.outside, 0), -_MARK * 0.7 * self.outside
        corners = (tip, QPointF(back, -_MARK), QPointF(back, _MARK))
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a slider must not change it."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or bring it here."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        handle, x = self._handle(), event.position().toPoint().x()
        on_handle = handle.left() - 2 <= x <= handle.right() + 2
        self._grip = x - handle.left() if on_handle else handle.width() // 2
        self.setSliderDown(True)
        self.drag_started.emit()
        self._fine_from = (x, self._track.place_of(self._value)) if _fine(event) else None
        if not on_handle and self._fine_from is None:
            self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer; with Shift or Ctrl at a tenth of its speed."""
        if self._grip is None:
            return
        x = event.position().toPoint().x()
        if not _fine(event):
            if self._fine_from is not None:  # go on from here, without a jump
                self._fine_from, self._grip = None, x - self._handle().left()
            self._drag_to(x)
            return
        if self._fine_from is None:
            self._fine_from = x, self._track.place_of(self._value)
        start, place = self._fine_from
        self._change(self._track.fine_value_at(place + (x - start) * POSITIONS / self._room() / FINER))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton and self._grip is not None:
            self._grip = self._fine_from = None
            self.setSliderDown(False)
            self.drag_finished.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys go by round steps, Home and End to the ends of the plausible range."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            wanted = self._track.stepped(self._value, _KEYS[key], fine=_fine(event))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            wanted = self._track.low if key == Qt.Key.Key_Home else self._track.high
        else:
            event.ignore()
            return
        if not self._by_keys:
            self._by_keys = True
            self.drag_started.emit()
        self._change(wanted)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The gesture ends with the key, not with its repetitions."""
        if self._by_keys and not event.isAutoRepeat():
            self._end_of_keys()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A gesture by keys cannot outlive the focus."""
        super().focusOutEvent(event)
        if self._by_keys:
            self._end_of_keys()

    def _end_of_keys(self) -> None:
        self._by_keys = False
        self.drag_finished.emit(self._value)

    def _handle(self) -> QRect:
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # imported here: the first look does without

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )

    def _room(self) -> int:
        return max(1, self.width() - self._handle().width())

    def _drag_to(self, x: int) -> None:
        from PySide6.QtWidgets import QStyle

        position = QStyle.sliderValueFromPosition(0, POSITIONS, x - (self._grip or 0), self._room())
        self._change(self._track.value_at(position))

    def _change(self, value: float) -> None:
        if value != self._value:
            self.set_value(value)
            self.value_dragged.emit(value)

    def _tell(self) -> None:
        shown = format_value(self._value, self._unit, self._language)
        separator = "：" if self._language == "zh" else ": "
        self.setAccessibleName(f"{self._label(self._language)}{separator}{shown}")
        words = self._told_outside(shown) if self.outside else FINE(self._language)
        if words != self.toolTip():
            self.setToolTip(words)
            self.setAccessibleDescription(words)

    def _told_outside(self, shown: str) -> str:
        low, high = (format_value(end, self._unit, self._language) for end in (self._track.low, self._track.high))
        return OUTSIDE.filled(value=shown, low=low, high=high)(self._language)


def _fine(event: QMouseEvent | QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
