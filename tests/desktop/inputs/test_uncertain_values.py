"""Uncertain values in the grid: typed as a range, marked in the cell, given another shape, made certain again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.comparison.distribution import Pert, Triangular
from core.comparison.parts import Setting
from core.wording.text import Language
from desktop.inputs.cell import Cell
from desktop.inputs.grid import InputsGrid
from desktop.inputs.value_controls import NumberControls
from desktop.session import Session

STAFF = "staff_cost"


def test_a_value_outside_its_range_says_so_and_the_range_can_reach_it(grid: InputsGrid, session: Session) -> None:
    typed(grid, "400k to 700k")
    typed(grid, "300k")
    uncertainty = grid.editor.uncertainty
    assert uncertainty.told.text().endswith("$300k, lies outside: “How sure” looks at this range only.")
    uncertainty.reach.click()
    distribution = session.comparison.setting_of("api", STAFF).distribution
    assert (distribution.low, distribution.mode, distribution.high) == (300_000, 300_000, 700_000)
    assert "outside" not in uncertainty.told.text()
    assert uncertainty.reach.isHidden()


def cell_of(grid: InputsGrid, driver: str = STAFF) -> Cell:
    cell = grid.sheet.cell_for(driver, "api")
    assert cell is not None
    return cell


def typed(grid: InputsGrid, words: str, driver: str = STAFF) -> NumberControls:
    """Open the cell, type into the entry, and press Enter."""
    controls = typing(grid, words, driver)
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    return controls


def typing(grid: InputsGrid, words: str, driver: str = STAFF) -> NumberControls:
    """Open the cell and type into the entry."""
    QTest.mouseClick(cell_of(grid, driver), Qt.MouseButton.LeftButton)
    controls = grid.editor.controls
    assert isinstance(controls, NumberControls)
    controls.focus()
    controls.entry.field.selectAll()
    controls.entry.field.insert(words)
    controls.entry.field.setModified(True)
    controls.entry.field.textEdited.emit(words)
    return controls


def setting_of(session: Session, driver: str = STAFF) -> Setting:
    return session.comparison.setting_of("api", driver)


@pytest.mark.parametrize("words", ["500k to 700k", "50万到70万", "500-700k", "$500,000 ~ $700,000"])
def test_a_typed_range_makes_the_value_uncertain(grid: InputsGrid, session: Session, words: str) -> None:
    typed(grid, words)
    assert setting_of(session).value == 550_000
    assert setting_of(session).distribution == Pert(low=500_000, mode=550_000, high=700_000)
    assert cell_of(grid).face.uncertain
    assert "most likely $550k" in cell_of(grid).accessibleName()
    assert grid.editor.uncertainty.isVisible()
    session.undo()
    assert not cell_of(grid).face.uncertain
    assert not grid.editor.uncertainty.isVisible()


@pytest.mark.parametrize("words", ["600k ± 100k", "600k+-100k"])
def test_a_value_give_or_take_is_set_with_its_range(grid: InputsGrid, session: Session, words: str) -> None:
    assert setting_of(session).value == 550_000  # inside, but not what is written
    typed(grid, words)
    assert setting_of(session).value == 600_000
    assert setting_of(session).distribution == Pert(low=500_000, mode=600_000, high=700_000)


def test_a_range_elsewhere_moves_the_value_to_its_middle(grid: InputsGrid, session: Session) -> None:
    typed(grid, "1M to 2M")
    assert setting_of(session).value == 1_500_000
    assert setting_of(session).distribution == Pert(low=1e6, mode=1.5e6, high=2e6)
    assert session.can_undo
    session.undo()
    assert not session.can_undo


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("500k to 700k", "en", "uncertain: $500k to $700k"),
        ("1M to 2M", "en", "uncertain: $1M to $2M, value $1.5M"),
        ("600k ± 100k", "en", "uncertain: $500k to $700k, value $600k"),
        ("60万±10万", "zh", "不确定：US$50万至 US$70万，取值 US$60万"),
        ("1M to 2M", "zh", "不确定：US$100万至 US$200万，取值 US$150万"),
    ],
)
def test_what_a_range_would_do_is_told_while_it_is_typed(
    grid: InputsGrid, session: Session, words: str, language: Language, told: str
) -> None:
    session.set_language(language)
    entry = typing(grid, words).entry
    assert (entry.field._behind or entry.message) == told


@pytest.mark.parametrize("words", ["700k to 500k", "5 to 5", "-5 to 10", "5 to many"])
def test_a_range_that_makes_no_sense_is_refused_where_it_was_typed(
    grid: InputsGrid, session: Session, words: str
) -> None:
    controls = typed(grid, words)
    assert controls.entry.refused
    assert controls.entry.field.text() == words
    assert setting_of(session).distribution is None
    assert not session.can_undo


def test_while_typing_it_says_what_it_understood(grid: InputsGrid, session: Session) -> None:
    session.set_language("zh")
    QTest.mouseClick(cell_of(grid), Qt.MouseButton.LeftButton)
    controls = grid.editor.controls
    assert isinstance(controls, NumberControls)
    controls.focus()
    QTest.keyClicks(controls.entry.field, "50-70")
    assert controls.entry.field.accessibleDescription() in ("", "不确定：US$50 至 US$70")
    controls.entry.revert()


def test_the_button_takes_the_usual_range_and_another_shape_reaches_as_far(grid: InputsGrid, session: Session) -> None:
    QTest.mouseClick(cell_of(grid), Qt.MouseButton.LeftButton)
    editor = grid.editor.uncertainty
    QTest.mouseClick(editor.offer, Qt.MouseButton.LeftButton)
    usual = setting_of(session).range or session.comparison.driver_of("api", STAFF).range
    assert setting_of(session).distribution == Pert(low=usual.low, mode=550_000, high=usual.high)
    assert not editor.offer.isVisible()
    editor.kinds.setFocus()
    QTest.keyClick(editor.kinds, Qt.Key.Key_Down)
    assert setting_of(session).distribution == Triangular(low=usual.low, mode=550_000, high=usual.high)
    QTest.mouseClick(editor.certain, Qt.MouseButton.LeftButton)
    assert setting_of(session).distribution is None
    assert editor.offer.isVisible()


def test_the_slider_takes_the_most_likely_value_along(grid: InputsGrid, session: Session) -> None:
    typed(grid, "500k to 700k")
    session.set_driver("api", STAFF, 600_000)
    assert setting_of(session).distribution == Pert(low=500_000, mode=600_000, high=700_000)
    assert "most likely $600k" in grid.editor.uncertainty.told.text()


def test_a_range_that_was_typed_is_told_as_a_value_is(qtbot: QtBot, grid: InputsGrid, session: Session) -> None:
    with qtbot.waitSignals([session.dragging_changed, session.dragging_changed]):
        typed(grid, "5m to 10m", "users")
    assert session.comparison.shared["users"].distribution is not None
    assert not session.dragging
