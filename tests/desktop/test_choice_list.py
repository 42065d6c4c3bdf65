"""Drop-down lists fit their words, in whatever language, and never cut a letter in two."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Mode, Theme
from desktop.widgets.choice_list import ChoiceList

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHORT, LONG = "每月", "Operating profit a month, as shown"


def made(qtbot: QtBot, width: int) -> ChoiceList:
    around = QWidget()
    qtbot.addWidget(around)
    box = ChoiceList()
    box.addItem(SHORT)
    row = QHBoxLayout(around)
    row.addWidget(box)
    row.addStretch(1)
    around.resize(width, 60)
    around.show()
    QApplication.processEvents()
    box.around = around
    return box


def test_another_language_has_another_width(qtbot: QtBot) -> None:
    box = made(qtbot, 600)
    before = box.width()
    box.setItemText(0, LONG)
    QApplication.processEvents()
    assert box.shown == LONG
    box.setItemText(0, SHORT)
    QApplication.processEvents()
    assert box.width() == before


def test_too_little_room_ends_in_an_ellipsis_with_a_tip_and_opens_wide(qtbot: QtBot) -> None:
    box = made(qtbot, 160)
    box.setItemText(0, LONG)
    QApplication.processEvents()
    assert box.width() < 160
    assert box.shown.endswith("…")
    assert not box.grab().isNull()
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == LONG
    QToolTip.hideText()
    box.showPopup()
    QApplication.processEvents()
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()


def arrow(box: ChoiceList) -> QImage:
    return box.grab().toImage().copy(box.width() - 21, 4, 17, box.height() - 8)


def near(wanted: QColor, image: QImage) -> bool:
    """Whether a colour occurs; thin strokes are blended with what is behind them."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(max(abs(a - b) for a, b in zip(p.getRgb(), wanted.getRgb(), strict=True)) < 24 for p in pixels)


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_it_looks_like_a_field_with_a_chevron_in_the_colour_of_the_theme(
    qtbot: QtBot, qapp: QApplication, mode: Mode
) -> None:
    theme = Theme(mode)
    try:
        theme.apply_to(qapp)
        box, field, colours = made(qtbot, 300), QLineEdit(), theme.colours
        qtbot.addWidget(field)
        assert box.sizeHint().height() == field.sizeHint().height()
        assert near(colours.colour("muted"), arrow(box))
        assert near(colours.colour("surface"), arrow(box))
        box.setEnabled(False)
        assert near(colours.colour("disabled"), arrow(box))
    finally:
        Theme("light").apply_to(qapp)


def test_the_open_list_has_an_edge(qtbot: QtBot) -> None:
    box = made(qtbot, 300)
    box.showPopup()
    QApplication.processEvents()
    image = box.view().grab().toImage()
    box.hidePopup()
    outline = Theme("light").colours.outline
    corners = [(0, 0), (image.width() - 1, image.height() - 1)]
    assert [image.pixelColor(*corner).name().upper() for corner in corners] == [outline, outline]


def test_more_room_for_the_border_of_who_has_the_focus_is_not_needed(qtbot: QtBot) -> None:
    box = made(qtbot, 300)
    before = box.sizeHint()
    box.window().activateWindow()
    box.setFocus()
    QApplication.processEvents()
    box.setItemText(0, SHORT)
    assert box.hasFocus()
    assert box.sizeHint() == before
