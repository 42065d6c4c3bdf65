"""The profit chart: what it shows, and how the users line is moved by mouse and keys."""

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.profit.chart import BEST, ProfitChart
from desktop.charts.profit.data import ProfitData
from desktop.charts.profit.steering import Steering
from desktop.theme import Theme


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme, data: ProfitData) -> ProfitChart:
    made = ProfitChart(theme)
    qtbot.addWidget(made)
    made.resize(900, 450)
    made.show()
    made.set_data(data)
    QApplication.processEvents()
    return made


def place(chart: ProfitChart, users: float, y: float = 0.5) -> QPoint:
    """The pixel of the viewport that shows a number of users."""
    (x0, x1), _ = chart.view.viewRange()
    rect = chart.view.rect()
    inside = QPointF((users - x0) / (x1 - x0) * rect.width(), rect.height() * y)
    return chart.mapFromScene(chart.view.mapToScene(inside))


def drag(qtbot: QtBot, chart: ProfitChart, start: float, *stops: float) -> None:
    viewport = chart.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(chart, start))
    for stop in stops:
        qtbot.mouseMove(viewport, place(chart, stop))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(chart, stops[-1]))


def test_dragging_the_line_tells_every_place_and_the_last(qtbot: QtBot, chart: ProfitChart) -> None:
    moved: list[float] = []
    chart.users_dragged.connect(moved.append)
    with qtbot.waitSignal(chart.drag_started), qtbot.waitSignal(chart.drag_finished) as finished:
        drag(qtbot, chart, 20_000, 25_000, 30_000)
    assert moved == pytest.approx([25_000, 30_000], abs=100)
    assert finished.args == [moved[-1]]


def test_an_answer_that_comes_late_does_not_pull_the_line_back(
    qtbot: QtBot, chart: ProfitChart, data: ProfitData
) -> None:
    qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 20_000))
    qtbot.mouseMove(chart.viewport(), place(chart, 30_000))
    chart.set_data(replace(data, users=25_000))
    with qtbot.waitSignal(chart.drag_finished) as finished:
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 30_000))
    assert finished.args == [30_000]


def test_a_press_beside_the_line_moves_nothing(qtbot: QtBot, chart: ProfitChart) -> None:
    with qtbot.assertNotEmitted(chart.users_dragged), qtbot.assertNotEmitted(chart.drag_started):
        drag(qtbot, chart, 35_000, 40_000)


def test_dragging_past_the_end_goes_on_and_stops_at_nobody(qtbot: QtBot, chart: ProfitChart) -> None:
    with qtbot.waitSignal(chart.drag_finished) as signal:
        drag(qtbot, chart, 20_000, 49_000, 58_000)
    assert signal.args == [58_000]
    chart._line.users = 20_000
    with qtbot.waitSignal(chart.drag_finished) as signal:
        drag(qtbot, chart, 20_000, 1_000, -9_000)
    assert signal.args == [0]


def test_axes_stand_still_while_something_is_dragged(qtbot: QtBot, chart: ProfitChart, data: ProfitData) -> None:
    before = chart.view.viewRange()
    larger = tuple(replace(s, profit=s.profit * 5) for s in data.series)
    chart.hold()
    chart.set_data(replace(data, series=larger))
    assert chart.view.viewRange() == before
    chart.release()
    assert chart.view.viewRange() == before  # they glide, and do not jump
    qtbot.waitUntil(lambda: chart.view.viewRange()[1][1] > 4 * before[1][1])


def test_the_old_place_stays_as_a_ghost_only_while_dragging(qtbot: QtBot, chart: ProfitChart, data: ProfitData) -> None:
    def around_the_old_place() -> QImage:
        x = place(chart, 20_000).x()
        return chart.grab().toImage().copy(x - 6, 60, 12, 300)

    qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 20_000))
    qtbot.mouseMove(chart.viewport(), place(chart, 40_000))
    during = around_the_old_place()
    qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 40_000))
    after = around_the_old_place()
    chart.set_data(replace(data, users=40_000))
    assert after == around_the_old_place()
    assert during != after


@pytest.mark.parametrize(
    ("key", "users"),
    [
        (Qt.Key.Key_Right, 20_500), (Qt.Key.Key_Left, 19_500), (Qt.Key.Key_PageUp, 25_000),
        (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 50_000),
    ],
)  # fmt: skip
def test_keys_move_the_line(qtbot: QtBot, chart: ProfitChart, key: Qt.Key, users: float) -> None:
    with qtbot.waitSignal(chart.drag_started), qtbot.waitSignal(chart.drag_finished) as finished:
        qtbot.keyClick(chart, key)
    assert finished.args == [users]


def test_other_keys_are_left_to_the_window(qtbot: QtBot, chart: ProfitChart) -> None:
    with qtbot.assertNotEmitted(chart.drag_started):
        qtbot.keyClick(chart, Qt.Key.Key_S)


def test_pointing_shows_the_drawn_figures_of_all(qtbot: QtBot, chart: ProfitChart) -> None:
    qtbot.mouseMove(chart.viewport(), place(chart, 5_000))
    qtbot.mouseMove(chart.viewport(), place(chart, 40_000))
    rows = {name: figure for _, name, figure in chart.read_out}
    assert set(rows) == {"Open weights + API", "Flat plan", "Resale"}
    assert rows["Resale"] == "$171,000"


