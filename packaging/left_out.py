"""What the frozen program does without, and why: what the packages bring along but nothing of ours reaches.

Python modules go by name, files by a pattern over their path in the bundle (with forward slashes). The tests hold that
the program imports none of these modules; `freeze.py` holds that the bundle has no Qt library beyond those expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Things that are left out for one reason."""

    what: tuple[str, ...]
    why: str


MODULES = (
    LeftOut(("tkinter", "turtle", "idlelib", "curses", "readline", "rlcompleter"), "other kinds of user interface"),
    LeftOut(("asyncio", "ssl", "_ssl", "http", "webbrowser", "xmlrpc",
             "ftplib", "smtplib", "poplib", "imaplib", "socketserver"),
            "the program uses no network"),
    LeftOut(("sqlite3", "dbm", "shelve"), "no database is used"),
    LeftOut(("multiprocessing",), "slow answers run in threads"),
    LeftOut(("test", "unittest", "doctest", "pydoc", "pydoc_data", "lib2to3", "distutils", "setuptools", "pip",
             "ensurepip", "venv", "pdb"),
            "for people who write programs"),
    LeftOut(("matplotlib", "scipy", "pandas", "IPython", "OpenGL", "h5py", "cupy", "numba", "PIL",
             "lxml", "dotenv", "email_validator"),
            "pyqtgraph, numpy and pydantic only try whether they are there"),
    LeftOut(("numpy.f2py", "numpy.distutils", "numpy.testing"), "numpy's tools for those who build on it"),
    LeftOut(("_hashlib",), "Python has the same sums built in; this one brings all of OpenSSL"),
    LeftOut(("pyqtgraph.opengl", "pyqtgraph.examples", "pyqtgraph.canvas", "pyqtgraph.flowchart", "pyqtgraph.console",
             "pyqtgraph.dockarea", "pyqtgraph.multiprocess", "pyqtgraph.parametertree", "pyqtgraph.jupyter",
             "pyqtgraph.imageview"),
            "parts of pyqtgraph that desktop/charts/pyqtgraph_fast.py passes by"),
    LeftOut(("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtTest", "PySide6.QtNetwork", "PySide6.QtQml",
             "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtDBus", "PySide6.QtXml",
             "PySide6.QtSvgWidgets", "PySide6.QtConcurrent", "PySide6.QtUiTools", "PySide6.QtHelp",
             "PySide6.QtDesigner"),
            "modules of Qt that nothing imports; pyqtgraph only tries some of them"),
    LeftOut(("mypy", "pytest", "_pytest", "hypothesis", "ruff", "pytestqt"), "tools of the project"),
)  # fmt: skip

FILES = (
    LeftOut((r"Qt6?(OpenGL|OpenGLWidgets|Test|Network|Sql|Xml)\.(abi3|pyd|dll|framework)", r"QtDBus\.(abi3|pyd)",
             r"Qt6?(Qml|Quick|Pdf|VirtualKeyboard|Labs)\w*\.(abi3|pyd|dll|so|framework)",
             r"libQt6(OpenGL|Test|Network|Sql|Qml|Quick|Pdf|VirtualKeyboard|Labs)"),
            "libraries of the modules above"),
    LeftOut((r"libQt6(EglF|WaylandCompositor|WaylandEglCompositor|EglDevice)",), "for programs that are a desktop"),
    LeftOut((r"plugins/(tls|networkinformation|qmltooling|sqldrivers|position|virtualkeyboard|printsupport)/",),
            "plugins of modules that are left out"),
    LeftOut((r"plugins/(generic|egldeviceintegrations|wayland-graphics-integration-server|vectorimageformats)/",),
            "for machines without a window system"),
    LeftOut((r"plugins/platforms/\w*q(eglfs|linuxfb|minimalegl|minimal|vkkhrdisplay|vnc|direct2d)\b",),
            "ways to show a window where there is no desktop; offscreen stays, the self-test paints with it"),
    LeftOut((r"plugins/(wayland-graphics-integration-client|xcbglintegrations)/",), "OpenGL: nothing paints with it"),
    LeftOut((r"plugins/platformthemes/libqgtk3",), "would load all of GTK 3 to look like it"),
    LeftOut((r"plugins/platforminputcontexts/\w*qtvirtualkeyboard",), "needs Qt Quick"),
    LeftOut((r"plugins/imageformats/\w*q(tiff|webp|pdf|tga|wbmp|icns|gif|jpeg)\b",),
            "only SVG and PNG are read, and PNG is built in"),
    LeftOut((r"translations/(?!qtbase_zh_CN\.qm).*\.qm$",), "the window speaks English and Chinese"),
    LeftOut((r"opengl32sw\.dll", r"d3dcompiler_\d+\.dll"), "software OpenGL, which charts do not use"),
    LeftOut((r"(^|/)_(ssl|hashlib|sqlite3|tkinter|curses|curses_panel|dbm|gdbm|crypt|asyncio)\.",
             r"(^|/)(readline|nis|ossaudiodev|audioop|xx\w*|_test\w*|_xx\w*)\.(cpython|pyd|so)",
             r"(^|/)_codecs_(jp|kr|tw|hk|iso2022)\."),
            "extensions of modules that are left out; GB 18030 stays, files from elsewhere may be written in it"),
    LeftOut((r"(^|/)lib(ssl|crypto|sqlite3|tcl|tk|tirpc|nsl|readline|ncursesw?|tinfo|panelw?|gdbm)\b.*(so|dll|dylib)\b",),
            "what those extensions would load"),
    LeftOut((r"^(libscipy_openblas|msvcp140-)[^/]*\.dll$",), "copies; numpy loads those in its own folder numpy.libs"),
    LeftOut((r"^pyqtgraph/(icons/peegee|colors)/",), "the charts have their own colours and the window its own icons"),
    LeftOut((r"(^|/)(numpy|pydantic|pyqtgraph)/.*\.(pyi|h|c|f90|lib|a)$", r"\.dist-info/", r"/py\.typed$"),
            "for compilers and package tools"),
)  # fmt: skip

# Scripts that PyInstaller would run before ours at every start; only the one that shows Qt its plugins is needed.
SCRIPTS = LeftOut(
    ("pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_multiprocessing", "pyi_rth_pyqtgraph_multiprocess"),
    "nobody asks a frozen program for its source text, lists its modules or starts it as somebody's worker",
)

_UNWANTED = re.compile("|".join(pattern for row in FILES for pattern in row.what))


def modules() -> list[str]:
    """The names of all modules that are left out."""
    return [name for row in MODULES for name in row.what]


def is_left_out(path: str) -> bool:
    """Whether the file of this path in the bundle is not wanted."""
    return _UNWANTED.search(path.replace("\\", "/")) is not None
