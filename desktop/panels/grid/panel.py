"""The panel: the map, two lists to choose its axes by, and the answer in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.comparison import edits
from core.comparison.document import Comparison
from core.errors import EvenkeelError
from core.questions.axis_choice import axis_for, drivers_to_vary, values_at, values_now
from core.questions.display import Display
from core.questions.grid import Axis
from core.questions.progress import Cancel, Progress
from core.wording.text import Language, Text, Words
from desktop.answers import Answers
from desktop.charts.winner_map.chart import WinnerMap
from desktop.panels.chart_frame import ChartFrame
from desktop.panels.grid.axis_choice import AxisChoice
from desktop.panels.grid.mapping import (
    POINTS,
    Mapped,
    basis_of,
    chosen_axes,
    differences,
    map_data,
    mapped,
    points_of,
    profits_now,
    shown_profits,
)
from desktop.panels.panel import Panel
from desktop.session import Session
from desktop.theme import GRID, Theme
from desktop.widgets.wrapped_label import WrappedLabel
from desktop.worker import Worker

ACROSS = Text("Across", "横轴")
UP = Text("Up", "纵轴")
_GESTURES = count(1)


class GridPanel(Panel):
    """The map is computed in another thread, and only when something other than its own two drivers changed."""

    title = Text("Who wins where", "双因素")

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._axes: tuple[Axis, Axis] | None = None
        self._columns: tuple[tuple[str, str], ...] = ()
        self._found: Mapped | None = None
        self._drawn: tuple[Mapped, Language, Display, tuple[Words, ...]] | None = None
        self._gesture: str | None = None
        self.worker = Worker(self)
        self.chart = WinnerMap(theme)
        self.chart.read_with(self._values_at)
        self.frame = ChartFrame(theme, self.chart, self.chart)
        self.across, self.up = AxisChoice(theme, ACROSS), AxisChoice(theme, UP)
        self.words, self.notes = WrappedLabel(), WrappedLabel("muted")
        for widget in (self.across, self.up, self.words, self.notes):
            self.frame.pane.addWidget(widget)
        self.frame.pane.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self._connect()

    def show_answers(self, answers: Answers, language: Language) -> None:
        """The crosses move at once; the map follows when it has to."""
        comparison = answers.comparison
        columns = tuple((a.id, a.model) for a in comparison.alternatives)
        if columns != self._columns:
            self._columns, self._axes, self._found = columns, None, None
        self.frame.set_words(language)
        if language != self.chart.language:
            self.chart.set_language(language)
        if self._axes is not None and not self.session.dragging:
            self._axes = self._reaching(comparison, *self._axes)
        if self._out_of_date(comparison):
            self._ask(comparison, at_once=self._found is None and not self.session.dragging)
        self._draw(answers, language)

    def _out_of_date(self, comparison: Comparison) -> bool:
        found = self._found
        if found is None or self._axes is None or (found.x, found.y) != self._axes:
            return True
        return found.basis != basis_of(comparison, found.x.driver, found.y.driver)

    def _ask(self, comparison: Comparison, *, at_once: bool) -> None:
        axes = self._axes

        def answer(_progress: Progress, _cancel: Cancel) -> Mapped:
            return mapped(comparison, *(axes or chosen_axes(comparison)))

        self.worker.ask(answer, at_once=at_once)

    def _take(self, found: object) -> None:
        assert isinstance(found, Mapped)
        self._found, self._axes = found, (found.x, found.y)
        if self.isVisible():
            self._draw(self.session.answers, self.session.language)
            if self._out_of_date(self.session.answers.comparison):
                self._ask(self.session.answers.comparison, at_once=False)

    def _refuse(self, problem: EvenkeelError) -> None:
        self.words.say(problem.text()(self.session.language))

    def _draw(self, answers: Answers, language: Language) -> None:
        found, comparison = self._found, answers.comparison
        if found is None or self._axes is None:
            return
        x, y = found.x.driver, found.y.driver
        names = tuple(a.name for a in comparison.alternatives)
        drawn = (found, language, answers.display, names)
        if self._drawn == drawn:
            self.chart.move_points(points_of(comparison, x, y, language), profits_now(answers))
        else:
            self.chart.set_data(map_data(found, answers, language))
        self._drawn = drawn
        self.session.turns.ask(self, self._tell)

    def _tell(self) -> None:
        """Beside the map: its axes, who wins now, and for whom it does not stand."""
        found, language, comparison = self._found, self.session.language, self.session.answers.comparison
        if found is None or self._axes is None:
            return
        drivers = drivers_to_vary(comparison)
        for choice, axis in ((self.across, self._axes[0]), (self.up, self._axes[1])):
            choice.show_axis(drivers, axis, language)
        self.words.say(self.chart.summary())
        told = differences(comparison, drivers, (found.x.driver, found.y.driver))
        self.notes.say("\n".join(text(language) for text in told))
        self.frame.refresh()

    def _reaching(self, comparison: Comparison, *axes: Axis) -> tuple[Axis, Axis]:
        """The axes, wide enough for where things stand now."""
        x, y = (
            axis
            if all(axis.low <= value <= axis.high for value in values_now(comparison, axis.driver).values())
            else axis_for(comparison, axis.driver, POINTS)
            for axis in axes
        )
        return x, y

    def _values_at(self, x: float, y: float) -> dict[str, float]:
        if self._found is None:
            return {}
        answers, at = self.session.answers, {self._found.x.driver: x, self._found.y.driver: y}
        return shown_profits(values_at(answers.comparison, at), answers)

    # --- what the person does -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.worker.answered.connect(self._take)
        self.worker.refused.connect(self._refuse)
        self.chart.drag_started.connect(self._begin)
        self.chart.point_dragged.connect(self._drag)
        self.chart.drag_finished.connect(self._finish)
        for place, choice in enumerate((self.across, self.up)):
            choice.driver_chosen.connect(lambda driver, place=place: self._choose(place, driver))
            choice.range_entered.connect(lambda low, high, place=place: self._span(place, low, high))

    def _choose(self, place: int, driver: str) -> None:
        """Another driver for an axis; the one on the other axis changes places with it."""
        if self._axes is None:
            return
        axes = list(self._axes)
        if axes[1 - place].driver == driver:
            axes.reverse()
        else:
            axes[place] = axis_for(self.session.comparison, driver, POINTS)
        self._turn_to((axes[0], axes[1]))

    def _span(self, place: int, low: float, high: float) -> None:
        if self._axes is not None:
            axes = list(self._axes)
            axes[place] = replace(axes[place], low=low, high=high)
            self._turn_to((axes[0], axes[1]))

    def _turn_to(self, axes: tuple[Axis, Axis]) -> None:
        self._axes = axes
        self._ask(self.session.comparison, at_once=True)

    def _begin(self) -> None:
        self._gesture = f"map {next(_GESTURES)}"
        self.session.begin_drag()

    def _drag(self, x: float, y: float) -> None:
        if self._found is None:
            return
        settings = ((self._found.x.driver, x), (self._found.y.driver, y))

        def change(comparison: Comparison) -> Comparison:
            for driver, value in settings:
                comparison = edits.set_everywhere(comparison, driver, value)
            return comparison

        self.session.edit(change, self._gesture)

    def _finish(self) -> None:
        self._gesture = None
        self.session.end_drag()
