"""The whole working of a figure as indented text, from the figure down to its sources, for copying."""

from __future__ import annotations

from collections.abc import Iterator

from core.questions.workings.working import Working, Workings
from core.wording.text import Language, Text

_HEAD = Text("{label}: {value}", "{label}：{value}")
_ABOVE = Text("{label}: {value} (see above)", "{label}：{value}（见上文）")
_INDENT = "    "


def as_text(workings: Workings, id: str, language: Language) -> str:
    """The figure and everything that goes into it; what occurs again is pointed to, not repeated.

    Raises `UsageError` for an unknown figure.
    """
    return "\n".join(_lines(workings, id, language, 0, set())) + "\n"


def _lines(workings: Workings, id: str, language: Language, depth: int, told: set[str]) -> Iterator[str]:
    working = workings.of(id)
    indent = _INDENT * depth
    head = _ABOVE if id in told else _HEAD
    yield indent + head.filled(label=working.label, value=working.shown)(language)
    if id in told:
        return
    told.add(id)
    for text in _facts(working):
        yield indent + "  " + text(language)
    if working.note and not depth:
        yield "  " + working.note(language)
    for part in working.inputs:
        if part.used:
            yield from _lines(workings, part.id, language, depth + 1, told)


def _facts(working: Working) -> Iterator[Text]:
    yield working.sentence
    if working.formula:
        yield working.formula
    if working.numbers:
        yield working.numbers
    if working.origin:
        yield from working.origin.sentences
