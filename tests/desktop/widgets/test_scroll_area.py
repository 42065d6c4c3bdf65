"""A page that is never content with its size does not take the program down."""

from __future__ import annotations

from itertools import count

from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.scroll_area import ScrollArea


class Restless(QWidget):
    """Wants to be a little higher every time it is asked."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._asked = count(200)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, _width: int) -> int:
        return next(self._asked)


def test_a_restless_page_is_left_alone_after_some_turns(qtbot: QtBot) -> None:
    area, page = ScrollArea(), Restless()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(300, 100)
    area.show()
    for width in (280, 320, 260):
        area.resize(width, 100)
        QApplication.processEvents()
    assert 200 <= page.height() < 1_000


def test_a_page_of_words_is_as_high_as_they_need(qtbot: QtBot) -> None:
    area, page = ScrollArea(), QWidget()
    qtbot.addWidget(area)
    words = QLabel("words that wrap " * 40)
    words.setWordWrap(True)
    QVBoxLayout(page).addWidget(words)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(300, 200)
    area.show()
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == page.height() - area.viewport().height() > 0
    assert words.height() >= words.heightForWidth(words.width())
    area.resize(2_000, 400)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    assert page.size() == area.viewport().size()
