"""Opens the window with what was asked for in it."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.comparison.examples import example_ids, load_example
from core.wording.text import Language
from desktop.file_requests import FileRequests
from desktop.language import QtWords, system_language
from desktop.session import Session
from desktop.settings import GEOMETRY, LANGUAGE, THEME, Settings
from desktop.theme import Theme, app_icon
from desktop.window.screen_fit import first_place
from desktop.window.window import Window

NUDGES_AFTER = 500  # ms


def open_asked(app: QApplication, example: str | None, file: Path | None, requests: FileRequests | None) -> Window:
    """The window with a file in it, else an example; what the system asks to open next goes to it too."""
    window = open_example(app, example)
    if file is not None:
        window.files.open_path(file)
    else:
        window.files.tell_example(example or example_ids()[0])
    if requests is not None:
        requests.serve(window.files.open_path)
    QTimer.singleShot(NUDGES_AFTER, window, lambda: begin_nudging(window))
    return window


def open_example(app: QApplication, id: str | None) -> Window:
    """The window with a copy of this example in it, or of the first. Raises `UsageError` for an unknown one."""
    settings = Settings()
    language: Language = settings.get(LANGUAGE) or system_language()
    window = open_window(app, Session(load_example(id or example_ids()[0]), language, "example"), settings)
    gc.freeze()  # what stands now stays to the end: no use looking through it again and again
    return window


def open_window(app: QApplication, session: Session, settings: Settings) -> Window:
    """The window, shown, over a session."""
    from desktop.garbage import Collector
    from desktop.mishap import Mishaps

    theme = Theme(settings.get(THEME))
    theme.apply_to(app)
    qt_words = QtWords(app)
    qt_words.speak(session.language)
    session.language_changed.connect(qt_words.speak)
    app.setWindowIcon(app_icon())
    window = Window(session, theme, settings)
    if settings.get(GEOMETRY).isEmpty() and app.platformName() != "offscreen":  # which has no screen to speak of
        window.setGeometry(first_place(window.size(), window.minimumSize(), window.screen().availableGeometry()))
    Collector(window)
    Mishaps(window).install()
    window.show_workspace()
    window.show()
    QTimer.singleShot(0, window, window.say_what_was_recovered)
    return window


def begin_nudging(window: Window) -> None:
    """Hints for whoever is new here; not before the window stands."""
    from desktop.nudges.nudges import Nudges

    Nudges(window.session, window.theme, window.settings, window.workspace)
