"""One-colour SVG icons, coloured by the theme when they are drawn."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = (16, 20, 40)  # small, normal, normal on a screen of double density; the rest Qt scales from these


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def _draw(svg: str, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return pixmap


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    for ink, mode in ((colour, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
        svg = _source(name).replace("currentColor", ink)
        for side in SIZES:
            made.addPixmap(_draw(svg, side), mode)
    return made


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """The icon `name` in `colour`, and in `disabled` where its action cannot be used."""
    return _icon(name, colour.name(), disabled.name())


def app_icon() -> QIcon:
    """The product's own icon, the one that has colours of its own."""
    made = QIcon()
    for side in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_draw(_source("evenkeel"), side))
    return made
