"""Words in one line that end in an ellipsis where there is no room for all of them; the tip has them whole then."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from desktop.widgets.plain_tip import plain_tip


class ElidedLabel(QLabel):
    """As wide as its words where it may be, and as narrow as need be. `text` is always whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths show more or less of them."""
        super().resizeEvent(event)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """One line of hardly any width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, as far as they go."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())
        painter.end()

    def _shown(self) -> str:
        metrics, width = self.fontMetrics(), self.contentsRect().width()
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _tell(self) -> None:
        whole = self.text()
        self.setToolTip("" if self._shown() == whole else plain_tip(whole))


class ElidedButton(QPushButton):
    """Names are cut in the middle: many begin alike and end in a date. `about` is its tip; the whole words come before
    it where they are cut."""

    def __init__(self, words: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words, self._about = words, about
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(about))

    def minimumSizeHint(self) -> QSize:
        """One line of hardly any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tip follows."""
        super().resizeEvent(event)
        cut = self._shown(QStyleOptionButton()) != self.text()
        self.setToolTip(plain_tip("\n".join(filter(None, (self._words if cut else "", self._about)))))

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """What is drawn."""
        super().initStyleOption(option)
        option.text = self._shown(option)

    def _shown(self, option: QStyleOptionButton) -> str:
        from PySide6.QtWidgets import QStyle  # imported here: its enumerations take long to make

        super().initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
