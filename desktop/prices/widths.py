"""How wide the columns of the price table are: names can be told apart before anything else, headers may take two
lines, and what is still too long takes a second line in its cell."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFontMetricsF

from core.wording.text import Language
from desktop.prices.columns import Column
from desktop.theme import GRID, measures
from desktop.widgets.wrapping import unbroken

ROOM_BESIDE = 2 * GRID + 1  # of a cell, left and right together
_MARK = 8  # of a header, where it is sorted by
_LEAST = 72  # of a column of names
_SHORT = 8 * GRID  # a header that looks odd in two lines


class Widths:
    """What the columns of one table need; `cells`: the words of each column, from left to right."""

    def __init__(self, columns: Sequence[Column], cells: Sequence[Iterable[str]], language: Language) -> None:
        body, bold = measures(), measures(bold=True)
        told = [list(words) for words in cells]
        heads = [column.header(language) for column in columns]
        filled = [_widest(body, words) for words in told]
        self._gives = [place for place, column in enumerate(columns) if column.gives]
        self._one_line = _needed(filled, [bold.horizontalAdvance(head) for head in heads])
        self._two_lines = _needed(filled, [in_two_lines(head, bold) for head in heads])
        self._least = [max(_LEAST, _widest(body, _pieces(words)) + ROOM_BESIDE) for words in told]
        self._rows = [[_widest(body, [each]) + ROOM_BESIDE for each in told[place]] for place in self._gives]

    def shared(self, room: int) -> tuple[list[int], bool]:
        """The widths in so much room, and whether headers take two lines. What is left over names share evenly."""
        if not self._gives:
            return list(self._one_line), False
        low = sum(self._one_line) > room
        widths = list(self._two_lines if low else self._one_line)
        spare = room - sum(widths)
        if spare >= 0:
            for place in self._gives:
                widths[place] += spare // len(self._gives)
        else:
            self._fit(widths, sum(widths[place] for place in self._gives) + spare)
        return widths, low

    def _fit(self, widths: list[int], room: int) -> None:
        """So much for all names: so that few rows need a second line, and no word is broken where that can be."""
        *first, last = self._gives
        asked = sum(widths[place] for place in self._gives)
        for place in first:
            widths[place] = max(_LEAST, widths[place] * room // asked)
        if len(first) == 1 and room >= self._least[first[0]] + self._least[last]:
            widths[first[0]] = self._fewest_cut(room, self._least[first[0]], room - self._least[last])
        widths[last] = max(_LEAST, room - sum(widths[place] for place in first))

    def _fewest_cut(self, room: int, low: int, high: int) -> int:
        """The width of the first of two columns of names at which the fewest rows are cut."""
        rows = list(zip(*self._rows, strict=True))
        offered = {low, *(need for need, _ in rows if low < need <= high)}
        return min(offered, key=lambda width: (sum(a > width or b > room - width for a, b in rows), width))


def in_two_lines(words: str, letters: QFontMetricsF) -> float:
    """How wide words are at least in two lines, which they break into at spaces, and Chinese after any character."""
    if letters.horizontalAdvance(words) <= _SHORT:
        return letters.horizontalAdvance(words)
    breaks = [place for place in range(1, len(words)) if words[place] == " " or "\u3000" < words[place] < "\ua000"]
    halves = [(words[:place].strip(), words[place:].strip()) for place in breaks]
    found = [max(map(letters.horizontalAdvance, both)) for both in halves]
    return min(found, default=letters.horizontalAdvance(words))


def _needed(filled: list[int], heads: list[float]) -> list[int]:
    return [max(cell, math.ceil(head) + _MARK) + ROOM_BESIDE for cell, head in zip(filled, heads, strict=True)]


def _widest(letters: QFontMetricsF, words: Iterable[str]) -> int:
    return math.ceil(max(map(letters.horizontalAdvance, words), default=0.0))


def _pieces(words: Iterable[str]) -> list[str]:
    return [piece for each in words for piece in unbroken(each)]
