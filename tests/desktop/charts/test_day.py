"""The chart of a day: hours dragged by mouse, changed by keys, read as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.day.chart import DayChart
from desktop.charts.day.data import DayData, DayStretch
from desktop.theme import Theme

DATA = DayData(
    (
        DayStretch(0, 0.5, 100, 300, False), DayStretch(0.5, 8, 100, 300, True), DayStretch(8, 8.5, 200, 300, True),
        DayStretch(8.5, 24, 300, 300, False),
    ),
    "Beijing", "node",
)  # fmt: skip


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> DayChart:
    made = DayChart(theme)
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    made.set_data(DATA)
    QApplication.processEvents()
    return made


def place(chart: DayChart, hour: float, load: float) -> QPoint:
    (x0, x1), (y0, y1) = chart.view.viewRange()
    rect = chart.view.rect()
    inside = QPointF((hour - x0) / (x1 - x0) * rect.width(), (y1 - load) / (y1 - y0) * rect.height())
    return chart.mapFromScene(chart.view.mapToScene(inside))


def test_bars_follow_the_pointer_hour_by_hour(qtbot: QtBot, chart: DayChart) -> None:
    dragged: list[tuple[int, float]] = []
    chart.hour_dragged.connect(lambda hour, load: dragged.append((hour, load)))
    with qtbot.waitSignal(chart.drag_started), qtbot.waitSignal(chart.drag_finished):
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 10.5, 300))
        qtbot.mouseMove(chart.viewport(), place(chart, 10.5, 350))
        qtbot.mouseMove(chart.viewport(), place(chart, 11.5, 200))
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 11.5, 200))
    assert [hour for hour, _ in dragged] == [10, 11]
    assert [load for _, load in dragged] == pytest.approx([350, 200], abs=3)
    assert all(load == round(load) for _, load in dragged)


def test_a_bar_goes_neither_below_zero_nor_out_of_view(qtbot: QtBot, chart: DayChart) -> None:
    top = chart.view.viewRange()[1][1]
    for load, expected in ((-200, 0), (5 * top, top)):
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 10.5, 300))
        with qtbot.waitSignal(chart.hour_dragged) as dragged:
            qtbot.mouseMove(chart.viewport(), place(chart, 10.5, load))
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton)
        assert dragged.args == [10, expected]


def test_keys_choose_an_hour_and_change_it(qtbot: QtBot, chart: DayChart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.hour == 23
    assert chart.accessibleDescription().startswith("23:00–24:00: 300 nodes in use, 300 nodes paid for")
    with qtbot.waitSignal(chart.hour_dragged) as dragged, qtbot.waitSignal(chart.drag_finished):
        qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert dragged.args == [23, 310]


def test_the_axis_stands_still_while_a_bar_is_held(qtbot: QtBot, chart: DayChart) -> None:
    before = chart.view.viewRange()
    qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 10.5, 300))
    chart.set_data(DayData((DayStretch(0, 24, 900, 900, False),), "UTC", "1"))
    assert chart.view.viewRange() == before
    qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 10.5, 300))
    assert chart.view.viewRange()[1][1] >= 900


def test_table_and_words(chart: DayChart) -> None:
    table = chart.table()
    assert table.rows[2] == ("08:00", "08:30", "200", "300", "yes")
    assert "Between 100 nodes and 300 nodes in use, up to 300 nodes paid for, Beijing time." in chart.summary()
    assert chart.summary().endswith("Discount hours: 00:30–08:30.")
    chart.set_language("zh")
    assert "优惠时段：00:30–08:30。" in chart.summary()


def test_hours_are_written_as_on_a_clock(chart: DayChart) -> None:
    assert chart.bottom.labels(chart.bottom.positions())[:2] == ["00:00", "03:00"]
    assert chart.view.viewRange()[1][0] == 0


def test_it_paints_at_any_size_in_both_themes(chart: DayChart, theme: Theme) -> None:
    for size in ((260, 140), (1500, 900)):
        chart.resize(*size)
        for mode in ("dark", "light"):
            theme.set_mode(mode)
            assert chart.grab().toImage().pixelColor(1, size[1] - 2) == theme.colours.colour("surface")
