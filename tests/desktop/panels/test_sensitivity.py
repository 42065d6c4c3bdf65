"""What matters most: bars of every alternative on one axis, a click goes to the assumption, the words say the same."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.panels.sensitivity.panel import SensitivityPanel
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> SensitivityPanel:
    made = SensitivityPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(850, 420)
    with qtbot.waitSignal(made.worker.answered, timeout=20_000):
        made.show()
    return made


def choose(qtbot: QtBot, panel: SensitivityPanel, aim: int) -> None:
    with qtbot.waitSignal(panel.worker.answered, timeout=20_000):
        panel.aims.setCurrentIndex(aim)


def test_every_alternative_has_its_most_important_first(panel: SensitivityPanel) -> None:
    assert [block.key for block in panel.chart.data.blocks] == ["api", "subscription", "maas"]
    for block in panel.chart.data.blocks:
        assert len(block.bars) == 5
        swings = [bar.greatest - bar.least for bar in block.bars]
        assert swings == sorted(swings, reverse=True)
        assert next(bar for bar in block.bars if bar.key != "users").label in block.sentence
    assert panel.chart.data.blocks[1].sentence.startswith("Besides the number of users, ")


def test_all_of_them_on_request(panel: SensitivityPanel, session: Session) -> None:
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert len(panel.chart.data.blocks[0].bars) > 15
    assert all(bar.matters for block in panel.chart.data.blocks for bar in block.bars)
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert len(panel.chart.data.blocks[0].bars) == 5


def test_a_click_goes_to_the_assumption(qtbot: QtBot, panel: SensitivityPanel) -> None:
    blocks = panel.chart.blocks
    place = next(p for p in blocks.layout_now.places if p.block.key == "subscription")
    with qtbot.waitSignal(panel.driver_wanted) as wanted:
        QTest.mouseClick(blocks, Qt.MouseButton.LeftButton, pos=QPoint(300, int(place.row.center().y())))
    assert wanted.args == [place.bar.key, "subscription"]


def test_so_does_enter(qtbot: QtBot, panel: SensitivityPanel) -> None:
    blocks = panel.chart.blocks
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(blocks, key)
    third = panel.chart.data.blocks[0].bars[2]
    assert blocks.accessibleDescription().startswith(third.label)
    with qtbot.waitSignal(panel.driver_wanted) as wanted:
        QTest.keyClick(blocks, Qt.Key.Key_Return)
    assert wanted.args == [third.key, "api"]


def test_the_other_targets(qtbot: QtBot, panel: SensitivityPanel) -> None:
    choose(qtbot, panel, 1)
    assert panel.chart.data.unit == "1"
    choose(qtbot, panel, 2)
    assert panel.chart.data.blocks[0].base == 5_409_143
    assert math.isinf(panel.chart.data.blocks[2].base)
    assert panel.chart.table().rows[0][3:5] == ("15%: never", "100%: 1.49M")


def test_both_languages_and_a_table_twin(panel: SensitivityPanel, session: Session) -> None:
    english = panel.chart.table()
    session.set_language("zh")
    chinese = panel.chart.table()
    assert len(english.rows) == len(chinese.rows) == 15
    assert all(len(row) == len(chinese.headers) for row in chinese.rows)
    assert "影响最大" in panel.chart.summary()
    assert panel.chart.accessibleDescription() == panel.chart.summary()


def test_a_drag_leaves_the_bars_alone_until_the_hand_rests(
    qtbot: QtBot, panel: SensitivityPanel, session: Session
) -> None:
    before = panel.chart.data
    session.begin_drag()
    panel.worker._quiet.setInterval(60_000)  # it does not rest yet
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("maas", "utilisation", 0.5, "drag")
    assert panel.chart.data is before
    panel.worker._quiet.setInterval(1)
    with qtbot.waitSignal(panel.worker.answered, timeout=20_000):
        session.set_driver("maas", "utilisation", 0.6, "drag")
    assert panel.chart.data.blocks[2].base != before.blocks[2].base
    session.end_drag()


def test_the_table_stands_a_key_press_away(panel: SensitivityPanel, session: Session) -> None:
    panel.as_table.setFocus()
    QTest.keyClick(panel.as_table, Qt.Key.Key_Space)
    assert panel.twin.isVisible()
    assert tuple(panel.twin.words()[0]) == panel.chart.table().rows[0]
    session.set_language("zh")
    assert tuple(panel.twin.words()[0]) == panel.chart.table().rows[0]
