"""The error that refuses a file, and how it is told to somebody who did not just type the file's name."""

from __future__ import annotations

from pathlib import Path

from core.errors import EvenkeelError
from core.wording.text import Text, words

NOT_OPENED = Text('"{name}" cannot be opened.', "无法打开“{name}”。")


class FileError(EvenkeelError):
    """A file that holds no comparison this program can open."""


def naming(error: EvenkeelError, path: Path) -> EvenkeelError:
    """The same with the file's name in it: what is found wrong inside a file knows nothing of the name."""
    if path.name in words(error.title, "en"):
        return error
    return FileError(NOT_OPENED.filled(name=path.name), error.cause(), error.remedy)
