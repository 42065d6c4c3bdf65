"""Headlines, profit zones, the reach of the axis and the winners, from made-up results."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from core.comparison import edits
from core.comparison.examples import load_example
from core.engine.plan import plan_for
from core.questions.break_even import BreakEven, Status
from core.questions.results import AlternativeResult
from core.questions.search.curves import OutputCurve
from desktop.answers import answers_for
from desktop.panels.break_even.drawing import Drawing
from desktop.panels.break_even.headlines import headline, zones
from desktop.panels.break_even.reach import reach
from desktop.panels.break_even.winners import winner_regions, winners_drawn


def result(
    status: Status,
    crossings: tuple[int, ...] = (),
    safe_from: int | None = None,
    profit: float = 1.0,
    truncated: bool = False,
) -> AlternativeResult:
    first = 1 if status == "always" else crossings[0] if crossings else None
    found = BreakEven("operating_profit", status, first, safe_from, crossings, truncated, None)
    return AlternativeResult("a", "A", "m", {"users": 1_000.0}, {"operating_profit": profit}, found)


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        (result("always", safe_from=1), "makes money at any size", "在任何规模下都盈利"),
        (result("never"), "loses money at any size", "在任何规模下都亏损"),
        (result("never", profit=math.nan), "has no defined profit", "的利润无定义"),
        (result("breaks_even", (3_667,), 3_667), "makes money from 3,667 users", "从 3,667 用户起盈利"),
        (
            result("breaks_even", (2_667, 2_801, 3_667), 3_667),
            "has no more losses from 3,667 users (first profit at 2,667)",
            "从 3,667 用户起不再亏损（2,667 用户首次盈利）",
        ),
        (
            result("breaks_even", (500, 900)),
            "makes money from 500 users, but not for good",
            "从 500 用户起盈利，但之后又转亏",
        ),
    ],
)
def test_the_headline_says_from_where_on_it_is_safe(given: AlternativeResult, english: str, chinese: str) -> None:
    assert headline(given)("en") == english
    assert headline(given)("zh") == chinese


def test_a_few_profit_zones_are_told_one_by_one_and_many_are_counted() -> None:
    few = zones(result("breaks_even", (2_667, 2_801, 3_167, 3_501, 3_667), 3_667).break_even)
    assert few is not None
    assert few.en == "Profit zones, in users: 2,667 to 2,800; 3,167 to 3,500; 3,667 and up."
    many = zones(result("breaks_even", tuple(range(10, 101, 10)), None).break_even)
    assert many is not None
    assert "5 separate stretches" in many.en
    assert zones(result("breaks_even", (5,), 5).break_even) is None
    cut = zones(result("breaks_even", tuple(range(10, 101, 10)), None, truncated=True).break_even)
    assert cut is not None
    assert "at least 5" in cut.en


@pytest.mark.parametrize(
    ("users", "points", "least", "most"),
    [
        (1_000, [], 2_000, 2_500),
        (1_000, [4_000], 10_000, 11_000),
        (6_000_000, [5_000], 7_500_000, 8_500_000),
        (1_000, [900, 40_000_000], 2_250, 3_000),
        (0, [], 10, 10),
        (0, [50_000], 125_000, 140_000),
    ],
)
def test_the_axis_reaches_beyond_what_matters(users: float, points: list[int], least: float, most: float) -> None:
    assert least <= reach(users, [result("breaks_even", (p,), p) for p in points]) <= most


def test_winner_regions_are_right_at_every_count_tried() -> None:
    comparison = load_example("three-ways")
    answers = answers_for(comparison)
    curves = {
        a.id: OutputCurve(plan_for(comparison.model_of(a)), comparison.values_of(a.id), "operating_profit")
        for a in comparison.alternatives
    }
    regions = winner_regions(answers, curves, 12_000_000)
    assert regions[0].start == 0
    assert regions[-1].end == 12_000_000
    for before, after in pairwise(regions):
        assert before.end == after.start
        assert before.key != after.key
    users = np.arange(1.0, 12_000_000.0, 20_011.0)
    profits = {id: curve.at(users) for id, curve in curves.items()}
    for i, count in enumerate(users):
        region = next(r for r in regions if r.start <= count < r.end)
        best = max(profits, key=lambda id: profits[id][i])
        assert region.key == (best if profits[best][i] >= 0 else None)


def test_winners_read_off_the_lines_are_those_computed_but_for_a_pixel() -> None:
    answers, most = answers_for(load_example("three-ways")), 12_000_000.0
    data = Drawing().data(answers, 6_000_000, most, "en")
    seen, pixel = winners_drawn(data.series, most), most / 800
    assert [seen[0].start, seen[-1].end] == [0, most]
    edges = np.array([region.start for region in (*seen, *data.winners)])
    for users in np.arange(1.0, most, 20_011.0):
        if np.abs(edges - users).min() > 2 * pixel:
            drawn, computed = (
                next(region.key for region in regions if region.start <= users < region.end)
                for regions in (seen, data.winners)
            )
            assert drawn == computed


def test_lines_that_nothing_touched_are_the_same_objects() -> None:
    comparison, drawing = load_example("three-ways"), Drawing()
    before = drawing.data(answers_for(comparison), 6_000_000, 12_000_000, "en")
    moved = edits.set_value(comparison, "maas", "utilisation", 0.5)
    after = drawing.data(answers_for(moved), 6_000_000, 12_000_000, "en")
    assert [old is new for old, new in zip(before.series, after.series, strict=True)] == [True, True, False]
