"""A drop-down list whose words are never cut in the middle of a letter: shown closed they end in an ellipsis and have
a tip, and open the list is as wide as the longest of them. In another language it has another width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QToolTip, QWidget

from desktop.theme import GRID, HALF
from desktop.theme.icons import icon
from desktop.widgets.plain_tip import plain_tip

_EDGES = 2  # pixels the style leaves free beside the words
_CHEVRON, _ASIDE = 16, 2  # its side; how far it stands off the right edge
_MOST_SHOWN = 16  # of a long list at once


class ChoiceList(QComboBox):
    """As wide as its words where it may be, and as narrow as need be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(_MOST_SHOWN)

    @property
    def shown(self) -> str:
        """What can be read while it is closed."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        return self._fitting(option)

    def sizeHint(self) -> QSize:
        """Qt reckons with the ink of the words only, which is less than they take in a line."""
        return super().sizeHint() + QSize(HALF, 0)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(10 * GRID, self.sizeHint().width()), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """As wide as what stands in it."""
        from PySide6.QtWidgets import QStyle

        view = self.view()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wanted = view.sizeHintForColumn(0) + bar + 2 * view.frameWidth()
        view.setMinimumWidth(min(max(self.width(), wanted), self.screen().availableGeometry().width() - GRID))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet knows no icon in the colour of the theme: the chevron is painted here."""
        super().paintEvent(event)
        painter = QPainter(self)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        _chevron().paint(painter, self._arrow(), mode=mode)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Words that are cut are told whole."""
        if event.type() == QEvent.Type.ToolTip and self.shown != self.currentText():
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), plain_tip(self.currentText()), self)
            return True
        return super().event(event)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What is drawn."""
        super().initStyleOption(option)
        if option.currentText:
            option.currentText = self._fitting(option)

    def _arrow(self) -> QRect:
        from PySide6.QtWidgets import QStyle

        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxArrow
        around = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        box = QRect(0, 0, _CHEVRON, _CHEVRON)
        box.moveCenter(around.center() - QPoint(_ASIDE, 0))
        return box

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        from PySide6.QtWidgets import QStyle  # imported here: its enumerations take long to make

        box = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, box.width() - _EDGES)


def _chevron() -> QIcon:
    """In the colours the application has now."""
    palette = QGuiApplication.palette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    return icon("chevron-down", palette.color(role.PlaceholderText), palette.color(group.Disabled, role.Text))
