"""Where to open from and where to save to."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from core.wording.text import Language, Text

EXTENSION = ".evenkeel"
OPEN = Text("Open a comparison", "打开对比")
SAVE = Text("Save the comparison", "保存对比")
KIND = Text("Evenkeel comparisons (*.evenkeel)", "Evenkeel 对比文件 (*.evenkeel)")
SAVE_PICTURE = Text("Save the chart", "保存图表")
PNG = Text("Picture for slides and mail (*.png)", "图片，用于幻灯片和邮件 (*.png)")
SVG = Text("Drawing that can be edited (*.svg)", "可编辑的矢量图 (*.svg)")
PRICES = Text("Open a price list file", "打开价目文件")
PRICE_KIND = Text("Price lists (*.toml)", "价目文件 (*.toml)")
ANY = Text("All files (*)", "所有文件 (*)")
LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\s]+')


def file_name(name: str) -> str:
    """A name as a file may have it on every system."""
    return _NOT_IN_NAMES.sub(" ", name).strip(" .")[:LONGEST].rstrip(" .")


def ask_file_to_open(parent: QWidget, folder: Path, language: Language) -> Path | None:
    """A file the person chose, or None."""
    kinds = f"{KIND(language)};;{ANY(language)}"
    name, _ = QFileDialog.getOpenFileName(parent, OPEN(language), str(folder), kinds)
    return Path(name) if name else None


def ask_prices_to_open(parent: QWidget, folder: Path, language: Language) -> Path | None:
    """A price file the person chose, or None."""
    kinds = f"{PRICE_KIND(language)};;{ANY(language)}"
    name, _ = QFileDialog.getOpenFileName(parent, PRICES(language), str(folder), kinds)
    return Path(name) if name else None


def ask_file_to_save(parent: QWidget, proposal: Path, language: Language) -> Path | None:
    """Where to save, with the extension, or None."""
    name, _ = QFileDialog.getSaveFileName(parent, SAVE(language), str(proposal), KIND(language))
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == EXTENSION else path.with_name(path.name + EXTENSION)


def ask_picture_to_save(parent: QWidget, proposal: Path, language: Language) -> Path | None:
    """Where to save a picture, with the extension of its kind, or None."""
    kinds = {PNG(language): ".png", SVG(language): ".svg"}
    name, kind = QFileDialog.getSaveFileName(parent, SAVE_PICTURE(language), str(proposal), ";;".join(kinds))
    if not name:
        return None
    path, suffix = Path(name), kinds.get(kind, ".png")
    if path.suffix.lower() == suffix:
        return path
    known = path.suffix.lower() in kinds.values()
    if known and path != proposal:
        return path  # typed by hand, so it is what is wanted
    return path.with_suffix(suffix) if known else path.with_name(path.name + suffix)
