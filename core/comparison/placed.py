"""Errors with the place they speak of: of twenty assumptions called the same, a person must know which one is meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import EvenkeelError, inside_a_sentence
from core.wording.text import Text, Words, words

IN_ALTERNATIVE = Text('Alternative "{name}"', "方案“{name}”")
IN_SHARED = Text("Shared assumptions", "共用假设")


class FitError(EvenkeelError):
    """Parts that do not fit together, such as a value for a driver the business model does not have."""


def at(where: Words, error: EvenkeelError) -> FitError:
    """The error, led in by its place."""
    what = Text(inside_a_sentence(words(error.title, "en")), words(error.title, "zh"))
    title = Text("{where}: {what}", "{where}：{what}").filled(where=where, what=what)
    return FitError(title, error.reason, error.remedy)


@contextmanager
def placed(where: Words) -> Iterator[None]:
    """Every `EvenkeelError` raised inside says where."""
    try:
        yield
    except EvenkeelError as error:
        raise at(where, error) from error
