"""Figures read off the lines, axes that show what must be seen, places rounded as finely as they can be pointed at."""

import math
from dataclasses import replace

import numpy as np
import pytest

from desktop.charts.profit.data import ProfitData, ProfitSeries
from desktop.charts.profit.reading import key_step, pointed, profit_range, value_at


def line(users: list[float], profit: list[float]) -> ProfitSeries:
    return ProfitSeries("a", "A", 0, np.array(users), np.array(profit))


def test_between_points_the_line_is_straight() -> None:
    assert value_at(line([0, 100], [0, 50]), 30) == 15


def test_at_a_step_the_profit_is_the_one_after_it() -> None:
    assert value_at(line([0, 50, 50, 100], [0, 50, 10, 60]), 50) == 10


def test_the_last_point_belongs_to_the_line_and_what_is_beyond_does_not() -> None:
    series = line([10, 100], [1, 50])
    assert value_at(series, 100) == 50
    assert math.isnan(value_at(series, 101))
    assert math.isnan(value_at(series, 9))


def test_a_gap_has_no_value() -> None:
    assert math.isnan(value_at(line([0, 50, 100], [0, math.nan, 10]), 60))


def test_zero_is_always_on_the_axis(data: ProfitData) -> None:
    for series in data.series:
        low, high = profit_range(replace(data, series=(series,)))
        assert low < 0 < high
        seen = series.profit[np.isfinite(series.profit)]
        assert low <= seen.min()
        assert seen.max() < high


def test_lines_without_any_figure_still_have_an_axis() -> None:
    assert profit_range(ProfitData((line([0, 1], [math.nan, math.nan]),), (), 0, 1)) == (-1.0, 1.0)


@pytest.mark.parametrize(("users", "place"), [(20_037, 20_000), (20_060, 20_100), (-5, 0), (60_000, 50_000)])
def test_pointing_gives_round_numbers(users: float, place: float) -> None:
    assert pointed(users, 50_000, 700) == place


def test_users_are_whole() -> None:
    assert pointed(3.4, 10, 700) == 3
    assert key_step(10) == 1
    assert key_step(50_000) == 500
