"""Numbers that nobody has checked for long are counted below, listed on request and marked where they stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.comparison import edits
from core.questions.ages import ages as core_ages
from desktop import clock
from desktop.inputs.source_dot import Age
from desktop.window.window import Window
from tests.desktop.window.conftest import MakeWindow

DAY = date(2026, 11, 23)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_hundred_days_on_the_numbers_that_aged_are_told(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    ages = window.status.ages
    checked = [age.source.checked for age in core_ages(window.session.comparison, clock.today())]
    newest = max(checked)
    monkeypatch.setattr(clock, "today", lambda: min(checked))
    ages._counted = None
    ages.count()
    assert not ages.isVisible()
    monkeypatch.setattr(clock, "today", lambda: newest + timedelta(days=100))
    source = window.session.comparison.source_of("maas", "staff_cost")
    assert source is not None
    fresh = source.but(checked=newest + timedelta(days=99))
    window.session.edit(lambda c: edits.set_source(c, "maas", "staff_cost", fresh))
    ages.count()
    assert ages.isVisible()
    count = int(ages.text().split()[0])
    assert "numbers older than 90 days" in ages.text()
    window.workspace.inputs.sheet.unfold_all()
    cells = list(window.workspace.inputs.sheet.cells())
    window.workspace.inputs._filling.forget()
    window.workspace.inputs._follow()
    aged = {(c.place.where, c.place.driver.id) for c in cells if c.face.age in (Age.AGEING, Age.OLD)}
    assert count > 20
    assert ("maas", "staff_cost") not in aged
    ages.click()
    menu = next(menu for menu in ages.findChildren(QMenu) if menu.isVisible())
    first = menu.actions()[0]
    told = first.text()
    assert "days" in told
    first.trigger()
    menu.close()
    QApplication.processEvents()
    place = window.workspace.inputs.editor.place
    assert place is not None
    assert told.startswith(place.driver.label.en)
    window.session.set_language("zh")
    assert f"{count} 个数字超过 90 天未核对" in ages.text()


def test_old_sources_are_worse_than_ageing_ones(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    later = clock.today() + timedelta(days=200)
    monkeypatch.setattr(clock, "today", lambda: later)
    window.workspace.inputs._filling.forget()
    window.workspace.inputs._follow()
    cell = window.workspace.inputs.sheet.cell_for("staff_cost", "maas")
    assert cell is not None
    assert cell.face.age is Age.OLD
    assert "out of date" in cell.toolTip()


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (0, "Four of the five numbers that matter most are more than 90 days old.", "五个数字中，有四个已超过 90 天"),
        (100, "All five numbers that matter most are more than 90 days old.", "五个数字均已超过 90 天未核对。"),
    ],
)
def test_the_verdict_says_so_in_both_languages(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, days: int, english: str, chinese: str
) -> None:
    monkeypatch.setattr(clock, "today", lambda: DAY + timedelta(days=days))
    window = make_window()
    card = window.workspace.verdict
    if card.findings is None:
        with qtbot.waitSignal(card.finder.found, timeout=20_000):
            pass
    assert english in card.condition.text()
    window.session.set_language("zh")
    assert chinese in card.condition.text()
    assert chinese in card.text()
