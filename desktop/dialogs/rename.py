"""Asks for a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from core.comparison.edits.replacing import in_one_line
from core.wording.text import Language, Text

TITLE = Text("Rename", "重命名")
PROMPT = Text("Name of this business model:", "商业模式名称：")
LONGEST = 120


def ask_name(
    parent: QWidget,
    present: str,
    language: Language,
    then: Callable[[str], object],
    title: Text = TITLE,
    prompt: Text = PROMPT,
) -> None:
    """Ask for another name than `present`, and hand it to `then`."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title(language))
    dialog.setLabelText(prompt(language))
    dialog.setTextValue(present)
    dialog.resize(420, dialog.sizeHint().height())
    dialog.textValueSelected.connect(lambda name: then(in_one_line(name)[:LONGEST]))
    dialog.open()
