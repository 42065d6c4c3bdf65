"""What the marks in the cells mean is said where they stand, in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.inputs.marks import MARKS, TITLE, MarksWindow
from desktop.window.window import Window


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_mark_is_explained(window: Window, language: str) -> None:
    window.session.set_language(language)
    shown = MarksWindow(window.theme, language, window)
    told = [label.text() for label in shown.findChildren(QLabel)]
    assert told == [TITLE(language), *(mark.meaning(language) for mark in MARKS)]
    assert not shown.grab().isNull()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_button_says_what_it_is_for(window: Window) -> None:
    button = window.workspace.inputs.bar.marks
    assert button.toolTip() == "What the marks mean"
    window.session.set_language("zh")
    assert button.accessibleName() == "标记的含义"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("driver", "words"),
    [("utilisation", {"en": "Source", "zh": "来源"}), ("users", {"en": "Assumption", "zh": "假设"})],
)
def test_the_dot_has_a_word_beside_it(window: Window, driver: str, words: dict[str, str], language: str) -> None:
    dot = window.workspace.inputs.editor.dot
    window.session.set_language(language)
    window.workspace.inputs.show_driver(driver, "maas")
    word = words[language]
    assert dot._word() == word
    assert dot.width() >= 24 + dot.fontMetrics().horizontalAdvance(word) * 0.8
    assert word in dot.accessibleName() or "source" in dot.accessibleName().lower()
