"""A whole window over the example, made as the program makes it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.comparison.examples import load_example
from core.comparison.file.storage import save
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.window.window import Window
from tests.desktop.window.pressing import close_dialogs

MakeWindow = Callable[[], Window]


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot) -> Iterator[MakeWindow]:
    """Windows as the program opens them; each is closed and gone at the end."""
    made: list[Window] = []

    def make() -> Window:
        window = Window(Session(load_example("three-ways"), "en", "example"), Theme("light"), Settings())
        made.append(window)
        window.show_workspace()
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    close_dialogs()
    for window in [made_one for made_one in made if isValid(made_one)]:
        window._leaving = True
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return make_window()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """What the person picks in the next file dialogs."""

    def choose(path: Path | None) -> None:
        for name in ("ask_file_to_open", "ask_file_to_save"):
            monkeypatch.setattr(f"desktop.commands.files.{name}", lambda *_: path)

    return choose


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A comparison in a file."""
    path = tmp_path / "plan.evenkeel"
    save(load_example("deepseek-day"), path)
    return path
