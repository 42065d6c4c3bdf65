"""After a drag the axes glide to where they belong, so that the eye can follow what became larger and what smaller."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

DURATION = 160  # milliseconds
Ranges = tuple[float, float, float, float]  # left, right, bottom, top


class Easing(QObject):
    """Moves ranges from where they are to where they shall be."""

    def __init__(self, show: Callable[[Ranges], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._now: Ranges | None = None
        self._start: Ranges = (0, 1, 0, 1)
        self._end: Ranges = (0, 1, 0, 1)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._move)

    def jump(self, ranges: Ranges) -> None:
        """Be there at once; on the way already, only the goal is another."""
        if self._animation.state() == QVariantAnimation.State.Running:
            self._end = ranges
        elif ranges != self._now:
            self._now = ranges
            self._show(ranges)

    def glide(self, ranges: Ranges) -> None:
        """Be there in a moment."""
        if self._now is None:
            self.jump(ranges)
            return
        self._start, self._end = self._now, ranges
        self._animation.stop()
        self._animation.start()

    def stay(self) -> None:
        """Stop wherever it is: something is taken hold of again."""
        self._animation.stop()

    def _move(self, share: float) -> None:
        left, right, bottom, top = (
            start + (end - start) * share for start, end in zip(self._start, self._end, strict=True)
        )
        self._now = (left, right, bottom, top)
        self._show(self._now)
