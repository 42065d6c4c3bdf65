"""The margin chart: parts of every hundred, losses past the hundred, and words where there is nothing to divide."""

import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.charts.margin.chart import MarginChart
from desktop.charts.margin.data import MarginBar, MarginData
from desktop.charts.margin.painting import (
    LEAST_ROW,
    ROW_HEIGHT,
    bar_height,
    longest,
    name_height,
    paint_margins,
    parts_of,
)
from desktop.charts.margin.words import obstacle, outcome
from desktop.theme import Theme

API = MarginBar("api", "Open weights + API", 0, 480_000, 190_000, 120_000)
PLAN = MarginBar("plan", "Flat plan", 1, 4_000_000, 5_000_000, 600_000)
NOTHING = MarginBar("new", "Not yet selling", 2, 0, 30_000, 17_000)
BROKEN = MarginBar("odd", "Odd", 3, math.nan, 1, 1)


def test_parts_of_a_profit_fill_the_hundred() -> None:
    parts = parts_of(API)
    assert [part.words.en for part in parts] == ["Direct costs", "Operating costs", "Left"]
    assert parts[0].start == 0
    assert parts[-1].end == 100
    assert [a.end for a in parts[:-1]] == [b.start for b in parts[1:]]


def test_a_loss_hangs_past_the_hundred() -> None:
    parts = parts_of(PLAN)
    assert [part.words.en for part in parts] == ["Direct costs", "Operating costs"]
    assert parts[-1].end == pytest.approx(140)
    assert longest(MarginData((API, PLAN))) > 140


def test_a_bar_without_end_does_not_squeeze_the_others() -> None:
    assert longest(MarginData((API, MarginBar("x", "X", 1, 1, 1e9, 0)))) == 250


@pytest.mark.parametrize(
    ("bar", "english", "chinese"),
    [(API, "keeps $35", "剩余 US$35"), (PLAN, "loses $40", "亏损 US$40"),
     (MarginBar("e", "E", 0, 100, 60, 40), "breaks even", "盈亏平衡"),
     (MarginBar("t", "T", 0, 1000, 990, 5), "keeps $0.50", "剩余 US$0.50")],
)  # fmt: skip
def test_outcomes_say_the_loss(bar: MarginBar, english: str, chinese: str) -> None:
    assert (outcome(bar, "USD").en, outcome(bar, "USD").zh) == (english, chinese)


def test_no_revenue_is_said_in_words() -> None:
    why = obstacle(NOTHING, MarginData(()))
    assert why is not None
    assert why.en == "No revenue, so nothing to divide. Costs are $47k a month."
    assert why.zh == "没有收入，无从分摊。每月成本 4.7 万美元。"
    assert obstacle(BROKEN, MarginData(())) is not None
    assert obstacle(API, MarginData(())) is None


@pytest.mark.parametrize("size", [(360, 260), (1400, 700)])
def test_it_paints_at_any_size(qtbot: QtBot, theme: Theme, size: tuple[int, int]) -> None:
    chart = MarginChart(theme)
    qtbot.addWidget(chart)
    chart.resize(*size)
    for bars in ((), (API, PLAN, NOTHING, BROKEN)):
        chart.set_data(MarginData(bars))
        image = chart.grab().toImage()
        assert image.pixelColor(1, image.height() - 2) == theme.colours.colour("surface")


def test_the_figures_come_as_table_and_sentences(qtbot: QtBot, theme: Theme) -> None:
    chart = MarginChart(theme)
    qtbot.addWidget(chart)
    chart.set_data(MarginData((API, PLAN, NOTHING)))
    assert chart.table().rows[1] == ("Flat plan", "$4M", "$5M", "$600k", "−$1.6M", "−40%")
    assert chart.table().rows[2][-1] == "–"
    assert "Flat plan loses $40. Not yet selling: No revenue" in chart.accessibleDescription()
    chart.set_language("zh")
    assert chart.accessibleName() == "每 US$100 收入的去向"
    assert "Flat plan 亏损 US$40。" in chart.summary()


def test_what_is_left_is_said_once(theme: Theme) -> None:
    said: list[str] = []

    class Painter(QPainter):
        def drawText(self, *arguments: object) -> None:
            said.append(str(arguments[-1]))

    image = QImage(900, 400, QImage.Format.Format_RGB32)
    painter = Painter(image)
    paint_margins(painter, QRectF(0, 0, 900, 400), MarginData((API, PLAN)), theme, "en")
    painter.end()
    assert sum("35" in words for words in said) == 1
    assert sum("loses" in words for words in said) == 1
    assert not any(words.startswith("Left") for words in said)


@pytest.mark.parametrize("height", [LEAST_ROW, 70, ROW_HEIGHT, 120])
def test_name_bar_and_words_under_it_have_room_in_every_row(height: float) -> None:
    row = QRectF(0, 0, 600, height)
    assert name_height(row) >= 20
    assert bar_height(row) >= 20
    assert name_height(row) + bar_height(row) + 15 <= height
