"""The application is dressed as a person sees it, whichever test comes first: sizes depend on it. As in the program,
what nobody can reach any more is collected in the window's thread only.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.theme import Theme, load_fonts


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    load_fonts()
    Theme("light").apply_to(qapp)
    gc.collect()
    gc.freeze()  # what stands now stays to the end, and need not be looked through after every test


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()
