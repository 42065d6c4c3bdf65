"""What stands in the place of a panel that cannot be shown: one sentence, and a way to try again."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.wording.text import Language, Text
from desktop.theme import GRID

SORRY = Text(
    "This answer could not be shown because of a fault inside Evenkeel. Your comparison is as it was.",
    "Evenkeel 内部出错，无法显示这个答案。对比内容没有变化。",
)
AGAIN = Text("Try again", "重试")


class PanelFault(QWidget):
    """In the middle of the empty page."""

    retry_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again = QPushButton()
        self.again.clicked.connect(self.retry_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say(language)

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._words.setText(SORRY(language))
        self.again.setText(AGAIN(language))


def tell(fault: Exception) -> None:
    """Hand the fault to whoever tells the person about faults, as if nobody had caught it."""
    sys.excepthook(type(fault), fault, fault.__traceback__)
