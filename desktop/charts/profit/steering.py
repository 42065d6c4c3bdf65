"""Where a pointer takes the line "your users": over the axis, beyond its right end, and ten times finer with Shift or
Ctrl held."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt

from desktop.charts.frame import Frame
from desktop.round_numbers import nice_step

FINER = 10
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


def is_fine(modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key for fine steps is held."""
    return bool(modifiers & _HELD)


class Steering:
    """One drag. The axis stands still meanwhile; beyond its end numbers go on at the same scale."""

    def __init__(self) -> None:
        self._fine_from: tuple[float, float] | None = None  # where fine steering began: pixel and users

    def begin(self) -> None:
        """The line was taken hold of."""
        self._fine_from = None

    def users_at(self, x: float, frame: Frame, users_max: float, now: float, *, fine: bool) -> float:
        """The number of users a pointer at `x` means, in steps of a pixel; `now` is where the line stands."""
        if not fine:
            self._fine_from = None
            return _rounded(_beyond(frame, x), users_max, frame.width)
        if self._fine_from is None:
            self._fine_from = x, now
        start, users = self._fine_from
        moved = (_beyond(frame, x) - _beyond(frame, start)) / FINER
        return _rounded(users + moved, users_max, frame.width * FINER)


def _beyond(frame: Frame, x: float) -> float:
    """The figure at a pixel, also outside of the frame."""
    return frame.x0 + x / max(frame.width, 1.0) * (frame.x1 - frame.x0)


def _rounded(users: float, users_max: float, pixels: float) -> float:
    step = max(1.0, nice_step(users_max, max(1, int(pixels))))
    return max(0.0, math.floor(users / step + 0.5) * step)
