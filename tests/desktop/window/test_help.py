"""Help in the real window: F1 tells about what has the focus, everything can be found, and no page leads nowhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.help.keyboard import keyboard_page
from desktop.help.pages import contents, page
from desktop.help.subject import line_page, topic_of_question
from desktop.help.window import HelpWindow
from desktop.results.rows import ROWS
from desktop.window.actions import ACTIONS
from desktop.window.question_tabs import QUESTIONS
from desktop.window.window import Window
from tests.desktop.window.pressing import open_dialogs

Key = Qt.Key


def ask(window: Window, action: str = "help_here") -> HelpWindow:
    window.menus.actions[action].trigger()
    shown = window.help.window
    assert shown is not None
    assert shown.isVisible()
    return shown


def shown_id(shown: HelpWindow) -> str:
    assert shown.page is not None
    return shown.page.id


@pytest.mark.parametrize("question", [question.id for question in QUESTIONS])
def test_every_tab_has_a_page_of_its_own(window: Window, question: str) -> None:
    assert topic_of_question(question) != "window"
    window.workspace.tabs.show_question(question)
    window.workspace.setFocus()
    assert shown_id(ask(window)) == topic_of_question(question)


def test_f1_tells_about_what_has_the_focus(window: Window) -> None:
    workspace = window.workspace
    cell = workspace.inputs.sheet.cell_for("gpu_hour_price", "api") or workspace.inputs.sheet.cell_for("users", "api")
    assert cell is not None
    cell.setFocus()
    assert shown_id(ask(window)) == f"driver/open-weights-api/{cell.place.driver.id}"
    for part, topic in ((workspace.verdict.why_button, "verdict"), (workspace.inputs.bar.search, "assumptions")):
        window.activateWindow()
        part.setFocus()
        assert shown_id(ask(window)) == topic
    window.activateWindow()
    workspace.workings.show("api", "revenue")
    assert shown_id(ask(window)) == "workings"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("row", [row.id for row in ROWS])
def test_f1_on_the_results_tells_about_the_row(window: Window, row: str, language: str) -> None:
    for alternative in window.session.comparison.alternatives:
        text = line_page(window.session.comparison, alternative.id, row).text(language)
        assert text.startswith("# ")
    table = window.workspace.results
    table.setFocus()
    table.setCurrentIndex(table.figures.index([r.id for r in ROWS].index(row), 1))
    assert ask(window).browser.toPlainText()


def test_the_menu_leads_to_contents_and_keys(window: Window) -> None:
    assert shown_id(ask(window, "contents")) == "window"
    shown = ask(window, "keyboard")
    assert shown_id(shown) == "keyboard"
    assert "Ctrl+I" in shown.browser.toPlainText()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_shortcut_of_the_menus_stands_on_the_page_of_keys(window: Window, language: str) -> None:
    window.session.set_language(language)
    text = ask(window, "keyboard").browser.toPlainText()
    for action in ACTIONS:
        if action.shortcut is not None:
            assert QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText) in text, action.id
    assert not re.search(r"&|\{|\*\*|\| ---", text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_link_leads_nowhere(language: str) -> None:
    for listed in contents():
        for link in re.findall(r"\(help:([^)]+)\)", page(listed.id).text(language)):
            assert page(link).text(language).startswith("# ")
    assert keyboard_page()(language).startswith("# ")


def test_links_lead_on_and_the_arrows_back(window: Window) -> None:
    shown = ask(window, "contents")
    shown.browser.anchorClicked.emit(QUrl("help:verdict"))
    shown.browser.anchorClicked.emit(QUrl("help:driver/open-weights-api/users"))
    assert shown.browser.toPlainText().startswith("Active users")
    assert shown.contents.tree.currentItem().text(0) == "Open weights + API"  # whose assumption it is
    shown.back.click()
    assert shown_id(shown) == "verdict"
    shown.back.click()
    assert shown_id(shown) == "window"
    assert not shown.back.isEnabled()
    shown.forward.click()
    assert shown_id(shown) == "verdict"


def test_nothing_but_help_is_ever_followed(window: Window) -> None:
    shown = ask(window, "contents")
    shown.browser.anchorClicked.emit(QUrl("https://example.org/"))
    assert shown_id(shown) == "window"


@pytest.mark.parametrize(("language", "wanted", "first"), [("en", "markup", "margin"), ("zh", "成本利润率", "margin")])
def test_search_by_keys_alone(window: Window, language: str, wanted: str, first: str) -> None:
    window.session.set_language(language)
    shown = ask(window, "contents")
    shown.contents.search.setText(wanted)
    assert shown.contents.titles()
    QTest.keyClick(shown.contents.search, Key.Key_Return)
    assert shown_id(shown) == first
    QTest.keyClick(shown.contents.search, Key.Key_Down)
    assert shown.focusWidget() is shown.contents.tree
    shown.contents.search.setText("qqqqqq")
    assert not shown.contents.titles()
    shown.contents.search.clear()
    assert len(shown.contents.titles()) == len(contents())


def test_choosing_from_the_contents(window: Window) -> None:
    shown = ask(window, "contents")
    for listed in contents():
        shown.contents.tree.setCurrentItem(shown.contents._item(listed.id))
        assert shown_id(shown) == listed.id
        assert shown.browser.toPlainText().strip()


def test_it_speaks_the_language_of_the_window_and_wears_its_theme(window: Window) -> None:
    shown = ask(window, "contents")
    window.session.set_language("zh")
    assert shown.browser.toPlainText().startswith("窗口概览")
    assert shown.windowTitle().startswith("帮助")
    window.theme.set_mode("dark")
    ground = shown.browser.palette().base().color()
    assert ground == window.theme.colours.colour("surface")


def test_esc_closes_it_and_it_goes_with_the_window(window: Window) -> None:
    shown = ask(window, "contents")
    QTest.keyClick(shown, Key.Key_Escape)
    assert not shown.isVisible()
    assert shown.parent() is window


def test_f1_helps_in_a_dialog_too(qtbot: QtBot, window: Window) -> None:
    window.files.new()
    (dialog,) = open_dialogs()
    QApplication.processEvents()
    window.help._see_to(None, dialog)
    (key,) = [k for k in dialog.findChildren(QShortcut) if k.key() == QKeySequence(QKeySequence.HelpContents)]
    key.activated.emit()
    (shown,) = dialog.findChildren(HelpWindow)
    assert shown.isVisible()
    assert isinstance(shown.parent(), QDialog)  # else it would be kept waiting with the rest
    window.help._see_to(None, dialog)
    assert len(dialog.findChildren(QShortcut)) == len({k.key().toString() for k in dialog.findChildren(QShortcut)})


def test_help_on_the_start_page(window: Window) -> None:
    window.show_start_page()
    assert shown_id(ask(window)) == "window"


def test_an_assumption_as_the_open_file_defines_it(window: Window) -> None:
    from desktop.help.subject import driver_page

    comparison = window.session.comparison
    model = comparison.models["maas-resale"]
    driver = model.drivers[0]
    other = driver.but(help=type(driver.help)("Ours alone.", "仅此一家。"))
    changed = model.but(drivers=(other, *model.drivers[1:]))
    comparison = comparison.but(models={**comparison.models, "maas-resale": changed})
    assert "Ours alone" in driver_page(comparison, "maas", driver.id).text("en")
