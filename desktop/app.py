"""Opens the window: reads the arguments, builds the application and starts it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# One thread is all the engine wants; OpenBLAS would start a pool of them, which takes longer than painting the window.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.cli.arguments import Parser
from core.cli.streams import complain
from core.comparison.examples import example_ids, load_example
from core.errors import EvenkeelError
from core.wording.text import Language
from desktop.language import QtWords, system_language
from desktop.screens import refuse_without_screen
from desktop.session import Session
from desktop.settings import GEOMETRY, LANGUAGE, THEME, Settings
from desktop.theme import Theme, app_icon, load_fonts
from desktop.window.screen_fit import first_place
from desktop.window.window import Window

NUDGES_AFTER = 500  # ms


def main(arguments: Sequence[str]) -> int:
    """Open the window, on the first example unless the arguments say otherwise; returns the exit status."""
    try:
        options = _parser().parse_args(list(arguments))
        if options.first_look is None and not options.self_test:
            refuse_without_screen()
        return _open(options)
    except EvenkeelError as error:
        complain(error.brief())
        return error.exit_status


def _open(options: argparse.Namespace) -> int:
    if options.self_test:
        from desktop.self_test import self_test

        return self_test()
    if options.first_look is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    settings = Settings()
    language: Language = settings.get(LANGUAGE) or system_language()
    shown = options.example or example_ids()[0]
    example = load_example(shown)
    window = open_window(app, Session(example, language, "example"), settings)
    gc.freeze()  # what stands now stays to the end: no use looking through it again and again
    if options.first_look is not None:
        from desktop.first_look import first_look

        return first_look(window, options.first_look)
    if options.file is not None:
        window.files.open_path(options.file)
    else:
        window.files.tell_example(shown)
    QTimer.singleShot(NUDGES_AFTER, window, lambda: begin_nudging(window, settings))
    return app.exec()


def begin_nudging(window: Window, settings: Settings) -> None:
    """Hints for whoever is new here; not before the window stands."""
    from desktop.nudges.nudges import Nudges

    Nudges(window.session, window.theme, settings, window.workspace)


def application() -> QApplication:
    """The one application, with fonts and names."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setOrganizationName("evenkeel")
    app.setApplicationName("evenkeel")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("org.evenkeel.Evenkeel")
    load_fonts()
    return app


def open_window(app: QApplication, session: Session, settings: Settings) -> Window:
    """The window, shown, over a session."""
    from desktop.file_requests import FileRequests
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
    if sys.platform == "darwin":  # a filter on the application slows every event a little
        FileRequests(app, window.files.open_path)
    window.show_workspace()
    window.show()
    QTimer.singleShot(0, window, window.say_what_was_recovered)
    return window


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="evenkeel", description="Open the window.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a comparison to open")
    parser.add_argument("--example", metavar="ID", help="open a copy of this example")
    parser.add_argument("--first-look", type=Path, metavar="DIR", help="paint the window to DIR/window.png and end")
    parser.add_argument("--self-test", action="store_true", help="see whether this installation works, and end")
    return parser
