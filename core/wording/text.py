"""A text is a pair: what it says in English and what it says in Simplified Chinese, side by side in the source,
so that no sentence can exist in one language only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)  # not a record: thousands are made at a start, which is worth functions of its own
class Text:
    """One message in both languages; `{name}` marks a place that `filled` fills in."""

    en: str
    zh: str

    def __call__(self, language: Language) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en

    def filled(self, **values: Words | int) -> Text:
        """The text with every `{name}` replaced, a `Text` value by its own words of the same language."""
        return Text(
            self.en.format(**{k: words(v, "en") for k, v in values.items()}),
            _filled_chinese(self.zh, {k: words(v, "zh") for k, v in values.items()}),
        )


# What a person wrote (one string, any language) or what the product says (both languages).
Words = str | Text


def words(value: Words | int, language: Language) -> str:
    """`value` as a string in one language."""
    return value(language) if isinstance(value, Text) else str(value)


def _filled_chinese(template: str, values: dict[str, str]) -> str:
    """Filled places set as printed: a space where Chinese meets Latin letters or figures, none between Chinese."""
    result = ""
    for before, name in _pieces(template):
        result = _joined(result, before)
        if name is not None:
            result = _joined(result, values[name])
    return result


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """The words of a template and the place after each."""
    return tuple((before, name) for before, name, _, _ in Formatter().parse(template))


def _joined(left: str, right: str) -> str:
    end, start = left.rstrip(" ")[-1:], right.lstrip(" ")[:1]
    if _is_chinese(end) and _is_chinese(start):
        return left.rstrip(" ") + right.lstrip(" ")
    if (_is_chinese(end) and _is_latin(start)) or (_is_latin(end) and _is_chinese(start)):
        return left.rstrip(" ") + " " + right.lstrip(" ")
    return left + right


def _is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _is_latin(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in ("$", "%"))
