"""Sentences for names that do not exist, each with the closest one that does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from core.errors import UsageError
from core.wording.text import Text, Words, words

MOST_LISTED = 12


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


def closest(name: str, known: Sequence[str]) -> Text:
    """What was probably meant, or the choice there is."""
    near = get_close_matches(name, known, n=1, cutoff=0.4)
    if near:
        return Text(f"Did you mean {near[0]}?", f"您是指 {near[0]} 吗？")
    if not known:
        return Text("There is none yet.", "目前还没有。")
    if len(known) <= MOST_LISTED:
        return Text(f"There are: {', '.join(known)}.", f"可选：{'、'.join(known)}。")
    nearest = get_close_matches(name, known, n=1, cutoff=0.0)[0]
    return Text(f"The closest name is {nearest}.", f"最接近的名称是 {nearest}。")


def is_called(item: Words, name: Words) -> bool:
    """Whether `name` is what an item is called, in either language."""
    if isinstance(name, Text):
        return item in (name, name.en)
    return name in (words(item, "en"), words(item, "zh"))


def _both(names: Iterable[Words]) -> list[str]:
    return list(dict.fromkeys(words(name, language) for name in names for language in ("en", "zh")))
