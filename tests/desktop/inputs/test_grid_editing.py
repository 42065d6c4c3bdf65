"""Values are typed, dragged, switched and shared in the grid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.inputs.cell import Cell
from desktop.inputs.grid import InputsGrid
from desktop.inputs.value_controls import SwitchControls
from desktop.session import Session
from tests.desktop.inputs.hands import cell_of, drag, opened, value_of


@pytest.mark.parametrize(
    ("driver", "alternative", "typed", "value"),
    [
        ("users", "api", "1.2万", 12_000),
        ("users", "api", "2.5M", 2_500_000),
        ("utilisation", "maas", "35%", 0.35),
        ("utilisation", "maas", "３５", 0.35),
        ("staff_cost", "maas", "$1,200", 1_200),
    ],
)
def test_typing_a_number_as_people_write_it(
    grid: InputsGrid, session: Session, driver: str, alternative: str, typed: str, value: float
) -> None:
    controls = opened(grid, driver, alternative)
    controls.focus()
    QTest.keyClicks(controls.entry.field, typed) if typed.isascii() else controls.focus(typed)
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    assert value_of(session, alternative, driver) == pytest.approx(value)
    assert not controls.entry.refused


@pytest.mark.parametrize("typed", ["140%", "0", "nonsense", "-1"])
def test_what_makes_no_sense_is_refused_under_the_entry_and_kept(
    grid: InputsGrid, session: Session, typed: str
) -> None:
    controls = opened(grid, "utilisation", "maas")
    controls.focus()
    QTest.keyClicks(controls.entry.field, typed)
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    assert controls.entry.refused
    assert controls.entry.message
    assert controls.entry.field.text() == typed
    assert value_of(session, "maas", "utilisation") == 0.2
    assert not session.can_undo


def test_one_drag_is_one_step_of_undo(grid: InputsGrid, session: Session) -> None:
    controls = opened(grid, "utilisation", "maas")
    drag(controls, 0.3, 0.4, 0.5, 0.6, 0.7)
    assert value_of(session, "maas", "utilisation") > 0.5
    assert not session.dragging
    drag(controls, 0.7, 0.9)
    session.undo()
    assert 0.5 < value_of(session, "maas", "utilisation") < 0.7
    session.undo()
    assert value_of(session, "maas", "utilisation") == 0.2
    assert not session.can_undo
    assert cell_of(grid, "utilisation", "maas").face.value == "20%"


def test_a_drag_touches_only_the_cells_that_change(
    grid: InputsGrid, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(grid, "utilisation", "maas")
    session.set_driver("maas", "utilisation", 0.25)
    touched: list[str] = []
    show = Cell.show_face
    monkeypatch.setattr(Cell, "show_face", lambda cell, face: (touched.append(face.spoken), show(cell, face)))
    session.set_driver("maas", "utilisation", 0.3)
    assert len(touched) == 1
    assert "Busy share" in touched[0]


def test_a_changed_cell_is_marked_and_says_what_it_was(grid: InputsGrid, session: Session) -> None:
    cell = cell_of(grid, "utilisation", "maas")
    assert not cell.face.changed
    session.set_driver("maas", "utilisation", 0.3)
    assert cell.face.changed
    assert cell.toolTip() == "template 20%; saved 20%; now 30%; from 10% to 45%, most likely 30%"


def test_yes_or_no_is_a_switch(grid: InputsGrid, session: Session) -> None:
    QTest.mouseClick(cell_of(grid, "separate_pools", "maas"), Qt.MouseButton.LeftButton)
    controls = grid.editor.controls
    assert isinstance(controls, SwitchControls)
    QTest.mouseClick(controls.switch, Qt.MouseButton.LeftButton)
    assert value_of(session, "maas", "separate_pools") == 1
    assert cell_of(grid, "separate_pools", "maas").face.value == "yes"


def test_the_chip_shares_and_separates(grid: InputsGrid, session: Session) -> None:
    opened(grid, "gpu_hour_price", "maas")
    QTest.mouseClick(grid.editor.chip, Qt.MouseButton.LeftButton)
    assert session.comparison.is_shared("maas", "gpu_hour_price")
    assert value_of(session, "maas", "gpu_hour_price") == 2
    assert cell_of(grid, "gpu_hour_price", "maas") is cell_of(grid, "gpu_hour_price", "api")
    assert grid.editor.isVisible()
    session.undo()
    assert value_of(session, "maas", "gpu_hour_price") == 2.35


def test_sharing_what_nobody_shares_yet_makes_all_follow(grid: InputsGrid, session: Session) -> None:
    opened(grid, "utilisation", "maas")
    QTest.mouseClick(grid.editor.chip, Qt.MouseButton.LeftButton)
    assert {value_of(session, id, "utilisation") for id in ("api", "subscription", "maas")} == {0.2}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_separating_one_of_several_asks_which(grid: InputsGrid, session: Session) -> None:
    opened(grid, "users", "api")
    QTest.mouseClick(grid.editor.chip, Qt.MouseButton.LeftButton)
    menu = next(child for child in grid.editor.children() if isinstance(child, QMenu))
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(names) == 4
    menu.actions()[1].trigger()
    menu.close()
    assert [session.comparison.is_shared(id, "users") for id in ("api", "subscription", "maas")] == [True, False, True]
