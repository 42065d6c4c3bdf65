"""The bundled fonts: the same letters on every machine, tabular figures, and no boxes where Chinese should stand.

Registering costs about a millisecond (Qt reads the outlines when they are first drawn), so all of them are registered
at start: a Chinese name in an English window is as safe as a Chinese window.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FILES = ("evenkeel-sans-regular.otf", "evenkeel-sans-bold.otf", "evenkeel-hans-regular.otf")
FAMILIES = ("Evenkeel Sans", "Evenkeel Hans")


@cache
def load_fonts() -> None:
    """Register the bundled fonts with the running application; a second call does nothing."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(FOLDER / name)) < 0:
            raise FileNotFoundError(FOLDER / name)
