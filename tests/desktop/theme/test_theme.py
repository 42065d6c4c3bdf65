"""The theme follows the choice or the system, dresses the application, and tells whoever paints."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Theme, app_icon
from desktop.theme.colours import DARK, LIGHT
from desktop.theme.icons import FOLDER


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme("light")
    theme.apply_to(qapp)
    yield theme
    theme.set_mode("light")


def test_choosing_dark_repaints_everything(qtbot: QtBot, qapp: QApplication, dressed: Theme) -> None:
    with qtbot.waitSignal(dressed.changed):
        dressed.set_mode("dark")
    assert dressed.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.colour("window")
    assert DARK.surface in qapp.styleSheet()


def test_choosing_what_is_there_already_says_nothing(qtbot: QtBot, dressed: Theme) -> None:
    with qtbot.assertNotEmitted(dressed.changed):
        dressed.set_mode("light")


def test_the_system_decides_when_asked_to(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    hints = QGuiApplication.styleHints()
    theme = Theme("system")
    assert theme.dark == (hints.colorScheme() == Qt.ColorScheme.Dark)
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    assert theme.mode == "system"


def test_a_chosen_theme_stays_when_the_system_changes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    theme = Theme("light")
    monkeypatch.setattr(type(QGuiApplication.styleHints()), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    with qtbot.assertNotEmitted(theme.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is LIGHT


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "evenkeel"))
def test_every_icon_takes_the_colour_of_the_theme(qapp: QApplication, name: str) -> None:
    for mode, table in (("light", LIGHT), ("dark", DARK)):
        image = Theme(mode).icon(name, "accent").pixmap(40, 40).toImage()
        solid = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 250]
        assert solid, f"{name} is empty"
        accent = table.colour("accent")
        for pixel in solid:  # premultiplied colours may lose the last bit
            assert max(abs(a - b) for a, b in zip(pixel.getRgb()[:3], accent.getRgb()[:3], strict=True)) <= 2


def test_the_product_has_an_icon_of_its_own(qapp: QApplication) -> None:
    assert not app_icon().pixmap(64, 64).isNull()


def test_eleven_alternatives_never_share_colour_and_stroke(qapp: QApplication) -> None:
    theme = Theme("light")
    assert len({(theme.series(i), theme.stroke(i)) for i in range(11)}) == 11
