"""The chart over time: what its marks say, the read-out by pointer and keys, table and words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QGraphicsItem
from pytestqt.qtbot import QtBot

from desktop.charts.cash.chart import CashChart
from desktop.charts.cash.data import CashData, CashSeries
from desktop.charts.cash.marks import cash_marks
from desktop.theme import Theme

MONTHS = np.arange(25, dtype=float)
PAID_BACK = CashSeries(
    "api", "API", 0, MONTHS, np.where(MONTHS <= 9, -3.2e6 / 9 * MONTHS, -3.2e6 + 4e5 * (MONTHS - 9)), 9, 17
)
SINKING = CashSeries("plan", "Flat plan", 1, MONTHS, -1e5 * MONTHS, 24, None)
RICH = CashSeries("maas", "Resale", 2, MONTHS, 2e5 * MONTHS)
DATA = CashData((PAID_BACK, SINKING, RICH), 24)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> CashChart:
    made = CashChart(theme)
    qtbot.addWidget(made)
    made.resize(760, 400)
    made.show()
    made.set_data(DATA)
    QApplication.processEvents()
    return made


def test_marks_say_how_much_is_needed_and_when_it_is_back() -> None:
    words = [mark.words.en for mark in cash_marks(DATA)]
    so_far = "has lost $2.4M by month 24, still losing"
    assert words == ["needs at most $3.2M, in month 9", "money back from month 17", so_far]
    assert cash_marks(DATA)[1].words.zh == "第 17 个月回本"


def test_money_paid_at_the_start_is_said_so() -> None:
    invested = replace(PAID_BACK, cash=PAID_BACK.cash - 9e6, deepest=0)
    assert cash_marks(replace(DATA, series=(invested,)))[0].words.en == "needs at most $9M, at the start"


def test_the_summary_tells_each_alternative(chart: CashChart) -> None:
    told = chart.accessibleDescription()
    assert "API: you need at most $3.2M, in month 9 and have it back from month 17 on." in told
    assert "Flat plan: you have lost $2.4M by month 24 and are still losing." in told
    assert "Resale never needs money." in told
    chart.set_language("zh")
    assert "API：最多需要 320 万美元，在第 9 个月，第 17 个月起收回。" in chart.summary()


def test_arrow_keys_read_month_by_month(qtbot: QtBot, chart: CashChart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_PageUp)
    assert {name: figure for _, name, figure in chart.read_out}["Resale"] == "$2,400,000"
    assert chart.accessibleDescription().startswith("Month 12")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert {name: figure for _, name, figure in chart.read_out}["Resale"] == "$2,200,000"


def test_the_pointer_reads_whole_months(qtbot: QtBot, chart: CashChart) -> None:
    rect = chart.view.rect()
    for month in (3.0, 10.3):
        inside = QPointF(rect.width() * month / 24, rect.height() / 2)
        qtbot.mouseMove(chart.viewport(), chart.mapFromScene(chart.view.mapToScene(inside)))
    assert {name: figure for _, name, figure in chart.read_out}["Resale"] == "$2,000,000"


def test_the_table_has_every_marked_month(chart: CashChart) -> None:
    table = chart.table()
    assert table.headers == ("Cash gathered month by month", "API", "Flat plan", "Resale")
    rows = {row[0]: row[1:] for row in table.rows}
    assert {"Before month 1", "Month 9", "Month 17", "Month 24"} <= set(rows)
    assert rows["Month 24"] == ("$2.8M", "−$2.4M", "$4.8M")


def test_zero_is_in_view_and_the_axis_counts_in_parts_of_a_year(chart: CashChart) -> None:
    low, high = chart.view.viewRange()[1]
    assert low < -3.2e6
    assert high >= 4.8e6
    assert chart.bottom.positions()[-1] == 24
    assert all(tick % 2 == 0 for tick in chart.bottom.positions())


def test_axes_stand_still_while_something_is_dragged(chart: CashChart) -> None:
    before = chart.view.viewRange()
    chart.hold()
    chart.set_data(replace(DATA, series=(replace(RICH, cash=RICH.cash * 9),)))
    assert chart.view.viewRange() == before
    chart.release()
    assert chart.view.viewRange() != before


def test_gaps_and_other_sizes_do_no_harm(chart: CashChart, theme: Theme) -> None:
    gaps = replace(RICH, cash=np.full_like(RICH.cash, np.nan), name="No figure")
    chart.set_data(replace(DATA, series=(gaps,)))
    assert "No figure has no figure" in chart.summary()
    for size in ((280, 160), (1500, 900)):
        chart.resize(*size)
        for mode in ("dark", "light"):
            theme.set_mode(mode)
            chart.grab()


@pytest.mark.parametrize("size", [(760, 400), (560, 230)])
def test_no_line_passes_through_the_words_at_a_mark(chart: CashChart, size: tuple[int, int]) -> None:
    """Two that sink to the right end, where one line would run into the words of the other."""
    deep = replace(SINKING, key="deep", name="Deep", colour_index=3, cash=-4e6 * MONTHS)
    chart.set_data(replace(DATA, series=(SINKING, deep, RICH)))
    chart.resize(*size)
    QApplication.processEvents()
    marks = chart._marks
    labels = marks.labels()
    assert len(labels) == 2
    strokes = marks.strokes()
    for _, _, box in labels:
        assert not strokes.cross(box.left() + 2, box.top(), box.right() - 2, box.bottom())


def test_marks_at_the_last_month_are_whole(chart: CashChart) -> None:
    reach = chart._marks.boundingRect()
    assert reach.right() >= chart.view.rect().right() + 5
    assert not chart.view.flags() & QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape
