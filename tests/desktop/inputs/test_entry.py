"""The entry: takes what people write, keeps what it refuses, and tells only values that somebody entered."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.wording.text import Text
from desktop.inputs import NumberEntry
from desktop.theme import Theme


@pytest.fixture
def entry_of(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[str, float], NumberEntry]]:
    """Makes an entry with the focus, beside another field the focus can go to."""
    windows = []

    def make(unit: str, value: float) -> NumberEntry:
        window = QWidget()
        windows.append(window)
        layout = QVBoxLayout(window)
        entry = NumberEntry(theme, unit)
        layout.addWidget(entry)
        layout.addWidget(QLineEdit())
        qtbot.addWidget(window)
        entry.set_words(Text("Users", "用户数"), "en")
        entry.set_value(value)
        window.show()
        window.activateWindow()
        entry.field.setFocus()
        qtbot.waitUntil(entry.field.hasFocus)
        return entry

    yield make
    windows.clear()


def commit_text(entry: NumberEntry, text: str) -> None:
    """Text as an input method hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(entry.field, event)


@pytest.fixture
def users(entry_of: Callable[[str, float], NumberEntry]) -> NumberEntry:
    return entry_of("user", 20_000)


@pytest.mark.parametrize(
    ("unit", "typed", "value"),
    [("user", "1.2k", 1_200), ("user", "1,200", 1_200), ("1", "20%", 0.2), ("1", "20", 0.2),
     ("USD/user/month", "$1,200", 1_200)],
)  # fmt: skip
def test_numbers_as_people_write_them(
    qtbot: QtBot, entry_of: Callable[[str, float], NumberEntry], unit: str, typed: str, value: float
) -> None:
    entry = entry_of(unit, 0.5)
    qtbot.keyClicks(entry.field, typed)
    with qtbot.waitSignal(entry.value_committed) as committed:
        qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert committed.args == [value]


def test_chinese_from_an_input_method(qtbot: QtBot, users: NumberEntry) -> None:
    commit_text(users, "1.2万")
    assert users.field.text() == "1.2万"
    with qtbot.waitSignal(users.value_committed) as committed:
        qtbot.keyClick(users.field, Qt.Key.Key_Enter)
    assert committed.args == [12_000]
    assert users.field.text() == "12,000"


def test_typing_replaces_what_was_there(qtbot: QtBot, users: NumberEntry) -> None:
    assert users.field.selectedText() == "20,000"
    qtbot.keyClicks(users.field, "7")
    assert users.field.text() == "7"


def test_what_was_understood_is_shown_while_typing(qtbot: QtBot, users: NumberEntry) -> None:
    users.setFixedWidth(70)
    QApplication.processEvents()
    qtbot.keyClicks(users.field, "1.2k")
    assert users.message == "= 1,200 users"
    users.setFixedWidth(300)
    QApplication.processEvents()
    before = users.field.grab().toImage()
    qtbot.keyClicks(users.field, "0")
    assert users.message == ""  # there is room inside the field now
    assert users.field.grab().toImage() != before


def test_leaving_takes_the_number(qtbot: QtBot, users: NumberEntry) -> None:
    qtbot.keyClicks(users.field, "300")
    with qtbot.waitSignal(users.value_committed) as committed:
        qtbot.keyClick(users.field, Qt.Key.Key_Tab)
    assert committed.args == [300]


def test_leaving_without_typing_tells_nothing(qtbot: QtBot, users: NumberEntry) -> None:
    with qtbot.assertNotEmitted(users.value_committed):
        qtbot.keyClick(users.field, Qt.Key.Key_Tab)


def test_the_same_number_again_tells_nothing(qtbot: QtBot, users: NumberEntry) -> None:
    with qtbot.assertNotEmitted(users.value_committed):
        qtbot.keyClicks(users.field, "20k")
        qtbot.keyClick(users.field, Qt.Key.Key_Return)
    assert users.field.text() == "20,000"


def test_escape_goes_back(qtbot: QtBot, users: NumberEntry) -> None:
    qtbot.keyClicks(users.field, "abc")
    qtbot.keyClick(users.field, Qt.Key.Key_Return)
    assert users.refused
    qtbot.keyClick(users.field, Qt.Key.Key_Escape)
    assert (users.field.text(), users.message, users.refused) == ("20,000", "", False)


def test_a_refusal_keeps_what_was_typed_and_says_why(qtbot: QtBot, users: NumberEntry) -> None:
    with qtbot.assertNotEmitted(users.value_committed):
        qtbot.keyClicks(users.field, "lots")
        qtbot.keyClick(users.field, Qt.Key.Key_Tab)
    assert users.field.text() == "lots"
    assert '"lots" is not a number.' in users.message
    assert users.field.accessibleDescription() == users.message
    users.set_words(Text("Users", "用户数"), "zh")
    assert "“lots”不是数字" in users.message
    assert users.value == 20_000


def test_whoever_listens_can_refuse_too(qtbot: QtBot, entry_of: Callable[[str, float], NumberEntry]) -> None:
    share = entry_of("1", 0.5)
    share.value_committed.connect(lambda _: share.refuse(Text("A share is at most 100%.", "比例最多 100%。")))
    qtbot.keyClicks(share.field, "140%")
    qtbot.keyClick(share.field, Qt.Key.Key_Return)
    assert (share.field.text(), share.message, share.value) == ("140%", "A share is at most 100%.", 0.5)
    qtbot.keyClick(share.field, Qt.Key.Key_Escape)
    assert share.field.text() == "50%"


def test_filling_tells_nothing_and_spares_what_is_being_typed(qtbot: QtBot, users: NumberEntry) -> None:
    qtbot.keyClicks(users.field, "30")
    with qtbot.assertNotEmitted(users.value_committed):
        users.set_value(25_000)
    assert users.field.text() == "30"
    qtbot.keyClick(users.field, Qt.Key.Key_Escape)
    assert users.field.text() == "25,000"


def test_screen_readers_know_what_the_field_is_for(users: NumberEntry) -> None:
    assert users.field.accessibleName() == "Users"
