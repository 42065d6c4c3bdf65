"""A small card that stands on the screen while the window is imported and built: somebody who has just double-clicked
sees within a moment that the program is coming, also on a slow disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from core.wording.text import Text
from desktop.language import system_language
from desktop.settings import LANGUAGE, THEME, Settings
from desktop.theme import GRID, Theme, app_icon, font

WIDTH, HEIGHT = 48 * GRID, 18 * GRID
ICON = 8 * GRID

OPENING = Text("Opening the example…", "正在打开示例…")
OPENING_FILE = Text("Opening {name}…", "正在打开“{name}”…")


class Splash(QLabel):
    """Says the program's name and what is being opened, in the person's language and theme."""

    def __init__(self, file: Path | None) -> None:
        settings = Settings()
        language = settings.get(LANGUAGE) or system_language()
        said = OPENING if file is None else OPENING_FILE.filled(name=file.name)
        theme = Theme(settings.get(THEME))
        super().__init__()
        self.setWindowFlags(Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        theme.setParent(self)
        self.setPixmap(_card(theme, said(language)))
        self.resize(WIDTH, HEIGHT)
        self.setAccessibleName(f"Evenkeel. {said(language)}")

    def show_now(self) -> None:
        """On the screen before this returns."""
        self.move(self.screen().availableGeometry().center() - self.rect().center())
        self.show()
        QApplication.processEvents()

    def close_soon(self) -> None:
        """Go once the window has been painted."""
        QTimer.singleShot(0, self, self.close)
        QTimer.singleShot(0, self, self.deleteLater)


def _card(theme: Theme, said: str) -> QPixmap:
    density = QGuiApplication.primaryScreen().devicePixelRatio()
    card = QPixmap(round(WIDTH * density), round(HEIGHT * density))
    card.setDevicePixelRatio(density)
    colours = theme.colours
    card.fill(colours.colour("surface"))
    painter = QPainter(card)
    painter.setPen(colours.colour("outline"))
    painter.drawRect(QRectF(0, 0, WIDTH - 1, HEIGHT - 1))
    painter.drawPixmap(4 * GRID, (HEIGHT - ICON) // 2, app_icon().pixmap(ICON, ICON))
    left = 4 * GRID + ICON + 3 * GRID
    words = QRectF(left, 0, WIDTH - left - 3 * GRID, HEIGHT)
    painter.setFont(font("display", bold=True))
    painter.setPen(colours.colour("text"))
    painter.drawText(words.adjusted(0, 0, 0, -HEIGHT / 2), Qt.AlignmentFlag.AlignBottom, "Evenkeel")
    painter.setFont(font("body"))
    painter.setPen(colours.colour("muted"))
    line = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, int(words.width()))
    painter.drawText(words.adjusted(0, HEIGHT / 2 + GRID, 0, 0), Qt.AlignmentFlag.AlignTop, line)
    painter.end()
    return card
