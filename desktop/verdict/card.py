"""The answer in words above everything else, spoken to screen readers and ready to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from core.wording.text import Language, Text
from desktop.answers import Answers
from desktop.session import Session
from desktop.theme import GRID, HALF, Theme
from desktop.verdict.findings import Finder, Findings
from desktop.widgets.wrapped_label import PENDING, WrappedLabel

NAME = Text("Verdict", "结论")
WHY = Text("Why?", "为什么？")
COPY = Text("Copy", "复制")
COPIED = Text("Copied", "已复制")
IN_SCENARIO = Text("Scenario “{name}”", "情景“{name}”")
IN_SCENARIO_SENTENCE = Text("{scenario}: ", "{scenario}：")  # what is copied says by itself which one it is about
COPIED_FOR = 1500  # ms
_EXPECTED_LINES = 2  # of what is found out a moment after the first look


class VerdictCard(QFrame):
    """Who makes the most at this size, from what size each makes money, and under which condition that flips."""

    why_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._brief = False
        self.setProperty("card", True)
        self.scenario, self.headline = WrappedLabel("caption"), WrappedLabel("verdict")
        self.sentences, self.condition = WrappedLabel(), WrappedLabel("muted")
        self.findings: Findings | None = None
        self.remarks = WrappedLabel("warn")
        for label in (self.scenario, self.headline, self.sentences, self.condition, self.remarks):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.why_button, self.copy_button = QPushButton(), QPushButton()
        self.why_button.clicked.connect(self.why_wanted)
        self.copy_button.clicked.connect(self.copy)
        self._copied = _single_shot(self, COPIED_FOR, self._name_button)
        self._lay_out()
        session.answers_changed.connect(self._follow)
        session.language_changed.connect(self._change_language)
        session.dragging_changed.connect(self._dragged)
        theme.changed.connect(self._dress)
        self.finder = Finder(session, self)
        self.finder.outdated.connect(lambda: self._show_findings(None))
        self.finder.found.connect(self._show_findings)
        self._dress()
        self._change_language()

    def set_brief(self, brief: bool) -> None:
        """The headline and what would flip it, where the window is so low that the chart needs the room more."""
        if brief != self._brief:
            self._brief = brief
            self._place()
            self.say()

    def text(self) -> str:
        """The verdict as one paragraph."""
        answers, language = self._session.answers, self._session.language
        more = () if self.findings is None else self.findings.sentences()
        parts = [answers.verdict.headline, *answers.verdict.sentences, *more, *answers.remarks]
        return self._in_scenario(language) + ("" if language == "zh" else " ").join(part(language) for part in parts)

    def _in_scenario(self, language: Language) -> str:
        name = self._session.scenario
        if name is None:
            return ""
        return IN_SCENARIO_SENTENCE.filled(scenario=IN_SCENARIO.filled(name=name))(language)

    def copy(self) -> None:
        """Put the verdict on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
        self.copy_button.setText(COPIED(self._session.language))
        self._copied.start()

    def say(self) -> None:
        """Write the present verdict."""
        answers, language = self._session.answers, self._session.language
        joint = "" if language == "zh" else " "
        name = self._session.scenario
        self.scenario.say("" if name is None else IN_SCENARIO.filled(name=name)(language))
        self.headline.say(answers.verdict.headline(language))
        told = () if self._brief else answers.verdict.sentences
        self.sentences.say(joint.join(sentence(language) for sentence in told))
        self.remarks.say(joint.join(remark(language) for remark in answers.remarks))
        self._say_findings()
        self.setAccessibleDescription(self.text())
        self.headline.setToolTip(self.text() if self._brief else "")
        self._hold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has grown during a drag stays."""
        super().resizeEvent(event)
        if self._session.dragging:
            self._hold()

    def _hold(self) -> None:
        """While something is dragged the card may grow but not shrink, and its lines keep their places: else all that
        stands below jumps up and down under the hand."""
        held = self._session.dragging
        for label in (self.headline, self.sentences):
            label.hold(held and label.isVisible())
        self.setMinimumHeight(self.height() if held else 0)

    def _show_findings(self, findings: Findings | None) -> None:
        if findings is None and self.findings is None:
            return
        self.findings = findings
        self._say_findings()
        self.setAccessibleDescription(self.text())

    def _say_findings(self) -> None:
        """While they are on their way the room they took is kept, so that nothing below jumps."""
        language, joint = self._session.language, "" if self._session.language == "zh" else " "
        told = [PENDING] if self.findings is None else [text(language) for text in self.findings.sentences()]
        expected = _EXPECTED_LINES * self.fontMetrics().lineSpacing()
        kept = self.condition.height() if self.condition.isVisible() else expected
        self.condition.keep_height(kept if self.findings is None else 0)
        self.condition.say(joint.join(told))

    def _follow(self, _answers: Answers) -> None:
        self._session.turns.ask(self, self._say_and_announce)

    def _say_and_announce(self) -> None:
        before = self.headline.text()
        self.say()
        if not self._session.dragging and self.headline.text() != before:
            self._announce()

    def _dragged(self, dragging: bool) -> None:
        if dragging:
            self._hold()
        else:
            self.say()
            self._announce()

    def _announce(self) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def _change_language(self) -> None:
        self.setAccessibleName(NAME(self._session.language))
        self._name_button()
        self.say()

    def _name_button(self) -> None:
        language = self._session.language
        for button, text in ((self.why_button, WHY), (self.copy_button, COPY)):
            button.setText(text(language))
            button.setAccessibleName(f"{text(language)}: {NAME(language)}")

    def _dress(self) -> None:
        self.copy_button.setIcon(self._theme.icon("copy"))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * GRID, GRID + HALF, 2 * GRID, GRID + HALF)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(5, 1)  # below all of it: what the card keeps of its height during a drag
        self._grid.addWidget(self.scenario, 0, 0)
        self._grid.addWidget(self.remarks, 4, 0, 1, 2)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.why_button)
        row.addWidget(self.copy_button)
        self._place()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _place(self) -> None:
        """The headline gets the whole width where there is a line below it for the buttons."""
        for part in (self.headline, self.sentences, self.condition, self._buttons):
            self._grid.removeWidget(part)
        corner = Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(self.headline, 1, 0, 1, 1 if self._brief else 2)
        if self._brief:
            self._grid.addWidget(self._buttons, 1, 1, corner | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.condition, 2, 0, 1, 2)
        else:
            self._grid.addWidget(self.sentences, 2, 0)
            self._grid.addWidget(self.condition, 3, 0)
            self._grid.addWidget(self._buttons, 2, 1, 2, 1, corner | Qt.AlignmentFlag.AlignBottom)


def _single_shot(parent: QFrame, milliseconds: int, then: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
