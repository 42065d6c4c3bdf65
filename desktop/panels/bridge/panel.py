"""The panel: the two ends, the figure, the bridge between, and what differs in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.comparison.document import Comparison
from core.comparison.file.refusals import naming
from core.comparison.file.storage import open_file
from core.errors import EvenkeelError
from core.model.statement import STATEMENT
from core.questions.break_even import OPERATING_PROFIT
from core.questions.bridges.parts import SUMS
from core.questions.words.bridge import bridge_sentences
from core.wording.text import Language, Text, Words, words
from desktop.answers import Answers
from desktop.charts.bridge.chart import BridgeChart
from desktop.dialogs.choose_file import ask_file_to_open
from desktop.panels.bridge.answering import Asked, EndChoice, Found, bridge_data, find, most_changed
from desktop.panels.bridge.end_choice import EndBox
from desktop.panels.bridge.versions import BASE, NOW, States, Version
from desktop.panels.chart_frame import ChartFrame, scrolled
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.settings import documents_folder
from desktop.theme import GRID, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.worker import Worker

FROM, TO = Text("From", "从"), Text("To", "到")
SWAP = Text("Swap", "对调")
FIGURE = Text("Figure", "指标")
DIFFERS = Text("What differs", "有何不同")
MORE = Text("… and {count} more", "……另有 {count} 处")
_LISTED = 60
FIGURES = tuple(line for line in SUMS if line in STATEMENT)


class BridgePanel(Panel):
    """Answered in another thread after a moment of quiet; in a drag when the hand rests."""

    title = Text("Difference", "差异")
    is_read = True

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self.asked: Asked | None = None
        self.found: Found | None = None
        self.files: dict[Path, Comparison] = {}
        self.worker = Worker(self)
        self.chart = BridgeChart(theme)
        self.start, self.end = EndBox(FROM), EndBox(TO)
        self.swap, self.figures = QPushButton(), ChoiceList()
        self.told, self.changes, self.notes = WrappedLabel(), WrappedLabel(), WrappedLabel("caption")
        self._lay_out()
        self._connect()

    def show_answers(self, answers: Answers, language: Language) -> None:
        """What is known in this language at once; the rest follows."""
        del answers
        states = self._states()
        before = () if self.asked is None else (self.asked.start.version, self.asked.end.version)
        versions = states.offered(before)
        self.asked = self._valid(states, versions)
        self._name(language)
        for box, end in ((self.start, self.asked.start), (self.end, self.asked.end)):
            box.show_end(end, versions, states.at(end.version), language)
        self._draw(language)
        self._ask()

    def compare_with_checkpoint(self, name: Words) -> None:
        """From a checkpoint to now, for the same business model where it was there already."""
        version = Version("checkpoint", words(name, "en"))
        then = self._states().at(version)
        known = [alternative.id for alternative in then.alternatives]
        now = self.asked.end.alternative if self.asked else self.session.document.alternatives[0].id
        self._turn_to(EndChoice(version, now if now in known else known[0]), EndChoice(NOW, now))

    def compare_with_base(self) -> None:
        """From the comparison itself to the scenario on screen, for the business model it changes most."""
        states = self._states()
        chosen = most_changed(states.at(BASE), states.now, FIGURES[max(0, self.figures.currentIndex())])
        self._turn_to(EndChoice(BASE, chosen), EndChoice(NOW, chosen))

    def add_file(self, path: Path) -> None:
        """Another file to compare with; what cannot be read is said."""
        try:
            self.files[path] = open_file(path).comparison
        except EvenkeelError as error:
            self.session.failed.emit(naming(error, path))
            self._refresh()
            return
        version = Version("file", str(path))
        start = EndChoice(version, self.files[path].alternatives[0].id)
        now = self.session.document.alternatives
        shared = next((a.id for a in now if a.id == start.alternative), now[0].id)
        self._turn_to(start, EndChoice(NOW, shared))

    # --- asking --------------------------------------------------------------------------------------------------

    def _states(self) -> States:
        session = self.session
        return States(session.document, session.comparison, session.scenario, dict(self.files))

    def _valid(self, states: States, versions: Mapping[Version, Words]) -> Asked:
        """What was asked, as far as it still exists, and two different ends unless somebody chose the same; to begin
        with, the first two business models."""
        listed = [alternative.id for alternative in states.now.alternatives]
        asked = self.asked or Asked(EndChoice(NOW, listed[0]), EndChoice(NOW, listed[:2][-1]), OPERATING_PROFIT)
        ends: list[EndChoice] = []
        for end in (asked.start, asked.end):
            version = end.version if end.version in versions else NOW
            known = [a.id for a in states.at(version).alternatives]
            free = [id for id in known if EndChoice(version, id) not in ends or asked.start == asked.end] or known
            ends.append(EndChoice(version, end.alternative if end.alternative in free else free[0]))
        return Asked(ends[0], ends[1], asked.figure)

    def _ask(self) -> None:
        asked, states = self.asked, self._states()
        if asked is None or not self.isVisible():
            return
        if self.found is not None and self.found.asked == asked and self.found.now is states.now:
            self.worker.cancel()
            return
        at_once = not self.session.dragging and (self.found is None or self.found.asked != asked)
        self.worker.ask(lambda _progress, _cancel: find(asked, states), at_once=at_once)

    def _take(self, found: Found) -> None:
        self.found = found
        self._draw(self.session.language)

    def _refuse(self, problem: EvenkeelError) -> None:
        self.found = None
        self.chart.hide()
        self.changes.say("")
        self.told.say(problem.text()(self.session.language))

    def _turn_to(self, start: EndChoice, end: EndChoice) -> None:
        self.asked = Asked(start, end, FIGURES[max(0, self.figures.currentIndex())])
        self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self.show_answers(self.session.answers, self.session.language)

    # --- showing -------------------------------------------------------------------------------------------------

    def _draw(self, language: Language) -> None:
        found = self.found
        if found is None:
            return
        label = STATEMENT[found.asked.figure].label
        if language != self.chart.language:
            self.chart.set_language(language)
        display = self.session.display
        self.chart.set_data(bridge_data(found, label, language, display))
        self.chart.setVisible(found.bridge.why_none is None)
        first, *rest = bridge_sentences(found.bridge, label, found.currency, display)
        joint = "" if language == "zh" else " "
        told = joint.join(text(language) for text in (first, *rest[:-1]))
        self.told.say(self.frame.led_to(told, language))
        self.notes.say(rest[-1](language) if rest else "")
        self.changes.say(self._listed(found, language))
        self.frame.refresh()

    @staticmethod
    def _listed(found: Found, language: Language) -> str:
        if not found.changes:
            return ""
        listed = [f"• {change(language)}" for change in found.changes[:_LISTED]]
        if len(found.changes) > _LISTED:
            listed.append(MORE.filled(count=len(found.changes) - _LISTED)(language))
        return "\n".join([DIFFERS(language), *listed])

    def _name(self, language: Language) -> None:
        self.frame.set_words(language)
        self.swap.setText(SWAP(language))
        self.figures.setAccessibleName(FIGURE(language))
        for row, line in enumerate(FIGURES):
            self.figures.setItemText(row, STATEMENT[line].label(language))

    # --- parts ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for line in FIGURES:
            self.figures.addItem("", line)
        self.figures.setCurrentIndex(FIGURES.index(OPERATING_PROFIT))
        self.figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chart.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        for widget in (self.told, self.chart, self.changes):
            indented = QVBoxLayout()
            side = 0 if widget is self.chart else 2 * GRID
            indented.setContentsMargins(side, 0, side, 0)
            indented.addWidget(widget)
            column.addLayout(indented)
        column.addStretch(1)
        self.frame = ChartFrame(self.theme, self.chart, scrolled(content), folds=True)
        self.frame.lead_from(self.told)
        for widget in (self.figures, self.start, self.end, self.swap, self.notes):
            self.frame.pane.addWidget(widget)
        self.frame.pane.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)

    def _connect(self) -> None:
        self.frame.settings.toggled.connect(lambda _: self._draw(self.session.language))
        self.worker.answered.connect(self._take)
        self.worker.refused.connect(self._refuse)
        self.swap.clicked.connect(lambda: self.asked and self._turn_to(self.asked.end, self.asked.start))
        self.figures.activated.connect(lambda _: self.asked and self._turn_to(self.asked.start, self.asked.end))
        for place, box in enumerate((self.start, self.end)):
            box.file_wanted.connect(self._choose_file)
            box.version_chosen.connect(lambda version, place=place: self._choose_version(place, version))
            box.alternative_chosen.connect(lambda id, place=place: self._choose_alternative(place, id))

    def _choose_version(self, place: int, version: Version) -> None:
        """Another state of one end; two states of the same business model say more than of two different ones."""
        if self.asked is None:
            return
        ends = [self.asked.start, self.asked.end]
        ends[place] = EndChoice(version, ends[1 - place].alternative)
        self._turn_to(ends[0], ends[1])

    def _choose_alternative(self, place: int, id: str) -> None:
        if self.asked is None:
            return
        ends = [self.asked.start, self.asked.end]
        ends[place] = EndChoice(ends[place].version, id)
        self._turn_to(ends[0], ends[1])

    def _choose_file(self) -> None:
        folder = self.session.path.parent if self.session.path else documents_folder()
        path = ask_file_to_open(self, folder, self.session.language)
        if path is not None:
            self.add_file(path)
