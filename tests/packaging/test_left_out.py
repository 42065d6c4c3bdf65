"""The frozen program does without what the deny-list names; this holds that it can."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import left_out

ROOT = Path(__file__).resolve().parents[2]
LOAD_EVERYTHING = """
import importlib, json, pkgutil, sys
import core, desktop
for package in (core, desktop):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""
BROUGHT_ALONG = {"multiprocessing", "unittest", "_hashlib"}  # a library imports them where they are there


def test_nothing_of_ours_imports_what_is_left_out() -> None:
    done = subprocess.run([sys.executable, "-c", LOAD_EVERYTHING], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    heavy = loaded & set(left_out.modules()) - BROUGHT_ALONG
    assert not heavy, "heavy imports: leave them out of the program, or out of packaging/left_out.py"


@pytest.mark.parametrize("row", left_out.MODULES + left_out.FILES, ids=lambda row: row.what[0])
def test_every_row_has_a_reason(row: left_out.LeftOut) -> None:
    assert len(row.why) > 10
    assert row.what


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.pyd",
        r"PySide6\plugins\platforms\qminimal.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "libcrypto.so.3",
        "libcrypto-3-x64.dll",
        "python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "numpy-2.4.6.dist-info/RECORD",
    ],
)
def test_left_out(path: str) -> None:
    assert left_out.is_left_out(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt6Gui.dll",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "python3.11/lib-dynload/_codecs_cn.cpython-311-x86_64-linux-gnu.so",
        "resources/icons/evenkeel.svg",
        "resources/models/index.toml",
    ],
)
def test_kept(path: str) -> None:
    assert not left_out.is_left_out(path)


def test_nothing_of_the_resources_is_left_out() -> None:
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert not [path for path in files if left_out.is_left_out(path)]
