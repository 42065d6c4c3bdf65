"""The figures under the chart: what is kept of revenue, by its two names that are so often confused, and what a user
costs."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from core.model.statement import STATEMENT
from core.questions.results import AlternativeResult
from core.questions.search.curves import USERS
from core.questions.workings.derived import COST_PER_USER
from core.record import record
from core.wording.quantities import hover_value
from core.wording.rows import format_answers
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.charts.margin.data import MarginBar, MarginData
from desktop.results.rows import NO_REVENUE

PER_USER = "USD/user/month"


@record
class Figure:
    """One row: the id it is taken apart by, label with its definition, unit, and where the value comes from."""

    id: str
    label: Text
    unit: str
    value: Callable[[AlternativeResult], float | None]
    of_revenue: bool = False  # it needs some revenue to say anything


def _statement(id: str) -> Figure:
    return Figure(id, STATEMENT[id].label, STATEMENT[id].unit, lambda result: result.lines[id])


def _cost_per_user(result: AlternativeResult) -> float:
    users = result.drivers[USERS]
    cost = result.lines["direct_cost"] + result.lines["operating_cost"]
    return cost / users if users else math.nan


FIGURES: tuple[Figure, ...] = (
    replace(_statement("gross_margin"), of_revenue=True),
    replace(_statement("markup"), of_revenue=True, value=lambda result: result.markup),
    replace(_statement("operating_margin"), of_revenue=True),
    _statement("revenue_per_user"),
    Figure(COST_PER_USER.id, COST_PER_USER.label, PER_USER, _cost_per_user),
)
FOR = Text("{label}, {a_period}", "{label}，{a_period}")


def margin_data(answers: Answers, language: Language) -> MarginData:
    """What the chart draws."""
    display, own = answers.display, answers.comparison.currency
    bars = tuple(
        MarginBar(
            key=result.id,
            name=words(result.name, language),
            colour_index=index,
            revenue=display.amount(result.lines["revenue"], own),
            direct_cost=display.amount(result.lines["direct_cost"], own),
            operating_cost=display.amount(result.lines["operating_cost"], own),
        )
        for index, result in enumerate(answers.results.values())
    )
    return MarginData(bars, display.shown_in(own), display.a_period())


def margin_lines(answers: Answers, language: Language) -> list[list[tuple[str, str]]]:
    """One row per figure: its name, then the figure of each alternative with its exact value as tip."""
    lines = []
    for figure in FIGURES:
        of_period = FOR.filled(label=figure.label, a_period=answers.display.a_period())
        label = of_period if figure.unit == PER_USER else figure.label
        shown = [answers.display.figure(figure.value(result), figure.unit) for result in answers.results.values()]
        cells = [format_answers([value], unit, language)[0] for value, unit in shown]
        tips = [hover_value(value, unit, language) for value, unit in shown]
        if figure.of_revenue:
            earning = [bool(result.lines["revenue"]) for result in answers.results.values()]
            tips = [tip if earns else NO_REVENUE(language) for tip, earns in zip(tips, earning, strict=True)]
        lines.append([(label(language), ""), *zip(cells, tips, strict=True)])
    return lines
