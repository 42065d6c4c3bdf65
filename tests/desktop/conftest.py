"""The application is dressed as a person sees it, whichever test comes first: sizes depend on it. As in the program,
what nobody can reach any more is collected in the window's thread only.

From the first of these tests on Python never does it by itself again: an answer that is still being worked out when its
test has ended would otherwise collect parts of windows in its own thread, during whichever test comes next.
"""

from __future__ import annotations

import gc

import pytest
from PySide6.QtWidgets import QApplication

from core.comparison.examples import load_example
from desktop.session import Session
from desktop.theme import Theme, load_fonts
from desktop.theme.theme import STYLE


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    load_fonts()
    qapp.setStyle(STYLE)
    Theme("light").apply_to(qapp)
    gc.disable()
    gc.collect()
    gc.freeze()  # what stands now stays to the end, and need not be looked through after every test


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session over the example that opens first."""
    return Session(load_example("three-ways"))
