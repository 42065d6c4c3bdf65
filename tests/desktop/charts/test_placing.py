"""Labels never lie on each other, and stay as near as they can to what they name."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop.charts.placing import Strokes, overlapping, spread

PLACES = st.lists(st.floats(-500, 1500), min_size=1, max_size=8)


@given(PLACES, st.floats(5, 40))
def test_spread_labels_do_not_overlap_and_stay_inside(wanted: list[float], size: float) -> None:
    centres = spread(wanted, [size] * len(wanted), 0, 1000)
    ordered = sorted(centres)
    assert ordered[0] >= size / 2 - 1e-6
    assert ordered[-1] <= 1000 - size / 2 + 1e-6
    assert all(b - a >= size - 1e-6 for a, b in itertools.pairwise(ordered))


@given(PLACES)
def test_spread_keeps_the_order(wanted: list[float]) -> None:
    centres = spread(wanted, [20.0] * len(wanted), 0, 1000)
    pairs = sorted(zip(wanted, centres, strict=True))
    assert [c for _, c in pairs] == sorted(c for _, c in pairs)


def test_labels_with_room_stay_where_they_want() -> None:
    assert spread([100, 300, 200], [20, 20, 20], 0, 1000) == [100, 300, 200]


def test_two_that_want_the_same_place_share_the_way() -> None:
    assert spread([500, 500], [20, 20], 0, 1000) == [490, 510]


def test_too_many_labels_share_what_room_there_is() -> None:
    centres = spread([50] * 10, [20] * 10, 0, 100)
    assert centres == pytest.approx([5 + 10 * i for i in range(10)])


def test_strokes_cross_a_box_they_pass_through_without_a_point_in_it() -> None:
    diagonal = Strokes([(np.array([0.0, 100.0]), np.array([0.0, 100.0]))])
    assert diagonal.cross(40, 45, 60, 55)
    assert not diagonal.cross(60, 10, 90, 40)
    assert not diagonal.cross(120, 120, 140, 140)


def test_gaps_and_nothing_cross_nothing() -> None:
    gap = Strokes([(np.array([0.0, 50.0, 100.0]), np.array([10.0, np.nan, 10.0]))])
    assert not gap.cross(20, 0, 80, 20)
    assert not Strokes([]).cross(0, 0, 9, 9)


CORNERS = st.tuples(*[st.integers(0, 40)] * 4)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=6), CORNERS)
def test_strokes_cross_exactly_the_boxes_that_hold_a_point_of_them(
    points: list[tuple[int, int]], corners: tuple[int, int, int, int]
) -> None:
    """Every piece is walked in steps far smaller than the box, which is a little smaller or larger than asked about."""
    left, right = sorted(corners[:2])
    top, bottom = sorted(corners[2:])
    xs, ys = (np.array(part, float) for part in zip(*points, strict=True))
    crossed = Strokes([(xs, ys)]).crossed(np.array([[left, top, right, bottom]], float))[0]
    along = np.linspace(0, 1, 2001)[:, None]
    x, y = (part[:-1] + along * (part[1:] - part[:-1]) for part in (xs, ys))
    inside = (x > left + 0.01) & (x < right - 0.01) & (y > top + 0.01) & (y < bottom - 0.01)
    around = (x > left - 0.1) & (x < right + 0.1) & (y > top - 0.1) & (y < bottom + 0.1)
    assert crossed or not inside.any()
    assert around.any() or not crossed


@given(st.lists(CORNERS, max_size=5), st.lists(CORNERS, max_size=5))
def test_boxes_overlap_as_rectangles_do(
    some: list[tuple[int, int, int, int]], others: list[tuple[int, int, int, int]]
) -> None:
    def rectangles(corners: list[tuple[int, int, int, int]]) -> list[QRectF]:
        return [QRectF(x, y, w + 1, h + 1) for x, y, w, h in corners]

    mine, theirs = rectangles(some), rectangles(others)
    found = overlapping(np.array([box.getCoords() for box in mine]).reshape(-1, 4), theirs)
    assert found.tolist() == [any(box.intersects(other) for other in theirs) for box in mine]
