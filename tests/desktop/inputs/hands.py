"""What a person does in the grid of assumptions, for its tests."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.inputs.cell import Cell
from desktop.inputs.grid import InputsGrid
from desktop.inputs.value_controls import NumberControls
from desktop.session import Session


def cell_of(grid: InputsGrid, driver: str, alternative: str) -> Cell:
    cell = grid.sheet.cell_for(driver, alternative)
    assert cell is not None
    return cell


def opened(grid: InputsGrid, driver: str, alternative: str) -> NumberControls:
    QTest.mouseClick(cell_of(grid, driver, alternative), Qt.MouseButton.LeftButton)
    controls = grid.editor.controls
    assert isinstance(controls, NumberControls)
    return controls


def value_of(session: Session, alternative: str, driver: str) -> float:
    return session.comparison.setting_of(alternative, driver).value


def drag(controls: NumberControls, *shares: float) -> None:
    slider = controls.slider
    stops = [QPoint(round(share * slider.width()), slider.height() // 2) for share in shares]
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=stops[0])
    for stop in stops[1:]:
        QTest.mouseMove(slider, stop)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=stops[-1])
