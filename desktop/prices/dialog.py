"""The price book over the window: the table, what is known about the row chosen, its history, and a way to use it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from core.errors import EvenkeelError
from core.prices.lists import PriceKind
from core.prices.using import place_of_driver
from core.wording.text import Text, words
from desktop.dialogs.choose_file import ask_prices_to_open
from desktop.dialogs.message import show_error
from desktop.prices.bar import PriceBar
from desktop.prices.columns import Column, columns_for
from desktop.prices.details import Details
from desktop.prices.history import History
from desktop.prices.own_files import OwnPrices
from desktop.prices.table import PriceTable
from desktop.prices.use_form import UseForm
from desktop.prices.view import PRICED, ItemKind, View, kinds_of
from desktop.session import Session
from desktop.settings import FOLDER, Settings, documents_folder
from desktop.theme import GRID, Theme
from desktop.window.menus import Entry, fill_menu

TITLE = Text("Price book", "价目簿")
LISTS = Text("{count} price lists", "{count} 份价目")
ONE_LIST = Text("1 price list", "1 份价目")
APART = Text(
    "Lists in dollars and in yuan are published separately; nothing here is converted. AI models: per million tokens.",
    "美元与人民币价目由厂商分别公布，此处不做换算。AI 模型价格按每百万 token 计。",
)
OPEN = Text("Open a price list file…", "打开价目文件…")
FORGET = Text("Take “{name}” out of the price book", "将“{name}”移出价目簿")
ADDED = Text("The prices of {name} are in the book.", "已加入 {name} 的价目。")
CLOSE = Text("Close", "关闭")
LARGEST = QSize(1240, 780)
_MARGIN = 3 * GRID
_LOWER = 216  # height of what stands under the table


class PriceBookDialog(QDialog):
    """One at a time; everything it changes goes through the session."""

    def __init__(self, session: Session, theme: Theme, settings: Settings, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._settings = session, settings
        self._view = View(session.language, today)
        self._own = OwnPrices(settings)
        self.bar, self.table = PriceBar(theme, today), PriceTable(theme)
        self.details, self.history, self.form = Details(), History(theme), UseForm(session)
        self._apart, self.close_button = QLabel(), QPushButton()
        self._lay_out()
        self.bar.changed.connect(self._follow)
        self.bar.refused.connect(lambda problem: self.bar.say(problem.text()(session.language), "bad"))
        self.bar.left_downwards.connect(self.table.setFocus)
        self.bar.files.clicked.connect(self._offer_files)
        self.table.chosen.connect(lambda _: self._show_row())
        self.table.base_wanted.connect(self.bar.compare_with)
        self.close_button.clicked.connect(self.accept)
        session.language_changed.connect(self._speak)
        self.resize((parent.window().size() - QSize(_MARGIN, _MARGIN)).boundedTo(LARGEST))
        self._speak()
        self.bar.search.setFocus()
        if self._own.problems:
            self.bar.say(self._own.problems[0].text()(session.language), "warn")

    def look_for(self, alternative: str, driver: str = "") -> None:
        """Open where a person wants prices for an alternative, and for the place this driver belongs to."""
        place = place_of_driver(self._session.comparison, alternative, driver) if driver else None
        if place is not None:
            self.bar.show_kind(_kind_with(next(iter(place.drivers.values()))))
        self.form.wish(alternative, driver)

    def add_file(self, path: Path) -> None:
        """Take a price file in; one that cannot be used is refused in a sentence."""
        try:
            self._own.add(path)
        except EvenkeelError as error:
            show_error(self, error, self._session.language)
            return
        self._settings.set(FOLDER, str(path.parent))
        first = self._own.book.files[-1].items[0]
        self.bar.show_kind(first.kind)
        self._show_book()
        self.table.choose(next(row.id for row in self._own.book.rows if row.item is first))
        self.bar.say(ADDED.filled(name=path.name)(self._session.language), "good")

    def forget_file(self, path: Path) -> None:
        """Take a file's prices out of the book."""
        self._own.forget(path)
        self._show_book()

    def file_entries(self) -> list[Entry]:
        """What the button for one's own files offers."""
        own = [(FORGET.filled(name=path.name), path) for path in self._own.paths]
        return [Entry(OPEN, self._open_file), *(Entry(told, lambda p=path: self.forget_file(p)) for told, path in own)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is not the end of the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _offer_files(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.file_entries(), self._session.language)
        menu.popup(self.bar.files.mapToGlobal(QPoint(0, self.bar.files.height())))

    def _open_file(self) -> None:
        folder = Path(self._settings.get(FOLDER) or documents_folder())
        path = ask_prices_to_open(self, folder, self._session.language)
        if path is not None:
            self.add_file(path)

    def _speak(self) -> None:
        language = self._session.language
        self._view = View(language, self._view.today)
        self.setWindowTitle(TITLE(language))
        self._apart.setText(APART(language))
        self.close_button.setText(CLOSE(language))
        self._show_book()

    def _show_book(self) -> None:
        self.bar.show_book(self._own.book, self._view)
        self._follow()

    def _follow(self) -> None:
        """Show what was chosen in the bar."""
        before, self._view = self._view, self.bar.view(self._view)
        if before.kind != self._view.kind:
            self.bar.show_book(self._own.book, self._view)
            self._view = self.bar.view(self._view)
        rows = self._view.rows(self._own.book)
        self.table.show_rows(rows, self._columns(), self._view)
        count = ONE_LIST if len(rows) == 1 else LISTS.filled(count=len(rows))
        self.bar.say(count(self._session.language))

    def _columns(self) -> list[Column]:
        """By what the whole book holds of this kind, so that a search moves no column."""
        kind = self._view.kind
        rows = [row for row in self._own.book.rows if row.item.kind == kind]
        several = len({words(row.seller, "en") for row in rows}) > 1
        return columns_for(kind, kinds_of(rows, kind), sellers=several, hours=any(row.hours for row in rows))

    def _show_row(self) -> None:
        row = self.table.row
        self.details.show_row(row, self._view)
        self.history.show_row(self._own.book, row, self._view)
        self.form.show_row(row)

    def _lay_out(self) -> None:
        upper, lower = QFrame(), QFrame()
        for card in (upper, lower):
            card.setProperty("card", True)
        lower.setFixedHeight(_LOWER)
        inside, beside = QVBoxLayout(upper), QHBoxLayout(lower)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        beside.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        beside.setSpacing(3 * GRID)
        for part, stretch in ((self.details, 4), (self.history, 5), (self.form, 3)):
            beside.addWidget(part, stretch)
        last = QHBoxLayout()
        self._apart.setProperty("tone", "caption")
        last.addWidget(self._apart, 1)
        last.addWidget(self.close_button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.bar)
        column.addWidget(upper, 1)
        column.addWidget(lower)
        column.addLayout(last)


def _kind_with(priced: PriceKind) -> ItemKind:
    """The kind of thing that has this kind of price."""
    return next(kind for kind, kinds in PRICED.items() if priced in kinds)
