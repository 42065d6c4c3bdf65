"""The first five minutes of somebody new, from the finished example to a slide: with the mouse, with typed numbers, and
with the keyboard alone; in both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.comparison.file.format import dumps
from core.wording.text import Language
from desktop.inputs.cell import Cell
from desktop.panels.needed.panel import NeededPanel
from desktop.panels.sensitivity.panel import SensitivityPanel
from desktop.theme import Mode
from desktop.window.window import Window

LEFT = Qt.MouseButton.LeftButton
LOOKS: tuple[tuple[Language, Mode], ...] = (("en", "light"), ("zh", "dark"), ("en", "dark"), ("zh", "light"))
WINS = {"en": "DeepSeek-style API makes the most", "zh": "DeepSeek 式 API 最赚钱"}
CHANGED = {"en": "The winner changed", "zh": "最赚钱的变了"}


@pytest.fixture(params=LOOKS, ids="-".join)
def looked_at(request: pytest.FixtureRequest, qapp: QApplication, window: Window) -> Iterator[Window]:
    language, mode = request.param
    window.theme.apply_to(qapp)
    window.choose_language(language)
    window.choose_mode(mode)
    window.activateWindow()
    QApplication.processEvents()
    yield window
    window.choose_mode("light")


def on_the_chart(window: Window, users: float) -> QPoint:
    """Where so many users are on the chart, near the top, where the line's handle is."""
    chart = window.workspace.tabs.panels["break_even"].chart
    (x0, x1), rect = chart.view.viewRange()[0], chart.view.rect()
    inside = QPointF((users - x0) / (x1 - x0) * rect.width(), 0.15 * rect.height())
    return chart.mapFromScene(chart.view.mapToScene(inside))


def click_tab(window: Window, question: str) -> None:
    tabs = window.workspace.tabs
    place = tabs.number_of(question)
    assert tabs.isTabVisible(place)
    QTest.mouseClick(tabs.tabBar(), LEFT, pos=tabs.tabBar().tabRect(place).center())


