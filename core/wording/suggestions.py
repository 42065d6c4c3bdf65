"""What was probably meant by a name that does not exist: one measure and one sentence wherever names are typed."""

from __future__ import annotations

from collections.abc import Sequence

from core.wording.text import Text

MOST_LISTED = 12
ALIKE = 0.4  # from 0, nothing in common, to 1, the same


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name most like this one; None when none is like it."""
    return next(iter(_alike(name, known, ALIKE)), None)


def did_you_mean(name: str, known: Sequence[str]) -> Text | None:
    """The question whether the nearest name was meant; None when none is like it."""
    near = nearest(name, known)
    return None if near is None else Text(f"Did you mean {near}?", f"您是指 {near} 吗？")


def closest(name: str, known: Sequence[str]) -> Text:
    """What was probably meant, or the choice there is."""
    question = did_you_mean(name, known)
    if question is not None:
        return question
    if not known:
        return Text("There is none yet.", "目前还没有。")
    if len(known) <= MOST_LISTED:
        return Text(f"There are: {', '.join(known)}.", f"可选：{'、'.join(known)}。")
    best = _alike(name, known, 0.0)[0]
    return Text(f"The closest name is {best}.", f"最接近的名称是 {best}。")


def _alike(name: str, known: Sequence[str], least: float) -> list[str]:
    from difflib import get_close_matches  # imported here: most of the time every name is right

    return get_close_matches(name, known, n=1, cutoff=least)
