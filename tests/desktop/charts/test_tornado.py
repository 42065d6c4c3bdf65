"""The tornado: one axis for all, bars that would dwarf the others are torn off, words beside the right end."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.tornado.chart import TornadoChart
from desktop.charts.tornado.data import TornadoBar, TornadoBlock, TornadoData, axis_range
from desktop.charts.tornado.layout import TornadoLayout, extent
from desktop.charts.tornado.words import beyond_ends
from desktop.theme import Theme, font, load_fonts


def bar(key: str, at_low: float, at_high: float, *between: float) -> TornadoBar:
    known = [v for v in (at_low, at_high, *between) if not math.isnan(v)]
    return TornadoBar(key, key.title(), "1", "9", "5", at_low, at_high, min(known), max(known))


def block(key: str, base: float, *bars: TornadoBar) -> TornadoBlock:
    return TornadoBlock(key, key.upper(), 0, base, f"{key} speaks.", bars)


def data(*blocks: TornadoBlock) -> TornadoData:
    return TornadoData("Profit", "USD/month", blocks)


@pytest.fixture
def chart(qtbot: QtBot) -> TornadoChart:
    load_fonts()
    made = TornadoChart(Theme("light"))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.set_data(
        data(
            block("one", 10, bar("price", -20, 60), bar("cost", 30, 0), bar("valley", 12, 14, -30)),
            block("two", -5, bar("price", -9_000, 20), bar("use", -15, -25)),
        )
    )
    made.show()
    qtbot.waitExposed(made)
    return made


def test_one_axis_holds_zero_and_every_bar_but_the_enormous() -> None:
    ordinary = [bar(f"b{n}", -10 - n, 10 + n) for n in range(5)]
    low, high = axis_range([block("one", 0, *ordinary)])
    assert low < -14
    assert high > 14
    low, high = axis_range([block("one", 0, *ordinary, bar("huge", -1e6, 15))])
    assert -40 < low < -20
    assert high > 14


def test_bars_far_from_zero_still_show_zero() -> None:
    low, high = axis_range([block("one", 1_000, bar("a", 990, 1_010))])
    assert low <= 0
    assert high >= 1_010


@pytest.mark.parametrize("bars", [(), (bar("a", math.nan, math.nan, 1),), (bar("a", math.inf, math.inf),)])
def test_nothing_to_measure_is_no_obstacle(bars: tuple[TornadoBar, ...]) -> None:
    for base in (math.nan, math.inf, 0.0):
        low, high = axis_range([block("one", base, *bars)])
        assert low < high


def test_what_lies_beyond_the_axis_stands_at_its_end(qapp: QApplication) -> None:
    del qapp  # letters are measured
    layout = TornadoLayout(data(block("one", 0, bar("a", -10, 10), bar("b", -12, math.inf))), 800)
    assert layout.x(math.inf) == layout.right
    assert layout.beyond(math.inf) == 1
    assert layout.beyond(0) == 0


def test_rows_stand_under_each_other(chart: TornadoChart) -> None:
    rows = [place.row for place in chart.blocks.layout_now.places]
    assert all(upper.bottom() <= lower.top() for upper, lower in pairwise(rows))
    for place in chart.blocks.layout_now.places:
        assert chart.blocks.layout_now.at(place.row.center().y()) == place


def test_a_valley_between_the_ends_is_told(chart: TornadoChart) -> None:
    valley = chart.data.blocks[0].bars[2]
    assert beyond_ends(valley)
    assert not beyond_ends(chart.data.blocks[0].bars[0])
    assert chart.table().rows[2][5] == "\u2212$30 to $14"


def test_the_exact_figures_are_a_hover_away(chart: TornadoChart) -> None:
    told = chart.blocks.tip(chart.blocks.layout_now.places[0])
    assert told == "Price: now 5\nat 1: \u2212$20 a month\nat 9: $60 a month"


def test_torn_bars_say_what_they_come_to(chart: TornadoChart) -> None:
    layout = chart.blocks.layout_now
    assert layout.end_words(chart.data.blocks[1].bars[0]) == ("1: \u2212$9,000", "9")
    assert layout.end_words(chart.data.blocks[0].bars[1]) == ("9", "1")


def test_colour_is_the_alternative_and_filling_the_end(chart: TornadoChart) -> None:
    layout, theme = chart.blocks.layout_now, Theme("light")
    picture = chart.blocks.grab().toImage()
    row = layout.places[0].row.center().y()
    ratio = picture.devicePixelRatio()
    low = picture.pixelColor(int((layout.x(-5)) * ratio), int((row - 2) * ratio)).name()
    high = picture.pixelColor(int(layout.x(35) * ratio), int((row - 2) * ratio)).name()
    assert (low.upper(), high.upper()) == (theme.series(0).wash, theme.series(0).line)


def test_a_long_chart_scrolls_to_the_row_of_the_keyboard(qtbot: QtBot, chart: TornadoChart) -> None:
    chart.resize(800, 120)
    reached: list[QRect] = []
    chart.blocks.reached.connect(reached.append)
    chart.blocks.setFocus()
    qtbot.keyClick(chart.blocks, Qt.Key.Key_End)
    assert reached
    assert chart.blocks.visibleRegion().boundingRect().contains(reached[-1].center())


def test_where_there_is_little_room_labels_and_answers_take_two_lines(qapp: QApplication) -> None:
    del qapp
    wide = "Share of everything that anyone would ever pay for"
    told = "Besides the number of users, “Share of everything that anyone would ever pay for” matters most."
    plain, long = block("one", 0, bar("a", -10, 10)), bar("b", -12, 9)
    crowded = replace(plain, bars=(replace(long, label=wide),), sentence=told)
    layout = TornadoLayout(data(crowded, plain), 480)
    first, second = layout.places
    assert " ".join(first.label) == wide
    assert first.row.height() > second.row.height()
    (_, head, _), (_, short, _) = layout.heads()
    assert " ".join(head.lines) == told
    assert head.sentence.top() > head.box.center().y()
    assert head.sentence.bottom() <= first.row.top() + 1
    assert short.sentence.center().y() == short.box.center().y()
    assert layout.height >= second.row.bottom()
    roomy = TornadoLayout(data(crowded), 1200)
    assert roomy.places[0].label == [wide]


def test_words_beside_the_bars_have_room_and_no_more(qapp: QApplication) -> None:
    del qapp
    layout = TornadoLayout(data(block("one", 0, bar("a", -10, 10), bar("b", -9_000, 3))), 700)
    letters = QFontMetricsF(font("caption"))
    for place in layout.places:
        reached = extent(place.block, place.bar)
        left, right = map(letters.horizontalAdvance, layout.end_words(place.bar))
        assert layout.x(min(reached)) - left >= layout.labels.right() + 7
        assert layout.x(max(reached)) + right <= 700 - 15
    assert layout.right > 600
