"""A theme for the widgets."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")
