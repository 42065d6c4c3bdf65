"""Above the price table: what kind of thing, which words, which day, and what to compare with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from core.errors import EvenkeelError
from core.prices.book import PriceBook, PriceRow
from core.wording.dates import full_date
from core.wording.entries.dates import parse_date
from core.wording.numbers import both
from core.wording.text import Text
from desktop.prices.view import KINDS, ItemKind, View
from desktop.theme import GRID, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.look import set_look

SEARCH = Text("Search: seller, AI model, currency…", "搜索：厂商、模型、币种……")
KIND = Text("What to look at", "查看内容")
ON = Text("Prices on", "日期")
ANY_DAY = Text("any day", "不限")
DAY_TIP = Text(
    "Only lists in force on this day, such as 2025-02-28; empty: every list there ever was.",
    "仅显示当日有效的价目，例如 2025-02-28；留空则显示全部历史价目。",
)
TODAY = Text("Today", "今天")
AGAINST = Text("Compared with", "比较基准")
NOTHING = Text("nothing", "无")
BASE = Text("{name}, {currency}, {day}", "{name}，{currency}，{day}")
FILES = Text("Your price files", "您的价目文件")
_DAY_WIDTH, _BASE_WIDTH = 136, 300


class PriceBar(QWidget):
    """Emits a view when a person changed it."""

    changed = Signal()
    refused = Signal(object)  # an EvenkeelError about the day typed
    left_downwards = Signal()  # from the search to the table

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self._day: date | None = None
        self._bases: list[PriceRow] = []
        self.kinds = QTabBar()
        self.kinds.setExpanding(False)
        self.kinds.setDrawBase(False)
        for _ in KINDS:
            self.kinds.addTab("")
        self.search, self.day = QLineEdit(), QLineEdit()
        self.base = ChoiceList()
        self.today, self.files = QPushButton(), QPushButton()
        self._on, self._against = QLabel(), QLabel()
        self.said = QLabel()
        self._lay_out()
        self._connect()
        self._dress()

    def view(self, view: View) -> View:
        """The view with what is chosen here."""
        place = self.base.currentIndex() - 1
        base = self._bases[place] if 0 <= place < len(self._bases) else None
        return replace(view, kind=self.kind, search=self.search.text(), day=self._day, base=base)

    @property
    def kind(self) -> ItemKind:
        """What kind of thing is looked at."""
        return list(KINDS)[self.kinds.currentIndex()]

    def show_kind(self, kind: ItemKind) -> None:
        """Look at this kind of thing."""
        self.kinds.setCurrentIndex(list(KINDS).index(kind))

    def compare_with(self, row: PriceRow | None) -> None:
        """Make this row the base."""
        ids = [base.id for base in self._bases]
        self.base.setCurrentIndex(0 if row is None or row.id not in ids else ids.index(row.id) + 1)
        self.changed.emit()

    def show_book(self, book: PriceBook, view: View) -> None:
        """Offer the rows of the book as bases, in the words of the view's language."""
        language = view.language
        before = self.view(view).base
        self._bases = [row for row in book.rows if row.item.kind == self.kind]
        for place, label in enumerate(KINDS.values()):
            self.kinds.setTabText(place, label(language))
        with QSignalBlocker(self.base):
            self.base.clear()
            self.base.addItem(NOTHING(language))
            self.base.addItems([_told(row)(language) for row in self._bases])
            ids = [row.id for row in self._bases]
            self.base.setCurrentIndex(ids.index(before.id) + 1 if before is not None and before.id in ids else 0)
        self._name(view)

    def say(self, told: str, tone: str = "muted") -> None:
        """How many there are, or what is wrong."""
        set_look(self.said, "tone", tone)
        self.said.setText(told)

    def _name(self, view: View) -> None:
        language = view.language
        self.kinds.setAccessibleName(KIND(language))
        self.search.setPlaceholderText(SEARCH(language))
        self.search.setAccessibleName(SEARCH(language))
        self._on.setText(ON(language))
        self.day.setPlaceholderText(ANY_DAY(language))
        self.day.setToolTip(DAY_TIP(language))
        self.day.setAccessibleName(ON(language))
        self.day.setAccessibleDescription(DAY_TIP(language))
        self.today.setText(TODAY(language))
        self._against.setText(AGAINST(language))
        self.base.setAccessibleName(AGAINST(language))
        self.files.setText(FILES(language))

    def _take_day(self) -> None:
        typed = self.day.text().strip()
        try:
            self._set_day(parse_date(typed) if typed else None)
        except EvenkeelError as problem:
            self._refuse(problem)

    def _set_day(self, day: date | None) -> None:
        self._day = day
        self.day.setText("" if day is None else day.isoformat())
        set_look(self.day, "refused", value=False)
        self.changed.emit()

    def _refuse(self, problem: EvenkeelError) -> None:
        set_look(self.day, "refused", value=True)
        self.refused.emit(problem)

    def _connect(self) -> None:
        self.kinds.currentChanged.connect(lambda _: self.changed.emit())
        self.search.textChanged.connect(lambda _: self.changed.emit())
        self.search.returnPressed.connect(self.left_downwards)
        self.day.editingFinished.connect(self._take_day)
        self.day.textEdited.connect(lambda typed: None if typed else self._set_day(None))
        self.today.clicked.connect(lambda: self._set_day(self._today))
        self.base.activated.connect(lambda _: self.changed.emit())
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.files.setIcon(self._theme.icon("open", "muted"))
        for action in self.search.actions():
            if action.objectName() == "search":
                action.setIcon(self._theme.icon("search", "muted"))

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.addAction(self._theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.actions()[-1].setObjectName("search")
        self.day.setFixedWidth(_DAY_WIDTH)
        self.day.setClearButtonEnabled(True)
        self.today.setProperty("kind", "quiet")
        self.base.setMinimumWidth(_BASE_WIDTH)
        self.base.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(GRID)
        first.addWidget(self.kinds)
        first.addWidget(self.search, 1)
        first.addWidget(self.files)
        for widget in (self._on, self.day, self.today, self._against, self.base):
            second.addWidget(widget)
        second.setStretch(4, 2)
        second.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(first)
        column.addLayout(second)


def _told(row: PriceRow) -> Text:
    held = row.price_list
    day = both(full_date, held.valid_from.date())
    return BASE.filled(name=row.name, currency=held.currency, day=day)
