"""What an item cost before and after: its lists as a chart of steps, or as a table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.prices.book import PriceBook, PriceRow
from core.prices.lists import CURRENCY_NAMES, LABELS, PriceKind, PriceList
from core.wording.text import Language, Text, words
from desktop.charts.prices.chart import PriceChart
from desktop.charts.prices.data import PriceHistory, PriceLane, PriceStep
from desktop.panels.chart_frame import AS_TABLE, scrolled
from desktop.prices.view import View
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.plain_table import PlainTable

TITLE = Text("{name} over time, in {currency}", "{name} 的价格变化（{currency}）")
ONLY_ONE = Text("Only one price list is known for this.", "目前只有这一份价目。")
_ICON = QSize(16, 16)


def history_of(book: PriceBook, row: PriceRow, today: date, language: Language) -> PriceHistory | None:
    """Every list of a row's item in the row's currency; None where there is only one."""
    currency = row.price_list.currency
    listed = book.history(row.item.id)
    lists = list({id(r.price_list): r.price_list for r in listed if r.price_list.currency == currency}.values())
    if len(lists) < 2:
        return None
    kinds = [kind for kind in PriceKind if any(kind in held.prices for held in lists)]
    lanes = tuple(
        PriceLane(LABELS[kind], tuple(_step(held, kind, today) for held in lists if kind in held.prices))
        for kind in kinds
    )
    return PriceHistory(words(row.item.name, language), currency, lanes)


def _step(held: PriceList, kind: PriceKind, today: date) -> PriceStep:
    begin = held.valid_from.date()
    end = max(begin, today) if held.valid_until is None else held.valid_until.date()
    prices = [held.prices[kind], *(band.prices[kind] for band in held.bands)]
    return PriceStep(begin, end, max(prices), min(prices) if held.bands else None)


class History(QWidget):
    """Follows the row chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title, self._none = QLabel(), QLabel()
        self._title.setProperty("tone", "muted")
        self._none.setProperty("tone", "muted")
        self.chart, self.twin = PriceChart(theme), PlainTable()
        self.as_table = QToolButton()
        self.as_table.setCheckable(True)
        self.as_table.setIconSize(_ICON)
        self._stack = QStackedWidget()
        for page in (self.chart, scrolled(self.twin), _at_top(self._none)):
            self._stack.addWidget(page)
        self.as_table.toggled.connect(lambda _: self._turn())
        theme.changed.connect(self._dress)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.as_table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self._dress()

    def show_row(self, book: PriceBook, row: PriceRow | None, view: View) -> None:
        """Show the lists of this row's item."""
        language = view.language
        history = None if row is None else history_of(book, row, view.today, language)
        self.chart.set_language(language)
        self.chart.set_history(history)
        self._none.setText(ONLY_ONE(language) if row is not None else "")
        self.as_table.setToolTip(AS_TABLE(language))
        self.as_table.setAccessibleName(AS_TABLE(language))
        self.as_table.setVisible(history is not None)
        title = Text("", "")
        if row is not None:
            title = TITLE.filled(name=row.item.name, currency=CURRENCY_NAMES[row.price_list.currency])
        self._title.setText(title(language))
        self._turn()

    def _turn(self) -> None:
        if self.chart.history is None:
            self._stack.setCurrentIndex(2)
        elif self.as_table.isChecked():
            table = self.chart.table()
            self.twin.setAccessibleName(self.chart.accessibleName())
            self.twin.show_lines(table.headers, [[(told, "") for told in row] for row in table.rows])
            self._stack.setCurrentIndex(1)
        else:
            self._stack.setCurrentIndex(0)

    def _dress(self) -> None:
        self.as_table.setIcon(self._theme.icon("table", "muted"))


def _at_top(label: QLabel) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, GRID, 0, 0)
    column.addWidget(label)
    column.addStretch(1)
    return holder
