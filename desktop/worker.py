"""Slow answers, away from the window: asked for after a moment of quiet, worked out in another thread, and dropped
when something newer is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from weakref import ReferenceType, ref

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, QTimer, Signal
from shiboken6 import isValid

from core.errors import EvenkeelError
from core.questions.progress import Cancel, Cancelled, Progress
from core.record import record

Question = Callable[[Progress, Cancel], object]  # only reads what it was made with: immutable values
QUIET = 150  # milliseconds without another question before work begins
_THREADS = 2


class Worker(QObject):
    """One panel's slow question. Only the newest is answered."""

    answered = Signal(object)
    refused = Signal(object)  # an EvenkeelError
    progressed = Signal(float)  # the share done, 0 to 1
    busy_changed = Signal(bool)  # from the question to its end, the moment of quiet included

    def __init__(self, parent: QObject | None = None, quiet: int = QUIET) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._job: _Job | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(quiet)
        self._quiet.timeout.connect(self._begin)
        QCoreApplication.instance().aboutToQuit.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._question is not None

    def ask(self, question: Question, *, at_once: bool = False) -> None:
        """Answer this; whatever was asked before is no longer wanted."""
        self._drop()
        was_busy, self._question = self.busy, question
        if at_once:
            self._begin()
        else:  # counted from when the window has nothing else to do: work would hold up its very first paint
            QTimer.singleShot(0, self._quiet, self._quiet.start)
        if not was_busy:
            self.busy_changed.emit(True)

    def cancel(self) -> None:
        """No answer is wanted any more."""
        self._drop()
        self._rest()

    def _drop(self) -> None:
        self._quiet.stop()
        if self._job is not None:
            self._job.wanted = False
            self._job = None

    def _rest(self) -> None:
        if self.busy:
            self._question = None
            self.busy_changed.emit(False)

    def _begin(self) -> None:
        self._quiet.stop()
        if self._question is None or self._job is not None:
            return
        self._job = _Job(self._question, ref(self))
        _threads().submit(self._job.work, _post())

    def hear(self, job: _Job, news: object) -> None:
        """What the job has to tell, in the window's thread."""
        if job is not self._job:
            return
        if isinstance(news, _Share):
            self.progressed.emit(news.done)
            return
        self._job = None
        self._rest()
        if isinstance(news, EvenkeelError):
            self.refused.emit(news)
        elif isinstance(news, _Fault):
            sys.excepthook(type(news.error), news.error, news.error.__traceback__)
        else:
            self.answered.emit(news)


def wait_for_answers(within: QObject, seconds: float) -> bool:
    """Let the window go on until no question asked in it waits for an answer; False if it took too long.

    It sleeps in between: a loop that only looks again and again keeps the interpreter from the threads it waits for.
    """
    deadline = QDeadlineTimer(round(seconds * 1000))
    while busy := [worker for worker in within.findChildren(Worker) if worker.busy]:
        if deadline.hasExpired():
            return False
        loop = QEventLoop()
        for worker in busy:
            worker.busy_changed.connect(loop.quit)
        QTimer.singleShot(deadline.remainingTime(), loop, loop.quit)
        loop.exec()
    return True


@record
class _Share:
    """How much is done, 0 to 1."""

    done: float


@record
class _Fault:
    """A fault of the program itself, carried to the window's thread."""

    error: Exception


class _Post(QObject):
    """Brings news from the threads to the window's thread. There is one and it stays, because whatever of Qt a thread
    is the last to let go of is destroyed in that thread, and takes the program with it."""

    sent = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self._deliver)

    def _deliver(self, job: _Job, news: object) -> None:
        worker = job.worker()
        if job.wanted and worker is not None and isValid(worker):
            worker.hear(job, news)


class _Job:
    """One question on its way; nothing of Qt, since threads hold it."""

    def __init__(self, question: Question, worker: ReferenceType[Worker]) -> None:
        self.wanted = True
        self.worker = worker
        self._question = question

    def work(self, post: _Post) -> None:
        """In the other thread."""
        if not self.wanted:  # something newer was asked while this one waited for its turn
            return

        def tell(done: float) -> None:
            if self.wanted:
                post.sent.emit(self, _Share(done))

        try:
            outcome = self._question(tell, lambda: not self.wanted)
        except Cancelled:
            return
        except EvenkeelError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001 - told in the window, not lost in a thread
            outcome = _Fault(error)
        if self.wanted:
            post.sent.emit(self, outcome)


@cache
def _post() -> _Post:
    return _Post()


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_THREADS, "answers")
