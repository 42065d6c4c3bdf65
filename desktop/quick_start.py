"""What makes the start quick. Done before anything else of the window is imported; it works without, only later."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from types import ModuleType


def hasten() -> None:
    """Leave out what costs time while the window is imported and built, and does nothing for it."""
    gc.disable()  # starting makes many objects and drops few; the window has a collector of its own
    # One thread is all the engine wants; OpenBLAS would start a pool of them, which takes longer than the first paint.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _check_without_plugins()
    _import_without_search()


def _check_without_plugins() -> None:
    """Before its first check pydantic looks for plugins in what is written down about every installed package, and for
    that imports Python's library for mail messages. There are none."""
    nothing = ModuleType("pydantic.plugin._loader")
    vars(nothing)["get_plugins"] = lambda: ()
    sys.modules.setdefault(nothing.__name__, nothing)


def _import_without_search() -> None:
    """From its own import on PySide reads the source of every module that is imported, in search of a switch to another
    style of names. No module of ours has one, and without the search all imports together take a tenth less."""
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
