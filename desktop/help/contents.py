"""The left part of the help window: what there is to read, or what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core.help import search_help
from core.wording.text import Language, Text
from desktop.help.pages import contents, section_id
from desktop.theme import GRID, HALF, Theme, font

SEARCH = Text("Search the help", "搜索帮助")
CONTENTS = Text("Contents", "目录")
NOTHING = Text("Nothing found for “{wanted}”.", "未找到“{wanted}”。")
_ID = Qt.ItemDataRole.UserRole


class Contents(QWidget):
    """Chooses a page by click, by the arrow keys, or by what is in it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "en"
        self._shown = ""
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(GRID)
        self.tree.setRootIsDecorated(False)
        self.tree.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, HALF, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.tree.currentItemChanged.connect(self._choose)
        theme.changed.connect(self._fill)

    def say(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        self.search.setPlaceholderText(SEARCH(language))
        self.search.setAccessibleName(SEARCH(language))
        self.tree.setAccessibleName(CONTENTS(language))
        self._fill()

    def mark(self, id: str) -> None:
        """This page is shown; nothing is emitted."""
        self._shown = id
        found = self._item(id) or self._item(section_id(id))
        self.tree.blockSignals(True)
        self.tree.setCurrentItem(found)
        self.tree.blockSignals(False)

    def titles(self) -> list[str]:
        """What can be chosen, in order."""
        return [item.text(0).split("\n")[0] for item in self._items()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down leads from the search to what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            items = self._items()
            if items and self.tree.currentItem() is None:
                self.tree.setCurrentItem(items[0])
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        wanted = self.search.text().strip()
        if wanted:
            self._fill_found(wanted)
        else:
            self._fill_contents()
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self.mark(self._shown)

    def _fill_contents(self) -> None:
        section, heading = None, self.tree.invisibleRootItem()
        for listed in contents():
            if listed.section != section:
                section = listed.section
                heading = self._heading(section(self._language))
            self._add(heading, listed.id, listed.title(self._language))

    def _fill_found(self, wanted: str) -> None:
        found = search_help(wanted, self._language)
        if not found:
            self._heading(NOTHING.filled(wanted=wanted)(self._language))
        for one in found:
            item = self._add(self.tree.invisibleRootItem(), one.topic.id, one.topic.title(self._language))
            item.setToolTip(0, one.excerpt)
            excerpt = QTreeWidgetItem(item, [one.excerpt])
            excerpt.setFlags(Qt.ItemFlag.ItemIsEnabled)
            excerpt.setFont(0, font("caption"))
            excerpt.setForeground(0, self._theme.colours.colour("muted"))

    def _heading(self, words: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem(self.tree, [words])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(0, font("caption", bold=True))
        heading.setForeground(0, self._theme.colours.colour("muted"))
        return heading

    @staticmethod
    def _add(parent: QTreeWidgetItem, id: str, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [title])
        item.setData(0, _ID, id)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        """Those that lead to a page."""
        found: list[QTreeWidgetItem] = []
        waiting = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item.data(0, _ID):
                found.append(item)
            waiting[:0] = [item.child(place) for place in range(item.childCount())]
        return found

    def _item(self, id: str) -> QTreeWidgetItem | None:
        return next((item for item in self._items() if item.data(0, _ID) == id), None)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _ID):
            self.chosen.emit(item.data(0, _ID))

    def _open_first(self) -> None:
        items = self._items()
        if items:
            self.tree.setCurrentItem(items[0])
            self.chosen.emit(items[0].data(0, _ID))
