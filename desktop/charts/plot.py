"""The bare plot every chart starts from: pyqtgraph's, without what confuses people (menu, wheel zoom, "A" button)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from core.wording.scale import Kind
from core.wording.text import Language
from desktop.charts.axis import NumberAxis
from desktop.charts.pyqtgraph_fast import PlotWidget
from desktop.theme import Theme, font


class Plot(PlotWidget):
    """Axes in words, ranges set by hand, the theme's colours. Mouse and keys are left to the chart."""

    def __init__(self, theme: Theme, x: Kind | NumberAxis, y: Kind, parent: QWidget | None = None) -> None:
        self.bottom = x if isinstance(x, NumberAxis) else NumberAxis("bottom", x)
        self.side = NumberAxis("left", y)
        axes = {"bottom": self.bottom, "left": self.side}
        super().__init__(parent, background=None, enableMenu=False, axisItems=axes)
        self.theme = theme
        self.language: Language = "en"
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.view = self.plotItem.vb
        self.view.setMouseEnabled(False, False)
        self.view.disableAutoRange()
        self.view.setDefaultPadding(0)
        self.plotItem.hideButtons()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the theme's colours and repaint."""
        self.setBackground(self.theme.colours.colour("surface"))
        for axis in (self.bottom, self.side):
            axis.restyle(self.theme.colours.colour("muted"), font("caption"))
        self.scene().update()

    def wheelEvent(self, event: Any) -> None:
        """Scrolling belongs to the page."""
        event.ignore()

    def contextMenuEvent(self, event: Any) -> None:
        """The window decides what a right click offers."""
        event.ignore()
