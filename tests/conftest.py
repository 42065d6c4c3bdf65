"""What holds for every test: no screen, no network, no folder of the person who runs it."""

from __future__ import annotations

import gc
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two busy cores make a deadline a lottery; in continuous integration the same commit must get the same answer.
settings.register_profile("evenkeel", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("evenkeel")

USER_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".run",
}


@pytest.fixture(scope="session")
def all_homes() -> Iterator[Iterator[Path]]:
    """Names of folders that do not exist yet; what came to exist goes at the end, quicker than one by one."""
    with tempfile.TemporaryDirectory(prefix="evenkeel-homes-", ignore_cleanup_errors=True) as name:
        yield (Path(name) / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_user_folders(all_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder of the user lies in a fresh temporary one, for Python, for Qt and for programs a test starts."""
    home = next(all_homes)
    for variable, folder in USER_FOLDERS.items():
        path = home / folder
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(variable, str(path))
    redirect_qt(home)
    return home


def redirect_qt(home: Path) -> None:
    """Qt remembers some places at first use, so it is told again; tests without Qt do not load it for this."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return
    core.QStandardPaths.setTestModeEnabled(True)
    for kind in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
        core.QSettings.setPath(kind, core.QSettings.Scope.UserScope, str(home / ".config"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program works with the cable out; a test that tries to reach anything fails."""

    def refuse(*_arguments: Any, **_options: Any) -> NoReturn:
        raise AssertionError("A test tried to use the network.")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def collected_between_tests() -> Iterator[None]:
    """Where the desktop's tests have taken collecting into their own hands, it is done here, after every test."""
    yield
    if not gc.isenabled():
        gc.collect(1)
