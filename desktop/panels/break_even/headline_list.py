"""The headlines on screen: a dot in the line's colour, the name, the answer; under it the profit zones, if several.

Painted by hand: a label of rich text takes longer to be laid out than the whole chart to be drawn, at every step of a
drag.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.questions.results import AlternativeResult
from core.record import record
from core.wording.text import Language, words
from core.wording.unit_words import spaced
from desktop.answers import Answers
from desktop.panels.break_even.headlines import headline, why_it_zigzags, zones
from desktop.theme import GRID, HALF, Theme, font
from desktop.widgets.plain_tip import plain_tip

# From which height of the panel there is room for more than the plain answer beside the chart.
_ROOM_FOR_FIRST_PROFIT, _ROOM_FOR_ZONES = 300, 420
_SIDE, _INDENT = 2.0 * GRID, 2.0 * GRID + 2
_DOT = 4.5


@record
class _Line:
    """One paragraph: `name` leading letters are bold and in the ink of series `index`; none in a line of zones."""

    words: str
    index: int
    name: int


class HeadlineList(QWidget):
    """As high as its words need; laid out anew only where words or width change."""

    chosen = Signal(int)  # the number of the alternative whose headline was clicked

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = _ROOM_FOR_ZONES
        self._held = False
        self._told: tuple[Answers, Language] | None = None
        self._lines: list[_Line] = []
        self._layouts: list[QTextLayout] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self._lay_out)

    def texts(self) -> list[str]:
        """What stands there, line by line."""
        return [line.words for line in self._lines]

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Tell these answers."""
        self._told = (answers, language)
        self._write()

    def hold(self, held: bool) -> None:
        """While held it may grow but not shrink, so that the chart below does not jump under the hand."""
        self._held = held
        self._lay_out()

    def set_room(self, height: int) -> None:
        """Where the panel is low, the chart needs the room more than these words do; then a tip tells the rest."""
        self._room = height
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        over = self._line_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks how it came about."""
        line = self._line_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            self.chosen.emit(line.index)

    def _line_at(self, point: QPointF) -> _Line | None:
        for line, layout in zip(self._lines, self._layouts, strict=True):
            box = layout.boundingRect().translated(layout.position())
            if box.top() <= point.y() <= box.bottom() and point.x() <= box.left() + layout.maximumWidth():
                return line
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots and words."""
        del event
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, layout in zip(self._lines, self._layouts, strict=True):
            painter.setPen(colours.colour("text" if line.name else "muted"))
            layout.draw(painter, QPointF(0, 0))
            if line.name:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._theme.series(line.index).line))
                middle = layout.position().y() + layout.lineAt(0).height() / 2
                painter.drawEllipse(QPointF(_SIDE + _DOT, middle), _DOT, _DOT)
        painter.end()

    def _write(self) -> None:
        if self._told is None:
            return
        answers, language = self._told
        results = list(answers.results.values())
        lines = [line for index, result in enumerate(results) for line in self._told_of(index, result, language)]
        why = why_it_zigzags(answers.comparison, results) if self._room >= _ROOM_FOR_FIRST_PROFIT else None
        if why is not None:
            lines.append(_Line(why(language), 0, 0))
        if lines == self._lines:
            return
        self._lines = lines
        everything = "\n".join(
            line.words
            for index, result in enumerate(results)
            for line in self._told_of(index, result, language, room=_ROOM_FOR_ZONES)
        )
        self.setAccessibleName(everything)
        self.setToolTip("" if self._room >= _ROOM_FOR_ZONES else plain_tip(everything))
        self._lay_out()

    def _told_of(
        self, index: int, result: AlternativeResult, language: Language, room: int | None = None
    ) -> list[_Line]:
        room = self._room if room is None else room
        name = words(result.name, language)
        said = headline(result, short=room < _ROOM_FOR_FIRST_PROFIT)(language)
        line = _Line(f"{name} {said}" if language == "en" else spaced(name, said), index, len(name))
        more = zones(result.break_even) if room >= _ROOM_FOR_ZONES else None
        return [line] if more is None else [line, _Line(more(language), index, 0)]

    def _lay_out(self) -> None:
        top = float(GRID)
        self._layouts = []
        for line in self._lines:
            layout = self._layout_of(line, top)
            self._layouts.append(layout)
            top += layout.boundingRect().height()
        needed = round(top) + HALF
        self.setFixedHeight(max(needed, self.height()) if self._held else needed)
        self.update()

    def _layout_of(self, line: _Line, top: float) -> QTextLayout:
        layout = QTextLayout(line.words, font("body" if line.name else "caption"))
        if line.name:
            layout.setFormats([_bold(line.name, layout.font(), self._theme.series(line.index).ink)])
        layout.setPosition(QPointF(_SIDE + _INDENT, top))
        layout.beginLayout()
        below = 0.0
        while (part := layout.createLine()).isValid():
            part.setLineWidth(max(1.0, self.width() - 2 * _SIDE - _INDENT))
            part.setPosition(QPointF(0, below))
            below += part.height()
        layout.endLayout()
        return layout


def _bold(length: int, letters: QFont, ink: str) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    bold = QFont(letters)
    bold.setBold(True)
    style.setFont(bold)
    style.setForeground(QColor(ink))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = 0, length, style
    return made
