"""What a call of the program asks of the window: reads the arguments and does it. Light, so that something can be seen
before the rest is imported."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.cli.parser import Parser
from core.cli.streams import complain
from core.errors import EvenkeelError
from desktop.file_requests import FileRequests
from desktop.screens import refuse_without_screen
from desktop.theme.fonts import load_fonts
from desktop.theme.theme import STYLE


def main(arguments: Sequence[str]) -> int:
    """Open the window, on the first example unless the arguments say otherwise; returns the exit status."""
    try:
        options = _parser().parse_args(list(arguments))
        if options.first_look is None and not options.self_test:
            refuse_without_screen()
        return _answer(options)
    except EvenkeelError as error:
        complain(error.brief())
        return error.exit_status


def _answer(options: argparse.Namespace) -> int:
    if options.self_test:
        from desktop.self_test import self_test

        return self_test()
    if options.first_look is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = application()
        from desktop.first_look import first_look
        from desktop.opening import open_example

        return first_look(open_example(app, options.example), options.first_look)
    from desktop.splash import Splash

    app = application()
    # Elsewhere a filter on the application would slow every event a little, for nothing.
    requests = FileRequests(app) if sys.platform == "darwin" else None  # before any event is looked at
    splash = Splash(options.file)
    splash.show_now()
    try:
        from desktop.opening import open_asked  # imported here: by now something can be seen

        open_asked(app, options.example, options.file, requests)
    finally:
        splash.close_soon()
    return app.exec()


def application() -> QApplication:
    """The one application, with fonts and names."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", STYLE])
    app.setOrganizationName("evenkeel")
    app.setApplicationName("evenkeel")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("org.evenkeel.Evenkeel")
    load_fonts()
    return app


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="evenkeel", description="Open the window.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a comparison to open")
    parser.add_argument("--example", metavar="ID", help="open a copy of this example")
    parser.add_argument("--first-look", type=Path, metavar="DIR", help="paint the window to DIR/window.png and end")
    parser.add_argument("--self-test", action="store_true", help="see whether this installation works, and end")
    return parser
