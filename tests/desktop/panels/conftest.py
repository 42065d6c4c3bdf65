"""A theme, and a session over the example that opens first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from core.comparison.examples import load_example
from desktop.session import Session
from desktop.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(load_example("three-ways"))
