"""For people who hear the window or use it by keys alone: everything has a name in their language, every chart can be
had as sentences and as a table, and no control is out of reach of the Tab key."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.comparison.examples import load_example
from core.wording.text import Language
from desktop.dialogs.chart_table import ChartTables, charts_in
from desktop.window.question_tabs import QUESTIONS
from desktop.window.window import Window

Role = QAccessible.Role
NAMED = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox,
    Role.EditableText, Role.Slider,
    Role.SpinBox, Role.Table, Role.Tree, Role.List, Role.MenuItem, Role.PageTab, Role.Graphic, Role.Chart,
}  # fmt: skip
# What a person should never hear: ids of assumptions, places to be filled in, HTML.
RAW = re.compile(r"\b[a-z]+_[a-z_]+\b|\{[a-z_]+\}|<[a-z/]+>")


def every(interface: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """An accessible object and all that can be seen in it."""
    if depth > 40 or interface is None or not interface.isValid():
        return
    state = interface.state()
    if state.invisible:
        return
    yield interface
    for number in range(min(interface.childCount(), 400)):
        child = interface.child(number)
        if child is not None:
            yield from every(child, depth + 1)


def name_of(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", ["three-ways", "deepseek-day"])
def test_everything_that_can_be_used_has_a_name(window: Window, qtbot: QtBot, example: str, language: Language) -> None:
    window.session.open_comparison(load_example(example), origin="example")
    window.session.set_language(language)
    inputs = window.workspace.inputs
    inputs.show_driver("staff_cost", window.session.comparison.alternatives[0].id)
    QTest.mouseClick(inputs.editor.dot, Qt.MouseButton.LeftButton)
    for place in window.workspace.tabs.offered:
        window.workspace.tabs.show_question(QUESTIONS[place].id)
        qtbot.waitUntil(lambda: _told_well(window))  # some are named with their first answer


def _told_well(window: Window) -> None:
    faults = set()
    for found in every(QAccessible.queryAccessibleInterface(window)):
        name, role = name_of(found), found.role()
        where = f"{role.name} {type(found.object()).__name__ if found.object() else ''}"
        if role in NAMED and not name.strip() and not _silent(found):
            faults.add(f"{where}: no name")
        said = (name, found.text(QAccessible.Text.Description))
        faults.update(f"{where}: {words[:80]}" for words in filter(RAW.search, said))
    assert not faults, "\n".join((window.workspace.tabs.question, *sorted(faults)))


def _silent(found: QAccessibleInterface) -> bool:
    """Scroll bars and the like, which screen readers pass over, and parts of composite widgets named as a whole."""
    widget = found.object()
    parent = widget.parent() if isinstance(widget, QWidget) else None
    return widget is None or (widget.objectName().startswith("qt_") and parent is not None) or not widget.isEnabled()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_chart_is_told_and_has_a_table(window: Window, qtbot: QtBot, language: Language) -> None:
    window.session.set_language(language)
    with_charts = 0
    for place in window.workspace.tabs.offered:
        question = QUESTIONS[place].id
        window.workspace.tabs.show_question(question)
        QApplication.processEvents()
        panel = window.workspace.tabs.panel
        assert panel is not None, question
        for chart in charts_in(panel):
            qtbot.waitUntil(lambda chart=chart: bool(chart.accessibleName() and chart.accessibleDescription()))
        window.menus.actions["chart_table"].trigger()
        dialog = next(d for d in window.findChildren(ChartTables) if d.isVisible())
        with_charts += bool(dialog.tables)
        for table in dialog.tables:
            assert table.accessibleName().strip()
            assert table.accessibleDescription().strip()
        if dialog.tables:
            dialog.copy_button.click()
            assert "\t" in QApplication.clipboard().text()
        dialog.reject()
    assert with_charts >= 4


def test_the_table_of_a_chart_is_a_key_press_away(window: Window) -> None:
    assert window.menus.actions["chart_table"].shortcut().toString() == "Ctrl+T"


@pytest.mark.parametrize("opened_before", [False, True])
def test_tab_goes_through_everything_as_it_is_read(window: Window, opened_before: bool) -> None:
    """From left to right and from top to bottom, and what has the focus can be seen; in a comparison that came in the
    place of another too."""
    if opened_before:
        window.menus.actions["close"].trigger()
        window.files.open_example("heavy-users")
        window.files.open_example("three-ways")
    workspace = window.workspace
    parts = (workspace.inputs, workspace.verdict, workspace.tabs, workspace.results)
    window.activateWindow()
    workspace.inputs.bar.search.setFocus()
    reached: list[int] = []
    names: list[tuple[int, str, str]] = []
    for _ in range(400):
        focused = QApplication.focusWidget()
        assert focused is not None
        if reached and focused is workspace.inputs.bar.search:
            break
        QApplication.processEvents()
        seen = focused.viewport() if isinstance(focused, QAbstractScrollArea) else focused
        assert not seen.visibleRegion().isEmpty(), (type(focused).__name__, focused.accessibleName())
        names += [
            (n, type(focused).__name__, focused.accessibleName())
            for n, p in enumerate(parts)
            if p.isAncestorOf(focused)
        ]
        reached += [number for number, part in enumerate(parts) if part is focused or part.isAncestorOf(focused)]
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert set(reached) == set(range(len(parts)))
    assert reached == sorted(reached), "\n".join(map(str, names[-30:]))
