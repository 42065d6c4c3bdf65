"""The error that refuses a file."""

from __future__ import annotations

from core.errors import EvenkeelError


class FileError(EvenkeelError):
    """A file that holds no comparison this program can open."""