def click_cell(window: Window, driver: str, alternative: str) -> Cell:
    window.workspace.inputs.show_driver(driver, alternative)
    cell = window.workspace.inputs.sheet.cell_for(driver, alternative)
    assert cell is not None
    QTest.mouseClick(cell, LEFT)
    QApplication.processEvents()
    return cell


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(window: Window, driver: str, alternative: str, words: str) -> None:
    """Open the cell and type over what stands there, as a person does; what no key gives comes from an input method."""
    click_cell(window, driver, alternative)
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    controls.focus()
    field = controls.entry.field
    field.selectAll()
    if words.isascii():
        QTest.keyClicks(field, words)
    else:
        field.insert(words)
        field.setModified(True)
        field.textEdited.emit(field.text())
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_mouse_finds_the_way_from_the_example_to_a_slide(qtbot: QtBot, looked_at: Window) -> None:
    window, session = looked_at, looked_at.session
    language = session.language
    first = dumps(session.document)
    assert WINS[language] in window.workspace.verdict.headline.text()

    # The line "your users" is dragged: axes stand still, the dots ride along, the change of the winner is told.
    chart = window.workspace.tabs.panels["break_even"].chart
    axes = chart.view.viewRange()
    QTest.mousePress(chart.viewport(), LEFT, pos=on_the_chart(window, 6e6))
    for users in (7e6, 9e6, 12e6):
        QTest.mouseMove(chart.viewport(), on_the_chart(window, users))
        QApplication.processEvents()
        assert chart.view.viewRange() == axes
    with qtbot.waitSignal(session.dragging_changed):
        QTest.mouseRelease(chart.viewport(), LEFT, pos=on_the_chart(window, 12e6))
    assert session.answers.verdict.winner == "subscription"
    assert CHANGED[language] in window.status.message.text()
    QTest.mouseClick(window.status.undo, LEFT)
    assert dumps(session.document) == first

    # What matters most: a click on a bar leads to its assumption.
    click_tab(window, "sensitivity")
    matters = window.workspace.tabs.panels["sensitivity"]
    assert isinstance(matters, SensitivityPanel)
    qtbot.waitUntil(lambda: bool(matters.chart.data.blocks) and not matters.worker.busy, timeout=20_000)
    for _ in range(3):  # sizes, then what sizes led to
        QApplication.processEvents()
    bar = next(p for p in matters.chart.blocks.layout_now.places if p.bar.key != "users")
    QTest.mouseClick(matters.chart.blocks, LEFT, pos=QPoint(300, int(bar.row.center().y())))
    assert window.workspace.inputs.editor.place is not None
    assert window.workspace.inputs.editor.place.driver.id == bar.bar.key

    # What would have to be true: try the nearest, then take it back.
    click_tab(window, "needed")
    goal = window.workspace.tabs.panels["needed"]
    assert isinstance(goal, NeededPanel)
    qtbot.waitUntil(lambda: goal.table.rowCount() > 0 and not goal.worker.busy, timeout=20_000)
    with qtbot.waitSignal(session.answers_changed):
        QTest.mouseClick(goal.table.button(0), LEFT)
    assert session.answers.results["subscription"].lines["operating_profit"] == pytest.approx(0, abs=1e-2)
    session.undo()
    assert dumps(session.document) == first

    # Where a number comes from.
    click_cell(window, "utilisation", "maas")
    QTest.mouseClick(window.workspace.inputs.editor.dot, LEFT)
    source = {"en": "Source", "zh": "来源"}[language]
    told = [label.text() for label in window.findChildren(QLabel) if label.accessibleName() == source]
    assert any("2025" in text for text in told)

    # A slide of the chart, for the meeting.
    window.workspace.tabs.show_question("break_even")
    window.menus.actions["copy_chart"].trigger()
    slide = QGuiApplication.clipboard().image()
    assert (slide.width(), slide.height()) == (1920, 1080)
    assert slide.pixelColor(2, 2).lightness() > 240  # light on any screen, whatever the window looks like


def test_numbers_as_people_write_them(looked_at: Window) -> None:
    session = looked_at.session
    for words, value in (("1.2万", 12_000.0), ("45k", 45_000.0), ("６００万", 6e6), ("2,000,000", 2e6)):
        typed(looked_at, "users", "api", words)
        assert session.comparison.shared["users"].value == value
    typed(looked_at, "utilisation", "maas", "30%")
    typed(looked_at, "staff_cost", "maas", "$250,000")
    own = session.comparison.alternative("maas").own
    assert (own["utilisation"].value, own["staff_cost"].value) == (0.3, 250_000.0)


def test_the_keyboard_alone_is_enough(
    qtbot: QtBot,
    looked_at: Window,
    chosen: Callable[[Path | None], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, session = looked_at, looked_at.session
    cell = window.workspace.inputs.sheet.cell_for("users", "api")
    assert cell is not None
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Return)  # into its entry
    QTest.keyClicks(focused(), "45m")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert session.comparison.shared["users"].value == 45e6
    controls = window.workspace.inputs.editor.controls
    assert controls is not None
    controls.slider.setFocus()
    QTest.keyClick(controls.slider, Qt.Key.Key_Left)
    assert session.comparison.shared["users"].value < 45e6
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.comparison.shared["users"].value == 6e6
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.comparison.shared["users"].value == 45e6

    path = tmp_path / "plan.evenkeel"
    chosen(path)
    with qtbot.waitSignal(session.path_changed):
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert path.exists()
    assert not session.modified
    picture = tmp_path / "chart.png"
    monkeypatch.setattr("desktop.commands.chart_sharing.ask_picture_to_save", lambda *_: picture)
    window.menus.actions["save_chart"].trigger()
    assert QImage(str(picture)).width() == 1920
