"""What is painted inside a plot, in the plot's own pixels, so that a pen is as thick on a slide as on the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from desktop.charts.frame import Frame


class Layer(QGraphicsItem):
    """One sheet over the whole plot. Subclasses paint; `self.frame` turns figures into pixels."""

    def __init__(self, view: Any, height: int) -> None:
        super().__init__(view)
        self._view = view
        self.setZValue(height)
        self._rect = QRectF(view.rect())
        view.sigResized.connect(self._resize)

    @property
    def frame(self) -> Frame:
        """The ranges and the size of the plot as they are now."""
        (x0, x1), (y0, y1) = self._view.viewRange()
        return Frame(x0, x1, y0, y1, self._rect.width(), self._rect.height())

    def boundingRect(self) -> QRectF:
        """The whole plot."""
        return self._rect

    def _resize(self) -> None:
        self.prepareGeometryChange()
        self._rect = QRectF(self._view.rect())
        self.update()
