"""Whatever somebody presses, types and drags, in whatever order: no fault, no warning, no window left over, and undoing
everything leads back to the very first bytes. `EVENKEEL_RANDOM_ACTIONS` and `EVENKEEL_RANDOM_SEED` ask for more of each
of the four people who do it."""

from __future__ import annotations

import gc
import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QTableView,
    QWidget,
)
from pytestqt.exceptions import format_captured_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.comparison.file.format import dumps
from core.comparison.history import MOST_STEPS
from desktop.dialogs.choose_file import SAVE_PICTURE
from desktop.help.window import HelpWindow
from desktop.inputs.cell import Cell
from desktop.window.actions import ACTIONS
from desktop.window.window import Window

COUNT = int(os.environ.get("EVENKEEL_RANDOM_ACTIONS", "500"))
PEOPLE = 4
SEED = int(os.environ.get("EVENKEEL_RANDOM_SEED", "20261123"))
# What puts another comparison in the place of this one, or ends the program: undo does not lead back from there.
LEFT_OUT = {"new", "open", "recent", "example", "versions", "close", "quit"}
TYPED = ("5", "12%", "1.2万", "0", "-3", "5 to 10", "10到20", "abc", "1e400", "", "999999999999", "$3", "20 %", "７")
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Space,
    Qt.Key.Key_7, Qt.Key.Key_F1,
)  # fmt: skip
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QSlider, QTableView)
BUTTON = Qt.MouseButton.LeftButton


class Hand:
    """Somebody who does anything at all."""

    def __init__(self, window: Window, seed: int) -> None:
        self.window, self.dice = window, Random(seed)
        self.done: list[str] = []
        self.helper = QTimer(window)  # answers menus that do not return before they are answered
        self.helper.timeout.connect(self.pick_open_menu)
        self.helper.start(20)

    def act(self) -> None:
        """One thing, and then an answer to whatever that opened."""
        deeds = (
            (self.menu, 6), (self.submenu, 3), (self.value, 6), (self.slider, 4), (self.control, 8), (self.keys, 6),
            (self.chart, 3), (self.undo, 3), (self.question, 3), (self.look, 2), (self.size, 1),
        )  # fmt: skip
        deed = self.dice.choices([d for d, _ in deeds], [weight for _, weight in deeds])[0]
        self.done.append(deed.__name__)
        deed()
        self.answer()

    def answer(self) -> None:
        """Press anything in the dialogs and menus that stand open, until none does."""
        for _ in range(20):
            QApplication.processEvents()
            if self.pick_open_menu():
                continue
            dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
            if not dialogs:
                return
            buttons = [b for b in dialogs[-1].findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
            if buttons and self.dice.random() < 0.7:
                self.dice.choice(buttons).click()
            else:
                dialogs[-1].reject()
        for dialog in [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]:
            dialog.reject()

    def pick_open_menu(self) -> bool:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            self.pick(popup)
        elif popup is not None:
            popup.close()
        return popup is not None

    def pick(self, menu: QMenu) -> None:
        entries = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator() and a.menu() is None]
        chosen = self.dice.choice(entries) if entries and self.dice.random() < 0.8 else None
        menu.close()
        if chosen is not None and isValid(chosen) and not self.leads_away(chosen.objectName()):
            chosen.trigger()

    @staticmethod
    def leads_away(id: str) -> bool:
        return id in LEFT_OUT

    # --- deeds ---------------------------------------------------------------------------------------------------

    def menu(self) -> None:
        actions = self.window.menus.actions
        usable = [a.id for a in ACTIONS if a.id not in LEFT_OUT and not a.submenu and actions[a.id].isEnabled()]
        chosen = self.dice.choice(usable)
        self.done.append(chosen)
        actions[chosen].trigger()

    def submenu(self) -> None:
        submenu = self.dice.choice([a.submenu for a in ACTIONS if a.submenu and a.id not in LEFT_OUT])
        entries = [entry for entry in self.window.menus._fillers[submenu]() if entry.enabled]
        if entries:
            self.done.append(submenu)
            self.dice.choice(entries).chosen()

    def value(self) -> None:
        cells = [cell for cell in self.inside(Cell) if isinstance(cell, Cell)]
        if cells:
            QTest.mouseClick(self.dice.choice(cells), BUTTON)
            self.window.workspace.inputs.editor.focus_entry(self.dice.choice(TYPED)[:1])
            self.type_into(QApplication.focusWidget())

    def slider(self) -> None:
        sliders = [w for w in self.inside(QSlider) if w.width() > 20]
        if not sliders:
            return
        slider, held = self.dice.choice(sliders), self.held()
        QTest.mousePress(slider, BUTTON, held, slider.rect().center())
        for _ in range(self.dice.randint(0, 4)):
            place = QPoint(self.dice.randint(0, slider.width()), slider.height() // 2)
            QTest.mouseMove(slider, place)
            QApplication.processEvents()
        if isValid(slider):
            QTest.mouseRelease(slider, BUTTON, held, slider.rect().center())

    def control(self) -> None:
        """Anything that can be seen and used, wherever it stands."""
        controls = self.inside(CONTROLS)
        if not controls:
            return
        control = self.dice.choice(controls)
        self.done.append(f"{type(control).__name__} {control.accessibleName()[:30]}")
        if isinstance(control, QComboBox):
            if control.count():
                control.setCurrentIndex(self.dice.randrange(control.count()))
                control.activated.emit(control.currentIndex())
        elif isinstance(control, QLineEdit):
            control.setFocus()
            control.selectAll()
            self.type_into(control)
        else:
            place = QPoint(self.dice.randrange(max(1, control.width())), self.dice.randrange(max(1, control.height())))
            QTest.mouseClick(control.viewport() if isinstance(control, QTableView) else control, BUTTON, pos=place)

    def keys(self) -> None:
        for _ in range(self.dice.randint(1, 4)):
            focused = QApplication.focusWidget()
            if focused is None or QApplication.activePopupWidget() is not None:
                return
            QTest.keyClick(focused, self.dice.choice(KEYS), self.held())

    def chart(self) -> None:
        panel = self.window.workspace.tabs.panel
        charts = [w for w in self.inside(QWidget) if hasattr(w, "summary")] if panel else []
        if not charts:
            return
        chart = self.dice.choice(charts)
        target = chart.viewport() if hasattr(chart, "viewport") else chart
        places = [QPoint(self.dice.randrange(target.width()), self.dice.randrange(target.height())) for _ in range(4)]
        QTest.mousePress(target, BUTTON, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(target, place)
            QApplication.processEvents()
        if isValid(target):
            QTest.mouseRelease(target, BUTTON, pos=places[-1])

    def undo(self) -> None:
        session = self.window.session
        for _ in range(self.dice.randint(1, 4)):
            (session.undo if self.dice.random() < 0.6 else session.redo)()

    def question(self) -> None:
        tabs = self.window.workspace.tabs
        tabs.setCurrentIndex(self.dice.choice([i for i in range(tabs.count()) if tabs.isTabVisible(i)]))

    def look(self) -> None:
        if self.dice.random() < 0.5:
            self.window.session.set_language(self.dice.choice(("en", "zh")))
        else:
            self.window.theme.set_mode(self.dice.choice(("light", "dark")))

    def size(self) -> None:
        self.window.resize(self.dice.choice((1024, 1280, 1500)), self.dice.choice((640, 700, 800, 950)))

    # --- how -----------------------------------------------------------------------------------------------------

    def type_into(self, field: QWidget | None) -> None:
        if isinstance(field, QLineEdit):
            typed = self.dice.choice(TYPED)
            if typed.isascii():
                QTest.keyClicks(field, typed)
            else:
                field.insert(typed)  # as an input method would
            if not isValid(field):
                return
            QTest.keyClick(field, self.dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab)))

    def held(self) -> Qt.KeyboardModifier:
        none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
        return shift if self.dice.random() < 0.2 else none

    def inside(self, kinds: type | tuple[type, ...]) -> list[QWidget]:
        """What of these kinds can be seen in the window and used; its menu bar goes by the table of actions."""
        workspace = self.window.workspace
        found = workspace.findChildren(QWidget) + self.window.status.findChildren(QWidget)
        return [w for w in found if isinstance(w, kinds) and w.isVisible() and w.isEnabled()]


