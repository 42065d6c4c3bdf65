"""Where to open from and where to save to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from core.wording.text import Language, Text

EXTENSION = ".evenkeel"
OPEN = Text("Open a comparison", "打开对比")
SAVE = Text("Save the comparison", "保存对比")
KIND = Text("Evenkeel comparisons (*.evenkeel)", "Evenkeel 对比文件 (*.evenkeel)")
ANY = Text("All files (*)", "所有文件 (*)")


def ask_file_to_open(parent: QWidget, folder: Path, language: Language) -> Path | None:
    """A file the person chose, or None."""
    kinds = f"{KIND(language)};;{ANY(language)}"
    name, _ = QFileDialog.getOpenFileName(parent, OPEN(language), str(folder), kinds)
    return Path(name) if name else None


def ask_file_to_save(parent: QWidget, proposal: Path, language: Language) -> Path | None:
    """Where to save, with the extension, or None."""
    name, _ = QFileDialog.getSaveFileName(parent, SAVE(language), str(proposal), KIND(language))
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == EXTENSION else path.with_name(path.name + EXTENSION)
