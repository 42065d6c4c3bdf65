"""The slider: dragging and keys tell values as one gesture; filling and the wheel tell nothing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.wording.text import Text
from desktop.inputs import DriverSlider
from desktop.theme import Theme


@pytest.fixture
def slider(qtbot: QtBot, theme: Theme) -> DriverSlider:
    made = DriverSlider(theme, "1")
    qtbot.addWidget(made)
    made.resize(316, 30)
    made.set_words(Text("Utilisation", "利用率"), "en")
    made.set_track(0, 1)
    made.set_value(0.5)
    made.show()
    return made


def test_dragging_is_one_gesture_of_many_values(qtbot: QtBot, slider: DriverSlider) -> None:
    values: list[float] = []
    slider.value_dragged.connect(values.append)
    with qtbot.waitSignal(slider.drag_started), qtbot.waitSignal(slider.drag_finished) as finished:
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(158, 15))
        qtbot.mouseMove(slider, QPoint(200, 15))
        qtbot.mouseMove(slider, QPoint(250, 15))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(250, 15))
    assert len(values) == 2
    assert 0.6 < values[0] < values[1] < 0.85
    assert finished.args == [values[1]]


def test_a_press_on_the_track_brings_the_handle_there(qtbot: QtBot, slider: DriverSlider) -> None:
    with qtbot.waitSignal(slider.value_dragged) as dragged:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert dragged.args[0] == pytest.approx(0.17, abs=0.03)


def test_a_press_on_the_handle_changes_nothing(qtbot: QtBot, slider: DriverSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_dragged):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(161, 15))


@pytest.mark.parametrize(
    ("key", "value"),
    [(Qt.Key.Key_Right, 0.51), (Qt.Key.Key_Left, 0.49), (Qt.Key.Key_PageUp, 0.6), (Qt.Key.Key_Home, 0.0),
     (Qt.Key.Key_End, 1.0)],
)  # fmt: skip
def test_keys_move_by_round_steps(qtbot: QtBot, slider: DriverSlider, key: Qt.Key, value: float) -> None:
    with qtbot.waitSignal(slider.drag_started), qtbot.waitSignal(slider.drag_finished) as finished:
        qtbot.keyClick(slider, key)
    assert finished.args == [value]


def test_filling_tells_nothing(qtbot: QtBot, slider: DriverSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_dragged), qtbot.assertNotEmitted(slider.drag_started):
        slider.set_value(0.7)
        slider.set_track(0, 2)
    assert slider.value_shown == 0.7


def test_the_wheel_changes_nothing(qtbot: QtBot, slider: DriverSlider) -> None:
    down = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(150, 15), QPointF(150, 15), down, down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.assertNotEmitted(slider.value_dragged):
        QApplication.sendEvent(slider, event)
    assert not event.isAccepted()
    assert slider.value_shown == 0.5


def test_a_value_outside_stays_what_it_is_and_is_marked(slider: DriverSlider) -> None:
    inside = slider.grab().toImage()
    slider.set_value(1.4)
    assert slider.value_shown == 1.4
    assert slider.outside == 1
    assert slider.toolTip() == "140% is outside the usual range, 0% to 100%."
    assert slider.grab().toImage() != inside


def test_screen_readers_hear_the_value_not_the_position(slider: DriverSlider) -> None:
    assert slider.accessibleName() == "Utilisation: 50%"
    slider.set_words(Text("Utilisation", "利用率"), "zh")
    assert slider.accessibleName() == "利用率：50%"


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_held_key_makes_drags_and_steps_ten_times_finer(
    qtbot: QtBot, theme: Theme, held: Qt.KeyboardModifier
) -> None:
    made = DriverSlider(theme, "user")
    qtbot.addWidget(made)
    made.resize(280, 32)
    made.set_track(1_000, 50_000_000)
    made.set_value(6_000_000)
    centre = made._handle().center()
    QTest.mousePress(made, Qt.MouseButton.LeftButton, held, centre)
    move(made, QPoint(centre.x() + 40, centre.y()), held)
    fine = made.value_shown
    assert 6_000_000 < fine < 8_000_000
    move(made, QPoint(centre.x() + 41, centre.y()), Qt.KeyboardModifier.NoModifier)
    assert fine * 0.7 < made.value_shown < fine * 1.5  # letting the key go makes no jump
    QTest.mouseRelease(made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
    made.set_value(6_000_000)
    QTest.keyClick(made, Qt.Key.Key_Right)
    coarse = made.value_shown - 6_000_000
    made.set_value(6_000_000)
    QTest.keyClick(made, Qt.Key.Key_Right, held)
    assert made.value_shown - 6_000_000 == coarse / 10


def move(slider: DriverSlider, place: QPoint, held: Qt.KeyboardModifier) -> None:
    button = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(slider.mapToGlobal(place)), button, button, held)
    QApplication.sendEvent(slider, event)
