"""The headlines on screen: a dot in the line's colour, the name, the answer; under it the profit zones, if several."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.questions.results import AlternativeResult
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.panels.break_even.headlines import headline, zones
from desktop.theme import GRID, HALF, Theme

# From which height of the panel there is room for more than the plain answer beside the chart.
_ROOM_FOR_FIRST_PROFIT, _ROOM_FOR_ZONES = 300, 420


class HeadlineList(QLabel):
    """One label for all lines, so that they wrap and grow together; written anew only where words change."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = _ROOM_FOR_ZONES
        self._lines: list[str] = []
        self._told: tuple[Answers, Language] | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setContentsMargins(2 * GRID, GRID, 2 * GRID, HALF)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._write)

    def texts(self) -> list[str]:
        """The headlines as they stand, without their colours."""
        return self._lines

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Tell these answers."""
        self._told = (answers, language)
        self._write()

    def set_room(self, height: int) -> None:
        """Where the panel is low, the chart needs the room more than these words do; then a tip tells the rest."""
        self._height = height
        self._write()

    def _write(self) -> None:
        if self._told is None:
            return
        answers, language = self._told
        results = list(answers.results.values())
        self._lines = [_spoken(result, language) for result in results]
        told = [text(language) for result in results if (text := zones(result.break_even)) is not None]
        self.setAccessibleName("\n".join([*self._lines, *told]))
        self.setToolTip("" if self._height >= _ROOM_FOR_ZONES else self.accessibleName())
        written = "".join(self._written(index, result, language) for index, result in enumerate(results))
        if written != self.text():
            self.setText(written)

    def _written(self, index: int, result: AlternativeResult, language: Language) -> str:
        colours, more = self._theme.series(index), zones(result.break_even)
        name, said = escape(words(result.name, language)), escape(self._headline(result)(language))
        line = (
            f'<div><span style="color:{colours.line}">●</span>&nbsp; <b style="color:{colours.ink}">{name}</b>'
            f"{_space(language)}{said}</div>"
        )
        if more is None or self._height < _ROOM_FOR_ZONES:
            return line
        small = f"color:{self._theme.colours.muted};font-size:small;margin-left:18px"
        return f'{line}<div style="{small}">{escape(more(language))}</div>'

    def _headline(self, result: AlternativeResult) -> Text:
        return headline(result, short=self._height < _ROOM_FOR_FIRST_PROFIT)


def _spoken(result: AlternativeResult, language: Language) -> str:
    return f"{words(result.name, language)}{_space(language)}{headline(result)(language)}"


def _space(language: Language) -> str:
    return " " if language == "en" else ""
