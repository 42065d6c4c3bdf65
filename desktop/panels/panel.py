"""What every panel has in common: it answers one question, and it does so only while somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.session import Session
from desktop.theme import Theme


class Panel(QWidget):
    """Subclasses say their `title`, and show answers and languages when they are told to."""

    title: Text
    is_read = False  # whether it is read rather than watched, so that it takes its turn while somebody drags
    chart: Any = None  # the chart that answers the question, where there is one (desktop/charts/export.py)
    driver_wanted = Signal(str, str)  # an assumption a person asks to see, and in which alternative
    figure_wanted = Signal(str, str)  # the alternative and the figure whose workings a person asks to see
    menu_wanted = Signal(object)  # where on screen the menu of the chart is asked for
    on_fault: Callable[[Exception], None] | None = None  # told, where set, when the answers cannot be shown

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self._seen: tuple[Answers, Language] | None = None
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        session.answers_changed.connect(self._follow)
        session.language_changed.connect(self._catch_up)

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Show these answers in this language, in place."""
        raise NotImplementedError

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart that shows something, be it behind its table."""
        if self.chart is None or not self.chart.summary():
            return False
        return not self.chart.isHidden() or isinstance(self.chart.parent(), QStackedWidget)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The chart's own menu, where the chart is."""
        seen = self.has_chart and self.chart.isVisible()
        if seen and self.chart.rect().contains(self.chart.mapFrom(self, event.pos())):
            self.menu_wanted.emit(event.globalPos())
        else:
            super().contextMenuEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What was missed while nobody looked."""
        super().showEvent(event)
        self._catch_up()

    def _follow(self) -> None:
        if self.is_read:
            self.session.turns.ask(self, self._catch_up)
        else:
            self._catch_up()

    def _catch_up(self) -> None:
        newest = (self.session.answers, self.session.language)
        if self.isVisible() and newest != self._seen:
            self._seen = newest
            try:
                self.show_answers(*newest)
            except Exception as fault:
                if self.on_fault is None:
                    raise
                self.on_fault(fault)
