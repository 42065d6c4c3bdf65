"""The few names of pyqtgraph that the charts use, imported in a third of the time.

`import pyqtgraph` costs some 200 ms, more than the rest of the start, for two reasons that this window has no use for:
its `__init__` imports about ninety modules, and its `Qt` package copies every attribute of QtCore, QtGui and QtWidgets,
which makes PySide6 build all of its lazy classes. So the package is registered without running its `__init__`, and
the copies are replaced by mirrors that look a name up when it is asked for. OpenGL and the test library, which it only
tries, are kept out as well, so that a frozen program can leave them out. No file of pyqtgraph is touched, and where it
has been imported already, that is used. The version is pinned exactly; `tests/desktop/charts/test_pyqtgraph_fast.py`
holds that what the charts need works.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_MIRRORED = ("QtCore", "QtGui", "QtWidgets")
_KEPT_OUT = ("PySide6.QtOpenGLWidgets", "PySide6.QtTest", "PySide6.QtSvg")

# pyqtgraph's own defaults, less what its `__init__` would read them for.
_OPTIONS: dict[str, Any] = {
    "useOpenGL": False, "leftButtonPan": True, "foreground": "d", "background": None, "antialias": False,
    "editorCommand": None, "exitCleanup": True, "enableExperimental": False, "crashWarning": False,
    "mouseRateLimit": 100, "imageAxisOrder": "col-major", "useCupy": False, "useNumba": False,
    "segmentedLineMode": "auto",
}  # fmt: skip


def _mirror(short: str) -> ModuleType:
    """A module that hands on the names of a Qt module when asked, and may be patched without touching the original."""
    original = importlib.import_module(f"PySide6.{short}")
    mirror = ModuleType(f"pyqtgraph.Qt.{short}")
    mirror.__path__ = []

    def look_up(name: str) -> Any:
        value = getattr(original, name)
        setattr(mirror, name, value)
        return value

    vars(mirror)["__getattr__"] = look_up
    return mirror


def _import_qt() -> ModuleType:
    """pyqtgraph.Qt over the mirrors: while it is imported, the originals seem to have nothing that could be copied."""
    originals = [importlib.import_module(f"PySide6.{short}") for short in _MIRRORED]
    for short, original in zip(_MIRRORED, originals, strict=True):
        sys.modules[f"pyqtgraph.Qt.{short}"] = _mirror(short)
        vars(original)["__dir__"] = list
    kept_out = [name for name in _KEPT_OUT if name not in sys.modules]
    modules: dict[str, Any] = sys.modules
    modules.update(dict.fromkeys(kept_out))  # None there makes an import fail, which pyqtgraph is ready for
    try:
        return importlib.import_module("pyqtgraph.Qt")
    finally:
        for original in originals:
            del vars(original)["__dir__"]
        for name in kept_out:
            del sys.modules[name]


def _without_opengl() -> ModuleType:
    """What GraphicsView asks for its OpenGL viewport, which the option "useOpenGL" would have to switch on first."""
    stand_in = ModuleType("pyqtgraph.Qt.OpenGLHelpers")
    vars(stand_in)["GraphicsViewGLWidget"] = type("GraphicsViewGLWidget", (), {})
    return stand_in


def _register_package() -> None:
    spec = importlib.util.find_spec("pyqtgraph")
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError("pyqtgraph")
    package = ModuleType("pyqtgraph")
    package.__path__ = list(spec.submodule_search_locations)
    package.__file__ = spec.origin
    package.__spec__ = spec
    vars(package).update(
        CONFIG_OPTIONS=_OPTIONS,
        getConfigOption=_OPTIONS.__getitem__,
        setConfigOption=_OPTIONS.__setitem__,
        setConfigOptions=_OPTIONS.update,
        _connectCleanup=lambda: None,  # its cleanup serves what is not imported here
    )
    sys.modules["pyqtgraph"] = package
    sys.modules["pyqtgraph.Qt.OpenGLHelpers"] = _without_opengl()
    qt = _import_qt()
    vars(package).update(Qt=qt, QtCore=qt.QtCore, QtGui=qt.QtGui, QtWidgets=qt.QtWidgets)


@contextmanager
def _stand_in_for_opengl() -> Iterator[None]:
    """PlotCurveItem insists on QtOpenGL when it is imported, and uses it only where OpenGL is switched on."""
    if "PySide6.QtOpenGL" in sys.modules:
        yield
        return
    sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")
    try:
        yield
    finally:
        del sys.modules["PySide6.QtOpenGL"]


if "pyqtgraph" not in sys.modules:
    _register_package()

with _stand_in_for_opengl():
    AxisItem = importlib.import_module("pyqtgraph.graphicsItems.AxisItem").AxisItem
    GraphicsObject = importlib.import_module("pyqtgraph.graphicsItems.GraphicsObject").GraphicsObject
    GraphicsWidget = importlib.import_module("pyqtgraph.graphicsItems.GraphicsWidget").GraphicsWidget
    PlotWidget = importlib.import_module("pyqtgraph.widgets.PlotWidget").PlotWidget
    ViewBox = importlib.import_module("pyqtgraph.graphicsItems.ViewBox").ViewBox
    array_to_path = importlib.import_module("pyqtgraph.functions").arrayToQPath
