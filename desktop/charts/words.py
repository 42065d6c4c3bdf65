"""Words that several charts share."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import combinations, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from core.wording.numbers import count, exact
from core.wording.text import Language, Text
from core.wording.unit_words import spaced

USERS = Text("users", "用户")


def users_text(number: float, write: Callable[[float, Language], str] = count) -> Text:
    """ "1,200 users", 1,200 用户, 2 万用户; `write` may be another way of writing numbers, such as rounding up."""
    return Text(f"{write(number, 'en')} {USERS.en}", spaced(write(number, "zh"), USERS.zh))


def exact_users(number: float) -> Text:
    """ "16,104 users", 16,104 用户: every digit."""
    return users_text(number, lambda value, _: exact(value))


def named(name: str) -> Text:
    """A name at the beginning of a sentence; in Chinese a space parts Latin letters from the characters that follow."""
    return Text(name, name + " " if name[-1:].isascii() else name)


def shortened(words: str, metrics: QFontMetricsF, width: float) -> str:
    """The words, cut with an ellipsis where they are wider than there is room."""
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def two_lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """The words in one line, or in two where they need it; the second is cut where even that is too little."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    end = _break(words, metrics, width)
    return [words[:end].rstrip(), shortened(words[end:].lstrip(), metrics, width)]


def _break(words: str, metrics: QFontMetricsF, width: float) -> int:
    """Where the first line ends: at its last space, or after its last character where there is none."""
    fits = max((n for n in range(1, len(words)) if metrics.horizontalAdvance(words[:n].rstrip()) <= width), default=1)
    space = words.rfind(" ", 0, fits + 1)
    return space if space > 0 else fits


@lru_cache(maxsize=256)
def in_halves(words: str) -> str:
    """The words in two lines, broken nearest to their middle where words part; in Chinese anywhere."""
    middle = len(words) / 2
    ends = _ends(words)
    if not ends:
        return words
    end = min(ends, key=lambda place: abs(place - middle))
    return f"{words[:end].rstrip()}\n{words[end:].lstrip()}"


@lru_cache(maxsize=256)
def in_thirds(words: str) -> str:
    """The words in three lines of which the longest is as short as can be, or in two where they part but once."""
    cuts = [(0, *ends, len(words)) for ends in combinations(_ends(words), 2)]
    broken = [[words[start:end].strip() for start, end in pairwise(cut)] for cut in cuts]
    return "\n".join(min(broken, key=lambda lines: max(map(_width, lines)))) if broken else in_halves(words)


def _ends(words: str) -> list[int]:
    """Where words part."""
    return [place + 1 for place, letter in enumerate(words[:-1]) if letter in " -" or not letter.isascii()]


def _width(words: str) -> int:
    """In Latin letters, of which a Chinese one takes the room of two."""
    return sum(1 if letter.isascii() else 2 for letter in words)
