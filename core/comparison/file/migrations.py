"""How files of older versions become files of this one: one small pure function per version, over the plain content
of a file, each saying what it added.

A version is needed whenever the same content would mean something else, or could no longer be read: a key gone, a
key renamed, another default for a key that files leave out. Every version has a file saved by it under tests/files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.wording.text import Text

VERSION = 1

Content = dict[str, Any]
Migration = Callable[[Content], tuple[Content, list[Text]]]

# From which version: the function that makes it a file of the next. Version 1 is the first.
MIGRATIONS: Mapping[int, Migration] = {}


def migrated(
    content: Content, version: int, steps: Mapping[int, Migration] = MIGRATIONS, current: int = VERSION
) -> tuple[Content, tuple[Text, ...]]:
    """The content as the current version writes it, and what was added on the way, for the reader of the file.

    `version` lies between the first version and the current one.
    """
    notes: list[Text] = []
    for older in range(version, current):
        content, added = steps[older](content)
        notes += added
    return content, tuple(notes)
