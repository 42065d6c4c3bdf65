"""The card that stands while the window is built: on the screen at once, in the person's words, and gone with the
window's first paint."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import main
from desktop.settings import LANGUAGE, Settings
from desktop.splash import HEIGHT, WIDTH, Splash


def splashes() -> list[Splash]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Splash)]


@pytest.mark.parametrize(
    ("language", "file", "said"),
    [
        ("en", None, "Opening the example…"),
        ("zh", None, "正在打开示例…"),
        ("en", Path("plans") / "spring.evenkeel", "Opening spring.evenkeel…"),
        ("zh", Path("计划.evenkeel"), "正在打开“计划.evenkeel”…"),
    ],
)
def test_it_says_what_is_being_opened(qtbot: QtBot, language: str, file: Path | None, said: str) -> None:
    Settings().set(LANGUAGE, language)
    splash = Splash(file)
    qtbot.addWidget(splash)
    assert said in splash.accessibleName()
    splash.show_now()
    assert splash.isVisible()
    assert (splash.width(), splash.height()) == (WIDTH, HEIGHT)
    painted = splash.grab().toImage()
    assert len({painted.pixelColor(x, y).name() for x in range(0, WIDTH, 2) for y in range(0, HEIGHT, 2)}) > 4


def test_it_goes_by_itself(qtbot: QtBot) -> None:
    splash = Splash(None)
    splash.show_now()
    splash.close_soon()
    qtbot.waitUntil(lambda: not splashes() or not splash.isVisible())


def test_it_does_not_outstay_a_refusal(qapp: QApplication, qtbot: QtBot) -> None:
    assert main(["--example", "three-way"]) == 2
    qtbot.waitUntil(lambda: not any(splash.isVisible() for splash in splashes()))
