"""Where one begins: words stand in one line on the start page, and a new comparison looks alike in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyle, QStyleOptionButton

from core.wording.text import Language
from desktop.dialogs.new_comparison import LATER, NewComparison
from desktop.theme import GRID
from desktop.window.start_page import EXAMPLES
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs


def test_links_begin_where_their_heading_does(window: Window) -> None:
    window.show_start_page()
    QApplication.processEvents()
    page = window.start_page
    assert page is not None
    (heading,) = (label for label in page.findChildren(QLabel) if label.text() == EXAMPLES("en"))
    links = [button for button in page.findChildren(QPushButton) if button.property("kind") == "link"]
    begins = {link.mapTo(page, inside(link)).x() for link in links}
    assert begins == {heading.mapTo(page, heading.contentsRect().topLeft()).x()}


def drawn(link: QPushButton) -> str:
    """What is painted on it."""
    option = QStyleOptionButton()
    link.initStyleOption(option)
    return option.text


def test_a_link_with_the_focus_is_as_whole_and_as_high_as_before(window: Window) -> None:
    window.show_start_page()
    window.activateWindow()
    QApplication.processEvents()
    page = window.start_page
    assert page is not None
    links = [button for button in page.findChildren(QPushButton) if button.property("kind") == "link"]
    assert links
    for link in links:
        before = link.size(), inside(link).x()
        assert drawn(link) == link.text()
        link.setFocus()
        QApplication.processEvents()
        assert link.hasFocus()
        assert drawn(link) == link.text()
        assert (link.size(), inside(link).x()) == before


def inside(link: QPushButton) -> QPoint:
    """Where its words begin, past the frame and its padding."""
    option = QStyleOptionButton()
    option.initFrom(link)
    return link.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link).topLeft()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_comparison_is_as_high_as_its_words(window: Window, language: Language) -> None:
    window.choose_language(language)
    window.files.new()
    (dialog,) = open_dialogs()
    assert isinstance(dialog, NewComparison)
    QApplication.processEvents()
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    (later,) = (label for label in labels if label.text() == LATER(language))
    above = max(label.geometry().bottom() for label in labels if label.y() < later.y())
    assert 2 * GRID <= later.y() - above <= 3 * GRID + 1
    assert all(label.heightForWidth(label.width()) <= label.height() for label in labels if label.wordWrap())
    assert all(box.width() == box.sizeHint().width() for box in dialog.boxes.values())
    dialog.reject()
