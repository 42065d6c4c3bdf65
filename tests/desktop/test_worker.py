"""Slow answers: only the newest question is answered, and nothing of an older one comes through."""

from __future__ import annotations

import sys
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from core.errors import EvenkeelError
from core.questions.progress import Cancel, Cancelled, Progress
from core.wording.text import Text
from desktop.worker import Worker


@pytest.fixture
def worker(qapp: object) -> Worker:
    return Worker(quiet=1)


def test_an_answer_comes_from_another_thread_and_arrives_in_this_one(qtbot: QtBot, worker: Worker) -> None:
    arrived: list[tuple[object, bool]] = []
    worker.answered.connect(lambda found: arrived.append((found, current_thread() is main_thread())))
    with qtbot.waitSignal(worker.answered):
        worker.ask(lambda progress, cancel: current_thread() is main_thread())
    assert arrived == [(False, True)]
    assert not worker.busy


def test_of_a_burst_of_questions_only_the_last_is_worked_on(qtbot: QtBot, worker: Worker) -> None:
    worked_on: list[int] = []
    with qtbot.waitSignal(worker.answered) as signal:
        for number in range(5):
            worker.ask(lambda progress, cancel, number=number: worked_on.append(number) or number)
    assert (worked_on, signal.args) == ([4], [4])


def test_a_newer_question_stops_the_one_being_worked_on(qtbot: QtBot, worker: Worker) -> None:
    begun, stopped = Event(), Event()

    def endless(progress: Progress, cancel: Cancel) -> object:
        begun.set()
        while not cancel():
            pass
        stopped.set()
        raise Cancelled

    answers: list[object] = []
    worker.answered.connect(answers.append)
    worker.ask(endless, at_once=True)
    assert begun.wait(5)
    with qtbot.waitSignal(worker.answered):
        worker.ask(lambda progress, cancel: "new")
    assert stopped.wait(5)
    assert answers == ["new"]


def test_cancel_ends_it_without_an_answer(qtbot: QtBot, worker: Worker) -> None:
    with qtbot.waitSignal(worker.busy_changed):
        worker.ask(lambda progress, cancel: 1)
    with qtbot.assertNotEmitted(worker.answered, wait=20), qtbot.waitSignal(worker.busy_changed) as signal:
        worker.cancel()
    assert signal.args == [False]


def test_progress_and_refusals_come_through(qtbot: QtBot, worker: Worker) -> None:
    def refuse(progress: Progress, cancel: Cancel) -> object:
        progress(0.5)
        raise EvenkeelError(Text("No.", "不。"))

    with qtbot.waitSignal(worker.progressed) as told, qtbot.waitSignal(worker.refused) as refused:
        worker.ask(refuse)
    assert told.args == [0.5]
    assert refused.args[0].title.en == "No."


def test_a_fault_of_the_program_is_told_and_not_lost(
    qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(error))
    worker.ask(lambda progress, cancel: 1 / 0)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)
    assert not worker.busy