class Files:
    """File dialogs that are answered: a file to save to, nothing to open."""

    folder = Path()

    @classmethod
    def getOpenFileName(cls, *_: object) -> tuple[str, str]:
        return "", ""

    @classmethod
    def getSaveFileName(cls, _parent: object, title: str, *_: object) -> tuple[str, str]:
        picture = title in (SAVE_PICTURE.en, SAVE_PICTURE.zh)
        return str(cls.folder / ("chart.png" if picture else "kept.evenkeel")), ""


@pytest.mark.parametrize("person", range(PEOPLE))
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_thousands_of_random_actions_leave_no_trace(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, person: int
) -> None:
    monkeypatch.setattr(Files, "folder", tmp_path)
    monkeypatch.setattr("desktop.dialogs.choose_file.QFileDialog", Files)
    session = window.session
    hand = Hand(window, SEED + person)
    for place in range(window.workspace.tabs.count()):  # every panel is made once
        window.workspace.tabs.setCurrentIndex(place)
        QApplication.processEvents()
    first, before = dumps(session.document), parentless()
    for number in range(COUNT):
        with qtbot.capture_exceptions() as faults:
            hand.act()
        assert not faults, (number, hand.done[-8:], format_captured_exceptions(faults))
        assert window.pages.currentWidget() is window.workspace, (number, hand.done[-8:])
        if sum(1 for _ in session.past) > MOST_STEPS - 50:
            while session.can_undo:
                session.undo()
    hand.helper.stop()
    session.end_drag()
    while session.can_undo:
        session.undo()
    session.settled_answers()
    assert dumps(session.document) == first
    for help_window in window.findChildren(HelpWindow):
        help_window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [window]
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (parentless() - before).total() <= 2, parentless() - before  # the menus of two plots first looked at later


def parentless() -> Counter[str]:
    """Windows of their own, by kind: what is made afresh each time and never goes would grow."""
    own = [w for w in QApplication.topLevelWidgets() if w.parent() is None or isinstance(w, QDialog)]
    return Counter(type(w).__name__ for w in own)
