"""Asks what to do with changes that are in no file yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from core.wording.text import Language, Text, Words

QUESTION = Text('Save the changes to "{name}"?', "是否保存对“{name}”的更改？")
REASSURANCE = Text(
    "If you do not save, they are kept under “Recovered files” on the start page.",
    "如果不保存，更改会保留在起始页的“恢复的文件”中。",
)
SAVE = Text("Save", "保存")
LEAVE = Text("Do not save", "不保存")
STAY = Text("Cancel", "取消")


def ask_about_changes(
    parent: QWidget, name: Words, language: Language, save: Callable[[], object], leave: Callable[[], object]
) -> QMessageBox:
    """Nothing happens on Cancel."""
    box = QMessageBox(QMessageBox.Icon.Question, "Evenkeel", QUESTION.filled(name=name)(language), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(REASSURANCE(language))
    saving = box.addButton(SAVE(language), QMessageBox.ButtonRole.AcceptRole)
    leaving = box.addButton(LEAVE(language), QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(STAY(language), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(saving)
    box.setEscapeButton(staying)
    chosen = {saving: save, leaving: leave}

    def answered() -> None:
        deed = chosen.get(box.clickedButton())
        if deed is not None:
            deed()

    box.finished.connect(answered)
    box.open()
    return box
