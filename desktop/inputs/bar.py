"""The top of the inputs: what this part of the window is, the search, and the button that folds it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from core.wording.text import Language, Text
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.line_entry import LineEntry

TITLE = Text("Assumptions", "假设")
SEARCH = Text("Search", "搜索")
SEARCH_NAME = Text("Search the assumptions", "搜索假设")
HIDE = Text("Hide the assumptions", "收起假设")
MARKS = Text("What the marks mean", "标记的含义")
SHOW = Text("Show the assumptions", "展开假设")


class _Search(LineEntry):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Bar(QWidget):
    """Title, search, fold."""

    searched = Signal(str)
    fold_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folded = False
        self._language: Language = "en"
        self._title = QLabel(self)
        self._title.setProperty("tone", "title")
        self.search = _Search(self)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.searched)
        self.marks = QToolButton(self)
        self.marks.clicked.connect(self._explain)
        self.fold = QToolButton(self)
        self.fold.clicked.connect(self.fold_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, HALF, HALF)
        layout.setSpacing(GRID)
        layout.addWidget(self._title)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.marks)
        layout.addWidget(self.fold)
        theme.changed.connect(self._dress)
        self._dress()

    def set_folded(self, folded: bool) -> None:
        """Only the button is left."""
        self._folded = folded
        self._title.setVisible(not folded)
        self.search.setVisible(not folded)
        self.marks.setVisible(not folded)
        self._dress()

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        self._title.setText(TITLE(language))
        self.search.setPlaceholderText(SEARCH(language))
        self.search.setAccessibleName(SEARCH_NAME(language))
        self._dress()

    def _explain(self) -> None:
        """Under the button, what the marks in the cells mean."""
        from desktop.inputs.marks import MarksWindow

        window = MarksWindow(self._theme, self._language, self)
        window.move(self.marks.mapToGlobal(self.marks.rect().bottomLeft()))
        window.show()

    def _dress(self) -> None:
        self.marks.setIcon(self._theme.icon("info", "muted"))
        self.marks.setToolTip(MARKS(self._language))
        self.marks.setAccessibleName(MARKS(self._language))
        self.fold.setIcon(self._theme.icon("chevron-right" if self._folded else "chevron-left", "muted"))
        words = (SHOW if self._folded else HIDE)(self._language)
        self.fold.setToolTip(words)
        self.fold.setAccessibleName(words)
