"""Everything known about the row chosen: its dates, its terms, where it comes from, and a note."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.prices.book import PriceRow
from core.prices.terms import terms
from core.wording.dates import full_date
from core.wording.numbers import both
from core.wording.text import Text, words
from desktop.inputs.source_words import source_told
from desktop.panels.chart_frame import scrolled
from desktop.prices.view import View
from desktop.theme import HALF
from desktop.widgets.wrapped_label import WrappedLabel

SINCE = Text("{seller}: from {begin}, still in force", "{seller}：{begin}起，仍有效")
BETWEEN = Text("{seller}: {begin} to {end}", "{seller}：{begin}至 {end}")
SEEN = Text("{seller}: seen on {begin}, still in force", "{seller}：{begin}所见，仍有效")
SEEN_BETWEEN = Text("{seller}: seen on {begin}, until {end}", "{seller}：{begin}所见，至 {end}止")
NOTHING = Text("No price list matches.", "没有匹配的价目。")
ABOUT = Text("About this price list", "这份价目")


class Details(QWidget):
    """Text to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = WrappedLabel("title")
        self.text = WrappedLabel(rich=True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text.setOpenExternalLinks(True)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inside))

    def show_row(self, row: PriceRow | None, view: View) -> None:
        """Tell about this row."""
        language = view.language
        self.text.setAccessibleName(ABOUT(language))
        self.title.say(NOTHING(language) if row is None else row.name(language))
        if row is None:
            self.text.say("")
            return
        stop = "" if language == "zh" else " "
        told = [escape(_when(row)(language))]
        conditions = stop.join(sentence(language) for sentence in terms(row))
        told += [escape(part) for part in (conditions, words(row.price_list.note, language)) if part]
        told += [source_told(source, view.today, language) for source in row.price_list.sources]
        self.text.say("".join(f'<p style="margin:0 0 4px 0">{part}</p>' for part in told))


def _when(row: PriceRow) -> Text:
    held = row.price_list
    parts: dict[str, Text | str] = {"seller": row.seller, "begin": both(full_date, held.valid_from.date())}
    if held.valid_until is None:
        return (SINCE if held.start_known else SEEN).filled(**parts)
    parts["end"] = both(full_date, held.valid_until.date())
    return (BETWEEN if held.start_known else SEEN_BETWEEN).filled(**parts)
