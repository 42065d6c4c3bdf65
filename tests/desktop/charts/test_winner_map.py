"""The winner map: the cross by mouse and keys, the read-out, the table, the words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.placing import Strokes
from desktop.charts.winner_map.chart import WinnerMap
from desktop.charts.winner_map.data import MapAxis, MapData, MapPoint, MapSeries
from desktop.charts.words import in_thirds
from desktop.theme import Theme

X = MapAxis("Users", "user", 0, 10_000, whole=True)
Y = MapAxis("Price", "USD/user/month", 0, 50)


def made_data() -> MapData:
    x, y = np.linspace(X.low, X.high, 41)[None, :], np.linspace(Y.low, Y.high, 31)[:, None]
    plan = x * (y - 20) - 20_000 + 0 * x
    resale = 8.0 * x - 20_000 + 0 * y
    series = (
        MapSeries("plan", "Flat plan", 0, plan, (((3_000.0, 26.7), (10_000.0, 22.0)),)),
        MapSeries("resale", "Resale", 1, resale, (((2_500.0, 0.0), (2_500.0, 50.0)),)),
    )
    return MapData(X, Y, series, (MapPoint(6_000, 20),), {"plan": -20_000.0, "resale": 28_000.0})


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> WinnerMap:
    made = WinnerMap(theme)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    made.set_data(made_data())
    QApplication.processEvents()
    return made


def place(chart: WinnerMap, x: float, y: float) -> QPoint:
    return chart.place_of(x, y).toPoint()


def test_the_cross_is_dragged_over_both_numbers_at_once(qtbot: QtBot, chart: WinnerMap) -> None:
    moved: list[tuple[float, float]] = []
    chart.point_dragged.connect(lambda x, y: moved.append((x, y)))
    with qtbot.waitSignal(chart.drag_started), qtbot.waitSignal(chart.drag_finished) as finished:
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 6_000, 20))
        qtbot.mouseMove(chart.viewport(), place(chart, 7_000, 25))
        qtbot.mouseMove(chart.viewport(), place(chart, 8_000, 30))
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 8_000, 30))
    assert finished.args == list(moved[-1])
    assert moved[-1] == (pytest.approx(8_000, abs=40), pytest.approx(30, abs=0.4))
    assert moved[-1][0] == round(moved[-1][0])


def test_the_cross_stays_on_the_map(qtbot: QtBot, chart: WinnerMap) -> None:
    with qtbot.waitSignal(chart.drag_finished) as finished:
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 6_000, 20))
        qtbot.mouseMove(chart.viewport(), place(chart, 14_000, -30))
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton)
    assert finished.args == [10_000, 0]


def test_a_late_map_does_not_pull_the_cross_back(qtbot: QtBot, chart: WinnerMap) -> None:
    qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 6_000, 20))
    qtbot.mouseMove(chart.viewport(), place(chart, 8_000, 30))
    chart.set_data(made_data())
    chart.move_points((MapPoint(1, 1),), {})
    assert chart.points[0].x == pytest.approx(8_000, abs=40)
    qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton)


def test_a_press_elsewhere_moves_nothing(qtbot: QtBot, chart: WinnerMap) -> None:
    with qtbot.assertNotEmitted(chart.drag_started):
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 1_000, 45))


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, [6_100, 20]),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, [5_000, 20]),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, [6_000, 20.5]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, [6_000, 15]),
    ],
)
def test_arrow_keys_move_the_cross(
    qtbot: QtBot, chart: WinnerMap, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: list[float]
) -> None:
    with qtbot.waitSignal(chart.drag_finished) as finished:
        qtbot.keyClick(chart, key, modifier)
    assert finished.args == expected


def test_pointing_shows_the_values_of_all(qtbot: QtBot, chart: WinnerMap) -> None:
    qtbot.mouseMove(chart.viewport(), place(chart, 1_000, 45))
    qtbot.mouseMove(chart.viewport(), place(chart, 5_000, 40))
    rows = {name: figure for _, name, figure in chart.read_out}
    assert set(rows) == {"Flat plan", "Resale"}
    chart.read_with(lambda x, y: {"plan": 1.0, "resale": 2.5})
    qtbot.mouseMove(chart.viewport(), place(chart, 5_100, 41))
    assert [figure for _, _, figure in chart.read_out] == ["$1", "$2.50"]


def test_the_table_says_who_is_best_at_round_numbers(chart: WinnerMap) -> None:
    table = chart.table()
    assert table.headers[1:] == ("0", "2k", "4k", "6k", "8k", "10k")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["$50"][1] == "Flat plan\n$40k"
    assert rows["$0"][5] == "Resale\n$60k"
    assert rows["$0"][0] == "nobody makes a profit"


def test_the_words_say_who_wins_now_and_over_how_much(chart: WinnerMap) -> None:
    assert chart.summary().startswith("As things stand, Resale makes the most: about $28k a month.")
    assert "nobody makes a profit on" in chart.summary()
    assert "Users: 6,000 users; Price: $20 per user a month" in chart.accessibleDescription()
    chart.set_language("zh")
    assert "按目前的假设，Resale 最赚钱，每月盈利约 2.8 万美元。" in chart.summary()
    chart.set_data(replace(made_data(), now={"plan": -3.0, "resale": -2.0}))
    assert "都不盈利；Resale 亏得最少" in chart.summary()


def test_areas_are_named_where_there_is_room(chart: WinnerMap) -> None:
    chart.grab()
    assert {words for _, words, _ in chart._names.labels()} >= {"Flat plan", "Resale"}


@pytest.mark.parametrize("size", [(300, 200), (1400, 900)])
def test_it_paints_at_any_size_in_both_themes_and_languages(
    chart: WinnerMap, theme: Theme, size: tuple[int, int]
) -> None:
    chart.resize(*size)
    for mode in ("dark", "light"):
        theme.set_mode(mode)
        for language in ("zh", "en"):
            chart.set_language(language)
            assert chart.grab().toImage().pixelColor(1, size[1] - 2) == theme.colours.colour("surface")


def test_values_that_are_not_defined_do_no_harm(chart: WinnerMap) -> None:
    data = made_data()
    chart.set_data(replace(data, series=tuple(replace(s, values=np.full_like(s.values, np.nan)) for s in data.series)))
    chart.grab()
    assert chart.table().rows[0][1] == "not defined"


def test_the_name_of_a_line_stands_beside_its_own_line_and_no_line_passes_through_it(chart: WinnerMap) -> None:
    chart.grab()
    drawn = chart._outlines.lines()
    found = chart._names.line_labels()
    assert [series.key for series, _, _ in found] == ["plan", "resale"]
    for series, _, box in found:
        inner = (box.left() + 2, box.top() + 1, box.right() - 2, box.bottom() - 1)
        assert not Strokes(line for lines in drawn.values() for line in lines).cross(*inner)
        around = (box.left() - 20, box.top() - 20, box.right() + 20, box.bottom() + 20)
        assert Strokes(line for line in drawn[series.key]).cross(*around)


def test_words_in_three_lines_part_where_words_do() -> None:
    assert in_thirds("DeepSeek-style API breaks even") == "DeepSeek-\nstyle API\nbreaks even"
    assert in_thirds("DeepSeek 式 API 盈亏平衡") == "DeepSeek\n式 API\n盈亏平衡"
    assert in_thirds("breaks even") == "breaks\neven"
    assert in_thirds("even") == "even"


def test_no_line_passes_through_the_name_of_an_area_with_room(chart: WinnerMap) -> None:
    chart.resize(900, 560)
    chart.grab()
    strokes = Strokes(line for lines in chart._outlines.lines().values() for line in lines)
    for _, _, box in chart._names.labels():
        assert not strokes.cross(box.left() + 4, box.top() + 4, box.right() - 4, box.bottom() - 4)


def test_the_area_things_stand_in_is_named_even_where_it_is_small(chart: WinnerMap) -> None:
    data = made_data()
    x = np.linspace(X.low, X.high, 41)[None, :] + 0 * np.linspace(Y.low, Y.high, 31)[:, None]
    values = np.where(abs(x - 6_000) < 200, 1e6, -1.0)
    narrow = replace(data.series[0], name="Subscription", values=values, break_even=())
    chart.set_data(replace(data, series=(narrow, data.series[1])))
    chart.grab()
    assert 0 in {code for code, _, _ in chart._names.labels()}
    chart.set_data(replace(data, series=(narrow, data.series[1]), points=(MapPoint(9_000, 45),)))
    chart.grab()
    assert 0 not in {code for code, _, _ in chart._names.labels()}


def test_a_cross_that_has_been_moved_stands_on_no_name(chart: WinnerMap) -> None:
    chart.grab()
    before = chart._names.labels()
    middle = before[-1][2].center()
    frame = chart._points.frame
    x, y = frame.value_at(middle.x()), frame.y1 - middle.y() / frame.height * (frame.y1 - frame.y0)
    chart.move_points((MapPoint(x, y),), {})
    chart.grab()
    marks = chart._points.boxes()
    assert not any(box.intersects(mark) for _, _, box in chart._names.labels() for mark in marks)
