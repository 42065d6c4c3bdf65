"""What stands behind a value can be read: nothing lies on anything else, names are level with their words, no holes."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop.inputs.details import Details
from desktop.window.window import Window


def settle() -> None:
    for _ in range(5):  # a height that follows from a width takes more than one round
        QApplication.processEvents()


def details(window: Window, language: str) -> Details:
    window.session.set_language(language)
    window.workspace.inputs.show_driver("users", "api")
    window.workspace.inputs.editor.dot.click()
    settle()
    return window.workspace.inputs.editor.details


def enter(window: Window, typed: str) -> None:
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    controls.focus(typed)
    QTest.keyClick(controls.entry.field, Qt.Key.Key_Return)
    settle()


def inside(parent: QWidget) -> list[QWidget]:
    return [w for w in parent.findChildren(QWidget) if w.parent() is parent and w.isVisible()]


def assert_tidy(window: Window) -> None:
    editor = window.workspace.inputs.editor
    for parent in (editor.details, editor.hint, editor.details.source_form, editor.details.range_form):
        for one, other in combinations(inside(parent), 2):
            assert not one.geometry().intersects(other.geometry()), (one, other)
    for label in editor.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() == label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_overlaps_however_the_words_change(window: Window, language: str) -> None:
    shown = details(window, language)
    for typed in ("1200", "50m", "60m", "6m"):
        enter(window, typed)
        assert_tidy(window)
    shown.edit_source.click()
    shown.edit_range.click()
    settle()
    assert_tidy(window)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_at_the_end_of_the_range_there_is_no_hole(window: Window, language: str) -> None:
    details(window, language)
    enter(window, "50m")
    hint = window.workspace.inputs.editor.hint
    assert hint.isVisible()
    assert hint.height() <= hint.words.height() + hint.extend.height() + 8


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_are_level_with_their_words(window: Window, language: str) -> None:
    shown = details(window, language)
    for name, words in zip(shown._names, (shown._meaning, shown._source, shown._range), strict=False):
        first = name.geometry().top() + name.contentsMargins().top() + name.fontMetrics().ascent()
        assert first == pytest.approx(words.geometry().top() + words.fontMetrics().ascent(), abs=1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_hint_in_a_field_is_cut(window: Window, language: str) -> None:
    shown = details(window, language)
    shown.edit_source.click()
    shown.edit_range.click()
    settle()
    for field in shown.findChildren(QLineEdit):
        if field.isVisible():
            assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= field.width() - 16
