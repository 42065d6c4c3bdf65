"""The first window lies on the screen as a whole, frame included."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from desktop.window.screen_fit import FRAME, first_place

WANTED, LEAST = QSize(1280, 800), QSize(1024, 640)


@pytest.mark.parametrize(
    "available",
    [QRect(0, 0, 1280, 800), QRect(0, 28, 1280, 740), QRect(1280, 0, 1366, 728), QRect(0, 0, 1920, 1080)],
)
def test_all_of_it_is_in_view(available: QRect) -> None:
    place = first_place(WANTED, LEAST, available)
    framed = place.adjusted(0, -FRAME.height() * 3 // 4, 0, 0)
    assert available.contains(framed)
    assert place.width() >= LEAST.width()
    assert place.height() >= LEAST.height()


def test_a_large_screen_gives_it_all_it_wants() -> None:
    assert first_place(WANTED, LEAST, QRect(0, 0, 2560, 1440)).size() == WANTED


def test_a_screen_too_small_shows_its_upper_left() -> None:
    place = first_place(WANTED, LEAST, QRect(0, 0, 800, 600))
    assert place.size() == LEAST
    assert place.left() == 0
