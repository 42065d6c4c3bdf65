"""A page of the help on screen: Markdown in the window's own letters and colours."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextFormat, QTextTable
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.theme import GRID, Theme, font

_LINE_HEIGHT = 130.0  # percent
_SCHEME = "help"
_HEADINGS = ("verdict", "title", "body")


class HelpBrowser(QTextBrowser):
    """Links are not followed here but told about."""

    wanted = Signal(str)  # the id of a page

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._markdown = theme, ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(2 * GRID)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._render)

    def show_markdown(self, markdown: str) -> None:
        """Show another page from its top, or the same in another language."""
        self._markdown = markdown
        self._render()
        self.verticalScrollBar().setValue(0)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.wanted.emit(url.path())

    def _render(self) -> None:
        document = self.document()
        document.setDefaultFont(font("body"))
        self.setPalette(self._theme.palette())
        document.setMarkdown(self._markdown)
        block = document.begin()
        while block.isValid():
            self._set_block(QTextCursor(block))
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._set_table(frame)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @staticmethod
    def _set_block(cursor: QTextCursor) -> None:
        """Room between lines and paragraphs; headings in the sizes of the window."""
        shape = cursor.blockFormat()
        shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        level = shape.headingLevel()
        if level:
            shape.setTopMargin(2 * GRID if level > 1 else 0)
            shape.setBottomMargin(GRID)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = cursor.charFormat()
            letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            letters.setFontPointSize(font(_HEADINGS[min(level, 3) - 1]).pointSizeF())
            cursor.mergeCharFormat(letters)
        cursor.mergeBlockFormat(shape)

    def _set_table(self, table: QTextTable) -> None:
        shape = table.format()
        shape.setCellPadding(GRID / 2)
        shape.setCellSpacing(0)
        shape.setBorderCollapse(True)
        shape.setBorderBrush(self._theme.colours.colour("hairline"))
        table.setFormat(shape)
