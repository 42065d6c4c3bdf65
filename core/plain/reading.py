"""The one door through which files become objects, and what is said of those that cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from core.plain.shipped import UNLIKE, shipped

Kind = TypeVar("Kind")
Finding = dict[str, Any]  # "type" of the fault, "loc": where, "msg", and perhaps "ctx" with its figures


class UnfitError(ValueError):
    """Content that is not what it should be, with every place where it is not, the first one first."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[0]["msg"])
        self.findings = findings


def read(kind: Callable[..., Kind], content: dict[str, Any], *, ours: bool = False) -> Kind:
    """The thing a table describes. `ours`: the file came with the program, so tests have looked at all of it.

    Raises `UnfitError`, and whatever a part raises that contradicts itself.
    """
    if ours:
        try:
            return shipped(kind, content)
        except UNLIKE:  # somebody is at work on it: below it says what is wrong
            pass
    from core.plain.checking import checked

    return checked(kind, content)


def read_json(kind: Any, text: str) -> Any:
    """The thing a JSON text describes, strictly: nothing is converted that JSON can say itself. Raises as `read`."""
    from core.plain.checking import checked_json

    return checked_json(kind, text)
