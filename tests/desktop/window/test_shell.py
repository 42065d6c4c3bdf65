"""Language, theme, sizes, faults and the end of a window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.comparison.examples import load_example
from desktop.app import main
from desktop.language import QtWords
from desktop.mishap import Mishaps
from desktop.opening import open_window
from desktop.session import Session
from desktop.settings import LANGUAGE, Settings
from desktop.window.actions import ACTIONS, MENUS
from desktop.window.window import Window
from tests.desktop.window.conftest import MakeWindow
from tests.desktop.window.pressing import only_box, press


def test_switching_the_language_changes_no_value(window: Window) -> None:
    before = window.session.comparison
    figures = [result.lines for result in window.session.answers.results.values()]
    english = window.workspace.results.figures.text()
    window.choose_language("zh")
    assert window.session.comparison is before
    assert not window.session.modified
    assert not window.session.can_undo
    assert "万" in window.workspace.results.figures.text()
    assert "示例（副本）– 未保存" in window.windowTitle()
    assert Settings().get(LANGUAGE) == "zh"
    window.choose_language("en")
    assert window.workspace.results.figures.text() == english
    assert [result.lines for result in window.session.answers.results.values()] == figures


def test_every_menu_entry_speaks_both_languages(window: Window) -> None:
    english = {id: made.text() for id, made in window.menus.actions.items()}
    window.session.set_language("zh")
    for action in ACTIONS:
        text = window.menus.actions[action.id].text()
        assert text != english[action.id]
        assert "{" not in text
    assert [m.title() for m in window.menus.menus.values()] == [label.zh for label in MENUS.values()]


def test_qt_follows_the_language_of_the_session(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but the application holds on to Qt's translation."""
    monkeypatch.setattr("desktop.theme.theme.Theme.apply_to", lambda *_: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = open_window(qapp, Session(load_example("three-ways"), "en", "example"), Settings())
    gc.collect()
    window.session.set_language("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()
    window.session.set_language("en")
    window.close()
    window.deleteLater()


def test_qt_itself_speaks_chinese(qapp: QApplication) -> None:
    qt = QtWords(qapp)
    qt.speak("zh")
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()
    finally:
        qt.speak("en")


@pytest.mark.parametrize("source", ["&Look in:", "Files of &type:", "File &name:", "Directories", "Find Directory"])
def test_what_the_words_of_qt_lack_is_supplied(qapp: QApplication, source: str) -> None:
    qt = QtWords(qapp)
    qt.speak("zh")
    try:
        assert any("\u4e00" <= letter <= "\u9fff" for letter in QCoreApplication.translate("QFileDialog", source))
        assert QCoreApplication.translate("QFileDialog", "Not a word of Qt") == "Not a word of Qt"
    finally:
        qt.speak("en")
    assert QCoreApplication.translate("QFileDialog", source) == source


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_everything_fits_the_window(window: Window, size: tuple[int, int], language: str, mode: str) -> None:
    window.resize(*size)
    window.session.set_language(language)
    window.theme.set_mode(mode)
    for question in ("break_even", "margin", "checks"):
        window.workspace.tabs.show_question(question)
        QApplication.processEvents()
        assert window.size() == QSize(*size)
        for part in (window.workspace.results, window.workspace.tabs, window.workspace.verdict):
            assert window.rect().contains(part.rect().translated(part.mapTo(window, part.rect().topLeft())))
        headline = window.workspace.verdict.headline
        assert headline.height() >= headline.heightForWidth(headline.width())
    assert not window.grab().isNull()


def test_the_window_remembers_its_size(make_window: MakeWindow) -> None:
    first = make_window()
    first.resize(1024, 720)  # Qt never restores more than the screen holds
    first.close()
    assert make_window().size() == QSize(1024, 720)


def test_a_closed_window_is_freed(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    parts = [window.workspace, window.workspace.results, window.workspace.tabs.panels["break_even"], window.recovery]
    with qtbot.waitSignal(window.destroyed):
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isValid(part) for part in parts)


def test_a_fault_keeps_the_work_and_says_one_sentence(window: Window) -> None:
    window.session.set_driver("shared", "users", 777)
    try:
        raise ZeroDivisionError("inside")
    except ZeroDivisionError as error:
        mishaps = Mishaps(window)
        mishaps.tell(type(error), error, error.__traceback__)
        mishaps.tell(type(error), error, error.__traceback__)
    box = only_box()
    assert "Something went wrong" in box.text()
    assert "ZeroDivisionError" not in box.text() + box.informativeText()
    press(box, "Copy details")
    assert "ZeroDivisionError: inside" in QApplication.clipboard().text()
    assert box.isVisible()
    assert len(window.recovery.found()) == 1
    assert window.session.comparison.shared["users"].value == 777


def test_about_says_that_nothing_leaves_the_computer(window: Window) -> None:
    window.menus.actions["about"].trigger()
    assert "Nothing you type leaves this computer." in only_box().informativeText()


def test_first_look_paints_the_window(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back what the program takes over
    monkeypatch.setattr("desktop.theme.theme.Theme.apply_to", lambda *_: None)  # the other tests keep their style
    assert main(["--first-look", str(tmp_path / "look")]) == 0
    picture = (tmp_path / "look" / "window.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 50_000
    for window in [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]:
        window.close()
        window.deleteLater()


def test_an_unknown_example_is_refused_in_a_sentence(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--example", "three-way"]) == 2
    assert "three-ways" in capsys.readouterr().err
