"""A guard around everything that paints inside a plot."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any


def guarded(paint: Callable[..., None]) -> Callable[..., None]:
    """Report an error in a paint method instead of letting it out: there, PySide6 6.11 ends the whole program."""

    @wraps(paint)
    def wrapper(self: Any, painter: Any, option: Any, widget: Any = None) -> None:
        painter.save()
        try:
            paint(self, painter, option, widget)
        except Exception:  # noqa: BLE001 - whatever it is, the person must not lose the window for it
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    return wrapper
