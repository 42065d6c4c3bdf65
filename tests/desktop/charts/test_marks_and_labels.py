"""Break-even points say which kind they are; names at the ends of lines never overlap."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.profit.chart import ProfitChart
from desktop.charts.profit.data import ProfitData, ProfitSeries
from desktop.charts.profit.marks import marks_of
from desktop.theme import Theme

LINE = (np.array([0.0, 1.0]), np.array([0.0, 1.0]))


def test_two_break_even_points_are_told_apart() -> None:
    first, safe = marks_of((ProfitSeries("a", "A", 0, *LINE, first=2_667, safe_from=3_667),))
    assert (first.words.en, first.sure) == ("first profit at 2,667 users", False)
    assert (safe.words.en, safe.sure) == ("no more losses from 3,667 users", True)
    assert safe.words.zh == "3,667 用户起不再亏损"


def test_one_point_that_is_both_is_said_once() -> None:
    (mark,) = marks_of((ProfitSeries("a", "A", 0, *LINE, first=1_200, safe_from=1_200),))
    assert (mark.words.en, mark.words.zh) == ("profit from 1,200 users", "1,200 用户起盈利")


def test_no_point_is_drawn_for_who_never_or_always_earns() -> None:
    never = ProfitSeries("a", "A", 0, *LINE)
    always = ProfitSeries("b", "B", 1, *LINE, first=0, safe_from=0)
    assert marks_of((never, always)) == []


@pytest.mark.parametrize("many", [2, 5, 9])
def test_names_at_the_ends_never_overlap(qtbot: QtBot, theme: Theme, data: ProfitData, many: int) -> None:
    users = np.array([0.0, 50_000])
    series = tuple(
        ProfitSeries(str(i), f"A rather long name of number {i}", i, users, np.array([0.0, 1000.0 + i]))
        for i in range(many)
    )
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    chart.resize(900, 500)
    chart.show()
    chart.set_data(replace(data, series=series, winners=()))
    QApplication.processEvents()
    boxes = sorted(chart.end_labels, key=lambda box: box.top())
    assert all(a.bottom() <= b.top() + 0.5 for a, b in itertools.pairwise(boxes))
    assert boxes[-1].bottom() <= chart.view.rect().height() + 0.5


def test_words_of_break_even_points_hide_no_line(qtbot: QtBot, theme: Theme, data: ProfitData) -> None:
    """So many lines that the words must lie on some."""
    users = np.array([0.0, 50_000])
    lines = tuple(ProfitSeries(str(n), str(n), 1, users, np.array([n, n]) * 1e4) for n in range(-12, 13) if n)
    mark = ProfitSeries("a", "A", 0, users, np.array([-120_000.0, 120_000]), first=25_000, safe_from=25_000)
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    chart.resize(760, 300)
    chart.show()
    chart.set_data(replace(data, series=(mark, *lines), winners=(), users=2_000))
    QApplication.processEvents()
    ((_, box),) = chart.mark_labels
    seen = chart.grab(chart.mapFromScene(chart.view.mapToScene(box)).boundingRect()).toImage()
    line = QColor(theme.series(1).line)
    assert any(seen.pixelColor(x, y) == line for x in range(seen.width()) for y in range(seen.height()))


@pytest.mark.parametrize("height", [200, 260, 340, 520])
@pytest.mark.parametrize("users", [3_000.0, 7_500.0, 9_000.0, 14_000.0, 45_000.0])
def test_words_of_break_even_points_stand_on_nothing(
    qtbot: QtBot, theme: Theme, data: ProfitData, height: int, users: float
) -> None:
    series = tuple(
        replace(s, first=first, safe_from=safe)
        for s, first, safe in zip(data.series, (7_000, 7_900, 2_000), (8_000, 8_100, 2_600), strict=True)
    )
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    chart.resize(760, height)
    chart.show()
    chart.set_data(replace(data, series=series, users=users))
    QApplication.processEvents()
    boxes = [box for _, box in chart.mark_labels]
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))
    assert not any(box.intersects(taken) for box in boxes for taken in chart.taken)
    if height == 200:
        assert not any(words.startswith("first profit") for words, _ in chart.mark_labels)
    if height == 520:
        assert sum(words.startswith("no more losses") for words, _ in chart.mark_labels) >= 2
