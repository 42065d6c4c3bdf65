"""What this program is and which edition of it is running."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from core.wording.text import Language, Text
from desktop.dialogs.message import environment
from desktop.theme import app_icon

TITLE = Text("About Evenkeel", "关于 Evenkeel")
WHAT = Text(
    "Compare ways of selling an AI service side by side: when each breaks even, what it earns, and why.",
    "并排比较 AI 服务的各种卖法：何时盈亏平衡、能赚多少、为什么。",
)
OFFLINE = Text(
    "Works offline. Nothing you type leaves this computer.",
    "离线运行，数据不会离开这台电脑。",
)


def show_about(parent: QWidget, language: Language) -> QMessageBox:
    """The box, already open."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(TITLE(language))
    box.setIconPixmap(app_icon().pixmap(64, 64))
    box.setText(WHAT(language))
    box.setInformativeText(f"{OFFLINE(language)}\n\n{environment()}")
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box
