"""The settings of a day: whose it is, its load, how capacity is paid for, discount hours, and what it decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.comparison.day_editing import with_fields, with_load
from core.comparison.day_presets import day_ids, load_day
from core.comparison.day_profile import Day, Feed
from core.comparison.document import Comparison
from core.comparison.parts import SHARED
from core.questions.day_feeds import COMPUTED
from core.wording.numbers import both, percent
from core.wording.text import Language, Text, words
from desktop.charts.day.data import HOURS
from desktop.charts.day.words import clock
from desktop.panels.day.shown import FEEDS, Shown, fed_drivers, places, preset_of
from desktop.panels.day.windows import Windows
from desktop.theme import GRID, HALF, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.labelled_entry import LabelledEntry
from desktop.widgets.wrapped_check import WrappedCheckBox
from desktop.widgets.wrapped_label import WrappedLabel

WHOSE, LOAD = Text("Business model", "商业模式"), Text("Load", "负载")
ALL = Text("All business models", "所有商业模式")
OWN = Text("Your own", "自定义")
HOUR = Text("{start}–{end}", "{start}–{end}")
CAPACITY = Text("Capacity", "容量")
CAPACITIES = (
    ("reserved", Text("Pay for the peak all day", "全天按高峰付费")),
    ("elastic", Text("Pay for what is in use", "按使用量付费")),
)
INCREMENT = Text("In steps of", "扩容单位")
DISCOUNT = Text("Discount hours", "优惠时段")
DECIDES = Text("What this day decides", "由这一天决定")
FEED_TEXTS: dict[Feed, Text] = {
    "utilisation": Text("Use it for utilisation", "用作利用率"),
    "off_peak_share": Text("Use it for discounted use", "用作优惠时段占比"),
}
FED = Text("{driver}: {share} (now {now})", "{driver}：{share}（现为 {now}）")
SOURCE = Text("Source: {source}", "来源：{source}")
Apply = Callable[[Callable[[Day], Day]], None]


class DaySettings(QWidget):
    """Every change goes to `apply` as a function from one day to the next."""

    place_chosen = Signal(str)

    def __init__(self, theme: Theme, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._apply = apply
        self._places: tuple[str, ...] = ()
        self._hour = HOURS // 2
        self.whose, self.preset, self.capacity = _list(), _list(), _list()
        self.hour, self.increment = LabelledEntry(theme, "node"), LabelledEntry(theme, "node")
        self.windows = Windows(theme, apply)
        self.feeds: dict[Feed, WrappedCheckBox] = {feed: WrappedCheckBox() for feed in FEEDS}
        self._feed_words: dict[Feed, WrappedLabel] = {feed: WrappedLabel() for feed in FEEDS}
        self._source = WrappedLabel("caption")
        self._headings = {text: _heading() for text in (WHOSE, LOAD, CAPACITY, DISCOUNT, DECIDES)}
        self._lay_out()
        self._connect()

    def show_day(self, comparison: Comparison, shown: Shown, language: Language) -> None:
        """What holds now."""
        for text, label in self._headings.items():
            label.setText(text(language))
        self._places = places(comparison)
        names = [
            ALL(language) if where == SHARED else words(comparison.alternative(where).name, language)
            for where in self._places
        ]
        _fill(self.whose, names, self._places.index(shown.where), WHOSE(language))
        self._show_load(shown, language)
        kinds = [text(language) for _, text in CAPACITIES]
        chosen = [kind for kind, _ in CAPACITIES].index(shown.day.capacity)
        _fill(self.capacity, kinds, chosen, CAPACITY(language))
        self.increment.setVisible(shown.day.capacity == "elastic")
        self.increment.show_value(shown.day.increment, INCREMENT, language)
        self.windows.show_day(shown.day, language)
        self._show_feeds(comparison, shown, language)

    def choose_hour(self, hour: int, shown: Shown, language: Language) -> None:
        """The entry is for this hour now."""
        self._hour = hour
        self._show_load(shown, language)

    def _show_load(self, shown: Shown, language: Language) -> None:
        preset = preset_of(shown.day)
        names = [words(load_day(id).profile.name, language) for id in day_ids()]
        ids = list(day_ids())
        if preset is None:
            names.append(OWN(language))
        _fill(self.preset, names, ids.index(preset) if preset else len(ids), LOAD(language))
        load = next(s.load for s in shown.answer.stretches if _holds(s.start, s.end, self._hour))
        label = HOUR.filled(start=clock(self._hour), end=clock(self._hour + 1))
        self.hour.show_value(load, label, language)
        source = shown.day.profile.source
        self._source.say(SOURCE.filled(source=source.text)(language) if source else "")

    def _show_feeds(self, comparison: Comparison, shown: Shown, language: Language) -> None:
        drivers = fed_drivers(comparison, shown.where)
        self._headings[DECIDES].setVisible(bool(drivers))
        for feed in FEEDS:
            there = feed in drivers
            self.feeds[feed].setVisible(there)
            self._feed_words[feed].setVisible(there)
            if not there:
                continue
            driver, now = drivers[feed]
            share = both(percent, COMPUTED[feed](shown.answer))
            told = FED.filled(driver=driver.label, share=share, now=both(percent, now))(language)
            self.feeds[feed].setChecked(feed in shown.day.feeds)
            self.feeds[feed].say(FEED_TEXTS[feed](language))
            self.feeds[feed].setAccessibleDescription(told)
            self._feed_words[feed].say(told)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        parts: list[QWidget] = [
            self._headings[WHOSE], self.whose, self._headings[LOAD], self.preset, self.hour, self._headings[DECIDES],
        ]  # fmt: skip
        for feed in FEEDS:
            parts += [self.feeds[feed], self._feed_words[feed]]
            self._feed_words[feed].setProperty("tone", "caption")
            self._feed_words[feed].setContentsMargins(3 * GRID, 0, 0, 0)
        parts += [self._headings[CAPACITY], self.capacity, self.increment, self._headings[DISCOUNT], self.windows]
        for part in (*parts, self._source):
            layout.addWidget(part)

    def _connect(self) -> None:
        self.whose.activated.connect(lambda place: self.place_chosen.emit(self._places[place]))
        self.preset.activated.connect(self._choose_preset)
        self.capacity.activated.connect(
            lambda place: self._apply(lambda day: with_fields(day, capacity=CAPACITIES[place][0]))
        )
        self.increment.value_entered.connect(lambda value: self._apply(lambda day: with_fields(day, increment=value)))
        self.hour.value_entered.connect(self._enter_hour)
        for feed, box in self.feeds.items():
            box.clicked.connect(lambda there, feed=feed: self._apply(lambda day: _feeding(day, feed, there)))

    def _choose_preset(self, place: int) -> None:
        """The load of a built-in day with everything that goes with it; what it decides stays as it was."""
        if place < len(day_ids()):
            self._apply(lambda day: with_fields(load_day(day_ids()[place]), feeds=day.feeds))

    def _enter_hour(self, load: float) -> None:
        hour = self._hour
        self._apply(lambda day: with_load(day, 60 * hour, 60 * (hour + 1), load))


def _feeding(day: Day, feed: Feed, there: bool) -> Day:
    return with_fields(day, feeds=tuple(f for f in FEEDS if (f == feed and there) or (f != feed and f in day.feeds)))


def _holds(start: str, end: str, hour: int) -> bool:
    return start <= clock(hour) < end


def _fill(box: QComboBox, names: list[str], chosen: int, name: str) -> None:
    if [box.itemText(i) for i in range(box.count())] != names:
        box.clear()
        box.addItems(names)
    box.setCurrentIndex(chosen)
    box.setAccessibleName(name)


def _list() -> ChoiceList:
    box = ChoiceList()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return box


def _heading() -> QLabel:
    label = QLabel()
    label.setProperty("tone", "caption")
    label.setContentsMargins(0, HALF, 0, 0)
    return label
