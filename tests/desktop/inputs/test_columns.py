"""Labels and cells share a row's width without ever covering each other, and a grid is first seen from its left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from core.comparison.new import new_comparison
from desktop.inputs.columns import MOST_BESIDE, Columns, least_width
from desktop.inputs.grid import MOST_WIDTH, InputsGrid
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.window.workspace import INPUTS_WIDTH


@pytest.mark.parametrize("count", range(1, MOST_BESIDE + 1))
def test_no_label_is_covered_by_the_first_column(count: int) -> None:
    for width in range(least_width(count), 500):
        columns = Columns(width, count)
        assert GRID + columns.label_width <= columns.across([0], 0, 30).left()
        assert columns.across([count - 1], 0, 30).right() < width


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_up_to_four_business_models_need_no_scrolling_sideways(qtbot: QtBot, theme: Theme, count: int) -> None:
    grid = InputsGrid(Session(new_comparison("x", ["subscription"] * count)), theme)
    qtbot.addWidget(grid)
    grid.resize(grid.minimumWidth(), 600)
    grid.show()
    QApplication.processEvents()
    assert grid.minimumWidth() <= MOST_WIDTH
    assert grid._scroll.horizontalScrollBar().maximum() == 0


def test_no_word_of_a_name_is_broken_beside_a_scroll_bar(qtbot: QtBot, theme: Theme) -> None:
    grid = InputsGrid(Session(load_example("same-model-opposite-answers")), theme)
    qtbot.addWidget(grid)
    grid.resize(INPUTS_WIDTH, 500)
    grid.show()
    QApplication.processEvents()
    assert grid._scroll.verticalScrollBar().isVisible()
    assert grid.heads.lines()[0] == ["DeepSeek's", "report"]


def test_many_business_models_are_seen_from_the_left(qtbot: QtBot, theme: Theme) -> None:
    grid = InputsGrid(Session(new_comparison("x", ["subscription"] * 9)), theme)
    qtbot.addWidget(grid)
    grid.resize(grid.minimumWidth(), 600)
    grid.show()
    QApplication.processEvents()
    assert grid._scroll.horizontalScrollBar().maximum() > 0
    assert grid._scroll.horizontalScrollBar().value() == 0
