"""What the program remembers from one start to the next: one table of keys, each with what may stand there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from core.record import record
from desktop.user_folder import settings_file

MOST_RECENT = 8


@record
class Key:
    """One remembered thing. `choices` empty: anything goes."""

    name: str
    default: Any
    choices: tuple[str, ...] = ()


LANGUAGE = Key("language", "", ("", "en", "zh"))  # empty: the system's
THEME = Key("theme", "system", ("system", "light", "dark", "contrast"))
AMOUNTS_PERIOD = Key("amounts/period", "month", ("day", "month", "year"))
AMOUNTS_CURRENCY = Key("amounts/currency", "", ("", "USD", "CNY"))  # empty: the comparison's own
AMOUNTS_RATE = Key("amounts/rate", "")  # CNY for one USD; empty: the usual one
FOLDER = Key("folder", "")
RECENT = Key("recent", [])
PRICE_FILES = Key("prices/files", [])
NUDGES = Key("nudges/done", [])
GEOMETRY = Key("window/geometry", QByteArray())
COLUMNS = Key("window/columns", QByteArray())
ROWS = Key("window/rows", QByteArray())


class Settings:
    """The keys of the table, read and written. What cannot be read is as if it had never been written."""

    def __init__(self) -> None:
        self._store = QSettings(str(settings_file()), QSettings.Format.IniFormat)

    def get(self, key: Key) -> Any:
        """What is remembered, or the default."""
        value = self._store.value(key.name, key.default)
        if isinstance(key.default, list) and isinstance(value, str):
            value = [value]  # what a list of one becomes in the file
        if not isinstance(value, type(key.default)) or (key.choices and value not in key.choices):
            return key.default
        return value

    def set(self, key: Key, value: Any) -> None:
        """Remember this."""
        self._store.setValue(key.name, value)

    @property
    def recent(self) -> list[Path]:
        """The files opened or saved last, newest first, missing ones too: a drive may only be unplugged."""
        return [Path(name) for name in self.get(RECENT) if isinstance(name, str) and name]

    def add_recent(self, path: Path) -> None:
        """This file was just opened or saved."""
        rest = [other for other in self.recent if other != path]
        self.set(RECENT, [str(p) for p in (path, *rest)][:MOST_RECENT])
        self.set(FOLDER, str(path.parent))

    def forget_recent(self, path: Path) -> None:
        """Do not offer this file any more."""
        self.set(RECENT, [str(other) for other in self.recent if other != path])


def documents_folder() -> Path:
    """Where a person expects files to be saved."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()
