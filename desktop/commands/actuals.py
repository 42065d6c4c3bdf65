"""Actual figures of a person's own: entered, changed and removed, each in one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.comparison import edits
from core.questions.actuals import Figure, figures_of
from core.wording.numbers import both
from core.wording.quantities import exact_value
from core.wording.text import Text
from desktop.session import Session

ENTERED = Text("Actual figure for {name}, {figure}: {amount}.", "已录入{name}的实际数，{figure}：{amount}。")
REMOVED = Text("The actual figure for {figure} of {name} was removed.", "已移除{name}的{figure}实际数。")


class Actuals(QObject):
    """`then` is called after each figure entered: to show it."""

    def __init__(self, session: Session, window: QWidget, then: Callable[[], object] = lambda: None) -> None:
        super().__init__(window)
        self._session, self._window, self._then = session, window, then

    def ask(self, alternative: str = "", line: str = "") -> None:
        """Ask for a figure; one that has been entered already is changed."""
        from desktop.dialogs.actual import ActualDialog

        ActualDialog(self._session, alternative, line, self.enter, self._window.window()).open()

    def enter(self, alternative: str, line: str, value: float) -> None:
        """Take a figure."""
        if self._session.edit(lambda comparison: edits.set_actual(comparison, alternative, line, value)):
            figure = self._figure(alternative, line)
            told = ENTERED.filled(
                figure=figure.label,
                name=self._session.comparison.alternative(alternative).name,
                amount=both(exact_value, value, figure.unit),
            )
            self._session.reported.emit(told, True)
            self._then()

    def remove(self, alternative: str, line: str) -> None:
        """Drop a figure; undo brings it back."""
        if self._session.edit(lambda comparison: edits.clear_actual(comparison, alternative, line)):
            name = self._session.comparison.alternative(alternative).name
            told = REMOVED.filled(figure=self._figure(alternative, line).label, name=name)
            self._session.reported.emit(told, True)

    def _figure(self, alternative: str, line: str) -> Figure:
        return next(f for f in figures_of(self._session.comparison, alternative) if f.line == line)
