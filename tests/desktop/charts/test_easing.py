"""Axes glide after a drag, follow a goal that moves meanwhile, and stop when something is taken hold of again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.easing import Easing, Ranges

HERE: Ranges = (0, 10, -1, 1)
THERE: Ranges = (0, 30, -2, 4)
ELSEWHERE: Ranges = (0, 50, -3, 3)


@pytest.fixture
def shown() -> list[Ranges]:
    return []


@pytest.fixture
def easing(qapp: QApplication, shown: list[Ranges]) -> Easing:
    made = Easing(shown.append, qapp)
    made.jump(HERE)
    return made


def test_it_glides_there_in_steps_and_arrives_exactly(qtbot: QtBot, easing: Easing, shown: list[Ranges]) -> None:
    easing.glide(THERE)
    qtbot.waitUntil(lambda: shown[-1] == THERE)
    rights = [right for _, right, _, _ in shown]
    assert rights == sorted(rights)
    assert len(rights) > 3


def test_a_goal_that_moves_meanwhile_is_the_one_that_is_reached(
    qtbot: QtBot, easing: Easing, shown: list[Ranges]
) -> None:
    easing.glide(THERE)
    easing.jump(ELSEWHERE)
    qtbot.waitUntil(lambda: shown[-1] == ELSEWHERE)


def test_without_a_drag_it_is_there_at_once(easing: Easing, shown: list[Ranges]) -> None:
    easing.jump(THERE)
    easing.jump(THERE)
    assert shown == [HERE, THERE]


def test_taken_hold_of_again_it_stays(qtbot: QtBot, easing: Easing, shown: list[Ranges]) -> None:
    easing.glide(THERE)
    qtbot.waitUntil(lambda: len(shown) > 2)
    easing.stay()
    easing.jump(ELSEWHERE)
    assert shown[-1] == ELSEWHERE
