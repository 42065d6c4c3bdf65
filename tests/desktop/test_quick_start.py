"""What makes the start quick stays so, and takes nothing away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Imports that cost time and do nothing for the first look at the window: what of them is loaded when it stands.
NOT_AT_START = (
    "importlib.metadata", "email", "pydantic", "numpy.ma", "difflib", "core.prices", "core.cli.output", "core.help",
    "core.questions.flip", "core.questions.needed", "core.questions.simulate", "desktop.help.window",
)  # fmt: skip
# Classes of Qt that nothing shows: PySide makes them all, with their enumerations, as soon as it is handed any widget
# or style that was made by Qt itself.
NOT_MADE_AT_START = ("QWizard", "QColorDialog", "QMdiArea", "QStyle", "QCommonStyle", "QGesture")

STANDS = f"""
import json, sys
from desktop.splash import Splash
close_soon = Splash.close_soon
def stop(splash):
    from PySide6.QtCore import QTimer
    close_soon(splash)
    QTimer.singleShot(0, tell)
def tell():
    from PySide6 import QtWidgets
    QtWidgets.QApplication.processEvents()
    made = vars(QtWidgets)
    print(json.dumps(
        [name for name in {NOT_AT_START} if name in sys.modules]
        + [name for name in {NOT_MADE_AT_START} if isinstance(made.get(name), type)]
    ), flush=True)
    QtWidgets.QApplication.exit(0)
Splash.close_soon = stop
"""


def run(program: str, home: Path) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "EVENKEEL_USER_FOLDER": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1]


def test_the_window_stands_without_what_the_first_look_does_not_need(tmp_path: Path) -> None:
    program = f"from desktop.quick_start import hasten; hasten()\n{STANDS}\nfrom desktop.app import main; main([])"
    assert json.loads(run(program, tmp_path)) == []


def test_no_source_is_read_and_checks_still_refuse(tmp_path: Path) -> None:
    program = (
        "from desktop.quick_start import hasten; hasten()\n"
        "import linecache\n"
        "from PySide6.QtCore import QObject\n"
        "from core.model.definition import Range\n"
        "from core.plain.reading import UnfitError, read\n"
        "try: read(Range, {'low': 'a lot', 'high': 1, 'reason': {}})\n"
        "except UnfitError as error: print(len(error.findings), [f for f in linecache.cache if 'core' in f])\n"
    )
    assert run(program, tmp_path) == "3 []"


def test_hurried_twice_is_as_hurried_once(tmp_path: Path) -> None:
    program = "from desktop.quick_start import hasten; hasten(); hasten(); import json; print(json.dumps('stands'))"
    assert run(program, tmp_path) == '"stands"'
