"""The guards of conftest.py do guard."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths


def test_home_is_temporary(own_user_folders: Path) -> None:
    assert Path.home() == own_user_folders
    assert own_user_folders.is_relative_to(tempfile.gettempdir())


def test_qt_writes_below_the_temporary_home(own_user_folders: Path) -> None:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    assert own_user_folders in Path(place).parents or "qttest" in place
    assert Path(QSettings("evenkeel-test", "isolation").fileName()).is_relative_to(own_user_folders)


def test_nothing_can_be_reached() -> None:
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as plain, pytest.raises(AssertionError, match="network"):
        plain.connect(("127.0.0.1", 9))
