"""The help window: contents at the left, a page at the right, back and forward above."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from core.wording.text import Text
from desktop.help.browser import HelpBrowser
from desktop.help.contents import Contents
from desktop.help.pages import HelpPage, page
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme

TITLE = Text("Help", "帮助")
BACK, FORWARD = Text("Back", "后退"), Text("Forward", "前进")
_SIZE, _LEAST = QSize(880, 620), QSize(560, 360)
_CONTENTS_WIDTH = 264


class HelpWindow(QWidget):
    """Speaks the window's language and stands beside it, so that both can be looked at."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._theme = session, theme
        self._pages: list[HelpPage] = []
        self._place = -1
        self.contents, self.browser = Contents(theme), HelpBrowser(theme)
        self.back, self.forward = QToolButton(), QToolButton()
        self._lay_out()
        self.back.clicked.connect(lambda: self._go(-1))
        self.forward.clicked.connect(lambda: self._go(1))
        self.contents.chosen.connect(self.show_topic)
        self.browser.wanted.connect(self.show_topic)
        for key, step in ((QKeySequence.StandardKey.Back, -1), (QKeySequence.StandardKey.Forward, 1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self._go(step))
        session.language_changed.connect(self._say)
        theme.changed.connect(self._dress)
        self._dress()
        self._say()

    @property
    def page(self) -> HelpPage | None:
        """The page in front."""
        return self._pages[self._place] if self._pages else None

    def show_topic(self, id: str) -> None:
        """Show a page by its id."""
        self.show_page(page(id))

    def show_page(self, shown: HelpPage) -> None:
        """Show a page; the one before is a step back."""
        if self.page is not None and self.page.id == shown.id:
            return
        self._pages[self._place + 1 :] = [shown]
        self._place = len(self._pages) - 1
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        if 0 <= self._place + step < len(self._pages):
            self._place += step
            self._write()

    def _write(self) -> None:
        shown = self.page
        if shown is None:
            return
        self.browser.show_markdown(shown.text(self._session.language))
        self.browser.setAccessibleName(self.browser.document().firstBlock().text())
        self.contents.mark(shown.id)
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place < len(self._pages) - 1)

    def _say(self) -> None:
        language = self._session.language
        self.setWindowTitle(f"{TITLE(language)} – Evenkeel")
        for button, text in ((self.back, BACK), (self.forward, FORWARD)):
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))
        self.contents.say(language)
        self._write()

    def _dress(self) -> None:
        self.back.setIcon(self._theme.icon("chevron-left"))
        self.forward.setIcon(self._theme.icon("chevron-right"))

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.setContentsMargins(GRID, GRID, GRID, 0)
        steps.setSpacing(HALF)
        steps.addWidget(self.back)
        steps.addWidget(self.forward)
        steps.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(steps)
        column.addWidget(self.browser, 1)
        split = QSplitter()
        split.addWidget(self.contents)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([_CONTENTS_WIDTH, _SIZE.width() - _CONTENTS_WIDTH])
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.resize(_SIZE)
        self.setMinimumSize(_LEAST)
