"""The bare plot every chart starts from: pyqtgraph's, without what confuses people (menu, wheel zoom, "A" button)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget

from core.wording.scale import Kind
from core.wording.text import Language
from desktop.charts.axis import NumberAxis
from desktop.charts.pyqtgraph_fast import PlotWidget
from desktop.theme import Theme, font

_LEAST_HEIGHT = 240


class Plot(PlotWidget):
    """Axes in words, ranges set by hand, the theme's colours. Mouse and keys are left to the chart."""

    def __init__(self, theme: Theme, x: Kind | NumberAxis, y: Kind, parent: QWidget | None = None) -> None:
        self.bottom = x if isinstance(x, NumberAxis) else NumberAxis("bottom", x)
        self.side = NumberAxis("left", y)
        axes = {"bottom": self.bottom, "left": self.side}
        super().__init__(parent, background=None, enableMenu=False, axisItems=axes)
        self.destroyed.connect(self.plotItem.ctrlMenu.deleteLater)  # never shown; nobody else would let go of it
        for axis in self.plotItem.axes.values():  # the hidden ones too would write a unit prefix anew at every size
            axis["item"].autoSIPrefix = False
        self.theme = theme
        self.on_paper = False  # nobody can take hold of anything there
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

    def useOpenGL(self, b: bool = False) -> None:
        """Never. pyqtgraph would look at Qt's own viewport first, for which PySide makes every class of a widget."""
        del b
        self.setViewport(QWidget())

    def restyle(self) -> None:
        """Take the theme's colours and repaint."""
        self.setBackground(self.theme.colours.colour("surface"))
        for axis in (self.bottom, self.side):
            axis.restyle(self.theme.colours.colour("muted"), font("caption"))
        self.scene().update()

    def least_height(self) -> int:
        """Pixels below which the words would stand in each other's way."""
        return _LEAST_HEIGHT

    def paint_into(self, painter: QPainter, area: QRectF) -> None:
        """Paint the whole chart into an area of any surface; for a chart that is shown nowhere."""
        self.on_paper = True
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.resize(area.size().toSize())
        self.show()  # sizes are settled only then
        self.plotItem.layout.activate()
        self.render(painter, area, self.viewport().rect())

    def wheelEvent(self, event: Any) -> None:
        """Scrolling belongs to the page."""
        event.ignore()

    def contextMenuEvent(self, event: Any) -> None:
        """The window decides what a right click offers."""
        event.ignore()
