"""During a drag words are written one part after the other, none more often than can be read; otherwise at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise
from time import monotonic

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.turns import EVERY, Turns


class Part(QObject):
    """Something that is read; remembers when it was written, and what."""

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self.turns = turns
        self.times: list[float] = []
        self.said: list[int] = []

    def ask(self, words: int) -> None:
        self.turns.ask(self, lambda: self.write(words))

    def write(self, words: int) -> None:
        self.times.append(monotonic())
        self.said.append(words)


@pytest.fixture
def turns() -> Iterator[Turns]:
    owner = QObject()
    yield Turns(owner)
    owner.deleteLater()


def test_without_a_drag_everything_is_written_at_once(turns: Turns) -> None:
    part = Part(turns)
    for words in range(3):
        part.ask(words)
    assert part.said == [0, 1, 2]


def test_in_a_drag_every_part_has_its_turn_and_none_too_often(qtbot: QtBot, turns: Turns) -> None:
    parts = [Part(turns) for _ in range(3)]
    turns.drag(True)
    newest = count()

    def dragged_on() -> bool:
        words = next(newest)
        for part in parts:
            part.ask(words)
        return all(len(part.times) >= 4 for part in parts)

    qtbot.waitUntil(dragged_on)
    for part in parts:
        assert all(after - before >= EVERY for before, after in pairwise(part.times))
        assert part.said == sorted(set(part.said))  # the newest words, each once


def test_when_the_drag_is_over_nothing_waits_any_more(turns: Turns) -> None:
    one, other = Part(turns), Part(turns)
    turns.drag(True)
    for words in range(5):
        one.ask(words)
        other.ask(words)
    assert one.said == other.said == []
    turns.drag(False)
    assert one.said == other.said == [4]
    assert not any(timer.isActive() for timer in turns.findChildren(QTimer))
