"""Who is best at every pixel, and where the names of the areas go."""

from __future__ import annotations

import numpy as np

from desktop.charts.winner_map.regions import (
    NOBODY,
    UNKNOWN,
    best,
    drawn_over,
    picture,
    place_for,
    place_mostly,
    stretched,
    winners,
)


def test_the_greatest_wins_unless_all_lose_or_none_is_defined() -> None:
    one = np.array([[1.0, -1.0, np.nan, np.nan]])
    other = np.array([[2.0, -2.0, 5.0, np.nan]])
    assert best([one, other]).tolist() == [[1, NOBODY, 1, UNKNOWN]]


def test_pixels_lie_on_straight_lines_between_the_points_of_the_grid_with_the_top_first() -> None:
    x, y = np.linspace(0, 1, 5), np.linspace(0, 1, 4)
    values = 3 * x[None, :] - 2 * y[:, None]
    seen = stretched(values, 9, 7)
    expected = 3 * np.linspace(0, 1, 9)[None, :] - 2 * np.linspace(1, 0, 7)[:, None]
    assert np.allclose(seen, expected)


def test_the_border_between_two_winners_is_where_they_are_equal() -> None:
    x = np.linspace(0, 1, 3)
    codes = winners([np.tile(x, (3, 1)), np.full((3, 3), 0.3)], 101, 5)
    assert (codes[:, :30] == 1).all()
    assert (codes[:, 32:] == 0).all()


def test_every_alternative_has_a_hatch_of_its_own_and_nobody_has_none() -> None:
    patterns = set()
    for code in range(5):
        painted = picture(np.full((36, 36), code, dtype=np.int8), {code: (1, 2)})
        assert {1, 2} == set(np.unique(painted).tolist())
        patterns.add(painted.tobytes())
    assert len(patterns) == 5
    assert np.unique(picture(np.full((36, 36), NOBODY, dtype=np.int8), {NOBODY: (1, 2)})).tolist() == [1]


def test_a_name_stands_inside_its_area_or_nowhere() -> None:
    codes = np.zeros((100, 200), dtype=np.int8)
    codes[10:40, 120:190] = 1
    x, y = place_for(codes, 1, 0.2, 0.1) or (0.0, 0.0)
    assert 0.68 <= x <= 0.87
    assert 0.13 <= y <= 0.37
    assert place_for(codes, 1, 0.5, 0.1) is None
    assert place_for(codes, 3, 0.1, 0.1) is None


def test_a_line_drawn_over_the_map_keeps_names_off_it() -> None:
    codes = np.zeros((300, 400), dtype=np.int8)
    drawn_over(codes, np.array([200.0, 200.0]), np.array([0.0, 299.0]), -9)
    x, _ = place_for(codes, 0, 0.3, 0.1) or (0.5, 0.0)
    assert abs(x - 0.5) > 0.15
    assert place_for(codes, 0, 0.6, 0.1) is None


def test_a_name_too_wide_for_its_area_lies_mostly_on_it() -> None:
    codes = np.zeros((100, 200), dtype=np.int8)
    codes[:, 90:110] = 1
    assert place_for(codes, 1, 0.15, 0.1) is None
    x, _ = place_mostly(codes, 1, 0.15, 0.1, -9) or (0.0, 0.0)
    assert abs(x - 0.5) < 0.06
    assert place_mostly(codes, 1, 0.5, 0.1, -9) is None
