"""One cell of the grid: a value, whether it is shared, and whether it was changed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.record import record
from desktop.inputs.rows import Place
from desktop.inputs.source_dot import Age, paint_age
from desktop.theme import HALF, Theme, font
from desktop.widgets.plain_tip import plain_tip

HEIGHT = 36
_ROUND = 5.0
_TRIANGLE = 8.0
PLUS_MINUS = "±"
_BADGE = 0.7  # of the size of the dot in the editor
_CORNER = 7.0  # from both edges to the middle of the badge
_MARKED = 14.0  # the width at the left that marks take, where the words come near them
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@record
class CellFace:
    """What a cell shows and says, in one language."""

    value: str
    tag: str = ""  # the small word under the value
    changed: bool = False
    uncertain: bool = False
    age: Age = Age.FRESH
    spoken: str = ""
    tip: str = ""


class Cell(QAbstractButton):
    """A button that is painted as a field of a table. A click asks for its editor, Enter for the entry in it."""

    stepped = Signal(int, int)  # an arrow key: columns to the right, rows down
    typed = Signal(str)  # the first key of a new value; empty where Enter asks for the entry
    left = Signal()  # Esc

    def __init__(self, place: Place, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._theme = theme
        self._face = CellFace("")
        self._open = False
        self._refused = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repainted when the pointer comes and goes

    @property
    def face(self) -> CellFace:
        """What it shows at present."""
        return self._face

    def show_face(self, face: CellFace) -> None:
        """Show something else; nothing happens where it is the same."""
        if face == self._face:
            return
        self._face = face
        self._tell()

    @property
    def refused(self) -> str:
        """What is said about something typed here that was not taken."""
        return self._refused

    def show_refused(self, words: str) -> None:
        """Mark that something typed here was not taken; without words, that nothing is."""
        if words != self._refused:
            self._refused = words
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(". ".join(filter(None, (self._face.spoken, self._refused))))
        self.setToolTip(plain_tip("\n".join(filter(None, (self._face.tip, self._refused)))))
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Whether the editor underneath belongs to this cell."""
        if is_open != self._open:
            self._open = is_open
            self.update()

    def sizeHint(self) -> QSize:
        """Its place is set by the row."""
        return QSize(self.width(), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move on, Enter edits, the first key of a number is not lost."""
        if event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(*_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.typed.emit("")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _begins_value(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Field, value, tag, triangle."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.hasFocus() or self._open
        edge = "bad" if self._refused else "accent" if chosen else "outline" if self.underMouse() else "hairline"
        painter.setPen(QPen(colours.colour(edge), 2.5 if self.hasFocus() else 2 if self._refused else 1))
        painter.setBrush(colours.colour("accent_soft" if self._face.changed else "surface"))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        if self._face.changed:
            paint_corner(painter, box.topRight() + QPointF(-2, 2), colours.colour("accent"))
        if self._face.age in (Age.AGEING, Age.OLD):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(self._face.age.value[0]))
            paint_age(painter, self._face.age, box.bottomLeft() + QPointF(_CORNER, -_CORNER), _BADGE)
        if self._face.uncertain:
            self._plus_minus(painter, box)
        self._words(painter, box.adjusted(HALF, 0, -HALF, 0))
        painter.end()

    def _plus_minus(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(font("caption", bold=True))
        painter.setPen(self._theme.colours.colour("accent"))
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(box.adjusted(HALF, 0, 0, 0), corner, PLUS_MINUS)

    def _words(self, painter: QPainter, box: QRectF) -> None:
        face, colours = self._face, self._theme.colours
        letters, small = font("body", bold=face.changed), font("caption")
        small.setPointSizeF(small.pointSizeF() - 1)
        room = box.width() - (_MARKED - HALF if face.uncertain else 0)
        if QFontMetricsF(letters).horizontalAdvance(face.value) > room:
            letters.setPointSizeF(small.pointSizeF())
        value_width = QFontMetricsF(letters).horizontalAdvance(face.value)
        value_height, tag_height = QFontMetricsF(letters).height(), QFontMetricsF(small).height() - 1
        total = value_height + (tag_height if face.tag else 0)
        top = box.center().y() - total / 2
        painter.setFont(letters)
        painter.setPen(colours.colour("text"))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        line = QRectF(box.left(), top, box.width(), value_height)
        painter.drawText(_beside_mark(line, value_width) if face.uncertain else line, centre, face.value)
        if face.tag:
            painter.setFont(small)
            painter.setPen(colours.colour("muted"))
            metrics = QFontMetricsF(small)
            line = QRectF(box.left(), top + value_height - 1, box.width(), tag_height)
            if face.age in (Age.AGEING, Age.OLD):
                line = _beside_mark(line, metrics.horizontalAdvance(face.tag))
            words = metrics.elidedText(face.tag, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, centre, words)


def paint_corner(painter: QPainter, corner: QPointF, colour: QColor) -> None:
    """The mark of a changed value, in this upper right corner."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-_TRIANGLE, 0), corner + QPointF(0, _TRIANGLE)]))


def _beside_mark(line: QRectF, width: float) -> QRectF:
    """The part of a line that words of a width are centred in: clear of the mark at its left end."""
    taken = _MARKED - HALF
    return line if (line.width() - width) / 2 >= taken else line.adjusted(taken, 0, HALF - 1, 0)


def _begins_value(event: QKeyEvent) -> bool:
    """A printable key without Ctrl or Alt, the space bar excepted: that presses the button."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text().strip()) and event.text().isprintable() and not held
