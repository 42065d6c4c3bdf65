"""The grid of assumptions on screen, every group unfolded."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.inputs.grid import InputsGrid
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def grid(qtbot: QtBot, session: Session, theme: Theme) -> InputsGrid:
    made = InputsGrid(session, theme)
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    made.activateWindow()
    made.sheet.unfold_all()
    QApplication.processEvents()
    return made
