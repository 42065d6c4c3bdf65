"""Sentences for names that do not exist, each with the closest one that does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.errors import UsageError
from core.wording.suggestions import closest
from core.wording.text import Text, Words, words


def unknown_driver(name: str, known: Sequence[str], owner: Words) -> UsageError:
    """There is no such driver in a business model or among the shared ones."""
    title = Text('There is no assumption "{name}" in {owner}.', "{owner}中没有假设“{name}”。")
    return UsageError(title.filled(name=name, owner=owner), remedy=closest(name, known))


def unknown_alternative(name: str, known: Sequence[str]) -> UsageError:
    """There is no such alternative in the comparison."""
    title = Text('There is no alternative "{name}".', "没有方案“{name}”。")
    return UsageError(title.filled(name=name), remedy=closest(name, known))


def unknown_scenario(name: str, known: Iterable[Words]) -> UsageError:
    """There is no such scenario in the comparison."""
    title = Text('There is no scenario "{name}".', "没有情景“{name}”。")
    return UsageError(title.filled(name=name), remedy=closest(name, _both(known)))


def unknown_checkpoint(name: str, known: Iterable[Words]) -> UsageError:
    """There is no such checkpoint in the comparison."""
    title = Text('There is no checkpoint "{name}".', "没有存档点“{name}”。")
    return UsageError(title.filled(name=name), remedy=closest(name, _both(known)))


def is_called(item: Words, name: Words) -> bool:
    """Whether `name` is what an item is called, in either language."""
    if isinstance(name, Text):
        return item in (name, name.en)
    return name in (words(item, "en"), words(item, "zh"))


def _both(names: Iterable[Words]) -> list[str]:
    return list(dict.fromkeys(words(name, language) for name in names for language in ("en", "zh")))
