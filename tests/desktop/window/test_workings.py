"""The workings drawer in the real window: every figure can be asked about, down to its sources, and follows changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.results.rows import ROWS
from desktop.window.window import Window
from desktop.window.workspace import Workspace
from desktop.workings.drawer import WorkingsDrawer
from desktop.workings.pages import Page, Target

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def drawer(window: Window) -> WorkingsDrawer:
    made = window.workspace.workings.drawer
    assert made is not None
    return made


def page(window: Window) -> Page:
    shown = drawer(window).page
    assert shown is not None
    return shown


def click_result(window: Window, row: str, column: int) -> None:
    table = window.workspace.results
    index = table.figures.index([r.id for r in ROWS].index(row), column)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("row", [row.id for row in ROWS])
def test_every_cell_of_the_results_can_be_asked_about(window: Window, row: str, language: str) -> None:
    window.session.set_language(language)
    for column, alternative in enumerate(window.session.answers.results, start=1):
        click_result(window, row, column)
        assert window.workspace.workings.is_open
        assert page(window).target.alternative == alternative
        shown = drawer(window).view
        assert shown.title.text()
        assert shown.value.text()
        assert shown.sentences
        assert "{" not in shown.spoken()


def test_the_value_is_the_one_that_was_clicked(window: Window) -> None:
    click_result(window, "operating_profit", 1)
    view = drawer(window).view
    assert view.value.text() == "$305k a month"
    assert view.formula.text() == "Operating profit = Gross profit − Operating cost"
    assert view.numbers.text() == "$1,419,357 a month − $1,114,667 a month = $304,690 a month"
    assert [row.words for row in view.rows if not row.isHidden()] == [
        ("Gross profit", "$1.42M a month"), ("Operating cost", "$1.11M a month"),
    ]  # fmt: skip


def test_enter_opens_esc_closes_and_the_focus_is_back(window: Window) -> None:
    table = window.workspace.results
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 2))
    QTest.keyClick(table, Key.Key_Return)
    assert page(window).target == Target("subscription", "operating_profit")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert drawer(window).isAncestorOf(focused)
    QTest.keyClick(focused, Key.Key_Escape)
    assert not window.workspace.workings.is_open
    assert table.hasFocus()


def test_down_to_the_source_by_keys_alone_and_back(window: Window) -> None:
    window.workspace.workings.show("api", "operating_profit")
    for _ in range(12):
        if page(window).driver:
            break
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    told = drawer(window).view.sentences
    assert page(window).driver
    assert any(sentence.startswith("Source: ") for sentence in told)
    assert any(sentence.startswith("Usual range: ") for sentence in told)
    assert any(sentence.startswith(("Shared", "Only here")) for sentence in told)
    assert "Operating profit" in drawer(window).trail.text()
    while drawer(window).back.isEnabled():
        QTest.keyClick(drawer(window), Key.Key_Backspace)
    assert page(window).target == Target("api", "operating_profit")


def test_the_way_back_names_the_pages(window: Window) -> None:
    window.workspace.workings.show("api", "gross_margin")
    drawer(window).go_to(Target("api", "gross_profit"))
    drawer(window).go_to(Target("api", "revenue"))
    drawer(window).trail.linkActivated.emit("0")
    assert page(window).target.id == "gross_margin"
    drawer(window).go_to(Target("api", "revenue"))
    drawer(window).go_to(Target("api", "gross_margin"))  # met on the way: no circle
    assert not drawer(window).back.isEnabled()


def test_it_follows_values_languages_and_undo(qtbot: QtBot, window: Window) -> None:
    session = window.session
    window.workspace.workings.show("api", "users")
    assert drawer(window).view.value.text() == "6M users"
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 45_000)
    assert drawer(window).view.value.text() == "45,000 users"
    session.set_language("zh")
    assert "4.5 万" in drawer(window).view.value.text()
    with qtbot.waitSignal(session.answers_changed):
        session.undo()
    assert "600 万" in drawer(window).view.value.text()


def test_during_a_drag_figures_are_rewritten_now_and_then(qtbot: QtBot, window: Window) -> None:
    session = window.session
    window.workspace.workings.show("api", "users")
    session.begin_drag()
    with qtbot.waitSignal(session.answers_changed):
        session.set_driver("shared", "users", 70_000, "drag")
    qtbot.waitUntil(lambda: drawer(window).view.value.text() == "70,000 users")
    session.end_drag()


def test_a_business_model_that_goes_takes_its_figures_along(qtbot: QtBot, window: Window) -> None:
    from core.comparison import edits

    window.workspace.workings.show("maas", "gross_margin")
    with qtbot.waitSignal(window.session.answers_changed):
        window.session.edit(lambda comparison: edits.remove(comparison, "maas"))
    assert not window.workspace.workings.is_open


def test_all_of_it_can_be_copied_as_text(window: Window) -> None:
    for target in (("api", "gross_margin"), ("api", "break_even"), ("api", "margin_of_safety"), ("", "verdict")):
        window.workspace.workings.show(*target)
        QTest.mouseClick(drawer(window).copy_button, LEFT)
        copied = QApplication.clipboard().text()
        assert copied.startswith(page(window).title("en"))
        assert page(window).sentences[0]("en") in copied
    window.workspace.workings.show("api", "gross_margin")
    drawer(window).copy()
    assert "Source: " in QApplication.clipboard().text()  # down to the sources


def test_why_opens_what_the_verdict_rests_on(window: Window) -> None:
    QTest.mouseClick(window.workspace.verdict.why_button, LEFT)
    view = drawer(window).view
    assert view.sentences[0] == window.session.answers.verdict.headline("en")
    assert len([row for row in view.rows if not row.isHidden()]) == 6
    QTest.mouseClick(view.rows[0], LEFT)
    assert page(window).target == Target("api", "operating_profit")


def test_a_cell_of_the_inputs_by_menu_and_by_key(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = window.workspace.inputs
    cell = inputs.sheet.cell_for("users", "api")
    assert cell is not None
    cell.setFocus()
    window.menus.actions["workings"].trigger()
    assert page(window).target.id == "users"
    window.workspace.workings.close()
    assert cell.hasFocus()
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: menu.actions()[0].trigger())
    middle = cell.rect().center()
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        window.workspace.workings.close()
        QApplication.sendEvent(cell, QContextMenuEvent(reason, middle, cell.mapToGlobal(middle)))
        assert window.workspace.workings.is_open
        assert page(window).target.id == "users"


def test_an_assumption_leads_back_to_its_cell(window: Window) -> None:
    window.workspace.workings.show("api", "users")
    QTest.mouseClick(drawer(window).view.show_driver, LEFT)
    place = window.workspace.inputs.place_in_focus()
    assert place is not None
    assert place.driver.id == "users"


def test_headlines_marks_and_bars_can_be_clicked(qtbot: QtBot, window: Window) -> None:
    panel = window.workspace.tabs.panels["break_even"]
    QTest.mouseClick(panel.headlines, LEFT, pos=QPoint(60, 14))
    assert page(window).target == Target("api", "break_even")
    with qtbot.waitSignal(panel.figure_wanted) as wanted:
        marks, view = panel.chart._marks, panel.chart.view
        frame = marks.frame
        spot = QPointF(frame.x(min(mark.users for mark, _ in marks.placed(frame))), frame.y(0))
        mark = marks.at(spot)
        assert mark is not None
        QTest.mouseClick(panel.chart.viewport(), LEFT, pos=panel.chart.mapFromScene(view.mapToScene(QPointF(spot))))
    assert wanted.args == [mark.key, "break_even"]

    window.workspace.tabs.show_question("margin")
    margin = window.workspace.tabs.panels["margin"]
    QApplication.processEvents()
    QTest.mouseClick(margin.chart, LEFT, pos=QPoint(60, 36 + 26 + 10))
    assert page(window).target == Target("api", "direct_cost")
    margin.table.setFocus()
    margin.table.setCurrentCell(4, 3)
    QTest.keyClick(margin.table, Key.Key_Return)
    assert page(window).target == Target("maas", "cost_per_user")
    assert drawer(window).view.value.text().startswith("$2.23")


def test_a_narrow_window_lends_it_the_room_of_the_assumptions(window: Window) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    workspace: Workspace = window.workspace
    workspace.workings.show("api", "revenue")
    QApplication.processEvents()
    assert workspace.inputs.folded
    assert workspace.results.width() > 500
    workspace.workings.close()
    QApplication.processEvents()
    assert not workspace.inputs.folded
    assert workspace.inputs.width() >= 340
    workspace.workings.show("api", "users")
    QTest.mouseClick(drawer(window).view.show_driver, LEFT)
    assert not workspace.workings.is_open
    assert not workspace.inputs.folded


def test_folded_assumptions_leave_their_room_to_the_rest(window: Window) -> None:
    before = window.workspace.tabs.width()
    window.fold_inputs()
    QApplication.processEvents()
    assert window.workspace.tabs.width() > before + 250
    window.fold_inputs()
    QApplication.processEvents()
    assert window.workspace.tabs.width() == before


def test_everything_has_a_name_to_be_read_aloud(window: Window) -> None:
    window.workspace.workings.show("api", "revenue")
    made = drawer(window)
    assert made.accessibleName() == "Workings"
    assert "Revenue" in made.accessibleDescription()
    for button in (made.back, made.copy_button, made.close_button):
        assert button.accessibleName()
    assert all(": " in row.accessibleName() for row in made.view.rows if not row.isHidden())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_word_is_cut_off(window: Window, language: str) -> None:
    window.session.set_language(language)
    for id in ("verdict", "break_even", "operating_profit", "users", "margin_of_safety"):
        window.workspace.workings.show("" if id == "verdict" else "api", id)
        QApplication.processEvents()
        view = drawer(window).view
        for label in (view.title, view.value, view.formula, view.numbers, *view._sentences):
            if label.text() and not label.isHidden():
                assert label.height() == label.heightForWidth(label.width()), label.text()
        headline = window.workspace.verdict.headline
        assert headline.height() >= headline.heightForWidth(headline.width())
