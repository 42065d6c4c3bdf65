"""What would have to be true: every value that reaches the goal is found, and putting it back reaches it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.document import Comparison
from core.comparison.edits.values import set_value
from core.comparison.starting import first_of
from core.comparison.values import makes_sense
from core.engine.plan import plan_for
from core.errors import UsageError
from core.model.definition import Range
from core.questions.needed import Needed, NeededValues, needed
from core.questions.search.levers import Lever, levers_of
from core.questions.targets import Target, parse_target
from tests.core.questions.formulas import HUNDREDTHS, PARTS
from tests.core.questions.small_comparisons import SMALL, built_in, of_profit, outputs, with_drivers
from tests.core.small_models import WORDS, model_of_profit

BUILT_IN = built_in()
TARGETS = (Target(), Target("gross_margin", 0.3), Target("operating_profit", 5e5), Target("paid_nodes", 300.0))


def row(found: Needed, driver: str) -> NeededValues:
    return next(row for row in found.drivers if row.driver == driver)


def reached(comparison: Comparison, found: Needed, values: dict[str, float]) -> bool:
    value = outputs(comparison, found.alternative, **values)[found.target]
    return value <= found.goal if found.now is not None and found.now > found.goal else value >= found.goal


def check_put_back(comparison: Comparison, found: Needed) -> None:
    levers = {lever.driver: lever for lever in levers_of(comparison, found.alternative)}
    for line in found.drivers:
        lever = levers[line.driver]
        assert list(line.needed) == sorted(line.needed)
        assert all(lever.low <= value <= lever.high for value in line.needed)
        assert not any(lever.low <= value <= lever.high for value in line.beyond)
        assert not (line.needed and line.beyond)
        for value in (*line.needed, *line.beyond):
            assert is_where_the_goal_is_passed(comparison, found, lever, value), (line.driver, value)
            if lever.whole:
                assert value == round(value)
        assert (line.grade == "impossible_alone") == (line.nearest is None)
        if line.nearest is None and lever.low <= lever.high:
            ends = [height(comparison, found, lever, end) for end in (lever.low, lever.high)]
            # On one side of the goal all over, unless what is not defined parts them.
            assert len({end >= 0 for end in ends if not math.isnan(end)}) <= 1 or gap(comparison, found, lever)
    if found.pair is not None:
        assert reached(comparison, found, dict(zip(found.pair.drivers, found.pair.needed, strict=True)))


def height(comparison: Comparison, found: Needed, lever: Lever, value: float) -> float:
    """How far the target lies on the reached side of the goal; NaN: not defined."""
    there = outputs(comparison, found.alternative, **{lever.driver: value})[found.target]
    return found.goal - there if found.now is not None and found.now > found.goal else there - found.goal


def is_where_the_goal_is_passed(comparison: Comparison, found: Needed, lever: Lever, value: float) -> bool:
    """Whether the goal is reached, and is just met or missed by a neighbouring number."""
    here = height(comparison, found, lever, value)
    if here == 0 or (value == lever.now and found.now == found.goal):
        return True
    step = 1.0 if lever.whole else float(np.spacing(value))
    beside = [height(comparison, found, lever, v) for v in (value - step, value + step)]
    if lever.whole:
        beside.append(height(comparison, found, lever, lever.now))
    if abs(value) < 1e-60:  # towards 0 the numbers never end; the search does
        beside += [height(comparison, found, lever, v) for v in (0.0, -1e-60, 1e-60)]
    return here > 0 and any(other < 0 for other in beside)


def gap(comparison: Comparison, found: Needed, lever: Lever) -> bool:
    """Whether the target is not defined over a part of the range."""
    points = np.linspace(lever.low, lever.high, 301)
    return any(math.isnan(height(comparison, found, lever, value)) for value in points.tolist())


def passed_without_a_gap(comparison: Comparison, found: Needed, lever: Lever, low: float, high: float) -> bool:
    """Whether the target is defined on both sides of where it passes the goal between two values."""
    start = height(comparison, found, lever, low) >= 0
    for _ in range(1_100):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        if (height(comparison, found, lever, middle) >= 0) == start:
            low = middle
        else:
            high = middle
    return not any(math.isnan(height(comparison, found, lever, value)) for value in (low, high))


def stands_alone(comparison: Comparison, found: Needed, lever: Lever, value: float) -> bool:
    """Whether it is otherwise on both sides of a value: a goal just touched, or missed at one place, which the search
    does not promise to see."""
    near = (lever.high - lever.low) * 2.0**-26
    here, *beside = (
        reached(comparison, found, {lever.driver: v})
        for v in (value, value - near, value + near)
        if lever.low <= v <= lever.high
    )
    return not lever.whole and here not in beside


def check_against_a_scan(comparison: Comparison, found: Needed, points: int = 2_001) -> None:
    """Between two neighbouring points of which one reaches the goal and one does not, there is a solution, unless the
    target is not defined between them."""
    plan, values = plan_for(comparison.model_of(found.alternative)), comparison.values_of(found.alternative)
    for lever in levers_of(comparison, found.alternative, [line.driver for line in found.drivers]):
        line = row(found, lever.driver)
        if lever.low > lever.high:
            assert line.needed == ()
            continue
        grid = np.linspace(lever.low, lever.high, points)
        grid = np.unique(np.floor(grid)) if lever.whole else grid
        heights = plan.evaluate_arrays({**values, lever.driver: grid}, [found.target])[found.target]
        from_above = found.now is not None and found.now > found.goal
        there = np.broadcast_to(heights <= found.goal if from_above else heights >= found.goal, grid.shape)
        for place in np.flatnonzero(there[1:] != there[:-1]):
            low, high = float(grid[place]), float(grid[place + 1])
            if any(stands_alone(comparison, found, lever, value) for value in (low, high)):
                continue
            if any(low <= value <= high for value in line.needed):
                continue
            assert not passed_without_a_gap(comparison, found, lever, low, high), (lever.driver, low, high)


def check_best(comparison: Comparison, found: Needed) -> None:
    """What does not reach the goal gets no nearer to it on a scan than it says."""
    plan, values = plan_for(comparison.model_of(found.alternative)), comparison.values_of(found.alternative)
    for lever in levers_of(comparison, found.alternative):
        line = row(found, lever.driver)
        if not line.needed and line.best is not None:
            grid = np.linspace(lever.low, lever.high, 2_001)
            grid = np.unique(np.floor(grid)) if lever.whole else grid
            heights = plan.evaluate_arrays({**values, lever.driver: grid}, [found.target])[found.target]
            nearest = np.nanmin(np.abs(heights - found.goal))
            assert abs(line.best - found.goal) <= nearest * (1 + 1e-3)
            assert outputs(comparison, found.alternative, **{lever.driver: line.best_at})[found.target] == line.best


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: f"{target.line}={target.goal:g}")
@pytest.mark.parametrize("place", range(len(BUILT_IN)))
def test_every_built_in_alternative(place: int, target: Target) -> None:
    comparison, alternative = BUILT_IN[place]
    if target.line not in plan_for(comparison.model_of(alternative)).outputs:
        pytest.skip("no such line")
    found = needed(comparison, alternative, target)
    check_put_back(comparison, found)
    check_against_a_scan(comparison, found)
    check_best(comparison, found)
    efforts = [math.inf if line.effort is None else line.effort for line in found.drivers]
    assert efforts == sorted(efforts)


def test_a_straight_line_has_its_one_solution() -> None:
    comparison = of_profit("price * 20 - fixed", {"price": (0, 100), "fixed": (0, 2000)}, price=30.0, fixed=1000.0)
    found = needed(comparison, SMALL)
    assert row(found, "price").needed == pytest.approx((50.0,))
    assert row(found, "price").change == pytest.approx(2 / 3)
    assert row(found, "fixed").needed == pytest.approx((600.0,))
    assert found.now == -400


def test_all_solutions_of_a_curve_that_turns() -> None:
    comparison = of_profit("9 - (price - 5) ** 2", {"price": (0, 10)}, price=1.0)
    line = row(needed(comparison, SMALL), "price")
    assert line.needed == pytest.approx((2.0, 8.0))
    assert line.nearest == line.needed[0]


def test_a_step_over_the_goal_is_answered_with_the_side_that_reaches_it() -> None:
    comparison = of_profit("users - 9 * ceil(nodes)", {"nodes": (0, 3)}, nodes=2.5)  # -17; 10 users
    assert row(needed(comparison, SMALL), "nodes").needed == (1.0,)  # 1, where 0 is jumped over
    comparison = of_profit("users - 9 * ceil(nodes)", {"nodes": (0, 3)}, nodes=0.5)  # 1
    assert row(needed(comparison, SMALL), "nodes").needed == (math.nextafter(1.0, 2.0),)  # -8


def test_a_saw_has_a_solution_at_every_tooth() -> None:
    comparison = of_profit("0.999 * x - floor(x) - 0.3", {"x": (0, 10)}, x=0.0)
    check_against_a_scan(comparison, found := needed(comparison, SMALL), 20_001)
    assert len(row(found, "x").needed) == 20


def test_a_goal_that_is_only_touched() -> None:
    comparison = of_profit("0 - abs(x - 2.5)", {"x": (0, 10)}, x=1.0)
    assert row(needed(comparison, SMALL), "x").needed == (2.5,)


@pytest.mark.parametrize(
    ("now", "goal", "grade"),
    [
        (100.0, 125.0, "within_reach"),
        (100.0, 75.0, "within_reach"),
        (100.0, 126.0, "stretch"),
        (100.0, 150.0, "stretch"),
        (100.0, 151.0, "beyond_published"),
        (100.0, 40.0, "beyond_published"),
        (300.0, 200.0, "beyond_published"),
        (300.0, 100.0, "stretch"),
        (100.0, 40000.0, "impossible_alone"),
    ],
)
def test_grades(now: float, goal: float, grade: str) -> None:
    comparison = set_value(of_profit("x", {"x": (50, 150)}, x=100.0), SMALL, "x", now)
    assert row(needed(comparison, SMALL, Target("operating_profit", goal)), "x").grade == grade


def test_what_nothing_reaches_says_how_near_it_gets() -> None:
    comparison = of_profit("0 - 4 - (x - 3) ** 2 + 0 * y", {"x": (0, 10)}, x=1.0, y=1.0)
    line = row(needed(comparison, SMALL), "x")
    assert (line.grade, line.nearest, line.needed) == ("impossible_alone", None, ())
    assert line.best == pytest.approx(-4)
    assert line.best_at == pytest.approx(3, abs=1e-3)


def test_whole_numbers_and_switches() -> None:
    model = model_of_profit("12 - 9 * (nodes / one_node) + 8 * lucky", nodes=5.0, lucky=0.0, one_node=1.0)
    whole = {"unit": "node", "range": Range(low=0.5, high=8.0, reason=WORDS), "minimum": 0.0}
    switch = {"unit": "yes/no", "range": Range(low=0.0, high=1.0, reason=WORDS), "minimum": 0.0, "maximum": 1.0}
    model = with_drivers(model, {"nodes": whole, "one_node": {"unit": "node"}, "lucky": switch})
    found = needed(first_of("A test", model), SMALL)
    assert row(found, "nodes").needed == (1.0,)
    assert row(found, "lucky").grade == "impossible_alone"
    assert row(found, "lucky").best == 12 - 9 * 5 + 8
    found = needed(first_of("A test", model), SMALL, Target("operating_profit", -26.0))
    assert row(found, "lucky").needed == (1.0,)
    assert row(found, "nodes").needed == (4.0,)


def test_from_outside_the_range_only_what_reaches_the_goal_counts() -> None:
    comparison = set_value(of_profit("x - 10", {"x": (20, 30)}, x=25.0), SMALL, "x", 5.0)
    line = row(needed(comparison, SMALL), "x")
    assert (line.needed, line.beyond) == ((), (10.0,))
    assert (line.grade, line.best, line.best_at) == ("beyond_published", 10.0, 20.0)
    line = row(needed(comparison, SMALL, Target("operating_profit", 10.0)), "x")
    assert (line.needed, line.beyond, line.grade) == ((20.0,), (), "stretch")
    stepped = set_value(of_profit("floor(x / 20) - 0.5", {"x": (20, 30)}, x=25.0), SMALL, "x", 5.0)
    assert row(needed(stepped, SMALL), "x").needed == (20.0,)


def test_a_goal_that_is_met_now_outside_the_range() -> None:
    comparison = set_value(of_profit("x - 10", {"x": (20, 30)}, x=25.0), SMALL, "x", 10.0)
    line = row(needed(comparison, SMALL), "x")
    assert (line.needed, line.beyond, line.nearest, line.change) == ((), (10.0,), 10.0, 0.0)
    comparison = set_value(of_profit("0 * x", {"x": (20, 30)}, x=25.0), SMALL, "x", 50.0)
    assert row(needed(comparison, SMALL), "x").needed == (30.0,)


def test_between_whole_numbers_both_neighbours_count() -> None:
    model = model_of_profit("3 * abs(nodes / one_node - 2.5) - 1", nodes=2.5, one_node=1.0)
    whole = {"unit": "node", "range": Range(low=0.0, high=8.0, reason=WORDS), "minimum": 0.0}
    model = with_drivers(model, {"nodes": whole, "one_node": {"unit": "node"}})
    assert row(needed(first_of("A test", model), SMALL), "nodes").needed == (2.0, 3.0)


@pytest.mark.parametrize("target", [Target(), Target("gross_margin", 0.5)], ids=lambda target: target.line)
@pytest.mark.parametrize("place", range(len(BUILT_IN)))
def test_every_driver_from_outside_its_range(place: int, target: Target) -> None:
    comparison, alternative = BUILT_IN[place]
    for lever in levers_of(comparison, alternative):
        for outside in ((lever.least + lever.low) / 2, min(lever.greatest, lever.high * 1.5 + 0.01)):
            if lever.low <= outside <= lever.high or not makes_sense(
                comparison.driver_of(alternative, lever.driver), outside
            ):
                continue
            moved = set_value(comparison, alternative, lever.driver, outside)
            found = needed(moved, alternative, target, [lever.driver])
            check_put_back(moved, found)
            check_against_a_scan(moved, found, 301)


def test_where_a_line_begins_to_be_defined_is_no_solution() -> None:
    comparison = of_profit("sqrt(x - 3) + 2", {"x": (0, 7)}, x=1.0)
    line = row(needed(comparison, SMALL), "x")
    assert (line.needed, line.beyond, line.best) == ((), (), 2.0)
    assert line.best_at == pytest.approx(3.0)
    line = row(needed(comparison, SMALL, Target("operating_profit", 2.0)), "x")
    assert line.needed == (3.0,)  # just touched


def test_what_is_reached_already_takes_no_change() -> None:
    comparison = of_profit("x - 10 + 0 * y", {"x": (0, 30)}, x=10.0, y=3.0)
    found = needed(comparison, SMALL)
    assert {row(found, driver).nearest for driver in ("y",)} == {3.0}
    assert row(found, "x").needed == (10.0,)
    assert row(found, "x").change == 0
    assert found.pair is None


def test_what_is_not_defined_now_can_be_reached() -> None:
    comparison = of_profit("sqrt(x) - 2", {"x": (-10, 10)}, x=-5.0)
    found = needed(comparison, SMALL)
    assert found.now is None
    assert row(found, "x").needed == pytest.approx((4.0,))


def test_nearest_pair_moves_both_by_the_same_share() -> None:
    comparison = of_profit(
        "price * 20 - fixed", {"price": (0, 100), "fixed": (0, 2000), "users": (10, 10)}, price=30.0, fixed=1000.0
    )
    pair = needed(comparison, SMALL).pair
    assert pair is not None
    assert set(pair.drivers) == {"price", "fixed"}
    assert pair.effort == pytest.approx(0.25)  # 600 * (1 + t) = 1000 * (1 - t)
    assert dict(zip(pair.drivers, pair.needed, strict=True)) == pytest.approx({"price": 37.5, "fixed": 750.0})


@settings(max_examples=60)
@given(st.lists(st.floats(-20, 20).filter(lambda x: abs(x) > 0.1), min_size=3, max_size=3), st.floats(0.5, 30))
def test_no_pair_is_nearer(slopes: list[float], short: float) -> None:
    """For a straight line an equal effort t along two drivers, each 1 now, gains t times both slopes."""
    names = ("a", "b", "c")
    total = sum(slopes)
    parts = " + ".join(f"({slope!r}) * {name}" for name, slope in zip(names, slopes, strict=True))
    ranges = dict.fromkeys(names, (-1.0, 3.0)) | {"cost": (total + short, total + short), "users": (10.0, 10.0)}
    comparison = of_profit(f"{parts} - cost", ranges, a=1.0, b=1.0, c=1.0, cost=total + short)
    pair = needed(comparison, SMALL, drivers=names).pair
    steepest = sum(sorted(map(abs, slopes))[1:])
    if short > 2 * steepest * (1 - 1e-9):
        assert pair is None or pair.effort == pytest.approx(short / steepest)
    else:
        assert pair is not None
        assert pair.effort == pytest.approx(short / steepest, rel=1e-6)


@settings(max_examples=250)
@given(formula=PARTS, a=HUNDREDTHS, x=HUNDREDTHS, goal=st.sampled_from([0.0, 1.0, -2.5]))
def test_random_formulas(formula: str, a: float, x: float, goal: float) -> None:
    comparison = of_profit(formula, {"x": (-10, 10), "a": (-5, 5)}, a=a, x=x)
    found = needed(comparison, SMALL, Target("operating_profit", goal), ["x", "a"])
    check_put_back(comparison, found)
    check_against_a_scan(comparison, found, 301)


def test_targets_are_read() -> None:
    assert parse_target("gross_margin=0.3") == Target("gross_margin", 0.3)
    read = {("gross_margin", "30%"): 0.3}
    assert parse_target("gross_margin = 30%", lambda *given: read[given]) == Target("gross_margin", 0.3)
    assert parse_target("operating_profit") == Target("operating_profit", 0.0)
    for wrong in ("", "=3", "gross_margin=a lot", "gross_margin=nan"):
        with pytest.raises(UsageError, match="is not a target"):
            parse_target(wrong)


def test_what_does_not_exist_is_named() -> None:
    comparison = of_profit("x - 1", x=1.0)
    with pytest.raises(UsageError, match="Did you mean operating_profit"):
        needed(comparison, SMALL, Target("operating_proft", 0.0))
    with pytest.raises(UsageError, match='no assumption "usrs"'):
        needed(comparison, SMALL, drivers=["usrs"])
    with pytest.raises(UsageError, match="no alternative"):
        needed(comparison, "smal")
