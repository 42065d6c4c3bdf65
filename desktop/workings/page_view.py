"""A page of the drawer on screen. What stands there already is left alone, so that it can be read while values move."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.wording.text import Language, Text, words
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.workings.link_row import LinkRow
from desktop.workings.pages import Page

FORMULA = Text("In words", "公式")
NUMBERS = Text("In numbers", "代入数字")
INPUTS = Text("What goes into it", "由以下各项得出")
LOOK_AT = Text("Look closer", "进一步查看")
SHOW_DRIVER = Text("Change this assumption", "修改此假设")
_DOT = 9


class PageView(QWidget):
    """Title, whose it is, value, sentences, formula twice, and the rows of what goes into it."""

    chosen = Signal(object)  # a Target
    driver_wanted = Signal()  # the assumption of this page, among the inputs

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self.rows: list[LinkRow] = []
        self._dot = _Dot(theme, self)
        self._whose, self.title, self.value = WrappedLabel("muted"), WrappedLabel("title"), WrappedLabel("verdict")
        self._sentences: list[WrappedLabel] = []
        self._formula_head, self.formula = WrappedLabel("caption"), WrappedLabel()
        self._numbers_head, self.numbers = WrappedLabel("caption"), WrappedLabel()
        self._rows_head = WrappedLabel("caption")
        self.show_driver = QPushButton()
        self.show_driver.clicked.connect(self.driver_wanted)
        self._told, self._listed = QVBoxLayout(), QVBoxLayout()
        for label in (self.title, self.value, self.formula, self.numbers):
            _readable(label)
        self._lay_out()

    def show_page(self, page: Page, language: Language) -> None:
        """Show this page, or the same one with other values."""
        self._page = page
        self._dot.set_index(None if page.whose is None else page.whose[1])
        self._whose.say("" if page.whose is None else words(page.whose[0], language))
        self.title.say(page.title(language))
        self.value.say(page.value(language))
        self._tell([sentence(language) for sentence in page.sentences])
        for head, name, label, text in (
            (self._formula_head, FORMULA, self.formula, page.formula),
            (self._numbers_head, NUMBERS, self.numbers, page.numbers),
        ):
            head.say(name(language) if text else "")
            label.say(text(language) if text else "")
        self._rows_head.say((INPUTS if page.formula else LOOK_AT)(language) if page.links else "")
        self._list(language)
        self.show_driver.setText(SHOW_DRIVER(language))
        self.show_driver.setVisible(page.driver)

    def spoken(self) -> str:
        """The page for whoever listens to it."""
        parts = [self.title.text(), self._whose.text(), self.value.text(), *self.sentences]
        return ". ".join(part.rstrip(".。") for part in parts if part)

    @property
    def sentences(self) -> list[str]:
        """What is told, sentence by sentence."""
        return [label.text() for label in self._sentences if label.text()]

    def _tell(self, sentences: list[str]) -> None:
        while len(self._sentences) < len(sentences):
            label = _readable(WrappedLabel())
            self._sentences.append(label)
            self._told.addWidget(label)
        for place, label in enumerate(self._sentences):
            label.say(sentences[place] if place < len(sentences) else "")

    def _list(self, language: Language) -> None:
        assert self._page is not None
        links = self._page.links
        while len(self.rows) < len(links):
            row = LinkRow(self._theme, self)
            number = len(self.rows)
            row.clicked.connect(lambda _=False, number=number: self._choose(number))
            row.stepped.connect(lambda step, number=number: self._step(number + step))
            self.rows.append(row)
            self._listed.addWidget(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(links))
            if place < len(links):
                row.show_link(links[place], language)

    def _choose(self, number: int) -> None:
        if self._page is not None:
            self.chosen.emit(self._page.links[number].target)

    def _step(self, number: int) -> None:
        if 0 <= number < len(self.rows) and not self.rows[number].isHidden():
            self.rows[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(HALF)
        head.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._whose, 1)
        self._told.setSpacing(GRID)
        self._listed.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, GRID)
        column.setSpacing(HALF)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.value)
        column.addSpacing(HALF)
        column.addLayout(self._told)
        for part in (self._formula_head, self.formula, self._numbers_head, self.numbers, self._rows_head):
            if part in (self._formula_head, self._numbers_head, self._rows_head):
                column.addSpacing(GRID)
            column.addWidget(part)
        column.addLayout(self._listed)
        column.addSpacing(HALF)
        column.addWidget(self.show_driver, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


class _Dot(QWidget):
    """The colour of a business model."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._index = theme, 0
        self.setFixedSize(_DOT + 1, _DOT + 1)

    def set_index(self, index: int | None) -> None:
        self.setVisible(index is not None)
        if index is not None and index != self._index:
            self._index = index
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.series(self._index).line))
        painter.drawEllipse(0, 0, _DOT, _DOT)
        painter.end()


def _readable(label: WrappedLabel) -> WrappedLabel:
    """Its words can be marked and copied; nothing in them is taken for markup."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
