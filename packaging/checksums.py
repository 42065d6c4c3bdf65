"""Checksums of files, for the list of what was made and for the packages themselves."""

from __future__ import annotations

import hashlib
from pathlib import Path


def checksum(path: Path, kind: str = "sha256") -> str:
    """The checksum of the file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()
