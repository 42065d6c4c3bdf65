"""Drop-down lists fit their words, in whatever language, and never cut a letter in two."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolTip, QWidget
from pytestqt.qtbot import QtBot

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
