"""A text is a pair: what it says in English and what it says in Simplified Chinese, side by side in the source,
so that no sentence can exist in one language only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
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
            self.zh.format(**{k: words(v, "zh") for k, v in values.items()}),
        )


# What a person wrote (one string, any language) or what the product says (both languages).
Words = str | Text


def words(value: Words | int, language: Language) -> str:
    """`value` as a string in one language."""
    return value(language) if isinstance(value, Text) else str(value)
