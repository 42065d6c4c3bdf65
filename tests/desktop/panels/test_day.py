"""The day: presets, dragging, discount hours, and the assumptions it decides, each in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from core.comparison.day_presets import day_ids, load_day
from core.comparison.day_profile import PriceWindow
from core.comparison.parts import SHARED
from core.questions.day import day_of
from core.questions.display import Display
from desktop.panels.day import DayPanel
from desktop.session import Session
from desktop.theme import Theme

PUBLISHED = day_ids()[1]


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> DayPanel:
    made = DayPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    QApplication.processEvents()
    return made


def choose(panel: DayPanel, box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)
    panel.session.settled_answers()


def test_without_a_day_a_flat_one_is_shown_and_said_to_be(panel: DayPanel, session: Session) -> None:
    assert "No day is given yet" in panel.words.text()
    assert session.comparison.days == {}


def test_the_published_day_is_one_choice_away(panel: DayPanel, session: Session) -> None:
    choose(panel, panel.settings.preset, 1)
    assert session.comparison.days == {"api": load_day(PUBLISHED)}
    told = panel.words.text()
    assert "At its peak 278 nodes are in use, on average 227 nodes: the peak is 1.23× the average." in told
    assert "17% of the tokens fall into the 8 discount hours." in told
    assert "cost about $87.1k a day; paying for the peak all day would cost about $107k." in told
    session.set_language("zh")
    assert "高峰是平均的 1.23 倍" in panel.words.text()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_names_of_the_days_are_whole(panel: DayPanel, session: Session, language: str) -> None:
    session.set_language(language)
    box = panel.settings.preset
    for place in range(len(day_ids())):
        choose(panel, box, place)
        assert box.shown == box.currentText()


def test_the_day_decides_utilisation_in_the_same_step(panel: DayPanel, session: Session) -> None:
    choose(panel, panel.settings.preset, 1)
    choose(panel, panel.settings.capacity, 0)
    before = session.comparison.values_of("api")["utilisation"]
    box = panel.settings.feeds["utilisation"]
    QTest.keyClick(box, Qt.Key.Key_Space)
    found = day_of(session.comparison, "api")
    assert found is not None
    assert session.comparison.values_of("api")["utilisation"] == found.utilisation == pytest.approx(226.75 / 278)
    assert session.comparison.values_of("maas")["utilisation"] == 0.2
    session.undo()
    assert session.comparison.values_of("api")["utilisation"] == before
    assert session.comparison.days["api"].feeds == ()


def test_dragging_an_hour_is_one_step_and_what_follows_moves_along(
    qtbot: QtBot, panel: DayPanel, session: Session
) -> None:
    choose(panel, panel.settings.preset, 1)
    choose(panel, panel.settings.capacity, 0)
    QTest.keyClick(panel.settings.feeds["utilisation"], Qt.Key.Key_Space)
    session.settled_answers()
    before = session.comparison
    chart, rect = panel.chart, panel.chart.view.rect()
    start, end = (
        chart.mapFromScene(chart.view.mapToScene(QPointF(rect.width() * 10.5 / 24, rect.height() * y)))
        for y in (0.9, 0.02)
    )
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (0.5, 1.0):
        with qtbot.waitSignal(session.answers_changed):
            QTest.mouseMove(chart.viewport(), start + (end - start) * step)
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=end)
    found = day_of(session.comparison, "api")
    assert found is not None
    assert found.peak > 350
    assert session.comparison.values_of("api")["utilisation"] == found.utilisation
    assert session.comparison.values_of("api")["utilisation"] < before.values_of("api")["utilisation"]
    assert panel.settings.preset.currentText() == "Your own"
    session.undo()
    assert session.comparison is before


def test_an_hour_is_typed(panel: DayPanel, session: Session) -> None:
    choose(panel, panel.settings.preset, 1)
    panel.chart.choose(14)
    field = panel.settings.hour.entry.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "500")
    QTest.keyClick(field, Qt.Key.Key_Return)
    found = day_of(session.comparison, "api")
    assert found is not None
    assert found.peak == 500


def test_discount_hours_are_added_changed_and_removed(panel: DayPanel, session: Session) -> None:
    windows = panel.settings.windows
    QTest.mouseClick(windows.add, Qt.MouseButton.LeftButton)
    session.settled_answers()
    assert session.comparison.days["api"].windows == (PriceWindow(start="00:30", end="08:30"),)
    row = windows.rows[0]
    row.start.setCurrentText("22:00")
    row.start.activated.emit(row.start.currentIndex())
    row.zone.setCurrentIndex(1)
    row.zone.activated.emit(1)
    assert session.comparison.days["api"].windows == (PriceWindow(start="22:00", end="08:30", zone="UTC"),)
    QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    session.settled_answers()
    assert session.comparison.days["api"].windows == ()
    assert windows.rows == []


def test_hours_of_no_length_are_refused_and_the_lists_go_back(qtbot: QtBot, panel: DayPanel, session: Session) -> None:
    QTest.mouseClick(panel.settings.windows.add, Qt.MouseButton.LeftButton)
    session.settled_answers()
    row = panel.settings.windows.rows[0]
    row.start.setCurrentText("08:30")
    with qtbot.waitSignal(session.failed):
        row.start.activated.emit(row.start.currentIndex())
    assert row.start.currentText() == "00:30"


def test_a_day_for_all_and_one_for_each(panel: DayPanel, session: Session) -> None:
    choose(panel, panel.settings.whose, 3)
    choose(panel, panel.settings.preset, 1)
    assert set(session.comparison.days) == {SHARED}
    assert "Choose one business model" in panel.words.text()
    choose(panel, panel.settings.whose, 2)
    assert "278 nodes" in panel.words.text()
    choose(panel, panel.settings.preset, 0)
    assert set(session.comparison.days) == {SHARED, "maas"}


def test_it_is_wanted_only_where_machines_are_kept_busy(session: Session) -> None:
    assert DayPanel.is_wanted(session.comparison)


def test_what_a_day_costs_is_told_in_the_currency_of_all_amounts(panel: DayPanel, session: Session) -> None:
    choose(panel, panel.settings.preset, 1)
    session.set_display(Display("year", "CNY"))
    assert "cost about ¥634k a day; paying for the peak all day would cost about ¥777k." in panel.words.text()
