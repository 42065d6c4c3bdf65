"""The results table: when it is painted, what its head says, how a figure looks."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from core.comparison.edits import set_value
from core.comparison.examples import load_example
from core.wording.text import Language
from desktop.results.table import LABEL_WIDTH, ResultsTable
from desktop.session import Session
from desktop.theme import Theme


class Paints(QObject):
    """How often each widget was painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.number: Counter[QObject] = Counter()
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.number[watched] += 1
        return False


def shown(qtbot: QtBot, example: str, language: Language, width: int) -> ResultsTable:
    made = ResultsTable(Session(load_example(example), language, "example"), Theme("light"))
    qtbot.addWidget(made)
    made.resize(width, 300)
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    return made


@pytest.fixture
def table(qtbot: QtBot) -> ResultsTable:
    return shown(qtbot, "three-ways", "en", 800)


def head(table: ResultsTable) -> str:
    return str(table.model().headerData(0, Qt.Orientation.Horizontal))


def test_one_edit_paints_it_once(table: ResultsTable) -> None:
    session, heads = table._session, table.horizontalHeader().viewport()
    paints = Paints(table.viewport(), heads)
    for step in range(1, 6):
        session.edit(lambda comparison, n=step: set_value(comparison, "shared", "users", n * 1e6), "Active users")
        session.settled_answers()
        for _ in range(3):
            QApplication.processEvents()
        assert head(table) == f"At {step}M users"
        assert paints.number == {table.viewport(): step, heads: step}


def test_in_a_drag_it_follows_when_its_turn_comes_and_at_the_end_at_once(qtbot: QtBot, table: ResultsTable) -> None:
    session = table._session
    session.begin_drag()
    for users in range(1, 6):
        session.set_driver("shared", "users", users * 1e6, "drag")
        session.settled_answers()
    assert head(table) == "At 6M users"
    qtbot.waitUntil(lambda: head(table) == "At 5M users")
    session.set_driver("shared", "users", 7e6, "drag")
    session.end_drag()
    assert head(table) == "At 7M users"


def test_the_head_on_screen_is_the_one_of_now(table: ResultsTable) -> None:
    heads = table.horizontalHeader().viewport()
    before = heads.grab().toImage()
    table._session.edit(lambda comparison: set_value(comparison, "shared", "users", 77e6), "Active users")
    table._session.settled_answers()
    QApplication.processEvents()
    assert head(table) == "At 77M users"
    assert heads.grab().toImage() != before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_four_business_models_fit_in_the_least_window(qtbot: QtBot, language: Language) -> None:
    table = shown(qtbot, "deepseek-day", language, 562)
    assert table.model().columnCount() == 5
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(1000, 300)
    QApplication.processEvents()
    assert table.columnWidth(0) == LABEL_WIDTH


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_name_that_is_cut_is_told_before_what_it_means(qtbot: QtBot) -> None:
    table = shown(qtbot, "deepseek-day", "en", 450)
    index = table.model().index(0, 0)
    place = table.visualRect(index).center()
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, table.mapToGlobal(QPoint(9, 9))))
    assert QToolTip.text() == f"{index.data()}\n{index.data(Qt.ItemDataRole.ToolTipRole)}"
    QToolTip.hideText()


def test_a_loss_stays_red_while_it_is_selected(table: ResultsTable) -> None:
    def reddest(index: QModelIndex) -> int:
        QApplication.processEvents()
        image = table.viewport().grab(table.visualRect(index)).toImage()
        colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return max(colour.red() - colour.green() for colour in colours)

    profit, loss = table.model().index(0, 1), table.model().index(0, 2)
    assert loss.data().startswith("−")
    for index in (profit, loss):
        table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    assert reddest(loss) > 100
    assert reddest(profit) < 40


def test_the_cell_the_keys_are_in_is_framed(qtbot: QtBot, table: ResultsTable) -> None:
    index = table.model().index(2, 1)
    corner = table.visualRect(index).topLeft() + QPoint(1, 1)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(index)
    QApplication.processEvents()
    accent = table._theme.colours.colour("accent")
    assert table.viewport().grab().toImage().pixelColor(corner) == accent
