"""The line at the bottom keeps its parts in view, whatever it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from core.wording.text import Text
from desktop.theme import GRID
from desktop.window.window import Window

LONG = Text("every word of this matters a great deal " * 20, "这句话的每个字都很重要" * 40)


def parts(window: Window) -> list[QWidget]:
    """Those that always stand at the right."""
    buttons = [*window.status.findChildren(QToolButton), *window.status.findChildren(QPushButton)]
    return [window.status.state, *(b for b in buttons if b.isVisible() and b is not window.status.undo)]


def begins(window: Window) -> int:
    """How far from the window's edge the words of the message begin."""
    message = window.status.message
    return message.mapTo(window, message.contentsRect().topLeft()).x()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_long_message_pushes_nothing_out(window: Window, language: str) -> None:
    window.choose_language(language)
    window.scenarios.start("A scenario whose name goes on for longer than anybody would ever want to read")
    window.resize(1024, 700)
    window.workspace.tabs.fill()
    window.status.ages.count()
    QApplication.processEvents()
    places = [part.geometry() for part in parts(window)]
    assert len(places) >= 4
    window.status.say(LONG, "", undoable=True)
    QApplication.processEvents()
    assert [part.geometry() for part in parts(window)] == places
    assert max(place.right() for place in places) < window.width()
    message = window.status.message
    assert message.text() == LONG(language)
    assert message.toolTip() == LONG(language)
    assert message.geometry().right() < window.status.undo.x()
    assert window.status.undo.geometry().right() < min(place.left() for place in places)
    window.status.say(Text("Short.", "短。"))
    QApplication.processEvents()
    assert [part.geometry() for part in parts(window)] == places
    assert message.toolTip() == ""
    assert begins(window) == GRID + 2
    assert message.fontMetrics().horizontalAdvance(message.text()) <= message.contentsRect().width()


def test_a_message_begins_where_it_did_after_another_theme(window: Window) -> None:
    """An empty label with margins of its own loses them when its style changes."""
    for text in (Text("Short.", "短。"), Text("", "")):
        window.status.say(text)
        QApplication.processEvents()
        QApplication.sendEvent(window.status.message, QEvent(QEvent.Type.StyleChange))
    window.status.say(Text("Short.", "短。"))
    QApplication.processEvents()
    assert begins(window) == GRID + 2
