"""The ranked table: PlainTable with an icon and a colour for how hard, and a button to try."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from core.questions.search.levers import Grade
from core.wording.quantities import format_cell
from core.wording.text import Language, Text
from desktop.panels.needed.lines import HEADERS, HOW_LARGE, LIMIT, Choice
from desktop.theme import GRID, Theme
from desktop.widgets.plain_table import Line, PlainTable

TRY = Text("Try it", "试一试")
TRY_VALUE = Text("Try it: {label} {value}", "试一试：{label} {value}")
WORDS = frozenset({0, 4})
_HARD, _BUTTON = 4, 5
_PADDING = 3 * GRID  # left and right together
_ICON = 3 * GRID
_LABEL_SHARE = 0.56  # of the width the figures leave
_MOST_OF_ROOM = 0.6  # of that width for how hard it is, where amounts are long
_CHARACTERS = 4  # of a Chinese grade that stand in one line at least
_NARROW = 640  # a narrower table tells the usual range in a tip only, as one does that has no room for it in a line
# Icon and colour of each grade, and of the same grade where it is so already and small changes are the danger.
_MARKS: dict[Grade, tuple[str, str]] = {
    "within_reach": ("check", "good"),
    "stretch": ("up", "warn"),
    "beyond_published": ("warning", "bad"),
    "impossible_alone": ("close", "bad"),
}
_DANGERS: dict[Grade, tuple[str, str]] = {
    "within_reach": ("warning", "bad"),
    "stretch": ("up", "warn"),
    "beyond_published": ("check", "good"),
    "impossible_alone": ("check", "good"),
}


class NeededTable(PlainTable):
    """Enter on a row tries it, as its button does. The figures keep their width, the words share the rest."""

    tried = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__((), WORDS)
        self._theme = theme
        self._shown: tuple[Sequence[Choice], Language, bool] = ((), "en", False)
        self._sample = _quiet_button(self)  # never shown: how wide the others want to be
        self._sample.hide()
        theme.changed.connect(self._mark)

    def show_choices(self, choices: Sequence[Choice], language: Language, *, already: bool) -> None:
        """Show these rows; `already`: the goal is reached now."""
        self._shown = (choices, language, already)
        headers = [header(language) for header in HEADERS]
        if already:
            headers[2], headers[_HARD] = LIMIT(language), HOW_LARGE(language)
        lines = [choice.cells for choice in choices]
        if self.viewport().width() < _NARROW or not self._share_out(headers, lines):
            lines = [_briefly(choice) for choice in choices]
            self._share_out(headers, lines)
        self.show_lines(headers, lines)
        self._mark()

    def button(self, row: int) -> QPushButton:
        """The button of a row."""
        found = self.cellWidget(row, _BUTTON)
        assert isinstance(found, QPushButton)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared out anew."""
        choices, language, already = self._shown
        if choices and event.size().width() != event.oldSize().width():
            self.show_choices(choices, language, already=already)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries the row one stands on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.tried.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _widths(self, letters: QFont) -> list[int]:
        """As they were shared out."""
        return list(self._shares) or super()._widths(letters)

    def _beside(self, column: int) -> int:
        """The icon takes of the room for words."""
        return super()._beside(column) + (_ICON if column == _HARD else 0)

    def _share_out(self, headers: Sequence[str], lines: Sequence[Line]) -> bool:
        """Whether there is room for each usual range in one line: an amount that is cut reads as another one."""
        metrics = QFontMetricsF(self.horizontalHeader().font())
        widths = []
        for column, header in enumerate(headers):
            parts = [part for cell in (header, *(line[column][0] for line in lines)) for part in cell.split("\n")]
            widths.append(round(max(map(metrics.horizontalAdvance, parts))) + _PADDING)
        self._sample.setText(TRY(self._shown[1]))
        self._sample.ensurePolished()
        widths[_BUTTON] = self._sample.sizeHint().width() + 2 * GRID
        room = self.viewport().width() - sum(w for column, w in enumerate(widths) if column not in WORDS)
        whole = [part for line in lines for part in _not_broken(line[_HARD][0])]
        least = round(max(map(metrics.horizontalAdvance, whole), default=0)) + _PADDING + _ICON
        widths[_HARD] = max(least, min(widths[_HARD] + _ICON, round(room * (1 - _LABEL_SHARE))))
        widths[0] = max(1, room - widths[_HARD])
        self._shares = tuple(widths)
        return least <= room * _MOST_OF_ROOM

    def _mark(self) -> None:
        choices, language, already = self._shown
        for row, choice in enumerate(choices):
            icon, colour = (_DANGERS if already else _MARKS)[choice.grade]
            item = self.item(row, _HARD)
            item.setIcon(QIcon(self._theme.icon(icon, colour)))
            item.setForeground(self._theme.colours.colour(colour))
            button = self.cellWidget(row, _BUTTON)
            if button is None:
                button = _quiet_button()
                button.clicked.connect(lambda _=False, row=row: self.tried.emit(row))
                self.setCellWidget(row, _BUTTON, button)
            value = format_cell(choice.needed, choice.driver.unit, language)
            button.setText(TRY(language))
            button.setAccessibleName(TRY_VALUE.filled(label=choice.driver.label, value=value)(language))


def _briefly(choice: Choice) -> Line:
    """The usual range in the tip only."""
    cells = list(choice.cells)
    hard, reason = cells[_HARD]
    grade, usual = hard.split("\n")
    cells[_HARD] = (grade, f"{usual}\n{reason}")
    return cells


def _not_broken(hard: str) -> list[str]:
    """What stands in one line: each word of the grade, or a few characters of it where words are not parted, and the
    whole range, whose amounts would read as others."""
    grade, *usual = hard.split("\n")
    words = [word if word.isascii() else word[:_CHARACTERS] for word in grade.split(" ")]
    return [*words, *usual]


def _quiet_button(parent: QWidget | None = None) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("kind", "quiet")
    return button
