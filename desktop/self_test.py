"""`evenkeel --self-test`: does this very installation work? Run after building, after installing, and by a person whose
copy seems broken. It goes through everything that could be missing from it, needs no display and leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import io
import math
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from core import __version__
from core.cli import main as answer
from core.comparison.examples import example_ids, load_example
from core.comparison.file.backups import Backups
from core.comparison.file.storage import load, save
from core.engine.plan import plan_for
from core.model.checking import check
from core.model.definition import BusinessModel
from core.model.library import load_model, model_ids
from core.questions.results import results
from desktop.screens import has_screen
from desktop.user_folder import CHOSEN, data_folder
from desktop.window.question_tabs import QUESTIONS
from desktop.window.window import Window
from desktop.worker import wait_for_answers

FONTS = ("Evenkeel Sans", "Evenkeel Hans")
PATIENCE = 120  # seconds for the slow answers of one panel, on a slow machine


class BrokenInstallationError(Exception):
    """Something does not work; the message says what."""


@dataclass
class Faults:
    """What went wrong inside a slot or while painting, where no caller could catch it."""

    told: list[str] = field(default_factory=list)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The place of `sys.excepthook`."""
        self.told.append("".join(traceback.format_exception(kind, error, trace)))


def self_test() -> int:
    """Go through everything and say how it went; returns the exit status."""
    _choose_platform()
    with TemporaryDirectory(prefix="evenkeel-self-test-", ignore_cleanup_errors=True) as folder:
        os.environ[CHOSEN] = folder
        try:
            for name, step in STEPS:
                _say(f"{name}: {step()}")
        except Exception:  # noqa: BLE001 - whatever it is, it is the answer
            _say(f"{name}: FAILED\n{traceback.format_exc()}")
            return 1
    _say("Everything works.")
    return 0


def _choose_platform() -> None:
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _say(line: str) -> None:
    if sys.stdout is not None:  # the Windows program without a terminal has none
        print(line, flush=True)  # noqa: T201 - this is what it is asked for


def _program() -> str:
    kind = "frozen" if getattr(sys, "frozen", False) else "from source"
    return f"Evenkeel {__version__}, {kind}, Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}"


def _models() -> str:
    for id in model_ids():
        model = load_model(id)
        check(model)
        for example in model.worked_examples:
            _agrees(model, {d.id: d.default for d in model.drivers} | example.given, example.expected)
    return f"{len(model_ids())}, with every worked example"


def _agrees(model: BusinessModel, values: dict[str, float], expected: dict[str, float | None]) -> None:
    found = plan_for(model).evaluate(values)
    for id, figure in expected.items():
        same = math.isnan(found[id]) if figure is None else math.isclose(found[id], figure, rel_tol=1e-6, abs_tol=1e-9)
        if not same:
            raise BrokenInstallationError(f"{model.id}: {id} is {found[id]}, not {figure}")


def _examples() -> str:
    for id in example_ids():
        comparison = load_example(id)
        results(comparison)
        path = data_folder() / f"{id}.evenkeel"
        save(comparison, path, Backups(data_folder() / "copies"))
        if load(path) != comparison:
            raise BrokenInstallationError(f"{id} does not come back as it was saved")
    return f"{len(example_ids())} computed, saved and opened again"


def _terminal() -> str:
    for id in example_ids():
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            status = answer(["results", "--example", id, "--format", "json"])
        if status != 0 or not told.getvalue().startswith("{"):
            raise BrokenInstallationError(f"`evenkeel results --example {id}` gave {status}")
    return "answers in the terminal"


def _window() -> str:
    from desktop.app import application
    from desktop.opening import open_window
    from desktop.session import Session
    from desktop.settings import Settings

    app, faults = application(), Faults()
    window = open_window(app, Session(load_example(example_ids()[0]), "en", "example"), Settings())
    sys.excepthook = faults.take  # instead of the box for people
    drawn = 0
    try:
        for id in example_ids():
            window.files.open_path(data_folder() / f"{id}.evenkeel")
            drawn += _every_panel(window, faults)
        window.session.set_language("zh")
        drawn += _every_panel(window, faults)
    finally:
        sys.excepthook = sys.__excepthook__
    _own_words_and_letters(app)
    window.hide()
    return f"{drawn} panels drawn on {app.platformName()} in two languages"


def _every_panel(window: Window, faults: Faults) -> int:
    """Draw each question's panel; gives how many there are."""
    wanted = [question.id for question in QUESTIONS if question.wanted(window.session)]
    for id in wanted:
        window.workspace.tabs.show_question(id)
        _let_it_finish(window, id)
        if _is_blank(window.workspace.tabs.panels[id].grab().toImage()):
            raise BrokenInstallationError(f"the panel {id} stays empty")
        if faults.told:
            raise BrokenInstallationError(f"the panel {id}: " + "\n".join(faults.told))
    return len(wanted)


def _let_it_finish(window: Window, panel: str) -> None:
    """Wait for the answers that are worked out in another thread, and for what they move on screen."""
    QApplication.processEvents()
    if not wait_for_answers(window, PATIENCE):
        raise BrokenInstallationError(f"the panel {panel} is not done after {PATIENCE} seconds")
    QApplication.processEvents()


def _is_blank(image: QImage) -> bool:
    """Whether nothing stands out from the background."""
    small = image.scaled(64, 64)
    colours = {small.pixel(x, y) for x in range(64) for y in range(64)}
    return image.isNull() or len(colours) < 3


def _own_words_and_letters(app: QApplication) -> None:
    """Fonts of both languages and Qt's own words in Chinese: what an installation loses first."""
    missing = set(FONTS) - set(QFontDatabase.families())
    if missing:
        raise BrokenInstallationError(f"no font {', '.join(sorted(missing))}")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    if "取消" not in box.buttons()[0].text():
        raise BrokenInstallationError("Qt's own words are not there in Chinese")
    if app.windowIcon().pixmap(32).toImage().isNull():
        raise BrokenInstallationError("icons cannot be drawn")


STEPS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("program", _program),
    ("business models", _models),
    ("examples", _examples),
    ("subcommands", _terminal),
    ("window", _window),
)
