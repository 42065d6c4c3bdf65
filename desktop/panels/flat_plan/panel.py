"""The panel: the sorted users of one flat plan, the answer in words above them, and its own settings beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.questions.flat_plan import FlatPlanAnswer
from core.questions.words.flat_plan import remarks, subsidy_sentence
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.charts.usage.chart import UsageCurve
from desktop.inputs.driver_control import DriverControl
from desktop.panels.chart_frame import ChartFrame
from desktop.panels.flat_plan.plans import (
    PlanPlace,
    most_subsidised,
    places_of,
    setting_drivers,
    shown_plan,
    usage_data,
)
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.wrapped_label import WrappedLabel

WHICH = Text("Plan", "套餐")


class FlatPlanPanel(Panel):
    """In closed form, so it follows every step of a drag."""

    title = Text("Flat plan", "包月套餐")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._place: PlanPlace | None = None
        self.plans = ChoiceList()
        self.plans.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chart = UsageCurve(theme)
        self.told, self.notes = WrappedLabel(), WrappedLabel("muted")
        self.controls: list[DriverControl] = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * GRID, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.told)
        column.addWidget(self.chart, 1)
        self.frame = ChartFrame(theme, self.chart, content)
        self._controls = QVBoxLayout()
        self._controls.setSpacing(GRID)
        self.frame.pane.addWidget(self.plans)
        self.frame.pane.addSpacing(GRID)
        self.frame.pane.addLayout(self._controls)
        self.frame.pane.addSpacing(GRID)
        self.frame.pane.addWidget(self.notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.plans.activated.connect(self._choose)

    @property
    def place(self) -> PlanPlace | None:
        """The plan that is looked at."""
        return self._place

    def show_answers(self, answers: Answers, language: Language) -> None:
        """Chart, words and settings, in place."""
        comparison = answers.comparison
        places = places_of(comparison)
        self.frame.setVisible(bool(places))
        if not places:
            self._place = None
            return
        self.frame.set_words(language)
        self.plans.setAccessibleName(WHICH(language))
        if self._place not in places:
            self._place = most_subsidised(comparison, places)
        self._offer(self._place, {place: words(name, language) for place, name in places.items()})
        plan = shown_plan(answers, self._place)
        if language != self.chart.language:
            self.chart.set_language(language)
        self.chart.set_data(usage_data(answers, self._place, plan, language))
        place = self._place
        self._show_controls(answers, place, language)
        self.session.turns.ask(self, lambda: self._tell(answers, plan, language))

    def _tell(self, answers: Answers, plan: FlatPlanAnswer, language: Language) -> None:
        display = answers.display
        shown_in, a_period = display.shown_in(answers.comparison.currency), display.a_period()
        self.told.say(subsidy_sentence(plan, shown_in, a_period)(language))
        self.notes.say("\n".join(text(language) for text in remarks(plan, shown_in, a_period)))
        self.frame.refresh()

    def _offer(self, chosen: PlanPlace, names: dict[PlanPlace, str]) -> None:
        """The plans there are, and which one is looked at."""
        offered = [self.plans.itemData(row) for row in range(self.plans.count())]
        if offered != list(names):
            self.plans.clear()
            for place in names:
                self.plans.addItem("", place)
        for row, name in enumerate(names.values()):
            self.plans.setItemText(row, name)
        self.plans.setCurrentIndex(list(names).index(chosen))
        self.plans.setToolTip(plain_tip(self.plans.currentText()))

    def _show_controls(self, answers: Answers, place: PlanPlace, language: Language) -> None:
        drivers = setting_drivers(answers.comparison, place)
        wanted = [(place.alternative, driver.id) for driver in drivers]
        if [control.place for control in self.controls] != wanted:
            for old in self.controls:
                self._controls.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.controls = [DriverControl(self.session, self.theme, driver, place.alternative) for driver in drivers]
            for control in self.controls:
                self._controls.addWidget(control)
        for control in self.controls:
            control.refresh(language)

    def _choose(self) -> None:
        self._place = self.plans.currentData()
        self.show_answers(self.session.answers, self.session.language)
