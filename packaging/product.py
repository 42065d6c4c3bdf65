"""What every installer says about the program, in one place; the version is the one of `core/__init__.py`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # also where the project itself is not installed, as on a machine that only freezes

from core import __version__ as VERSION  # noqa: E402, N812 - needs the path above; here it is a constant

NAME = "Evenkeel"
COMMAND = "evenkeel"
ID = "org.evenkeel.Evenkeel"
PUBLISHER = "The Evenkeel authors"
SUMMARY = "Compare ways of selling an AI service: when each breaks even, what it earns, and why"
EXTENSION = "evenkeel"
MIME_TYPE = "application/vnd.evenkeel+json"

BUILD = ROOT / "build" / "package"  # what is made on the way
FROZEN = BUILD / "frozen"
PRODUCTS = ROOT / "dist"  # what people download


def version_numbers() -> tuple[int, int, int, int]:
    """The version as the four numbers Windows wants."""
    major, minor, patch = (int(part) for part in VERSION.split("."))
    return major, minor, patch, 0
