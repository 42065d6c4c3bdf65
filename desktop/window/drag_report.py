"""What a drag came to, said when the mouse lets go: which value moved, and whether another alternative is ahead now."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.wording.text import Text, Words
from desktop.answers import Answers
from desktop.session import Session
from desktop.steps import step_name

# Where there is little room its end is cut, so what matters more comes first.
WINNER = Text("The winner changed: {before} → {after}. {step}.", "最赚钱的变了：{before} → {after}。{step}。")
NOBODY = Text("nobody clearly", "不分上下")


class DragReport(QObject):
    """Listens to one session."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._before: Answers | None = None
        session.dragging_changed.connect(self._dragging)

    def _dragging(self, dragging: bool) -> None:
        if dragging:
            self._before = self._session.settled_answers()
            return
        before, after = self._before, self._session.settled_answers()
        self._before = None
        if before is None or before.comparison is after.comparison or before.comparison == after.comparison:
            return
        step = step_name(before.comparison, after.comparison)
        if before.verdict.winner != after.verdict.winner:
            step = WINNER.filled(step=step, before=_winner(before), after=_winner(after))
        self._session.reported.emit(step, True)


def _winner(answers: Answers) -> Words:
    return answers.results[answers.verdict.winner].name if answers.verdict.winner else NOBODY
