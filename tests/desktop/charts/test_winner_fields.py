"""The strip of winners: slivers become a close race, names keep what tells them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.wording.text import Language
from desktop.charts.profit.chart import ProfitChart
from desktop.charts.profit.data import ProfitData, WinnerRegion
from desktop.charts.profit.winner_fields import brief, fields_of, tip_of
from desktop.theme import Theme

REGIONS = (
    WinnerRegion(0, 100, None), WinnerRegion(100, 104, "api"), WinnerRegion(104, 109, None),
    WinnerRegion(109, 112, "api"), WinnerRegion(112, 200, "plan"), WinnerRegion(200, 205, "api"),
    WinnerRegion(205, 300, "plan"),
)  # fmt: skip
NAMES = {"api": "Open API", "plan": "Flat plan", None: "nobody"}


def test_slivers_in_a_row_become_a_close_race() -> None:
    fields = fields_of(REGIONS, float)
    assert [(field.left, field.right, field.is_race) for field in fields] == [
        (0, 100, False), (100, 112, True), (112, 200, False), (200, 205, False), (205, 300, False),
    ]  # fmt: skip
    assert fields[1].keys == ("api", None)


def test_what_cannot_be_seen_is_not_there() -> None:
    assert fields_of((WinnerRegion(0, 0.2, "api"),), float) == []


def test_tips_say_who_leads_and_where() -> None:
    told = [tip_of(field, NAMES.__getitem__).en for field in fields_of(REGIONS, float)]
    assert told[0] == "From 0 to 100 users, nobody makes a profit."
    assert told[1] == "Close race from 100 to 112 users: the lead changes 2 times. In turn: Open API, nobody."
    assert told[2] == "From 112 to 200 users, Flat plan makes the most."


@pytest.mark.parametrize(
    ("name", "letters", "told"),
    [
        ("DeepSeek-style API", 30, "DeepSeek-style API"), ("DeepSeek-style API", 15, "DeepSeek-style"),
        ("DeepSeek-style API", 10, "DeepSeek"), ("DeepSeek-style API", 5, ""), ("Flat plan A", 9, ""),
        ("DeepSeek 式 API", 10, "DeepSeek"),
    ],
)  # fmt: skip
def test_names_are_shortened_to_what_tells_them_apart(name: str, letters: int, told: str) -> None:
    names = [name, "Flat plan A", "Flat plan B"]
    assert brief(name, names, lambda words: len(words) <= letters) == told


@pytest.mark.parametrize(("language", "told"), [("en", "close race"), ("zh", "难分高下")])
def test_hatched_fields_too_narrow_for_words_are_explained_beside_the_strip(
    qtbot: QtBot, theme: Theme, data: ProfitData, language: Language, told: str
) -> None:
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    chart.resize(700, 300)
    chart.show()
    chart.set_data(data)
    QApplication.processEvents()
    assert chart._strip.key.words == ""
    narrow = (WinnerRegion(2_000, 2_300, "maas"), WinnerRegion(2_300, 2_700, None), WinnerRegion(2_700, 50_000, "api"))
    chart.set_data(replace(data, winners=(data.winners[0], *narrow)))
    chart.set_language(language)
    QApplication.processEvents()
    assert any(field.is_race for field in chart._strip._fields())
    assert chart._strip.key.words == told
    assert chart._strip.key.rect().width() == chart._ends.rect().width()


def test_the_pointer_is_told_what_has_no_room(qtbot: QtBot, theme: Theme, data: ProfitData) -> None:
    chart = ProfitChart(theme)
    qtbot.addWidget(chart)
    chart.resize(700, 300)
    chart.show()
    chart.set_data(data)
    QApplication.processEvents()
    place = chart.mapFromScene(chart._strip.mapToScene(chart._strip.rect().center()))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, QPoint(0, 0))
    QApplication.sendEvent(chart.viewport(), event)
    assert "Open weights + API makes the most." in chart._strip.toolTip()
