"""What is found out about the verdict after a moment of quiet, in another thread: under which condition it flips, and
how many of the numbers that matter most are old."""

from __future__ import annotations

from collections import deque
from datetime import date

from PySide6.QtCore import QObject, Signal

from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.decisive import decisive
from core.questions.progress import Cancel
from core.questions.verdict import Verdict
from core.record import record
from core.wording.text import Text
from desktop import clock
from desktop.session import Session
from desktop.worker import Worker

_KEPT = 16  # findings remembered, so that going back and forth with undo costs nothing


@record(eq=False)
class Findings:
    """The sentences under the verdict on one comparison; None where there is nothing to say."""

    comparison: Comparison
    condition: Text | None
    age: Text | None

    def sentences(self) -> tuple[Text, ...]:
        """Those there are."""
        return tuple(sentence for sentence in (self.condition, self.age) if sentence is not None)


class Finder(QObject):
    """Follows one session; during a drag nothing is asked."""

    outdated = Signal()  # another comparison, whose findings are on their way
    found = Signal(object)  # Findings

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: deque[Findings] = deque(maxlen=_KEPT)
        self._asked: Comparison | None = None
        self._worker = Worker(self)
        self._worker.answered.connect(self._tell)
        session.answers_changed.connect(self._follow)
        session.dragging_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        answers = self._session.answers
        comparison = answers.comparison
        if comparison is not self._asked:
            self._asked = None
            self._worker.cancel()
            self.outdated.emit()
        if self._session.dragging or self._asked is comparison:
            return
        self._asked = comparison
        known = next((findings for findings in self._known if findings.comparison is comparison), None)
        if known is not None:
            self.found.emit(known)
            return
        verdict, today = answers.verdict, clock.today()
        self._worker.ask(lambda _progress, cancel: find(comparison, verdict, today, cancel))

    def _tell(self, findings: Findings) -> None:
        self._known.append(findings)
        self.found.emit(findings)


def find(comparison: Comparison, verdict: Verdict, today: date, cancel: Cancel | None = None) -> Findings:
    """The findings on one comparison. What cannot be found out is not said."""
    from core.questions.ages import age_sentence  # imported here: the first look at the window does without
    from core.questions.flip import flips
    from core.questions.words.condition import flip_sentence

    try:
        condition = flip_sentence(comparison, verdict, flips(comparison, cancel))
    except EvenkeelError:
        condition = None
    return Findings(comparison, condition, age_sentence(comparison, decisive(comparison), today))
