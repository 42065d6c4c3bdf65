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
def _source(name: str) -> bytes:
    return (FOLDER / f"{name}.svg").read_bytes()


def _drawn(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def _inked(drawn: QPixmap, ink: str) -> QPixmap:
    """The same in another colour: quicker than drawing it once more."""
    pixmap = QPixmap(drawn)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(ink))
    painter.end()
    return pixmap


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    for side in SIZES:
        drawn = _drawn(renderer, side)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(_inked(drawn, disabled), QIcon.Mode.Disabled)
    return made


def icon(name: str, colour: QColor, disabled: QColor) -> QIcon:
    """The icon `name` in `colour`, and in `disabled` where its action cannot be used."""
    return _icon(name, colour.name(), disabled.name())


def app_icon() -> QIcon:
    """The product's own icon, the one that has colours of its own."""
    made, renderer = QIcon(), QSvgRenderer(QByteArray(_source("evenkeel")))
    for side in (16, 32, 48, 64, 128, 256):
        made.addPixmap(_drawn(renderer, side))
    return made
