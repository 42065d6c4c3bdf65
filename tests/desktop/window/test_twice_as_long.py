"""Words twice as long, as some languages have them, still fit: nothing a person must read or press is cut off."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.wording.text import Language, Text, Words
from desktop.inputs.cell import Cell
from desktop.inputs.heading import Heading
from desktop.window.window import Window
from desktop.worker import Worker
from tests.desktop.window.conftest import MakeWindow

PAINTED_BY_HAND = (Cell, Heading)  # they shorten their words themselves, with the whole of it in a tip


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, make_window: MakeWindow) -> Window:
    """A window in which every text is said twice over; what is filled into a text is not doubled by itself."""
    said, fill = Text.__call__, Text.filled
    filling: list[bool] = []

    def twice(text: Text, language: Language) -> str:
        words = said(text, language)
        return f"{words} {words}" if not filling and len(words) > 1 and not words[0].isdigit() else words

    def filled(text: Text, **values: Words | int) -> Text:
        filling.append(True)
        try:
            return fill(text, **values)
        finally:
            filling.pop()

    monkeypatch.setattr(Text, "__call__", twice)
    monkeypatch.setattr(Text, "filled", filled)
    return make_window()


def visible(window: Window, kind: type) -> list[QWidget]:
    return [w for w in window.findChildren(kind) if w.isVisible() and not isinstance(w, PAINTED_BY_HAND)]


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut_off_or_covered(window: Window, qtbot: QtBot, size: tuple[int, int], language: Language) -> None:
    window.resize(*size)
    window.session.set_language(language)
    inputs = window.workspace.inputs
    inputs.show_driver("staff_cost", "maas")
    inputs.editor.dot.click()
    inputs.editor.details.edit_source.click()
    inputs.editor.details.edit_range.click()
    for place in window.workspace.tabs.offered:
        window.workspace.tabs.setTabVisible(place, True)
        window.workspace.tabs.setCurrentIndex(place)
        assert window.workspace.tabs.panel is not None
        for _ in range(3):
            QApplication.processEvents()
        qtbot.waitUntil(lambda: not any(worker.busy for worker in window.findChildren(Worker)))
        qtbot.waitUntil(lambda: fits(window))
    assert (window.width(), window.height()) == size


def fits(window: Window) -> None:
    problems = [*cut_labels(window), *cut_buttons(window), *covering(window)]
    assert not problems, (window.workspace.tabs.question, problems)


def cut_labels(window: Window) -> list[str]:
    """Labels lower than their wrapped words, or narrower than words that do not wrap."""
    found = []
    for label in visible(window, QLabel):
        if not label.text() or (label.pixmap() and not label.pixmap().isNull()):
            continue
        if label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 2:
            found.append(f"low: {label.text()[:40]}")
        if not label.wordWrap() and label.sizeHint().width() > label.width() + 2 and not label.toolTip():
            found.append(f"narrow: {label.text()[:40]}")
    return found


def cut_buttons(window: Window) -> list[str]:
    kinds = (QPushButton, QCheckBox)
    return [
        f"button: {b.text()[:40]}"
        for b in visible(window, QAbstractButton)
        if isinstance(b, kinds) and b.text() and b.sizeHint().width() > b.width() + 2
    ]


def covering(window: Window) -> list[str]:
    """Neighbours that stand on each other, where both belong to one layout that puts things side by side."""
    found = []
    for part in visible(window, QWidget):
        if not isinstance(part.layout(), (QBoxLayout, QGridLayout, QFormLayout)):
            continue
        shown = [
            w for w in part.children() if isinstance(w, QWidget) and w.isVisible() and part.layout().indexOf(w) >= 0
        ]
        for one, other in combinations(shown, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > 1 and common.height() > 1:
                found.append(f"{type(one).__name__} on {type(other).__name__} in {type(part).__name__}")
    return found