def test_pointing_shows_exact_figures_where_they_are_known(qtbot: QtBot, chart: ProfitChart) -> None:
    chart.read_with(lambda users: {"api": users / 8, "maas": math.nan})
    qtbot.mouseMove(chart.viewport(), place(chart, 5_000))  # the same place twice would be no move
    qtbot.mouseMove(chart.viewport(), place(chart, 40_000))
    assert [figure for _, _, figure in chart.read_out] == ["$5,000", "–"]


def test_the_figures_come_as_a_table_too(chart: ProfitChart) -> None:
    table = chart.table()
    assert table.headers == ("Users", "Open weights + API", "Flat plan", "Resale")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["20,000"] == ("$90k", "−$220k", "$81k")
    assert {"2,000", "8,000", "13,000"} <= set(rows)


def test_screen_readers_get_name_and_content_in_both_languages(chart: ProfitChart) -> None:
    assert chart.accessibleName() == "Profit a month by number of users"
    assert "At 20,000 users: Open weights + API makes about $90k a month" in chart.accessibleDescription()
    assert "Flat plan loses about $220k a month" in chart.accessibleDescription()
    chart.set_language("zh")
    assert "亏损约 22 万美元" in chart.accessibleDescription()
    assert "Resale 从 2,000 用户起一直盈利" in chart.accessibleDescription()


def test_the_wheel_and_the_right_button_change_nothing(qtbot: QtBot, chart: ProfitChart) -> None:
    before = chart.view.viewRange()
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.RightButton, pos=place(chart, 20_000))
    assert chart.view.viewRange() == before
    assert not chart.plotItem.autoBtn.isVisible()


@pytest.mark.parametrize("size", [(320, 200), (1600, 900)])
def test_it_paints_at_any_size_in_both_themes_and_languages(
    chart: ProfitChart, theme: Theme, size: tuple[int, int]
) -> None:
    chart.resize(*size)
    for mode in ("dark", "light"):
        theme.set_mode(mode)
        for language in ("zh", "en"):
            chart.set_language(language)
            image = chart.grab().toImage()
            assert image.pixelColor(2, 2) == theme.colours.colour("surface")


def test_a_line_without_points_or_figures_does_no_harm(chart: ProfitChart, data: ProfitData) -> None:
    empty = replace(data.series[0], users=np.array([]), profit=np.array([]), first=None, safe_from=None)
    gaps = replace(data.series[1], profit=np.full_like(data.series[1].profit, math.nan))
    chart.set_data(replace(data, series=(empty, gaps, data.series[2])))
    chart.grab()
    assert "Flat plan has no figure" in chart.summary()


def test_the_strip_names_who_earns_most(chart: ProfitChart) -> None:
    assert chart.winners == ["nobody makes a profit", "Resale", "Open weights + API"]
    chart.set_language("zh")
    assert chart.winners[0] == "都不盈利"
    assert BEST("zh") == "最赚钱："


@pytest.mark.parametrize("height", [160, 200, 240, 450])
def test_money_has_at_least_three_figures_beside_it(chart: ProfitChart, height: int) -> None:
    chart.resize(700, height)
    QApplication.processEvents()
    assert len(chart.side.positions()) >= 3


def test_the_line_goes_on_beyond_the_edge_and_finer_with_shift(qtbot: QtBot, chart: ProfitChart) -> None:
    frame, most = chart._line.frame, chart._data.users_max
    steering = Steering()
    there = frame.x(most / 2)
    assert steering.users_at(frame.width * 1.2, frame, most, 0, fine=False) == pytest.approx(most * 1.2, rel=0.01)
    before = steering.users_at(there, frame, most, 0, fine=False)
    assert steering.users_at(there, frame, most, before, fine=True) == pytest.approx(before, rel=0.002)
    moved = steering.users_at(there + 50, frame, most, before, fine=True) - before
    assert moved == pytest.approx(5 * most / frame.width, rel=0.05)


def test_on_paper_nothing_looks_as_if_it_could_be_dragged(chart: ProfitChart, data: ProfitData, theme: Theme) -> None:
    paper = ProfitChart(theme)
    paper.set_data(data)
    image = QImage(900, 450, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paper.paint_into(painter, QRectF(0, 0, 900, 450))
    painter.end()
    assert chart._line.handle().width() == paper._line.handle().width() + 12  # the arrows
    paper.deleteLater()


@pytest.mark.parametrize("size", [(900, 450), (420, 250), (360, 240)])
@pytest.mark.parametrize("users", [0.0, 3_000.0, 9_000.0, 20_000.0, 50_000.0])
def test_the_users_never_cover_the_words_for_profit(
    chart: ProfitChart, data: ProfitData, size: tuple[int, int], users: float
) -> None:
    chart.resize(*size)
    chart.set_data(replace(data, users=users))
    QApplication.processEvents()
    words, *_ = chart._backdrop.taken()
    assert not words.intersects(chart._line.handle())
    assert words.right() <= chart._backdrop.frame.width
    assert words.bottom() <= chart._backdrop.frame.y(0) or words.top() == 2


def test_a_number_of_users_beyond_the_axis_says_so(chart: ProfitChart, data: ProfitData) -> None:
    chart.hold()  # the axes stand still
    chart.set_data(replace(data, users=10 * data.users_max))
    assert chart._line._told().endswith(" users →")
    chart.set_data(data)
    assert chart._line._told().endswith(" users")
    chart.release()
