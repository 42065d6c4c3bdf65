"""From a comparison to what the map draws: what was computed for which values, and where things stand on it."""

from __future__ import annotations

from collections.abc import Mapping

from core.comparison.document import Comparison
from core.model.definition import BusinessModel, Driver
from core.questions.axis_choice import axis_for, drivers_to_vary, is_whole, telling_pair, values_now
from core.questions.break_even import OPERATING_PROFIT
from core.questions.grid import Axis, Grid, grid
from core.record import record
from core.wording.numbers import both
from core.wording.quantities import format_value
from core.wording.text import Language, Text, words
from desktop.answers import Answers
from desktop.charts.winner_map.data import MapAxis, MapData, MapPoint, MapSeries

POINTS = 200  # of each axis
DIFFERS = Text(
    "{driver} is not the same for all ({values}). The map gives all of them the same value, and so does dragging.",
    "各方案的{driver}不同（{values}）。图中各方案取同一数值，拖动后也是如此。",
)
VALUE_OF = Text("{name} {value}", "{name} {value}")
Basis = tuple[tuple[str, BusinessModel, tuple[tuple[str, float], ...]], ...]


@record(eq=False)
class Mapped:
    """A computed map and what it was computed from."""

    x: Axis
    y: Axis
    basis: Basis
    grid: Grid


def basis_of(comparison: Comparison, x: str, y: str) -> Basis:
    """All that the map over two drivers depends on: their own values now do not count."""
    values = {
        a.id: tuple((driver, value) for driver, value in comparison.values_of(a.id).items() if driver not in (x, y))
        for a in comparison.alternatives
    }
    return tuple((id, comparison.model_of(id), known) for id, known in values.items())


def chosen_axes(comparison: Comparison) -> tuple[Axis, Axis]:
    """The two drivers to begin with."""
    x, y = telling_pair(comparison)
    return axis_for(comparison, x, POINTS), axis_for(comparison, y, POINTS)


def mapped(comparison: Comparison, x: Axis, y: Axis) -> Mapped:
    """The map over two axes."""
    return Mapped(x, y, basis_of(comparison, x.driver, y.driver), grid(comparison, x, y))


def map_data(found: Mapped, answers: Answers, language: Language) -> MapData:
    """What the chart draws. Alternatives that came or went since the map was computed wait for the next one."""
    comparison, display = answers.comparison, answers.display
    own = comparison.currency
    drivers = drivers_to_vary(comparison)
    names = {a.id: (index, words(a.name, language)) for index, a in enumerate(comparison.alternatives)}
    series = tuple(
        MapSeries(id, names[id][1], names[id][0], display.amount(found.grid.values[id], own), found.grid.break_even[id])
        for id in found.grid.alternatives
        if id in names
    )
    x, y = (_axis(drivers[axis.driver], axis, language) for axis in (found.x, found.y))
    points = points_of(comparison, found.x.driver, found.y.driver, language)
    return MapData(x, y, series, points, profits_now(answers), display.shown_in(own), display.a_period())


def profits_now(answers: Answers) -> dict[str, float]:
    """What each alternative earns as things stand, as it is shown."""
    return shown_profits({id: result.lines[OPERATING_PROFIT] for id, result in answers.results.items()}, answers)


def shown_profits(profits: Mapping[str, float], answers: Answers) -> dict[str, float]:
    """Profits a month as they are shown."""
    display, own = answers.display, answers.comparison.currency
    return {id: display.amount(profit, own) for id, profit in profits.items()}


def points_of(comparison: Comparison, x: str, y: str, language: Language) -> tuple[MapPoint, ...]:
    """One cross where all alternatives agree on both drivers, else one for each of them."""
    at = {driver: values_now(comparison, driver) for driver in (x, y)}
    if all(len(set(values.values())) == 1 for values in at.values()):
        return (MapPoint(next(iter(at[x].values())), next(iter(at[y].values()))),)
    first = {driver: next(iter(values.values())) for driver, values in at.items()}
    return tuple(
        MapPoint(at[x].get(a.id, first[x]), at[y].get(a.id, first[y]), words(a.name, language), index)
        for index, a in enumerate(comparison.alternatives)
        if any(a.id in values for values in at.values())
    )


def differences(comparison: Comparison, drivers: Mapping[str, Driver], axes: tuple[str, str]) -> list[Text]:
    """What has to be said where alternatives do not agree on a driver."""
    told = []
    for id in axes:
        values = values_now(comparison, id)
        if len(set(values.values())) > 1:
            parts = [
                VALUE_OF.filled(name=comparison.alternative(a).name, value=both(format_value, v, drivers[id].unit))
                for a, v in values.items()
            ]
            listed = Text(", ".join(p.en for p in parts), "，".join(p.zh for p in parts))
            told.append(DIFFERS.filled(driver=drivers[id].label, values=listed))
    return told


def _axis(driver: Driver, axis: Axis, language: Language) -> MapAxis:
    return MapAxis(driver.label(language), driver.unit, axis.low, axis.high, is_whole(driver))
