"""Where the program keeps what it remembers: where the system wants it, or beside itself in a portable copy.

Settings, recent files, copies of earlier versions and recovered work all go by this one place. A portable copy is one
with a file called `portable.txt` beside the program; EVENKEEL_USER_FOLDER names any other, as the self-test does.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

CHOSEN = "EVENKEEL_USER_FOLDER"
PORTABLE_MARKER = "portable.txt"
PORTABLE_FOLDER = "user"
SETTINGS_FILE = "evenkeel.ini"


def data_folder() -> Path:
    """Where the program keeps files of its own."""
    return own_folder() or _systems_place() / "evenkeel"


def settings_file() -> Path:
    """The file of settings."""
    folder = own_folder()
    if folder is None and sys.platform == "darwin":
        folder = data_folder()  # Qt would put it into a hidden folder, as on Linux
    if folder is not None:
        return folder / SETTINGS_FILE
    return Path(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "evenkeel", "evenkeel").fileName())


def own_folder() -> Path | None:
    """The folder that takes the place of the system's, if there is one."""
    chosen = os.environ.get(CHOSEN)
    if chosen:
        return Path(chosen)
    program = Path(sys.executable).parent
    if getattr(sys, "frozen", False) and (program / PORTABLE_MARKER).is_file():
        return program / PORTABLE_FOLDER
    return None


def _systems_place() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
