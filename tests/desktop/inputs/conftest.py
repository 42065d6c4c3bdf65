"""A theme for the widgets."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme, load_fonts


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme("light")
