"""From answers to what the chart draws. Lines of alternatives that nothing touched are drawn as before."""

from __future__ import annotations

import numpy as np

from core.engine.plan import plan_for
from core.model.definition import BusinessModel
from core.questions.break_even import OPERATING_PROFIT
from core.questions.display import Display
from core.questions.results import AlternativeResult
from core.questions.search.curves import USERS, OutputCurve, curve_for
from core.questions.sweep import sweep
from core.record import record
from core.wording.scale import Currency
from core.wording.text import Language, words
from desktop.answers import Answers
from desktop.charts.profit.data import ProfitData, ProfitSeries, WinnerRegion
from desktop.panels.break_even.winners import winner_regions, winners_drawn


@record(eq=False)
class _Drawn:
    """One alternative's line, and what it was drawn from; where its own users stand does not matter to it."""

    model: BusinessModel
    values: dict[str, float]
    most: float
    curve: OutputCurve
    users: np.ndarray
    profit: np.ndarray


class Drawing:
    """Remembers the lines of the last answers."""

    def __init__(self) -> None:
        self._drawn: dict[str, _Drawn] = {}
        self._series: dict[str, tuple[object, ProfitSeries]] = {}  # the same objects while they say the same
        self._winners: tuple[object, tuple[WinnerRegion, ...]] = (None, ())  # and what they were found from
        self._display = Display()
        self._own: Currency = "USD"

    def data(self, answers: Answers, users: float, most: float, language: Language) -> ProfitData:
        """Everything the chart shows, up to `most` users."""
        self._drawn = {result.id: self._line(answers, result, most) for result in answers.results.values()}
        self._display, self._own = answers.display, answers.comparison.currency
        series = tuple(
            self._kept_series(index, result, language) for index, result in enumerate(answers.results.values())
        )
        winners, shown_in = self._regions(answers, series, most), self._display.shown_in(self._own)
        return ProfitData(series, winners, users, most, shown_in, self._display.a_period())

    def profits_at(self, users: float) -> dict[str, float]:
        """The exact profit of every alternative at a number of users, by id, as it is shown."""
        point = np.array([max(users, 1.0)])
        profits = {id: float(drawn.curve.at(point)[0]) for id, drawn in self._drawn.items()}
        return {id: self._display.amount(profit, self._own) for id, profit in profits.items()}

    def _regions(self, answers: Answers, series: tuple[ProfitSeries, ...], most: float) -> tuple[WinnerRegion, ...]:
        """Found anew only where a line moved or more is known: break-even and crossings follow from the lines."""
        now = (series, answers.exact, most)
        if self._winners[0] != now:
            curves = {id: drawn.curve for id, drawn in self._drawn.items()}
            found = winner_regions(answers, curves, most) if answers.exact else winners_drawn(series, most)
            self._winners = now, found
        return self._winners[1]

    def _line(self, answers: Answers, result: AlternativeResult, most: float) -> _Drawn:
        model = answers.comparison.models[result.model]
        values = {**result.drivers, USERS: 1.0}
        before = self._drawn.get(result.id)
        if before is not None and before.model is model and before.values == values:
            if before.most == most:
                return before
            curve = before.curve
        else:
            curve = curve_for(plan_for(model), values, OPERATING_PROFIT)
        return _Drawn(model, values, most, curve, *sweep(curve, most))

    def _kept_series(self, index: int, result: AlternativeResult, language: Language) -> ProfitSeries:
        drawn, found = self._drawn[result.id], result.break_even
        now = (drawn, index, words(result.name, language), found.first, found.safe_from, self._display, self._own)
        if result.id not in self._series or self._series[result.id][0] != now:
            self._series[result.id] = now, self._new_series(index, result, drawn, language)
        return self._series[result.id][1]

    def _new_series(self, index: int, result: AlternativeResult, drawn: _Drawn, language: Language) -> ProfitSeries:
        """What is always or never in profit has no point to mark."""
        found = result.break_even
        marked = found.status == "breaks_even"
        return ProfitSeries(
            key=result.id,
            name=words(result.name, language),
            colour_index=index,
            users=drawn.users,
            profit=self._display.amount(drawn.profit, self._own),
            first=found.first if marked else None,
            safe_from=found.safe_from if marked else None,
        )
