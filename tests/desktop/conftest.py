"""The application is dressed as a person sees it, whichever test comes first: sizes depend on it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme, load_fonts


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    load_fonts()
    Theme("light").apply_to(qapp)
