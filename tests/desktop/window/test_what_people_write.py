"""What a person writes is shown as it was written, whatever it looks like, and names stay in one line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from core.comparison import edits
from desktop.window.window import Window
from tests.desktop.window.pressing import only_box, open_dialogs

MARKED = "<i>A</i>"


@pytest.fixture
def named(window: Window) -> Window:
    window.session.edit(lambda comparison: edits.rename(comparison, "api", MARKED))
    window.session.settled_answers()
    return window


def test_what_is_refused_is_told_as_it_was_typed(window: Window) -> None:
    window.workspace.inputs.show_driver("users", "api")
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    controls.entry.enter("<b>x</b>")
    assert controls.entry.message.startswith('"<b>x</b>" is not a number.')
    (label,) = [label for label in controls.entry.findChildren(QLabel) if label.text() == controls.entry.message]
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # what a hint asks for
def test_a_name_that_looks_like_a_tag_is_read_whole(named: Window, qtbot: QtBot) -> None:
    results, heads = named.workspace.results, named.workspace.inputs.heads
    tip = results.figures.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>&lt;i&gt;A&lt;/i&gt;</qt>"
    place = QPoint(heads.width() // 2, heads.height() // 2)
    QApplication.sendEvent(heads, QHelpEvent(QHelpEvent.Type.ToolTip, place, heads.mapToGlobal(place)))
    assert QToolTip.text() == tip
    QToolTip.hideText()
    labels = [label for label in named.findChildren(QLabel) if MARKED in label.text()]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_title_that_looks_like_a_tag_is_asked_about_as_it_is(named: Window) -> None:
    named.session.edit(lambda comparison: edits.set_title(comparison, MARKED))
    named.close()
    assert MARKED in only_box().text()
    assert only_box().textFormat() == Qt.TextFormat.PlainText


def test_tabs_and_line_breaks_of_a_pasted_name_are_spaces(window: Window) -> None:
    window.alternatives.rename("api")
    (dialog,) = open_dialogs()
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("1\t2\t 3\n")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.session.comparison.alternative("api").name == "1 2 3"
